import { checkShape } from './check.ts';
import { combine } from './elementwise.ts';
import { type Tensor, wrong } from './tensor.ts';

/** Which values stay (1) and which are dropped (0), and the probability with which the mask was drawn. */
export interface DropoutOptions {
  readonly mask: Tensor;
  readonly probability: number;
}

/**
 * Dropout in training with a given mask: what stays is divided by 1 − p, so that the mean keeps its size. At inference
 * nothing is dropped. Its gradient is the same function of the output's gradient.
 * @throws RangeError where the mask has another shape or other numbers than 0 and 1, or p is not from 0 up to below 1.
 */
export function dropout(input: Tensor, { mask, probability }: DropoutOptions): Tensor {
  checkShape('mask', mask, input.shape, 'the shape of input');
  const bad = mask.data.find((value) => value !== 0 && value !== 1);
  if (bad !== undefined) throw wrong('mask', `${bad} at one place`, '0 or 1 everywhere');
  if (!(probability >= 0 && probability < 1)) {
    throw wrong('probability', String(probability), 'a number from 0 up to, but not including, 1');
  }
  return combine(input, mask, (value, stays) => (stays === 1 ? value / (1 - probability) : 0));
}
