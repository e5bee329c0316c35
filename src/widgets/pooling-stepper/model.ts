import {
  adaptiveAveragePool2d,
  averagePool2d,
  maxPool2d,
  maxPool2dWinners,
  type Tensor,
  tensor,
} from '../../core/index.ts';
import { decimalsFor, formatNumber, roundTo } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { type Shade, shadesOf } from '../kit/scale.ts';
import { fields, inputIndex, MOST, type State, shownColumn } from './fields.ts';
import { type Problem, problemsOf, type Reach, reachesOf } from './geometry.ts';
import type { Words } from './words.ts';

export { fields, type State };

/** The output cell that the window makes, and the windows that meet there. */
export interface Place {
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly down: Reach;
  readonly across: Reach;
}

/** What a pooling with these settings gives; absent where the settings do not fit together. */
export interface Result {
  readonly down: readonly Reach[];
  readonly across: readonly Reach[];
  /** Row by row. */
  readonly output: readonly number[];
  readonly place: Place;
  /** What the window sees of the input at the place, row by row. */
  readonly values: readonly number[];
  /** Cells that the mean divides by at the place. */
  readonly counted: number;
  /** Max pooling: the input cell that won each window (row × columns + column). */
  readonly winners: readonly number[];
  /** How many output cells have been worked out. */
  readonly computed: number;
  /** Output cells that use the picked input cell; absent where none is picked in the input as it is. */
  readonly uses: ReadonlySet<number> | undefined;
  /** The output of the input before it was moved, and the cells where it differs; empty where it was not. */
  readonly before: readonly number[];
  readonly changed: ReadonlySet<number>;
}

export interface Derived {
  readonly state: State;
  /** The input as it is shown, moved or not, row by row. */
  readonly input: readonly number[];
  /** Rings of padding that are drawn: none where the settings do not fit together. */
  readonly padding: number;
  /** Rows and columns that the last windows reach beyond the padding, in ceil mode. */
  readonly beyond: readonly [rows: number, columns: number];
  /** How many decimals every output is shown with. */
  readonly decimals: number;
  readonly problems: readonly Problem[];
  readonly result: Result | undefined;
}

/** The numbers of the input and their sum are shown with this many decimals at most. */
export const MOST_DECIMALS = 4;

const isExact = (value: number, decimals = MOST_DECIMALS) => Math.abs(value - roundTo(value, decimals)) < 1e-9;

/** Whether a value made of these is what is shown, with nothing rounded on the way. */
export const isShownExactly = (values: readonly number[], value: number, decimals: number): boolean =>
  values.every((each) => isExact(each)) && isExact(value, decimals);

/** The part of the input in use, as typed or moved by one column. */
function inputOf(state: State): Tensor {
  const { rows, columns, input, entering } = state;
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), shownColumn(state, index % columns)];
    return (column === undefined ? entering[row] : input[inputIndex(row, column)]) ?? 0;
  });
  return tensor([1, rows, columns], values);
}

const optionsOf = ({ window, stride, padding, ceilMode }: State) => ({ window, stride, padding, ceilMode });

function pooled(state: State, input: Tensor): readonly number[] {
  if (state.kind === 'max') return [...maxPool2d(input, optionsOf(state)).data];
  if (state.kind === 'average')
    return [...averagePool2d(input, { ...optionsOf(state), countIncludePad: state.countPadding }).data];
  return [...adaptiveAveragePool2d(input, [state.outputRows, state.outputColumns]).data];
}

/** Places of the windows that see a cell. */
const seeing = (windows: readonly Reach[], cell: number): number[] =>
  windows.flatMap(({ start, end }, index) => (cell >= start && cell < end ? [index] : []));

function usesOf({ picked, rows, columns }: State, down: readonly Reach[], across: readonly Reach[]) {
  if (picked === null) return undefined;
  const [row, column] = [Math.floor(picked / MOST), picked % MOST];
  if (row >= rows || column >= columns) return undefined;
  return new Set(seeing(down, row).flatMap((i) => seeing(across, column).map((j) => i * across.length + j)));
}

