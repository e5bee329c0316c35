import { checkWhole } from './check.ts';
import { wrong } from './tensor.ts';

/** Sizes along one direction, in cells. */
export interface ConvolutionSizes {
  readonly input: number;
  readonly kernel: number;
  readonly stride?: number | undefined;
  readonly padding?: number | undefined;
  readonly dilation?: number | undefined;
}

/** How many cells a kernel covers from its first to its last: D(K − 1) + 1. */
export const kernelSpan = (kernel: number, dilation: number): number => dilation * (kernel - 1) + 1;

/**
 * The output of a convolution along one direction: ⌊(I + 2P − D(K − 1) − 1) / S⌋ + 1.
 * @throws RangeError where a setting is not a whole number in its range, or the kernel does not fit the padded input.
 */
export function convolutionOutputSize(sizes: ConvolutionSizes): number {
  const { input, kernel } = sizes;
  const stride = sizes.stride ?? 1;
  const padding = sizes.padding ?? 0;
  const dilation = sizes.dilation ?? 1;
  for (const [name, value] of Object.entries({ input, kernel, stride, dilation })) checkWhole(name, value, 1);
  checkWhole('padding', padding, 0);
  const span = kernelSpan(kernel, dilation);
  const padded = input + 2 * padding;
  if (span > padded) throw wrong('input', `${padded} with its padding`, `at least ${span}, what the kernel spans`);
  return Math.floor((padded - span) / stride) + 1;
}

/** Sizes of a pooling along one direction, in cells. */
export interface PoolSizes {
  readonly input: number;
  readonly window: number;
  /** As the window where absent. */
  readonly stride?: number | undefined;
  readonly padding?: number | undefined;
  /** Whether a last window that does not fit whole is kept (it must start inside the input or the padding before it). */
  readonly ceilMode?: boolean | undefined;
}

/**
 * The output of a pooling along one direction, as PyTorch counts it.
 * @throws RangeError where a setting is not a whole number in its range, padding is above half the window, or no window fits.
 */
export function poolOutputSize(sizes: PoolSizes): number {
  const { input, window } = sizes;
  const stride = sizes.stride ?? window;
  const padding = sizes.padding ?? 0;
  for (const [name, value] of Object.entries({ input, window, stride })) checkWhole(name, value, 1);
  checkWhole('padding', padding, 0);
  if (padding > window / 2) throw wrong('padding', String(padding), `at most half the window of ${window}`);
  const room = input + 2 * padding - window;
  const windows = (sizes.ceilMode ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
  if (windows < 1)
    throw wrong('input', `${input + 2 * padding} with its padding`, `large enough for a window of ${window}`);
  // In ceil mode a last window may start beyond the input, where there is nothing to pool.
  return sizes.ceilMode && (windows - 1) * stride >= input + padding ? windows - 1 : windows;
}
