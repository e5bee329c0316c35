import { checkClass } from './cross-entropy.ts';
import { type Tensor, wrong, zeros } from './tensor.ts';

/**
 * One-hot labels: N×C, with a single 1 in each row at its class, counted from 0.
 * @throws RangeError where a target is not one of the classes.
 */
export function oneHot(targets: readonly number[], classes: number): Tensor {
  const labels = zeros([targets.length, classes]);
  for (const [row, target] of targets.entries()) {
    checkClass(`targets[${row}]`, target, classes);
    labels.data[row * classes + target] = 1;
  }
  return labels;
}

/** The index of the largest value, from 0; the first where several are largest. @throws RangeError where there is none. */
export const argmax = (values: ArrayLike<number>): number => topK(values, 1)[0] ?? Number.NaN;

/**
 * The indices of the k largest values, largest first; of equal values the first comes first.
 * @throws RangeError where k is not a whole number from 1 to the number of values.
 */
export function topK(values: ArrayLike<number>, k: number): number[] {
  if (!(Number.isInteger(k) && k >= 1 && k <= values.length)) {
    throw wrong('k', String(k), `a whole number from 1 to ${values.length}, the number of values`);
  }
  const valueAt = (index: number): number => values[index] ?? Number.NaN;
  return Array.from({ length: values.length }, (_, index) => index)
    .sort((left, right) => valueAt(right) - valueAt(left))
    .slice(0, k);
}
