import type { Matrix, Values } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';

/** A matrix whose cells are made one by one. */
export const matrix = (rows: number, columns: number, cell: (row: number, column: number) => number): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));

/** A matrix of drawn whole numbers from `low` to `high`. */
export const drawMatrix = (random: Random, rows: number, columns: number, low: number, high: number): Matrix =>
  matrix(rows, columns, () => random.integer(low, high));

/** A cell of a matrix; 0 beyond its edge, as zero padding has it. */
export const cellAt = (cells: Matrix, row: number, column: number): number => cells[row]?.[column] ?? 0;

export const rowsOf = (cells: Matrix): number => cells.length;
export const columnsOf = (cells: Matrix): number => cells[0]?.length ?? 0;

/** Turned by half a turn: what a mathematician's convolution does to the kernel. */
export const turned = (cells: Matrix): Matrix => cells.map((row) => [...row].reverse()).reverse();

/** Rows and columns exchanged. */
export const transposed = (cells: Matrix): Matrix =>
  matrix(columnsOf(cells), rowsOf(cells), (row, column) => cellAt(cells, column, row));

/** An input value and the weight that lies on it. */
export type Pair = readonly [number, number];

/** The pairs that make one output cell, row by row, for a window whose upper left corner is at `row`, `column`. */
export const windowPairs = (input: Matrix, kernel: Matrix, row: number, column: number): Pair[] =>
  kernel.flatMap((weights, u) => weights.map((weight, v): Pair => [cellAt(input, row + u, column + v), weight]));

/**
 * A map of another size, written into the fields of a grid of `rows` × `columns`: cut where it is larger; where it is
 * smaller the fields beyond it stay empty.
 */
export const cutTo = (cells: Matrix, rows: number, columns: number): Values =>
  Array.from({ length: rows * columns }, (_, index) => cells[Math.floor(index / columns)]?.[index % columns]);

/** The map of one input channel and one kernel, stride 1. */
export const convolve = (input: Matrix, kernel: Matrix, { bias = 0, padding = 0 } = {}): Matrix =>
  matrix(
    rowsOf(input) + 2 * padding - rowsOf(kernel) + 1,
    columnsOf(input) + 2 * padding - columnsOf(kernel) + 1,
    (row, column) =>
      windowPairs(input, kernel, row - padding, column - padding).reduce((sum, [x, w]) => sum + x * w, bias),
  );
