import type { Layer } from '../../core/index.ts';
import { formatNumber } from '../../state/number-text.ts';
import { button, choiceField, flagField } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { numberField } from '../kit/number-field.ts';
import {
  duplicated,
  hasRoomFor,
  insert,
  inside,
  newLayer,
  type Path,
  remove,
  replace,
  rowOf,
  shifted,
  step,
  withKind,
  withSetting,
} from './edits.ts';
import { kindNames, kinds, type Option, settingInUse, settingOf } from './kinds.ts';
import { optionLabel, pairIn } from './layer-words.ts';
import type { Row, State } from './model.ts';
import { nameField, pairField } from './pair-field.ts';
import { MOST_LAYERS, NAME } from './stack-text.ts';
import type { Words } from './words.ts';

/** The settings of one layer, and what can be done with it. */
export function drawEditor(
  parent: Root,
  row: Row,
  index: number,
  state: State,
  words: Words,
  set: SetState<State>,
): void {
  const { layer, path, number } = row;
  const { layers } = state;
  parent.attr('role', 'group').attr('aria-label', fill(words.settings, { number }));
  const settings = child(parent, 'div', 'fields').attr('class', 'calc-fields');
  choiceField(settings, 'kind', {
    label: words.kind,
    value: layer.kind,
    options: kindNames.map((value) => ({ value, label: words[value] })),
    onChange: (kind) => set({ layers: replace(layers, path, (old) => withKind(old, kind)) }, 'step'),
  });
  // Every kind has its own block, so that the fields stand in each kind's order.
  const own = child(settings, 'div', layer.kind).attr('class', 'calc-options');
  settings.selectChildren('.calc-options').attr('hidden', function () {
    return this === own.node() ? null : '';
  });
  for (const option of kinds[layer.kind].options) drawOption(own, option, row, state, words, set);
  nameField(settings, 'name', {
    label: words.name,
    value: layer.name ?? '',
    pattern: NAME,
    words,
    onChange: (name) => set({ layers: replace(layers, path, (old) => ({ ...old, name: name || undefined })) }),
  });
  drawActs(child(parent, 'div', 'acts').attr('class', 'calc-acts'), row, index, state, words, set);
  addBar(child(parent, 'div', 'add'), fill(words.addBelow, { number }), shifted(path, 1), state, words, set);
}

function drawOption(parent: Root, option: Option, row: Row, state: State, words: Words, set: SetState<State>): void {
  const { layer, path } = row;
  const { key, type, min, max } = option;
  const label = optionLabel(row, option, words);
  const value = settingInUse(layer, option);
  const change = (next: unknown) => set({ layers: replace(state.layers, path, (old) => withSetting(old, key, next)) });
  if (type === 'flag') flagField(parent, key, { label, value: value === true, onChange: change });
  else if (type === 'pair') pairField(parent, key, { label, value: pairIn(value), min, max, words, onChange: change });
  else {
    // Only a layer that was made for a number of inputs has this setting; what comes in decides otherwise.
    const isShown = key !== 'inputs' || settingOf(layer, key) !== undefined;
    numberField(parent, key, {
      label,
      value: Number(value ?? min),
      field: { kind: type === 'decimal' ? 'decimal' : 'integer', min, max },
      step: type === 'decimal' ? 0.1 : 1,
      onChange: (next) => change(type === 'decimal' ? Number(formatNumber(next, 4)) : next),
    }).attr('hidden', isShown ? null : '');
  }
}

function drawActs(parent: Root, row: Row, index: number, state: State, words: Words, set: SetState<State>): void {
  const { layer, path } = row;
  const { layers } = state;
  const moveButton = (part: 'up' | 'down', by: -1 | 1) => {
    const moved = step(layers, path, by);
    button(parent, part, {
      label: words[part],
      disabled: !moved,
      onPress: () => {
        if (!moved) return;
        const now = rowOf(moved.layers, moved.path);
        const list = parent.node()?.closest('.calc-rows');
        set({ layers: moved.layers, open: now });
        list?.children[now]?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
      },
    });
  };
  moveButton('up', -1);
  moveButton('down', 1);
  button(parent, 'duplicate', {
    label: words.duplicate,
    disabled: !hasRoomFor(layers, layer),
    onPress: () => {
      const { layers: next, path: place } = duplicated(layers, path);
      set({ layers: next, open: rowOf(next, place) });
    },
  });
  button(parent, 'remove', {
    label: words.remove,
    onPress: () => {
      const next = remove(layers, path);
      const calculator = parent.node()?.closest('.shape-calculator');
      set({ layers: next, open: null });
      const opens = calculator?.querySelectorAll<HTMLElement>('.calc-open');
      const after = opens?.[Math.min(index, opens.length - 1)];
      (after ?? calculator?.querySelector<HTMLElement>('.calc-add button'))?.focus();
    },
  });
  const into = (part: 'addToBody' | 'addToSkip', road: 'body' | 'skip', added: Layer) =>
    button(parent, part, {
      label: words[part],
      disabled: layer.kind !== 'residual' || !hasRoomFor(layers, added),
      onPress: () => {
        if (layer.kind !== 'residual') return;
        const place = inside(path, road, layer[road].length);
        const next = insert(layers, place, added);
        set({ layers: next, open: rowOf(next, place) });
      },
    }).attr('hidden', layer.kind === 'residual' ? null : '');
  into('addToBody', 'body', newLayer('conv2d'));
  into('addToSkip', 'skip', { kind: 'conv2d', outputs: 16, kernel: 1 });
}

/** One button for every kind of layer: puts a new one at `place`. */
export function addBar(
  parent: Root,
  label: string,
  place: Path,
  state: State,
  words: Words,
  set: SetState<State>,
): void {
  const bar = parent.attr('class', 'calc-add').attr('role', 'group').attr('aria-label', label);
  child(bar, 'span', 'label').text(label);
  for (const kind of kindNames) {
    const layer = newLayer(kind);
    button(bar, kind, {
      label: words[kind],
      disabled: !hasRoomFor(state.layers, layer),
      onPress: () => {
        const layers = insert(state.layers, place, layer);
        set({ layers, open: rowOf(layers, place) });
      },
    });
  }
  child(bar, 'span', 'full')
    .attr('hidden', hasRoomFor(state.layers, { kind: 'relu' }) ? '' : null)
    .text(fill(words.full, { most: MOST_LAYERS }));
}
