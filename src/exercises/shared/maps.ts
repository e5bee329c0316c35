import type { Matrix, Values } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';

/** A matrix whose cells are made one by one. */
export const matrix = (rows: number, columns: number, cell: (row: number, column: number) => number): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));

/** A matrix of drawn whole numbers from `low` to `high`. */
export const drawMatrix = (random: Random, rows: number, columns: number, low: number, high: number): Matrix =>
  matrix(rows, columns, () => random.integer(low, high));

/** A picture of 1 and −1. */
export const drawPicture = (random: Random, rows: number, columns: number): Matrix =>
  matrix(rows, columns, () => random.pick([1, -1]));

/** A cell of a matrix; 0 beyond its edge. */
export const cellAt = (cells: Matrix, row: number, column: number): number => cells[row]?.[column] ?? 0;

export const rowsOf = (cells: Matrix): number => cells.length;
export const columnsOf = (cells: Matrix): number => cells[0]?.length ?? 0;

/** Turned by half a turn: what a mathematician's convolution does to the kernel. */
export const turned = (cells: Matrix): Matrix => cells.map((row) => [...row].reverse()).reverse();

/** Rows and columns exchanged. */
export const transposed = (cells: Matrix): Matrix =>
  matrix(columnsOf(cells), rowsOf(cells), (row, column) => cellAt(cells, column, row));

/** With rows and columns of zeros around. */
export const surrounded = (cells: Matrix, ring: { top?: number; left?: number; bottom?: number; right?: number }) => {
  const { top = 0, left = 0, bottom = 0, right = 0 } = ring;
  return matrix(rowsOf(cells) + top + bottom, columnsOf(cells) + left + right, (row, column) =>
    cellAt(cells, row - top, column - left),
  );
};

/**
 * A map of any size, written into the fields of a grid of `rows` × `columns`: cut where it is larger; where it is
 * smaller the fields beyond it stay empty.
 */
export const cutTo = (cells: Matrix, rows: number, columns: number): Values =>
  Array.from({ length: rows * columns }, (_, index) => cells[Math.floor(index / columns)]?.[index % columns]);

/** The rows of a matrix as they are read out: `3, 0, −1`. */
export const rowTexts = (cells: Matrix): string[] => cells.map((row) => row.map((value) => format(value)).join(', '));
