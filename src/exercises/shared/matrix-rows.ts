import { convolve2d, convolve2dGradients, fromRows, tensor, toRows, zeros } from '../../core/index.ts';
import type { Level, Matrix } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { cellAt, matrix } from './maps.ts';

/** A convolution of one channel as a matrix, of which one row is asked for. */
export interface MatrixRow {
  readonly rows: number;
  readonly columns: number;
  readonly kernel: Matrix;
  readonly stride: number;
  readonly padding: number;
  /** Which row of the matrix is asked for, from 1. */
  readonly row: number;
}

/** Height and width of the output. */
export function outputSize({ rows, columns, kernel: weights, stride, padding }: MatrixRow): readonly [number, number] {
  const { shape } = convolve2d(zeros([1, rows, columns]), fromRows([[weights]]), { stride, padding });
  return [shape[1] ?? 1, shape[2] ?? 1];
}

/** The output cell that a row of the matrix makes, from 0. */
export function cellOf(problem: MatrixRow): readonly [number, number] {
  const [, width] = outputSize(problem);
  return [Math.floor((problem.row - 1) / width), (problem.row - 1) % width];
}

/** The weights as they lie on the input for one output cell: that cell's gradient, by the site's own function. */
export function laid(problem: MatrixRow, [row, column]: readonly [number, number]): Matrix {
  const { rows, columns, kernel: weights, stride, padding } = problem;
  const [height, width] = outputSize(problem);
  const one = Array.from({ length: height * width }, (_, place) => (place === row * width + column ? 1 : 0));
  const settings = { stride, padding };
  const gradients = convolve2dGradients(
    tensor([1, height, width], one),
    zeros([1, rows, columns]),
    fromRows([[weights]]),
    settings,
  );
  return toRows(gradients.input, 0);
}

/** The right row, as it lies on the input. */
export const truth = (problem: MatrixRow): Matrix => laid(problem, cellOf(problem));

/** The weights with the window's upper left corner on this input cell, cut at the edge. */
export const laidAt = ({ rows, columns, kernel: weights }: MatrixRow, top: number, left: number): Matrix =>
  matrix(rows, columns, (row, column) => cellAt(weights, row - top, column - left));

/** The upper left corner of the window, beyond the edge where there is padding. */
export function cornerOf(problem: MatrixRow): readonly [number, number] {
  const [row, column] = cellOf(problem);
  return [row * problem.stride - problem.padding, column * problem.stride - problem.padding];
}

/** The weights written one after the other, without the jump to the next row of the input. */
export function packed(problem: MatrixRow): Matrix {
  const [top, left] = cornerOf(problem);
  const start = top * problem.columns + left;
  const weights = problem.kernel.flat();
  return matrix(problem.rows, problem.columns, (row, column) => weights[row * problem.columns + column - start] ?? 0);
}

/** What the input cell of that number gives to each output: a column of the matrix. */
export function columnValues(problem: MatrixRow): number[] {
  const [height, width] = outputSize(problem);
  const [row, column] = [Math.floor((problem.row - 1) / problem.columns), (problem.row - 1) % problem.columns];
  return matrix(height, width, (r, c) => cellAt(laid(problem, [r, c]), row, column)).flat();
}

/** A kernel, an input and a row of the matrix. */
export function drawRow(random: Random, level: Level): MatrixRow {
  const values = [-3, -2, -1, 1, 2, 3, 4];
  const size = level === 1 ? 2 : random.pick(level === 2 ? [2, 3] : [3]);
  const [rows, columns] =
    level === 1 ? random.pick([[3, 3] as const, [2, 4] as const]) : random.pick([[4, 4] as const, [3, 5] as const]);
  const [stride, padding] = level === 3 ? random.pick([[1, 1] as const, [2, 1] as const]) : [1, 0];
  const setting = { rows, columns, kernel: matrix(size, size, () => random.pick(values)), stride, padding };
  const [height, width] = outputSize({ ...setting, row: 1 });
  return { ...setting, row: random.integer(1, height * width) };
}

/** The input cells under one row of the kernel, with their weights; those on the padding are left out. */
export function pairsUnder(
  problem: MatrixRow,
  kernelRow: number,
): { readonly weight: number; readonly input: number }[] {
  const [top, left] = cornerOf(problem);
  const row = top + kernelRow;
  return (problem.kernel[kernelRow] ?? []).flatMap((weight, index) => {
    const column = left + index;
    const inside = row >= 0 && row < problem.rows && column >= 0 && column < problem.columns;
    return inside ? [{ weight, input: row * problem.columns + column + 1 }] : [];
  });
}
