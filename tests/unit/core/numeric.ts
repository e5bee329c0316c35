import { expect } from 'vitest';
import { sizeOf, type Tensor, tensor } from '@/core/index.ts';

/** Numbers between −2 and 2, the same for the same seed. */
export function randomTensor(seed: number, shape: readonly number[]): Tensor {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 4 - 2;
  };
  return tensor(shape, Array.from({ length: sizeOf(shape) }, next));
}

/** Whole numbers counted up from 1. */
export const counted = (shape: readonly number[]): Tensor =>
  tensor(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => i + 1),
  );

/** Σ slopes × output: the loss whose gradient for the output is `slopes`. */
export function weighted(slopes: Tensor, output: Tensor): number {
  let sum = 0;
  for (const [i, value] of output.data.entries()) sum += value * (slopes.data[i] ?? Number.NaN);
  return sum;
}

/** Holds a gradient to the slope that is seen when each number of `variable` moves a little to both sides. */
export function expectSlopes(gradient: Tensor | undefined, variable: Tensor, loss: (variable: Tensor) => number): void {
  expect(gradient?.shape).toEqual(variable.shape);
  const move = 1e-5;
  const moved = (place: number, by: number): number =>
    loss({ shape: variable.shape, data: variable.data.map((value, i) => (i === place ? value + by : value)) });
  for (const place of variable.data.keys()) {
    const slope = (moved(place, move) - moved(place, -move)) / (2 * move);
    expect(gradient?.data[place], `at ${place}`).toBeCloseTo(slope, 6);
  }
}
