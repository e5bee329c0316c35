import { doubles } from './check.ts';
import { logSoftmax, softmax } from './softmax.ts';
import { type Tensor, wrong } from './tensor.ts';

/**
 * The mean cross-entropy of raw scores, N×C (or one vector), against true classes counted from 0: −ln p of the true class.
 * @throws RangeError where there is not one target a row, or a target is not a class.
 */
export function crossEntropy(logits: Tensor, targets: readonly number[]): number {
  const logs = logSoftmax(logits);
  const classes = checkTargets(logits, targets);
  const sum = targets.reduce((total, target, row) => total + (logs.data[row * classes + target] ?? Number.NaN), 0);
  return (0 - sum) / targets.length;
}

/**
 * The gradient of `crossEntropy` for the scores: (p − y) / N, y being the one-hot label.
 * @throws RangeError where there is not one target a row, or a target is not a class.
 */
export function crossEntropyGradient(logits: Tensor, targets: readonly number[]): Tensor {
  const probabilities = softmax(logits);
  const classes = checkTargets(logits, targets);
  const data = doubles(probabilities).map((probability, i) => {
    const label = targets[Math.floor(i / classes)] === i % classes ? 1 : 0;
    return (probability - label) / targets.length;
  });
  return { shape: logits.shape, data };
}

function checkTargets(logits: Tensor, targets: readonly number[]): number {
  const classes = logits.shape.at(-1) ?? 1;
  const rows = logits.data.length / classes;
  if (targets.length !== rows)
    throw wrong('targets', `${targets.length} classes`, `${rows}, one for each row of logits`);
  for (const [i, target] of targets.entries()) checkClass(`targets[${i}]`, target, classes);
  return classes;
}

/** @throws RangeError unless the class is one of so many, counted from 0. */
export function checkClass(argument: string, index: number, classes: number): void {
  if (!(Number.isInteger(index) && index >= 0 && index < classes)) {
    throw wrong(argument, String(index), `a whole number from 0 to ${classes - 1}`);
  }
}
