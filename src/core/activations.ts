import { mapValues } from './elementwise.ts';
import { normalCumulative, normalDensity } from './normal.ts';
import { type Tensor, wrong } from './tensor.ts';

/** The settings of a leaky ReLU. */
export interface LeakyReluOptions {
  /** The slope for negative inputs, 0.01 where absent. */
  readonly slope?: number | undefined;
}

const sigmoidOf = (x: number): number => 1 / (1 + Math.exp(-x));

function leakySlope({ slope = 0.01 }: LeakyReluOptions): number {
  if (Number.isFinite(slope)) return slope;
  throw wrong('slope', String(slope), 'a finite number');
}

/** max(0, x). */
export const relu = (input: Tensor): Tensor => mapValues(input, (x) => Math.max(0, x));

/** 1 for positive inputs, else 0 (at 0 too, as in PyTorch). */
export const reluDerivative = (input: Tensor): Tensor => mapValues(input, (x) => (x > 0 ? 1 : 0));

/** 1 / (1 + e^−x). */
export const sigmoid = (input: Tensor): Tensor => mapValues(input, sigmoidOf);

/** σ(x)·(1 − σ(x)), at most 0.25. */
export const sigmoidDerivative = (input: Tensor): Tensor => mapValues(input, (x) => sigmoidOf(x) * sigmoidOf(-x));

/** The hyperbolic tangent. */
export const tanh = (input: Tensor): Tensor => mapValues(input, Math.tanh);

/** 1 − tanh²(x). */
export const tanhDerivative = (input: Tensor): Tensor => mapValues(input, (x) => 1 - Math.tanh(x) ** 2);

/** x where positive, else slope · x. */
export function leakyRelu(input: Tensor, options: LeakyReluOptions = {}): Tensor {
  const slope = leakySlope(options);
  return mapValues(input, (x) => (x > 0 ? x : x * slope));
}

/** 1 where positive, else the slope (at 0 too, as in PyTorch). */
export function leakyReluDerivative(input: Tensor, options: LeakyReluOptions = {}): Tensor {
  const slope = leakySlope(options);
  return mapValues(input, (x) => (x > 0 ? 1 : slope));
}

/** x · Φ(x), Φ being the normal distribution (the exact form, not the one with tanh). */
export const gelu = (input: Tensor): Tensor => mapValues(input, (x) => x * normalCumulative(x));

/** Φ(x) + x · φ(x). */
export const geluDerivative = (input: Tensor): Tensor =>
  mapValues(input, (x) => normalCumulative(x) + x * normalDensity(x));
