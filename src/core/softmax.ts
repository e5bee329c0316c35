import { checkRank, checkShape, doubles } from './check.ts';
import { type Tensor, wrong } from './tensor.ts';

/** The settings of a softmax. */
export interface SoftmaxOptions {
  /** Scores are divided by it first: above 1 evens the probabilities out, below 1 sharpens them. 1 where absent. */
  readonly temperature?: number | undefined;
}

/**
 * Probabilities from scores, N×C over C (or one vector): e^(z/T) / Σ e^(z/T), with the largest score subtracted first.
 * @throws RangeError where the scores are of another shape, or the temperature is not above 0.
 */
export function softmax(logits: Tensor, options: SoftmaxOptions = {}): Tensor {
  const temperature = toTemperature(options);
  return byRow(logits, (row, output) => {
    const largest = largestOf(row);
    let sum = 0;
    for (let i = 0; i < row.length; i++) {
      const power = Math.exp(((row[i] ?? Number.NaN) - largest) / temperature);
      output[i] = power;
      sum += power;
    }
    for (let i = 0; i < row.length; i++) output[i] = (output[i] ?? Number.NaN) / sum;
  });
}

/**
 * The natural logarithm of `softmax`, exact also where a probability is too small to be written.
 * @throws RangeError where the scores are not N×C or one vector.
 */
export function logSoftmax(logits: Tensor): Tensor {
  return byRow(logits, (row, output) => {
    const largest = largestOf(row);
    const logSum = Math.log(row.reduce((sum, score) => sum + Math.exp(score - largest), 0));
    for (let i = 0; i < row.length; i++) output[i] = (row[i] ?? Number.NaN) - largest - logSum;
  });
}

/** The gradient of `softmax` for the scores: p · (g − Σ p·g) / T. */
export function softmaxGradient(gradOutput: Tensor, logits: Tensor, options: SoftmaxOptions = {}): Tensor {
  const temperature = toTemperature(options);
  const probabilities = softmax(logits, options);
  checkShape('gradOutput', gradOutput, logits.shape, 'the shape of logits');
  const slopes = doubles(gradOutput);
  let start = 0;
  return byRow(probabilities, (row, output) => {
    const at = (i: number): number => slopes[start + i] ?? Number.NaN;
    const mean = row.reduce((sum, probability, i) => sum + probability * at(i), 0);
    for (let i = 0; i < row.length; i++) output[i] = ((row[i] ?? Number.NaN) * (at(i) - mean)) / temperature;
    start += row.length;
  });
}

function toTemperature(options: SoftmaxOptions): number {
  const temperature = options.temperature ?? 1;
  if (Number.isFinite(temperature) && temperature > 0) return temperature;
  throw wrong('temperature', String(temperature), 'a number above 0');
}

const largestOf = (row: Float64Array): number => row.reduce((left, right) => Math.max(left, right));

/** A tensor of the same shape, filled row by row. */
function byRow(logits: Tensor, fill: (row: Float64Array, output: Float64Array) => void): Tensor {
  checkRank('logits', logits, [1, 2], 'N×C, or one vector');
  const input = doubles(logits);
  const classes = logits.shape.at(-1) ?? 1;
  const data = new Float64Array(input.length);
  for (let start = 0; start < input.length; start += classes) {
    fill(input.subarray(start, start + classes), data.subarray(start, start + classes));
  }
  return { shape: logits.shape, data };
}
