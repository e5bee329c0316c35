import { checkAtLeast, checkRank, checkShape, doubles } from './check.ts';
import { checkClass, crossEntropy, crossEntropyGradient } from './cross-entropy.ts';
import { add } from './elementwise.ts';
import { linear, linearGradients } from './linear.ts';
import { softmax } from './softmax.ts';
import { solvePositive } from './solve.ts';
import { type Tensor, zeros } from './tensor.ts';

/** A fitted dense layer, for `linear`: weight out×in, bias out. */
export interface Fit {
  readonly weight: Tensor;
  readonly bias: Tensor;
}

/** Where many fits are equally good, so little decay decides between them. */
const TRACE = 1e-6;
/** The share of the decay that biases get: too little to hold them, enough to leave one answer. */
const BIAS_SHARE = 1e-3;
const STEPS = 60;
/** A step this short changes nothing. */
const STILL = 1e-9;
/** What rounding may add to the loss. */
const ROUNDING = 1e-12;

/**
 * Linear regression: the weight (1×in) and bias with the least sum of squared distances to the targets.
 * Inputs are N×in, targets one number a row. Where many weights fit equally well, the smallest are taken.
 * @throws RangeError where there is not one target a row.
 */
export function leastSquares(inputs: Tensor, targets: Tensor): Fit {
  const x = withOnes(inputs);
  const [rows = 1, columns = 1] = x.shape;
  checkShape('targets', targets, [rows], 'one number for each row of inputs');
  const [values, y] = [doubles(x), doubles(targets)];
  const squares = zeros([columns, columns]);
  const right = zeros([columns]);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < columns; i++) {
      const value = values[row * columns + i] ?? 0;
      right.data[i] = (right.data[i] ?? 0) + value * (y[row] ?? 0);
      for (let j = 0; j < columns; j++) {
        squares.data[i * columns + j] = (squares.data[i * columns + j] ?? 0) + value * (values[row * columns + j] ?? 0);
      }
    }
  }
  for (let i = 0; i < columns - 1; i++)
    squares.data[i * (columns + 1)] = (squares.data[i * (columns + 1)] ?? 0) + TRACE;
  return split({ shape: [1, columns], data: solvePositive(squares, right).data });
}

/**
 * Softmax regression: one score a class, with the weights and biases that make the mean cross-entropy plus
 * decay/2 × the sum of their squares least (a bias counts a thousandth). Inputs are N×in, targets classes counted
 * from 0. There is exactly one such fit; Newton's method finds it, whatever the classes are called.
 * @throws RangeError where there is not one target a row, a target is not a class, or the decay is below 10⁻⁶.
 */
export function softmaxRegression(
  inputs: Tensor,
  targets: readonly number[],
  { classes, decay }: { readonly classes: number; readonly decay: number },
): Fit {
  checkAtLeast('decay', decay, TRACE);
  for (const [row, target] of targets.entries()) checkClass(`targets[${row}]`, target, classes);
  const x = withOnes(inputs);
  const columns = x.shape[1] ?? 1;
  const pulls = Float64Array.from({ length: classes * columns }, (_, i) =>
    i % columns === columns - 1 ? BIAS_SHARE * decay : decay,
  );
  const lossOf = (weight: Tensor): number =>
    doubles(weight).reduce((sum, value, i) => sum + ((pulls[i] ?? 0) / 2) * value * value, 0) +
    crossEntropy(linear(x, weight), targets);
  let weight = zeros([classes, columns]);
  let loss = lossOf(weight);
  for (let step = 0; step < STEPS; step++) {
    const slopes = linearGradients(crossEntropyGradient(linear(x, weight), targets), x, weight).weight;
    const gradient = slopes.data.map((slope, i) => slope + (pulls[i] ?? 0) * (weight.data[i] ?? 0));
    const flat = { shape: [gradient.length], data: gradient };
    const move = solvePositive(curvature(x, weight, pulls), flat).data;
    const moved = (share: number): Tensor =>
      add(weight, { shape: weight.shape, data: Float64Array.from(move, (value) => -share * value) });
    // A whole step overshoots far from the minimum: halve it until the loss falls.
    let share = 1;
    while (share > STILL && !(lossOf(moved(share)) <= loss + ROUNDING)) share /= 2;
    weight = moved(share);
    loss = lossOf(weight);
    if (move.every((value) => Math.abs(share * value) < STILL)) break;
  }
  return split(weight);
}

/** The second derivatives of the loss: for classes a and b the mean of p_a(δ_ab − p_b)·x·xᵀ, and the decay. */
function curvature(x: Tensor, weight: Tensor, pulls: Float64Array): Tensor {
  const [classes = 1, columns = 1] = weight.shape;
  const [rows, size] = [x.shape[0] ?? 1, classes * columns];
  const probabilities = softmax(linear(x, weight)).data;
  const matrix = zeros([size, size]);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < size; i++) {
      const [a, u] = [Math.floor(i / columns), i % columns];
      for (let j = 0; j <= i; j++) {
        const [b, v] = [Math.floor(j / columns), j % columns];
        const [p, q] = [probabilities[row * classes + a] ?? 0, probabilities[row * classes + b] ?? 0];
        const product = (x.data[row * columns + u] ?? 0) * (x.data[row * columns + v] ?? 0);
        const value = (p * ((a === b ? 1 : 0) - q) * product) / rows;
        matrix.data[i * size + j] = (matrix.data[i * size + j] ?? 0) + value;
      }
    }
  }
  for (let i = 0; i < size; i++) {
    matrix.data[i * size + i] = (matrix.data[i * size + i] ?? 0) + (pulls[i] ?? 0);
    for (let j = 0; j < i; j++) matrix.data[j * size + i] = matrix.data[i * size + j] ?? 0;
  }
  return matrix;
}

/** The inputs with a column of ones at the end: its weight is the bias. */
function withOnes(inputs: Tensor): Tensor {
  checkRank('inputs', inputs, [2], 'N×in');
  const [rows = 1, columns = 1] = inputs.shape;
  const data = Float64Array.from({ length: rows * (columns + 1) }, (_, i) => {
    const column = i % (columns + 1);
    return column === columns ? 1 : (inputs.data[Math.floor(i / (columns + 1)) * columns + column] ?? 0);
  });
  return { shape: [rows, columns + 1], data };
}

/** Takes the column of the ones apart again. */
function split({ shape, data }: Tensor): Fit {
  const [outputs = 1, columns = 1] = shape;
  const isBias = (i: number): boolean => i % columns === columns - 1;
  return {
    weight: { shape: [outputs, columns - 1], data: Float64Array.from(data).filter((_, i) => !isBias(i)) },
    bias: { shape: [outputs], data: Float64Array.from(data).filter((_, i) => isBias(i)) },
  };
}
