/** A block of numbers: row-major, channels first (C×H×W, in a batch N×C×H×W). */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array | Float32Array;
}

/** A shape as a person writes it: `3×224×224`. */
export const shapeText = (shape: readonly number[]): string =>
  shape.length === 0 ? 'a single number' : shape.join('×');

/** How many numbers a tensor of this shape holds. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** The error for an argument that cannot be used: what it is, and what it should be. */
export const wrong = (argument: string, is: string, should: string): RangeError =>
  new RangeError(`${argument} is ${is}; it should be ${should}.`);

/**
 * A tensor of a copy of the data, in double precision.
 * @throws RangeError where a size is not a whole number from 1, the data do not fit the shape, or a number is not finite.
 */
export function tensor(shape: readonly number[], data: readonly number[] | Float64Array | Float32Array): Tensor {
  checkSizes('shape', shape);
  const size = sizeOf(shape);
  if (data.length !== size) {
    throw wrong('data', `${data.length} numbers`, `${size}, to fill the shape ${shapeText(shape)}`);
  }
  const bad = data.findIndex((value: number) => !Number.isFinite(value));
  if (bad >= 0) throw wrong(`data[${bad}]`, String(data[bad]), 'a finite number');
  return { shape: [...shape], data: new Float64Array(data) };
}

/**
 * A tensor of zeros.
 * @throws RangeError where a size is not a whole number from 1.
 */
export function zeros(shape: readonly number[]): Tensor {
  checkSizes('shape', shape);
  return { shape: [...shape], data: new Float64Array(sizeOf(shape)) };
}

/** @throws RangeError where a size is not a whole number from 1. */
export function checkSizes(argument: string, shape: readonly number[]): void {
  if (!shape.every((size) => Number.isInteger(size) && size >= 1)) {
    throw wrong(argument, shapeText(shape), 'whole numbers from 1');
  }
}
