import { checkRank } from './check.ts';
import { shapeText, sizeOf, type Tensor, tensor, wrong } from './tensor.ts';

/** Numbers in rows, planes of rows, and so on: `[[1, 2], [3, 4]]`. */
export type Nested = readonly number[] | readonly Nested[];

/**
 * The tensor that nested lists write out: rows give H×W, planes of rows C×H×W.
 * @throws RangeError where a row is longer or shorter than the first, or a number is not finite.
 */
export function fromRows(rows: Nested): Tensor {
  const shape: number[] = [];
  for (let level: number | Nested | undefined = rows; Array.isArray(level); level = level[0]) shape.push(level.length);
  const data: number[] = [];
  collect(rows, shape, data);
  return tensor(shape, data);
}

function collect(rows: number | Nested, shape: readonly number[], data: number[]): void {
  const [length, ...rest] = shape;
  if (typeof rows === 'number' && length === undefined) {
    data.push(rows);
  } else if (typeof rows !== 'number' && rows.length === length) {
    for (const row of rows) collect(row, rest, data);
  } else {
    const is = typeof rows === 'number' ? 'a single number' : `a row of ${rows.length}`;
    throw wrong(
      'a part of rows',
      is,
      `as the first: ${length === undefined ? 'a single number' : `a row of ${length}`}`,
    );
  }
}

/**
 * The rows of a matrix, or of the matrix that the leading indices choose: `toRows(maps, 2)` is channel 2 of C×H×W.
 * @throws RangeError where the indices do not leave two dimensions or lie outside.
 */
export function toRows(value: Tensor, ...leading: readonly number[]): number[][] {
  checkRank('value', value, [leading.length + 2], `a tensor of ${leading.length + 2} dimensions`);
  const [rows = 1, columns = 1] = value.shape.slice(-2);
  const start = offsetOf(value.shape.slice(0, -2), leading) * rows * columns;
  return Array.from({ length: rows }, (_, row) => [
    ...value.data.subarray(start + row * columns, start + (row + 1) * columns),
  ]);
}

/**
 * One number, by an index for each dimension, counted from 0.
 * @throws RangeError where an index is missing or outside.
 */
export function at(value: Tensor, ...indices: readonly number[]): number {
  return value.data[offsetOf(value.shape, indices)] ?? Number.NaN;
}

function offsetOf(shape: readonly number[], indices: readonly number[]): number {
  const inside = indices.length === shape.length && shape.every((size, axis) => isIndex(indices[axis], size));
  if (!inside) throw wrong('the index', `[${indices.join(', ')}]`, `inside ${shapeText(shape)}, counted from 0`);
  return indices.reduce((offset, index, axis) => offset + index * sizeOf(shape.slice(axis + 1)), 0);
}

const isIndex = (index: number | undefined, size: number): boolean =>
  index !== undefined && Number.isInteger(index) && index >= 0 && index < size;
