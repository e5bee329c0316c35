import { formatNumber } from '../../state/number-text.ts';
import { choiceField, flagField, fold, presetField } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { numberField } from '../kit/number-field.ts';
import { isBinary, legend, magnitude } from '../kit/scale.ts';
import { fields, inputIndex, weightIndex } from './fields.ts';
import { type Derived, type Problem, problemText, type State } from './model.ts';
import {
  KERNEL_PRESET_SIZE,
  type KernelPreset,
  kernelPresetNames,
  kernelPresetNumbers,
  PICTURE_PRESET_SIZE,
  type PicturePreset,
  picturePresetNames,
  picturePresetNumbers,
} from './presets.ts';
import type { Words } from './words.ts';

/** The places of a small square within a tensor of the state, plane after plane. */
function squares(planes: number, size: number, placeOf: (plane: number, row: number, column: number) => number) {
  return Array.from({ length: planes * size * size }, (_, index) => ({
    at: placeOf(Math.floor(index / (size * size)), Math.floor(index / size) % size, index % size),
    entry: index % (size * size),
  }));
}

/** The places that a kernel preset fills: every plane of the kernel that is shown. */
const kernelSquares = ({ kernel, depth }: Derived) =>
  squares(depth, KERNEL_PRESET_SIZE, (plane, row, column) => weightIndex(kernel, plane, row, column));

const pictureSquares = ({ state }: Derived) => squares(state.channels, PICTURE_PRESET_SIZE, inputIndex);

/** The preset that the kernel is, if it is one. */
function kernelPresetOf(derived: Derived): KernelPreset | undefined {
  const { kernelRows, kernelColumns, weights } = derived.state;
  if (kernelRows !== KERNEL_PRESET_SIZE || kernelColumns !== KERNEL_PRESET_SIZE) return undefined;
  return kernelPresetNames.find((name) => {
    const numbers = kernelPresetNumbers(name);
    return kernelSquares(derived).every(({ at, entry }) => weights[at] === numbers[entry]);
  });
}

function picturePresetOf(derived: Derived): PicturePreset | undefined {
  const { rows, columns, input } = derived.state;
  if (rows !== PICTURE_PRESET_SIZE || columns !== PICTURE_PRESET_SIZE) return undefined;
  return picturePresetNames.find((name) => {
    const numbers = picturePresetNumbers(name);
    return pictureSquares(derived).every(({ at, entry }) => input[at] === numbers[entry]);
  });
}

const filled = (
  values: readonly number[],
  places: readonly { readonly at: number; readonly entry: number }[],
  numbers: readonly number[],
): readonly number[] => {
  const next = [...values];
  for (const { at, entry } of places) next[at] = numbers[entry] ?? 0;
  return next;
};

type Counted =
  | 'stride'
  | 'padding'
  | 'dilation'
  | 'groups'
  | 'rows'
  | 'columns'
  | 'kernelRows'
  | 'kernelColumns'
  | 'channels'
  | 'kernels';

export function drawSettings(settings: Root, derived: Derived, words: Words, set: SetState<State>): void {
  const { state, problems, kernel } = derived;
  const problemAt = (setting: Problem['setting'] | Counted) => {
    const problem = problems.find((one) => one.setting === setting);
    return problem && problemText(problem, words);
  };
  /** A whole-number setting of the geometry: the window starts again, what was typed stays. */
  const counted = (parent: Root, key: Counted, label: string) =>
    numberField(parent, key, {
      label,
      value: state[key],
      field: fields[key],
      problem: problemAt(key),
      onChange: (value) => set({ [key]: value, place: 0, seen: 0 }),
    });

  presetField(settings, 'kernel-preset', {
    label: words.kernelPreset,
    value: kernelPresetOf(derived),
    names: kernelPresetNames,
    words,
    onChange: (name) => {
      const weights = filled(state.weights, kernelSquares(derived), kernelPresetNumbers(name));
      set({ weights, kernelRows: KERNEL_PRESET_SIZE, kernelColumns: KERNEL_PRESET_SIZE });
    },
  });
  presetField(settings, 'picture-preset', {
    label: words.picturePreset,
    value: picturePresetOf(derived),
    names: picturePresetNames,
    words,
    onChange: (name) => {
      const input = filled(state.input, pictureSquares(derived), picturePresetNumbers(name));
      set({ input, rows: PICTURE_PRESET_SIZE, columns: PICTURE_PRESET_SIZE });
    },
  });
  counted(settings, 'padding', words.padding);
  choiceField(settings, 'padding-mode', {
    label: words.paddingMode,
    value: state.paddingMode,
    options: fields.paddingMode.options.map((value) => ({ value, label: words[value] })),
    onChange: (paddingMode) => set({ paddingMode }),
  }).attr('hidden', state.padding > 0 ? null : '');
  counted(settings, 'stride', words.stride);
  numberField(settings, 'bias', {
    label: state.kernels > 1 ? fill(words.biasOf, { number: kernel + 1 }) : words.biasField,
    value: state.bias[kernel] ?? 0,
    field: { kind: 'decimal', min: fields.bias.min, max: fields.bias.max },
    onChange: (value) => set({ bias: state.bias.with(kernel, value) }),
  });
  drawLegend(settings, derived, words);

  const more = fold(settings, 'more', words.more);
  counted(more, 'rows', words.rows);
  counted(more, 'columns', words.columns);
  counted(more, 'kernelRows', words.kernelRows);
  counted(more, 'kernelColumns', words.kernelColumns);
  counted(more, 'channels', words.channels);
  counted(more, 'kernels', words.kernels);
  counted(more, 'groups', words.groups);
  counted(more, 'dilation', words.dilation);
  flagField(more, 'flip', { label: words.flip, value: state.flip, onChange: (flip) => set({ flip }) });
}

/** The legend; where the grids have scales of their own, it says each one's largest number. */
function drawLegend(settings: Root, { padded, bank, result, decimals }: Derived, words: Words): void {
  const block = child(settings, 'div', 'legend').attr('class', 'stepper-legend');
  legend(block);
  const output = result ? [...result.output.data] : [];
  const ownScales = ![padded.data, bank.data].every(isBinary);
  child(block, 'span', 'darkest')
    .attr('class', 'darkest')
    .attr('hidden', ownScales ? null : '')
    .text(
      fill(words.darkest, {
        input: formatNumber(magnitude(padded.data)),
        kernel: formatNumber(magnitude(bank.data)),
        output: formatNumber(magnitude(output), decimals),
      }),
    );
}
