import { convolutionOutputSize, inputUsage } from '../../core/index.ts';
import { integer, type StateOf } from '../../state/fields.ts';
import { fill } from '../kit/fill.ts';

export const fields = {
  size: integer({ initial: 5, min: 1, max: 16 }),
  kernel: integer({ initial: 3, min: 1, max: 9 }),
  /** Up to one less than the kernel: then every pixel is used equally often. */
  padding: integer({ initial: 1, min: 0, max: 8 }),
  stride: integer({ initial: 1, min: 1, max: 5 }),
  /** The chosen pixel, from 0; one beyond a smaller picture stands for its last. */
  row: integer({ initial: 0, min: 0, max: 15 }),
  column: integer({ initial: 0, min: 0, max: 15 }),
};

export type State = StateOf<typeof fields>;

/** How often each pixel is used with one padding; nothing is counted where the kernel does not fit. */
export interface Count {
  readonly padding: number;
  /** Rows and columns of the output; 0 where the kernel does not fit. */
  readonly outputs: number;
  /** One count a pixel, row by row. */
  readonly uses: readonly number[];
  /** The chosen pixel: windows above one another that cover its row, windows side by side that cover its column. */
  readonly down: number;
  readonly across: number;
}

export interface Derived {
  readonly size: number;
  readonly kernel: number;
  readonly stride: number;
  readonly row: number;
  readonly column: number;
  readonly without: Count;
  readonly padded: Count;
  /** The largest count there can be: every weight of the kernel meets the pixel once. */
  readonly most: number;
}

function count({ size, kernel, stride }: State, padding: number, row: number, column: number): Count {
  if (kernel > size + 2 * padding) return { padding, outputs: 0, uses: Array(size * size).fill(0), down: 0, across: 0 };
  const options = { stride, padding };
  const along = inputUsage([size, 1], { kernel: [kernel, 1], stride: [stride, 1], padding: [padding, 0] }).data;
  return {
    padding,
    outputs: convolutionOutputSize({ input: size, kernel, ...options }),
    uses: [...inputUsage(size, { kernel, ...options }).data],
    down: along[row] ?? 0,
    across: along[column] ?? 0,
  };
}

export function derive(state: State): Derived {
  const { size, kernel, stride } = state;
  const [row, column] = [Math.min(state.row, size - 1), Math.min(state.column, size - 1)];
  return {
    size,
    kernel,
    stride,
    row,
    column,
    without: count(state, 0, row, column),
    padded: count(state, state.padding, row, column),
    most: kernel * kernel,
  };
}

export interface Words {
  readonly describe: string;
  readonly describeNone: string;
}

/** The spoken sentence: the settings, the chosen pixel and its two counts. */
export function describe({ row, column, without, padded, size, kernel, stride }: Derived, words: Words): string {
  return fill(padded.outputs === 0 ? words.describeNone : words.describe, {
    size,
    kernel,
    stride,
    padding: padded.padding,
    row: row + 1,
    column: column + 1,
    without: without.down * without.across,
    padded: padded.down * padded.across,
  });
}
