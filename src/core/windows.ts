import { type Maps, mapsOf } from './maps.ts';
import { type PoolSizes, poolOutputSize } from './output-size.ts';
import { type PairOption, toPair } from './pair.ts';
import type { Tensor } from './tensor.ts';

/** The cells that one output of a pooling looks at, along one direction: from `start` up to but without `end`. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** The cells an average divides by: padding counts too where it is asked for. */
  readonly counted: number;
}

/** The settings of a pooling; those absent or `undefined` are PyTorch's. */
export interface PoolOptions {
  readonly window: PairOption;
  /** As the window where absent. */
  readonly stride?: PairOption | undefined;
  readonly padding?: PairOption | undefined;
  /** Whether a last window that does not fit whole is kept (it must start inside the input or the padding before it). */
  readonly ceilMode?: boolean | undefined;
}

/**
 * The windows of a pooling along one direction, cut to the input: padding is never looked at.
 * @throws RangeError as `poolOutputSize`.
 */
export function poolWindows(sizes: PoolSizes, countIncludePad = true): Window[] {
  const { input, window } = sizes;
  const padding = sizes.padding ?? 0;
  const stride = sizes.stride ?? window;
  return Array.from({ length: poolOutputSize(sizes) }, (_, i) => {
    const from = i * stride - padding;
    const start = Math.max(from, 0);
    const end = Math.min(from + window, input);
    // A last window may reach beyond the padding in ceil mode; what lies there is not counted.
    return { start, end, counted: countIncludePad ? Math.min(from + window, input + padding) - from : end - start };
  });
}

/** PyTorch's windows of an adaptive pooling: from ⌊i·I/O⌋ to ⌈(i + 1)·I/O⌉; they may overlap. */
export function adaptiveWindows(input: number, output: number): Window[] {
  return Array.from({ length: output }, (_, i) => {
    const start = Math.floor((i * input) / output);
    const end = Math.ceil(((i + 1) * input) / output);
    return { start, end, counted: end - start };
  });
}

/** A pooling whose arguments have been checked. */
export interface PoolPlan {
  readonly maps: Maps;
  readonly rows: readonly Window[];
  readonly columns: readonly Window[];
}

/** @throws RangeError where the arguments of a pooling do not fit together. */
export function planPool(input: Tensor, options: PoolOptions, countIncludePad = true): PoolPlan {
  const maps = mapsOf('input', input);
  const window = toPair('window', options.window, 1);
  const stride = toPair('stride', options.stride ?? window, 1);
  const padding = toPair('padding', options.padding ?? 0, 0);
  const { ceilMode } = options;
  const along = (axis: 0 | 1, size: number): Window[] =>
    poolWindows(
      { input: size, window: window[axis], stride: stride[axis], padding: padding[axis], ceilMode },
      countIncludePad,
    );
  return { maps, rows: along(0, maps.rows), columns: along(1, maps.columns) };
}

/** @throws RangeError where the arguments of an adaptive pooling do not fit together. */
export function planAdaptivePool(input: Tensor, outputSize: PairOption): PoolPlan {
  const maps = mapsOf('input', input);
  const [rows, columns] = toPair('outputSize', outputSize, 1);
  return { maps, rows: adaptiveWindows(maps.rows, rows), columns: adaptiveWindows(maps.columns, columns) };
}