function resultOf(state: State, input: Tensor): Result | undefined {
  const { rows, columns, kind, moved } = state;
  const down = reachesOf(state, rows, state.outputRows);
  const across = reachesOf(state, columns, state.outputColumns);
  const output = pooled(state, input);
  const index = Math.min(state.place, output.length - 1);
  const [row, column] = [Math.floor(index / across.length), index % across.length];
  const [here, there] = [down[row], across[column]];
  if (!here || !there) return undefined;
  const values = [...input.data].filter((_, cell) => {
    const [r, c] = [Math.floor(cell / columns), cell % columns];
    return r >= here.start && r < here.end && c >= there.start && c < there.end;
  });
  const before = moved === 'none' ? [] : pooled(state, inputOf({ ...state, moved: 'none' }));
  return {
    down,
    across,
    output,
    place: { index, row, column, down: here, across: there },
    values,
    counted: here.counted * there.counted,
    winners: kind === 'max' ? [...maxPool2dWinners(input, optionsOf(state)).data] : [],
    computed: Math.min(output.length, Math.max(state.seen, index) + 1),
    uses: usesOf(state, down, across),
    before,
    changed: new Set(before.flatMap((value, cell) => (isSame(value, output[cell]) ? [] : [cell]))),
  };
}

/** Sums in another order may differ in their last digit: that is no change. */
const isSame = (before: number, after = Number.NaN): boolean =>
  Math.abs(before - after) <= 1e-9 * Math.max(1, Math.abs(before));

/** Every number of the figure. */
export function derive(state: State): Derived {
  const problems = problemsOf(state);
  const input = inputOf(state);
  const result = problems.length === 0 ? resultOf(state, input) : undefined;
  const padding = result && state.kind !== 'adaptive' ? state.padding : 0;
  const past = (windows: readonly Reach[] = [], size: number) =>
    Math.max(0, (windows.at(-1)?.to ?? 0) - size - 2 * padding);
  // A largest number is shown as it stands in the input.
  const most = state.kind === 'max' ? MOST_DECIMALS : undefined;
  const decimals = decimalsFor([...(result?.output ?? []), ...(result?.before ?? [])], most);
  const beyond = [past(result?.down, state.rows), past(result?.across, state.columns)] as const;
  return { state, input: [...input.data], padding, beyond, decimals, problems, result };
}

/** How many cells of the window share the largest value: only the first of them wins. */
export const largestTwice = ({ values, output, place }: Result): number =>
  values.filter((value) => value === output[place.index]).length;

/** The sentence about one problem. */
export const problemText = ({ word, values }: Problem, words: Words): string => fill(words[word], values);

/** "Row 2, column 3 of the output". */
export const placeText = ({ row, column }: { readonly row: number; readonly column: number }, words: Words): string =>
  fill(words.place, { row: row + 1, column: column + 1 });

/** How many outputs a move has changed. */
export const changedText = ({ state, result }: Derived, words: Words): string =>
  !result || state.moved === 'none'
    ? ''
    : fill(words.changed, { changed: result.changed.size, count: result.output.length });

/** What is spoken: where the window is, what it sees, what comes out, what is marked. */
export function describe(derived: Derived, words: Words): string {
  const { result, problems, state, decimals } = derived;
  if (!result) return [words.noOutput, ...problems.map((problem) => problemText(problem, words))].join(' ');
  const { values, output, place } = result;
  const exact = output[place.index] ?? 0;
  const value = formatNumber(exact, decimals);
  const mean = values.length === 1 ? words.spokenOne : words.spokenMean;
  const spoken = fill(state.kind === 'max' ? words.spokenMax : mean, {
    place: placeText(place, words),
    values: values.map((value) => formatNumber(value)).join(words.listSeparator),
    counted: result.counted,
    value: isShownExactly(values, exact, decimals) ? value : fill(words.about, { value }),
  });
  const uses = result.uses ? fill(words.uses, { count: result.uses.size }) : '';
  return [spoken, uses, changedText(derived, words)].filter(Boolean).join(' ');
}

/** Input and outputs share one scale. */
export const shadesIn = ({ input, result }: Derived): ((value: number) => Shade) =>
  shadesOf([...input, ...(result?.output ?? []), ...(result?.before ?? [])]);
