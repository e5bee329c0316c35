import { checkFilled, checkShape, doubles } from './check.ts';
import { checkSizes, shapeText, sizeOf, type Tensor, wrong } from './tensor.ts';

/** A tensor of the same shape with a function applied to every number. */
export function mapValues(input: Tensor, change: (value: number) => number): Tensor {
  checkFilled('input', input);
  return { shape: input.shape, data: doubles(input).map((value) => change(value)) };
}

/**
 * Two tensors of the same shape combined number by number.
 * @throws RangeError where their shapes differ.
 */
export function combine(left: Tensor, right: Tensor, change: (left: number, right: number) => number): Tensor {
  checkFilled('left', left);
  checkShape('right', right, left.shape, 'the shape of left');
  return {
    shape: left.shape,
    data: doubles(left).map((value, i) => change(value, right.data[i] ?? Number.NaN)),
  };
}

/** left + right. @throws RangeError where their shapes differ. */
export const add = (left: Tensor, right: Tensor): Tensor => combine(left, right, (a, b) => a + b);

/** left × right, number by number. @throws RangeError where their shapes differ. */
export const multiply = (left: Tensor, right: Tensor): Tensor => combine(left, right, (a, b) => a * b);

/**
 * The same numbers, in a tensor of another shape.
 * @throws RangeError where the new shape holds another number of values.
 */
export function reshape(input: Tensor, shape: readonly number[]): Tensor {
  checkFilled('input', input);
  checkSizes('shape', shape);
  if (sizeOf(shape) !== input.data.length) {
    throw wrong('shape', shapeText(shape), `one of ${input.data.length} values, as ${shapeText(input.shape)} holds`);
  }
  return { shape: [...shape], data: new Float64Array(input.data) };
}
