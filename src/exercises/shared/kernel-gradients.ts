import { convolve2dGradients, fromRows, toRows, zeros } from '../../core/index.ts';
import type { Matrix, Window, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { sumOfProducts, sumPieces } from '../kit/working.ts';
import { cellAt, columnsOf, drawMatrix, matrix, rowsOf } from './maps.ts';

export interface KernelGradient {
  readonly input: Matrix;
  /** The gradient of the loss for each output. */
  readonly gradient: Matrix;
  /** The size of the kernel, whose weights the gradient does not depend on. */
  readonly size: number;
  readonly stride: number;
  readonly asksBias: boolean;
}

/** The gradients, by the site's own function. */
export function truth({ input, gradient, size, stride }: KernelGradient): { kernel: Matrix; bias: number } {
  const bias = zeros([1]);
  const found = convolve2dGradients(fromRows([gradient]), fromRows([input]), zeros([1, 1, size, size]), {
    stride,
    bias,
  });
  return { kernel: toRows(found.kernel, 0, 0), bias: found.bias?.data[0] ?? 0 };
}

/** What meets at one weight: for each output the input that the weight lies on there, and that output's gradient. */
export const pairsOf = ({ input, gradient, stride }: KernelGradient, row: number, column: number): [number, number][] =>
  gradient.flatMap((line, i) =>
    line.map((slope, j): [number, number] => [cellAt(input, row + i * stride, column + j * stride), slope]),
  );

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const productsOf = (pairs: readonly [number, number][]): number[] =>
  pairs.map(([value, slope]) => value * slope + 0);

/** The input that one weight meets: as many rows and columns as the output has, the stride apart. */
const windowOf = ({ gradient, stride }: KernelGradient, row: number, column: number): Window => ({
  grid: 'input',
  row,
  column,
  rows: (rowsOf(gradient) - 1) * stride + 1,
  columns: (columnsOf(gradient) - 1) * stride + 1,
});

/** The calculation of one field. */
export function working(problem: KernelGradient, part: string, index: number): Working {
  if (part === 'bias') {
    const slopes = problem.gradient.flat();
    return { lines: [sumPieces(slopes), [format(sum(slopes))]] };
  }
  const [row, column] = [Math.floor(index / problem.size), index % problem.size];
  return sumOfProducts(pairsOf(problem, row, column), [], [windowOf(problem, row, column)]);
}

/** Draws one problem of a level. */
export function drawProblem(random: Random, level: 1 | 2 | 3): KernelGradient {
  if (level === 1) {
    // Two outputs that matter, so that it can be done in the head.
    const slopes = random.shuffle([0, 0, 1, random.pick([1, -1])]);
    const gradient = matrix(2, 2, (row, column) => slopes[row * 2 + column] ?? 0);
    return { input: drawMatrix(random, 3, 3, 0, 4), gradient, size: 2, stride: 1, asksBias: false };
  }
  const gradient = drawMatrix(random, 2, 2, -2, 2);
  if (level === 2) return { input: drawMatrix(random, 3, 3, -2, 3), gradient, size: 2, stride: 1, asksBias: true };
  return { input: drawMatrix(random, 5, 5, -2, 3), gradient, size: random.pick([2, 3]), stride: 2, asksBias: true };
}

/** Whether enough outputs have a gradient for the rules to differ: at level 1 two, else three. */
export const hasSlopes = ({ gradient, asksBias }: KernelGradient): boolean =>
  gradient.flat().filter((slope) => slope !== 0).length >= (asksBias ? 3 : 2);
