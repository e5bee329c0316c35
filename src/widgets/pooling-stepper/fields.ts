import { choice, flag, integer, optional, type StateOf, tensor } from '../../state/fields.ts';
import { picturePresets } from './presets.ts';

/** The largest input. What a smaller one leaves out is kept. */
export const MOST = 9;

const LIMITS = { min: -999, max: 999 } as const;

export const fields = {
  input: tensor({ shape: [MOST, MOST], initial: picturePresets.mixed, ...LIMITS }),
  /** The column that enters when the input is moved, from its top. */
  entering: tensor({ shape: [MOST], initial: '0', ...LIMITS }),
  rows: integer({ initial: 6, min: 1, max: MOST }),
  columns: integer({ initial: 6, min: 1, max: MOST }),
  kind: choice(['max', 'average', 'adaptive']),
  window: integer({ initial: 2, min: 1, max: 5 }),
  stride: integer({ initial: 2, min: 1, max: 5 }),
  padding: integer({ initial: 0, min: 0, max: 3 }),
  /** A last window that does not fit whole is kept. */
  ceilMode: flag(),
  /** The mean of `average` divides by the padding's cells too. */
  countPadding: flag(true),
  /** The size that `adaptive` is to make. */
  outputRows: integer({ initial: 3, min: 1, max: MOST }),
  outputColumns: integer({ initial: 3, min: 1, max: MOST }),
  /** Which way the whole input is moved, by one column. */
  moved: choice(['none', 'right', 'left']),
  /** Which output cell the window is at: row by row, from 0. */
  place: integer({ initial: 0, min: 0, max: 99 }),
  /** The last output cell that has been worked out. */
  seen: integer({ initial: 99, min: 0, max: 99 }),
  /** The input cell whose uses are marked: row × 9 + column as it is shown, moved or not. */
  picked: optional(integer({ initial: 0, min: 0, max: MOST * MOST - 1 })),
};

/** Everything has been worked out. */
export const ALL_SEEN = fields.seen.max;

export type State = StateOf<typeof fields>;

/** The place of a number in `state.input`. */
export const inputIndex = (row: number, column: number): number => row * MOST + column;

/** The column of `state.input` that is shown in this column; `undefined` for the one that has entered. */
export function shownColumn({ moved, columns }: State, column: number): number | undefined {
  const source = column + { none: 0, right: -1, left: 1 }[moved];
  return source >= 0 && source < columns ? source : undefined;
}
