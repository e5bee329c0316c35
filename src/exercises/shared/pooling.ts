import { averagePool2d, fromRows, maxPool2d, poolWindows, toRows, type Window } from '../../core/index.ts';
import type { Matrix, Working } from '../kit/definition.ts';
import { fraction } from '../kit/exact.ts';
import { format, input, padding as paddingText, product } from '../kit/text.ts';
import { sumPieces } from '../kit/working.ts';
import { cellAt, columnsOf, rowsOf } from './maps.ts';

/** A pooling of one map. */
export interface Pooling {
  readonly input: Matrix;
  readonly window: number;
  readonly stride: number;
  readonly padding: number;
  /** Whether the mean divides by the squares of the padding too. */
  readonly countsPadding: boolean;
  /** Whether a last window is kept that hangs over the edge. */
  readonly ceilMode?: boolean;
}

/** The windows along one direction: axis 0 downwards, 1 across. Throws `RangeError` where none fits. */
export const windowsOf = ({ input: cells, countsPadding, ...pooling }: Pooling, axis: 0 | 1): Window[] =>
  poolWindows({ ...pooling, input: axis === 0 ? rowsOf(cells) : columnsOf(cells) }, countsPadding);

const pooled = ({ input: cells, countsPadding, ...options }: Pooling) =>
  [fromRows([cells]), { ...options, countIncludePad: countsPadding }] as const;

/** The largest of each window, by the site's own pooling. */
export const maxMap = (pooling: Pooling): Matrix => toRows(maxPool2d(...pooled(pooling)), 0);

/** The mean of each window, by the site's own pooling. */
export const averageMap = (pooling: Pooling): Matrix => toRows(averagePool2d(...pooled(pooling)), 0);

/** The numbers in a window, row by row, without padding. */
export const windowValues = (cells: Matrix, row: Window, column: Window): number[] =>
  cells.slice(row.start, row.end).flatMap((line) => line.slice(column.start, column.end));

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** A mean as it is typed: a whole number or a fraction. */
export const meanOf = (values: readonly number[], counted: number): string => fraction(total(values), counted);

/** The mean of some numbers: (1 + 2 + 3 + 6) / 4 = 12 / 4 = 3. */
export function meanWorking(values: readonly number[], counted: number): Working {
  const terms = sumPieces(values).map((piece) => input(piece));
  const sum = total(values);
  const written = terms.map(
    (piece, index) => `${index === 0 ? '(' : ''}${piece}${index === terms.length - 1 ? ')' : ''}`,
  );
  return {
    lines: [
      [...written, `/ ${format(counted)}`],
      [product(format(sum)), `/ ${format(counted)}`],
      [fraction(sum, counted).replace('-', '−')],
    ],
  };
}

/** The sum of some numbers: 1 + 2 + 3 + 6 = 12. */
export const sumWorking = (values: readonly number[]): Working => ({
  lines: [sumPieces(values).map((piece) => input(piece)), [product(format(total(values)))]],
});

/** The largest of some numbers: max(1, 2, 3, 6) = 6. */
export const maxWorking = (values: readonly number[], found = Math.max(...values)): Working => ({
  lines: [[`max(${values.map((value) => input(format(value))).join(', ')})`], [format(found)]],
});

/** The number of windows in one direction, from the sizes: ⌊(5 + 2 × 1 − 3) / 2⌋ + 1. */
export function poolSizeWorking(pooling: Pooling, axis: 0 | 1): Working {
  const size = axis === 0 ? rowsOf(pooling.input) : columnsOf(pooling.input);
  const { window, stride, padding, ceilMode } = pooling;
  const rim = padding === 0 ? '' : ` + 2 × ${paddingText(padding)}`;
  const [open, close] = ceilMode ? '⌈⌉' : '⌊⌋';
  return {
    lines: [
      [`${open}(${input(size)}${rim} − ${format(window)})`, `/ ${format(stride)}${close}`, '+ 1'],
      [format(windowsOf(pooling, axis).length)],
    ],
  };
}

/** The first cell that belongs to one window only; `undefined` where every cell of it is shared. */
function ownCell(windows: readonly Window[], index: number): number | undefined {
  const { start = 0, end = 0 } = windows[index] ?? {};
  const cells = Array.from({ length: end - start }, (_, step) => start + step);
  return cells.find((cell) => windows.every((other, i) => i === index || cell < other.start || cell >= other.end));
}

/**
 * The map with one cell of every window changed (where the window has one for itself), so that the sum of each window can
 * be divided by what its mean divides by. A changed cell is the one number that fits among so many from `low` on.
 */
export function withWholeMeans(
  cells: Matrix,
  rows: readonly Window[],
  columns: readonly Window[],
  low: (row: number, column: number) => number,
): Matrix {
  const changed = cells.map((line) => [...line]);
  for (const [r, row] of rows.entries()) {
    for (const [c, column] of columns.entries()) {
      const [y, x] = [ownCell(rows, r), ownCell(columns, c)];
      if (y === undefined || x === undefined) continue;
      const counted = row.counted * column.counted;
      const others = total(windowValues(changed, row, column)) - cellAt(changed, y, x);
      const least = low(y, x);
      const rest = (((others + least) % counted) + counted) % counted;
      changed[y]?.splice(x, 1, least + ((counted - rest) % counted));
    }
  }
  return changed;
}
