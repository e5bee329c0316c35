import { button, choiceField, presetField } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import type { Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { numberField } from '../kit/number-field.ts';
import { layerName } from './layer-name.ts';
import {
  type Derived,
  fields,
  layerFields,
  MOST_LAYERS,
  moved,
  newLayer,
  type StackLayer,
  type State,
} from './model.ts';
import { presetNames, presetOf, presets } from './presets.ts';
import type { Words } from './words.ts';

/** Add, remove, earlier, later; and whole stacks. */
export function stackButtons(bar: Root, state: State, { chosen }: Derived, words: Words, set: SetState<State>): void {
  const { layers } = state;
  button(bar, 'add', {
    label: words.add,
    primary: true,
    disabled: layers.length === MOST_LAYERS,
    onPress: () => set({ layers: layers.toSpliced(chosen, 0, newLayer), layer: chosen + 1 }),
  });
  button(bar, 'remove', {
    label: fill(words.remove, { layer: chosen }),
    disabled: layers.length === 1,
    onPress: () => set({ layers: layers.toSpliced(chosen - 1, 1), layer: Math.max(1, chosen - 1) }),
  });
  for (const [part, by] of [
    ['earlier', -1],
    ['later', 1],
  ] as const) {
    const order = moved(state, chosen, by);
    button(bar, part, {
      label: words[part],
      disabled: order === undefined,
      onPress: () => set({ layers: order ?? layers, layer: chosen + by }),
    }).attr('aria-label', fill(words[`${part}Label`], { layer: chosen }));
  }
  presetField(bar, 'preset', {
    label: words.preset,
    value: presetOf(state),
    names: presetNames,
    words,
    onChange: (name) => set({ layers: presets[name], layer: presets[name].length }),
  });
}

/** The chosen layer's settings, the picture's size, the output cell. */
export function settings(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { chosen, fault, output } = derived;
  const { layers } = state;
  const layer = layers[chosen - 1] ?? newLayer;
  const change = (patch: Partial<StackLayer>) => set({ layers: layers.with(chosen - 1, { ...layer, ...patch }) });
  choiceField(parent, 'layer', {
    label: words.chosen,
    value: String(chosen),
    options: layers.map((one, index) => ({
      value: String(index + 1),
      label: fill(words.level, { layer: index + 1, name: layerName(one, words) }),
    })),
    onChange: (value) => set({ layer: Number(value) }),
  }).attr('class', 'field layer-field');
  choiceField(parent, 'kind', {
    label: words.kind,
    value: layer.kind,
    options: [
      { value: 'conv', label: words.kindConv },
      { value: 'pool', label: words.kindPool },
    ],
    onChange: (kind) => change({ kind }),
  });
  const labels = {
    kernel: words.setKernel,
    stride: words.setStride,
    padding: words.setPadding,
    dilation: words.setDilation,
  };
  for (const key of ['kernel', 'stride', 'padding', 'dilation'] as const) {
    const isFault = fault?.layer === chosen && key === (fault.why === 'window' ? 'kernel' : 'padding');
    numberField(parent, key, {
      label: labels[key],
      value: layer[key],
      field: layerFields[key],
      problem: isFault ? faultText(derived, words) : undefined,
      onChange: (value) => change({ [key]: value }),
    });
  }
  numberField(parent, 'size', {
    label: words.size,
    value: state.size,
    field: fields.size,
    onChange: (size) => set({ size }),
  });
  for (const key of ['row', 'column'] as const)
    numberField(parent, key, {
      label: words[key],
      value: derived[key] + 1,
      field: { kind: 'integer', min: 1, max: output.size },
      onChange: (place) => set({ [key]: place - 1 }),
    });
}

export const faultText = ({ fault }: Derived, words: Words): string =>
  fault ? fill(fault.why === 'window' ? words.faultWindow : words.faultPadding, { ...fault }) : '';
