import { checkSizes, shapeText, sizeOf, type Tensor, wrong } from './tensor.ts';

/** @throws RangeError unless the tensor has one of these numbers of dimensions and the data to fill them. */
export function checkRank(argument: string, value: Tensor, ranks: readonly number[], meaning: string): void {
  checkFilled(argument, value);
  if (!ranks.includes(value.shape.length)) throw wrong(argument, shapeText(value.shape), meaning);
}

/** @throws RangeError unless the tensor has exactly this shape. */
export function checkShape(argument: string, value: Tensor, shape: readonly number[], meaning: string): void {
  checkFilled(argument, value);
  const same = value.shape.length === shape.length && shape.every((size, axis) => value.shape[axis] === size);
  if (!same) throw wrong(argument, shapeText(value.shape), `${shapeText(shape)}, ${meaning}`);
}

/** @throws RangeError unless the tensor's data fill its shape (one may have been put together by hand). */
export function checkFilled(argument: string, value: Tensor): void {
  checkSizes(`${argument}.shape`, value.shape);
  const size = sizeOf(value.shape);
  if (value.data.length !== size) {
    throw wrong(
      `${argument}.data`,
      `${value.data.length} numbers`,
      `${size}, to fill the shape ${shapeText(value.shape)}`,
    );
  }
}

export const isWhole = (value: number, minimum: number): boolean => Number.isInteger(value) && value >= minimum;

/** @throws RangeError unless the number is whole and at least this. */
export function checkWhole(argument: string, value: number, minimum: number): void {
  if (!isWhole(value, minimum)) throw wrong(argument, String(value), `a whole number from ${minimum}`);
}

/** @throws RangeError unless the number is finite and at least this. */
export function checkAtLeast(argument: string, value: number, minimum: number): void {
  if (!(Number.isFinite(value) && value >= minimum)) throw wrong(argument, String(value), `a number from ${minimum}`);
}

/** The tensor's numbers in double precision; not a copy where they are so already. */
export const doubles = (value: Tensor): Float64Array =>
  value.data instanceof Float64Array ? value.data : new Float64Array(value.data);
