import {
  convolutionOutputSize,
  convolve2d,
  flipKernel,
  pad2d,
  paddingSources,
  type Tensor,
  tensor,
  type WindowTerms,
  windowTerms,
} from '../../core/index.ts';
import { decimalsFor, formatNumber } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { fields, inputIndex, type State, weightIndex } from './fields.ts';
import type { Words } from './words.ts';

export { fields, type State };

/** A setting that cannot be together with the others: which one, and the sentence about it with its values. */
export interface Problem {
  readonly setting: 'kernelRows' | 'kernelColumns' | 'padding' | 'groups';
  readonly word:
    | 'kernelTooTall'
    | 'kernelTooWide'
    | 'reflectTooFar'
    | 'circularTooFar'
    | 'groupsOfChannels'
    | 'groupsOfKernels';
  readonly values: Readonly<Record<string, number>>;
}

/** The output cell that the window makes. */
export interface Place {
  readonly index: number;
  readonly kernel: number;
  readonly row: number;
  readonly column: number;
}

/** What a convolution with these settings gives; absent where the settings do not fit together. */
export interface Result {
  /** C_out×H×W. */
  readonly output: Tensor;
  readonly place: Place;
  /** The products at the place, as they are laid (turned if `flip`). */
  readonly window: WindowTerms;
  /** The same place with the kernel laid the other way round: not turned if `flip`, turned if not. */
  readonly otherWay: number;
  /** How many output cells have been worked out. */
  readonly computed: number;
  /** Output cells that use the picked input cell, of every map. */
  readonly uses: ReadonlySet<number>;
}

export interface Derived {
  readonly state: State;
  /** C×H×W, with its padding; without it where the mode cannot pad so far. */
  readonly padded: Tensor;
  readonly padding: number;
  /** C_out×depth×K×K as it is laid on the input. */
  readonly bank: Tensor;
  /** Channels that one kernel sees. */
  readonly depth: number;
  /** The first of them, for the kernel that is shown. */
  readonly firstChannel: number;
  /** The kernel that is shown. */
  readonly kernel: number;
  /** The channel that is shown where there is no room for all. */
  readonly channel: number;
  /** How many decimals every product, sum and output of the figure is shown with. */
  readonly decimals: number;
  readonly problems: readonly Problem[];
  readonly result: Result | undefined;
}

const span = (kernel: number, dilation: number): number => dilation * (kernel - 1) + 1;

/** What cannot be, setting by setting; the rest of the figure goes on without an output. */
function problemsOf(state: State): Problem[] {
  const { rows, columns, kernelRows, kernelColumns, padding, paddingMode, dilation, channels, kernels, groups } = state;
  const problems: Problem[] = [];
  const smaller = Math.min(rows, columns);
  if (paddingMode === 'reflect' && padding >= smaller)
    problems.push({ setting: 'padding', word: 'reflectTooFar', values: { padding, most: smaller - 1 } });
  if (paddingMode === 'circular' && padding > smaller)
    problems.push({ setting: 'padding', word: 'circularTooFar', values: { padding, most: smaller } });
  const [tall, wide] = [span(kernelRows, dilation), span(kernelColumns, dilation)];
  const [height, width] = [rows + 2 * padding, columns + 2 * padding];
  if (tall > height)
    problems.push({ setting: 'kernelRows', word: 'kernelTooTall', values: { span: tall, size: height } });
  if (wide > width)
    problems.push({ setting: 'kernelColumns', word: 'kernelTooWide', values: { span: wide, size: width } });
  if (channels % groups !== 0)
    problems.push({ setting: 'groups', word: 'groupsOfChannels', values: { groups, channels } });
  else if (kernels % groups !== 0)
    problems.push({ setting: 'groups', word: 'groupsOfKernels', values: { groups, kernels } });
  return problems;
}

/** The part of the input in use, C×H×W. */
function inputOf({ input, channels, rows, columns }: State): Tensor {
  const values: number[] = [];
  for (let channel = 0; channel < channels; channel++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) values.push(input[inputIndex(channel, row, column)] ?? 0);
  return tensor([channels, rows, columns], values);
}

/** The part of the bank in use, C_out×depth×K×K, as typed. */
function bankOf({ weights, kernels, kernelRows, kernelColumns }: State, depth: number): Tensor {
  const values: number[] = [];
  for (let kernel = 0; kernel < kernels; kernel++)
    for (let plane = 0; plane < depth; plane++)
      for (let row = 0; row < kernelRows; row++)
        for (let column = 0; column < kernelColumns; column++)
          values.push(weights[weightIndex(kernel, plane, row, column)] ?? 0);
  return tensor([kernels, depth, kernelRows, kernelColumns], values);
}

/** Output rows (or columns) whose window touches an input row (or column), also through its copies in the padding. */
function usesAlong(source: number, size: number, kernel: number, outputs: number, state: State): number[] {
  const sources = paddingSources(size, state.padding, state.paddingMode);
  return Array.from({ length: outputs }, (_, output) => output).filter((output) =>
    Array.from({ length: kernel }, (_, tap) => sources[output * state.stride + tap * state.dilation]).includes(source),
  );
}

