import { isWhole } from './check.ts';
import { type LayerPlace, NetworkError } from './network-error.ts';
import type {
  AdaptiveAveragePool2dLayer,
  BatchNorm2dLayer,
  Conv2dLayer,
  LinearLayer,
  Pool2dLayer,
} from './network-layers.ts';
import { convolutionOutputSize, kernelSpan, poolOutputSize } from './output-size.ts';
import { type Pair, type PairOption, readPair } from './pair.ts';
import { lookAdaptively, lookThrough, type Sight } from './seen-cells.ts';
import { sizeOf } from './tensor.ts';
import { adaptiveWindows } from './windows.ts';

/** What passes between layers: the shape, and along each direction what a value sees and how many stand side by side. */
export interface Passing {
  readonly shape: readonly number[];
  readonly seen: readonly [rows: Sight, columns: Sight];
  /** The size of the maps, kept through a flatten until a dense layer joins all of them. */
  readonly size: Pair;
}

/** What a layer gives on, and what it costs. */
export interface Step {
  readonly passing: Passing;
  readonly parameters: number;
  readonly macs: number;
}

type Axis = 0 | 1;
const both = <T>(along: (axis: Axis) => T): readonly [T, T] => [along(0), along(1)];

export function convolutionStep(layer: Conv2dLayer, before: Passing, place: LayerPlace): Step {
  const inputs = channelsOf(before, place);
  const outputs = whole(place, 'outputs', layer.outputs, 1);
  const kernel = pair(place, 'kernel', layer.kernel, 1);
  const stride = pair(place, 'stride', layer.stride ?? 1, 1);
  const padding = pair(place, 'padding', layer.padding ?? 0, 0);
  const dilation = pair(place, 'dilation', layer.dilation ?? 1, 1);
  const groups = whole(place, 'groups', layer.groups ?? 1, 1);
  checkInputs(place, layer.inputs, inputs);
  if (inputs % groups !== 0 || outputs % groups !== 0) {
    throw new NetworkError(place, { code: 'groups', groups, inputs, outputs });
  }
  checkSize(
    place,
    before,
    both((axis) => kernelSpan(kernel[axis], dilation[axis]) - 2 * padding[axis]),
  );
  const size = both((axis) =>
    convolutionOutputSize({
      input: before.size[axis],
      kernel: kernel[axis],
      stride: stride[axis],
      padding: padding[axis],
      dilation: dilation[axis],
    }),
  );
  const weights = outputs * (inputs / groups) * kernel[0] * kernel[1];
  const seen = both((axis) =>
    lookThrough(before.seen[axis], size[axis], {
      kernel: kernel[axis],
      stride: stride[axis],
      padding: padding[axis],
      dilation: dilation[axis],
    }),
  );
  return {
    passing: { shape: [outputs, ...size], seen, size },
    parameters: weights + (layer.bias === false ? 0 : outputs),
    macs: weights * size[0] * size[1],
  };
}

export function poolStep(layer: Pool2dLayer, before: Passing, place: LayerPlace): Step {
  const channels = channelsOf(before, place);
  const window = pair(place, 'window', layer.window, 1);
  const stride = pair(place, 'stride', layer.stride ?? window, 1);
  const padding = pair(place, 'padding', layer.padding ?? 0, 0);
  const ceilMode = layer.ceilMode ?? false;
  if (padding[0] > window[0] / 2 || padding[1] > window[1] / 2) {
    throw new NetworkError(place, { code: 'padding-too-large', padding, window });
  }
  // In ceil mode a window may hang over the end by less than a stride.
  checkSize(
    place,
    before,
    both((axis) => window[axis] - 2 * padding[axis] - (ceilMode ? stride[axis] - 1 : 0)),
  );
  const size = both((axis) =>
    poolOutputSize({
      input: before.size[axis],
      window: window[axis],
      stride: stride[axis],
      padding: padding[axis],
      ceilMode,
    }),
  );
  const seen = both((axis) =>
    lookThrough(before.seen[axis], size[axis], {
      kernel: window[axis],
      stride: stride[axis],
      padding: padding[axis],
      dilation: 1,
    }),
  );
  return free({ shape: [channels, ...size], seen, size });
}

export function adaptivePoolStep(layer: AdaptiveAveragePool2dLayer, before: Passing, place: LayerPlace): Step {
  const channels = channelsOf(before, place);
  const size = pair(place, 'outputSize', layer.outputSize, 1);
  const seen = both((axis) =>
    lookAdaptively(before.seen[axis], before.size[axis], adaptiveWindows(before.size[axis], size[axis])),
  );
  return free({ shape: [channels, ...size], seen, size });
}

/** A dense layer sees whatever its inputs see together. */
export function linearStep(layer: LinearLayer, before: Passing, place: LayerPlace): Step {
  const [inputs = 1, ...rest] = before.shape;
  if (rest.length > 0) throw new NetworkError(place, { code: 'needs-flatten', gets: before.shape });
  const outputs = whole(place, 'outputs', layer.outputs, 1);
  checkInputs(place, layer.inputs, inputs);
  const seen = both((axis) =>
    lookThrough(before.seen[axis], 1, { kernel: before.size[axis], stride: 1, padding: 0, dilation: 1 }),
  );
  return {
    passing: { shape: [outputs], seen, size: [1, 1] },
    parameters: inputs * outputs + (layer.bias === false ? 0 : outputs),
    macs: inputs * outputs,
  };
}

export function batchNormStep(layer: BatchNorm2dLayer, before: Passing, place: LayerPlace): Step {
  const channels = channelsOf(before, place);
  checkInputs(place, layer.inputs, channels);
  return { ...free(before), parameters: 2 * channels };
}

export const flattenStep = (before: Passing): Step => free({ ...before, shape: [sizeOf(before.shape)] });

/** A layer without weights and without multiplications. */
export const free = (passing: Passing): Step => ({ passing, parameters: 0, macs: 0 });

function channelsOf({ shape }: Passing, place: LayerPlace): number {
  const [channels = 1, ...size] = shape;
  if (size.length === 0) throw new NetworkError(place, { code: 'needs-maps', gets: shape });
  return channels;
}

function checkSize(place: LayerPlace, { size }: Passing, smallest: Pair): void {
  const needs = both((axis) => Math.max(1, smallest[axis]));
  if (size[0] < needs[0] || size[1] < needs[1]) {
    throw new NetworkError(place, { code: 'input-too-small', needs, gets: size });
  }
}

function checkInputs(place: LayerPlace, option: number | undefined, gets: number): void {
  const needs = whole(place, 'inputs', option ?? gets, 1);
  if (needs !== gets) throw new NetworkError(place, { code: 'inputs-differ', needs, gets });
}

function pair(place: LayerPlace, setting: string, option: PairOption, minimum: number): Pair {
  const value = readPair(option, minimum);
  if (value) return value;
  throw new NetworkError(place, { code: 'setting', setting, value: String(option), minimum });
}

function whole(place: LayerPlace, setting: string, value: number, minimum: number): number {
  if (isWhole(value, minimum)) return value;
  throw new NetworkError(place, { code: 'setting', setting, value: String(value), minimum });
}
