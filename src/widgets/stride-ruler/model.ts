import { convolutionOutputSize, inputUsage, kernelSpan } from '../../core/index.ts';
import { integer, type StateOf } from '../../state/fields.ts';
import { formatNumber } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';

export const fields = {
  input: integer({ initial: 10, min: 1, max: 512 }),
  kernel: integer({ initial: 3, min: 1, max: 15 }),
  padding: integer({ initial: 0, min: 0, max: 8 }),
  stride: integer({ initial: 2, min: 1, max: 16 }),
  dilation: integer({ initial: 1, min: 1, max: 4 }),
  /** The window that is framed, from 0; one beyond the last stands for the last. */
  place: integer({ initial: 0, min: 0, max: 527 }),
};

export type State = StateOf<typeof fields>;

/** A longer row is drawn as its two ends. */
const LONGEST_WHOLE = 24;
/** Columns of each end, and windows drawn under it. */
const LONGEST_END = 20;
const WINDOWS_OF_END = 6;
/** Lines kept free under a whole row at most. */
const MOST_LINES = 10;

/** A piece of the row, columns from `from` up to but without `to`, with the windows drawn below it. All count from 0. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly windows: readonly number[];
}

/** What a column of the padded row is: cut off at the end, or left out between two windows. */
export type Fate = 'used' | 'skipped' | 'dropped';

export interface Derived {
  readonly state: State;
  /** Columns of the row with its padding. */
  readonly columns: number;
  /** Columns from a window's first to its last. */
  readonly span: number;
  /** How far the first window can move; below 0 where it does not fit. */
  readonly room: number;
  /** Windows in the row: the output's size; 0 where none fits. */
  readonly windows: number;
  /** Columns after the last window. */
  readonly dropped: number;
  /** Columns before the end of the last window that no window touches. */
  readonly skipped: number;
  readonly fates: readonly Fate[];
  readonly place: number;
  /** The whole row, or its two ends. */
  readonly strips: readonly Strip[];
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function stripsOf(columns: number, windows: number, span: number, stride: number): Strip[] {
  if (columns <= LONGEST_WHOLE) return [{ from: 0, to: columns, windows: range(0, windows) }];
  const length = Math.min(LONGEST_END, Math.floor(columns / 2));
  const startsBefore = Math.min(windows, Math.ceil(length / stride), WINDOWS_OF_END);
  const from = columns - length;
  const firstAtEnd = range(0, windows).find((window) => window * stride + span > from) ?? windows;
  return [
    { from: 0, to: length, windows: range(0, startsBefore) },
    { from, to: columns, windows: range(Math.max(firstAtEnd, startsBefore, windows - WINDOWS_OF_END), windows) },
  ];
}

export function derive(state: State): Derived {
  const { input, kernel, padding, stride, dilation } = state;
  const columns = input + 2 * padding;
  const span = kernelSpan(kernel, dilation);
  const room = columns - span;
  const windows = room < 0 ? 0 : convolutionOutputSize({ input, kernel, padding, stride, dilation });
  const end = windows === 0 ? columns : (windows - 1) * stride + span;
  const uses =
    windows === 0
      ? []
      : inputUsage([1, columns], { kernel: [1, kernel], stride: [1, stride], dilation: [1, dilation] }).data;
  const fates = range(0, columns).map((column): Fate => {
    if (column >= end) return 'dropped';
    return windows > 0 && uses[column] === 0 ? 'skipped' : 'used';
  });
  return {
    state,
    columns,
    span,
    room,
    windows,
    dropped: columns - end,
    skipped: fates.filter((fate) => fate === 'skipped').length,
    fates,
    place: Math.max(0, Math.min(state.place, windows - 1)),
    strips: stripsOf(columns, windows, span, stride),
  };
}

/** The first and the last column of a window, from 1. */
export const edgesOf = ({ state, span }: Derived, window: number): { first: number; last: number } => ({
  first: window * state.stride + 1,
  last: window * state.stride + span,
});

/** The quotient before the floor: "3.5"; "2.33…" where no four decimals write it out. */
export function quotientText({ room, state: { stride } }: Derived): string {
  const isWritten = Number.isInteger((room * 10_000) / stride);
  return isWritten ? formatNumber(room / stride) : `${formatNumber(Math.floor((room * 100) / stride) / 100, 2)}…`;
}

/**
 * Lines kept free under a strip, so that what stands below stays in its place while the stride changes: those of
 * stride 1, up to a limit.
 */
export const mostWindows = ({ room, strips }: Derived, { windows }: Strip): number =>
  Math.max(windows.length, strips.length > 1 ? WINDOWS_OF_END : Math.min(Math.max(room, 0) + 1, MOST_LINES));

/** Lines in which all windows fit without touching, for a long row drawn small. */
export const lanesOf = ({ span, state: { stride } }: Derived): number => Math.floor(span / stride) + 1;

export interface Words {
  readonly describe: string;
  readonly describeNone: string;
  readonly where: string;
  readonly whereOne: string;
  readonly dropped: string;
  readonly droppedOne: string;
  readonly droppedNone: string;
}

/** Which columns are dropped, by their numbers. */
export function droppedText({ columns, dropped }: Derived, words: Words): string {
  if (dropped === 0) return words.droppedNone;
  return fill(dropped === 1 ? words.droppedOne : words.dropped, { first: columns - dropped + 1, last: columns });
}

/** Which columns the framed window covers. */
export const whereText = (derived: Derived, words: Words): string =>
  fill(derived.span === 1 ? words.whereOne : words.where, {
    window: derived.place + 1,
    windows: derived.windows,
    ...edgesOf(derived, derived.place),
  });

/** The spoken sentence: the settings, how many windows, the framed one, what is dropped. */
export function describe(derived: Derived, words: Words): string {
  const { state, windows, span, columns } = derived;
  const { input, kernel, padding, stride, dilation } = state;
  const values = { input, kernel, padding, stride, dilation, windows, span, columns };
  if (windows === 0) return fill(words.describeNone, values);
  return [fill(words.describe, values), whereText(derived, words), droppedText(derived, words)].join(' ');
}