function usesOf(state: State, depth: number, outputRows: number, outputColumns: number): ReadonlySet<number> {
  const { picked, rows, columns, channels, kernels, groups, kernelRows, kernelColumns } = state;
  if (picked === null) return new Set();
  const [channel, row, column] = [Math.floor(picked / 81), Math.floor(picked / 9) % 9, picked % 9];
  if (channel >= channels || row >= rows || column >= columns) return new Set();
  const inRows = usesAlong(row, rows, kernelRows, outputRows, state);
  const inColumns = usesAlong(column, columns, kernelColumns, outputColumns, state);
  const uses = new Set<number>();
  for (let kernel = 0; kernel < kernels; kernel++) {
    const group = Math.floor(kernel / (kernels / groups));
    if (Math.floor(channel / depth) !== group) continue;
    for (const outputRow of inRows)
      for (const outputColumn of inColumns) uses.add((kernel * outputRows + outputRow) * outputColumns + outputColumn);
  }
  return uses;
}

function resultOf(state: State, input: Tensor, bank: Tensor): Result {
  const { stride, padding, paddingMode, dilation, groups, kernels, rows, columns, kernelRows, kernelColumns } = state;
  const bias = tensor([kernels], state.bias.slice(0, kernels));
  const options = { bias, stride, padding, paddingMode, dilation, groups };
  const output = convolve2d(input, bank, options);
  const height = convolutionOutputSize({ input: rows, kernel: kernelRows, stride, padding, dilation });
  const width = convolutionOutputSize({ input: columns, kernel: kernelColumns, stride, padding, dilation });
  const count = kernels * height * width;
  const index = Math.min(state.place, count - 1);
  const kernel = Math.floor(index / (height * width));
  const row = Math.floor(index / width) % height;
  const column = index % width;
  const at = { channel: kernel, row, column };
  return {
    output,
    place: { index, kernel, row, column },
    window: windowTerms(input, bank, options, at),
    otherWay: windowTerms(input, flipKernel(bank), options, at).value,
    computed: Math.min(count, Math.max(state.seen, index) + 1),
    uses: usesOf(state, bank.shape[1] ?? 1, height, width),
  };
}

/** Every number of the figure. */
export function derive(state: State): Derived {
  const problems = problemsOf(state);
  const { channels, kernels, groups } = state;
  const canGroup = channels % groups === 0 && kernels % groups === 0;
  const canPad = !problems.some(({ setting }) => setting === 'padding');
  const depth = canGroup ? channels / groups : channels;
  const input = inputOf(state);
  const typed = bankOf(state, depth);
  const bank = state.flip ? flipKernel(typed) : typed;
  const result = problems.length === 0 ? resultOf(state, input, bank) : undefined;
  const kernel = result?.place.kernel ?? 0;
  const firstChannel = canGroup ? Math.floor(kernel / (kernels / groups)) * depth : 0;
  const padding = canPad ? state.padding : 0;
  const padded = pad2d(input, padding, state.paddingMode);
  const channel = Math.min(firstChannel + depth - 1, Math.max(firstChannel, state.channel));
  const decimals = decimalsFor([
    ...(result?.output.data ?? []),
    ...(result?.window.terms ?? []).map(({ product }) => product),
    ...state.bias.slice(0, kernels),
  ]);
  return { state, padded, padding, bank, depth, firstChannel, kernel, channel, decimals, problems, result };
}

/** The sum of one channel's products at the place. */
export const channelSums = ({ result, firstChannel, depth }: Derived): readonly number[] =>
  Array.from({ length: depth }, (_, plane) =>
    (result?.window.terms ?? [])
      .filter(({ channel }) => channel === firstChannel + plane)
      .reduce((sum, { product }) => sum + product, 0),
  );

/** The sentence about one problem. */
export const problemText = ({ word, values }: Problem, words: Words): string => fill(words[word], values);

/** "Row 2, column 3 of the output", and of which map where there are several. */
export const placeText = ({ row, column, kernel }: Place, maps: number, words: Words): string =>
  fill(maps > 1 ? words.placeInMap : words.place, { row: row + 1, column: column + 1, map: kernel + 1 });

/** What is spoken: where the window is, what it adds up, what comes out. */
export function describe(derived: Derived, words: Words): string {
  const { result, problems, state } = derived;
  if (!result) return [words.noOutput, ...problems.map((problem) => problemText(problem, words))].join(' ');
  const { window, place, uses } = result;
  const spoken = {
    place: placeText(place, state.kernels, words),
    products: window.terms.map(({ product }) => formatNumber(product)).join(words.listSeparator),
    sums: channelSums(derived)
      .map((sum) => formatNumber(sum))
      .join(words.listSeparator),
    sum: formatNumber(window.sum),
    bias: formatNumber(window.bias),
    value: formatNumber(window.value),
  };
  const sentence = fill(derived.depth > 1 ? words.spokenChannels : words.spoken, spoken);
  return state.picked === null ? sentence : `${sentence} ${fill(words.uses, { count: uses.size })}`;
}
