import { checkRank, checkShape, doubles, isWhole } from './check.ts';
import { type Maps, mapsOf, shapeLike } from './maps.ts';
import { convolutionOutputSize, kernelSpan } from './output-size.ts';
import { type PaddingMode, padMaps } from './padding.ts';
import { type Pair, type PairOption, pairText, toPair } from './pair.ts';
import { shapeText, type Tensor, wrong } from './tensor.ts';

/** The settings of a convolution; those absent or `undefined` are PyTorch's. */
export interface ConvolutionOptions {
  /** One number for each output channel. */
  readonly bias?: Tensor | undefined;
  readonly stride?: PairOption | undefined;
  readonly padding?: PairOption | undefined;
  readonly dilation?: PairOption | undefined;
  readonly groups?: number | undefined;
  readonly paddingMode?: PaddingMode | undefined;
}

/** A convolution whose arguments have been checked, with every size it works with. */
export interface ConvolutionPlan {
  readonly maps: Maps;
  readonly padded: Maps;
  readonly weights: Float64Array;
  readonly kernelShape: readonly number[];
  readonly kernelSize: Pair;
  readonly bias: Float64Array | undefined;
  readonly outputs: number;
  /** Input channels that each kernel sees. */
  readonly depth: number;
  readonly groups: number;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly paddingMode: PaddingMode;
  readonly outputSize: Pair;
  readonly outputShape: readonly number[];
}

/** @throws RangeError where the arguments of a convolution do not fit together. */
export function planConvolution(input: Tensor, kernel: Tensor, options: ConvolutionOptions): ConvolutionPlan {
  const maps = mapsOf('input', input);
  checkRank('kernel', kernel, [4], 'C_out×C_in×K_h×K_w');
  const [outputs = 1, depth = 1, kernelRows = 1, kernelColumns = 1] = kernel.shape;
  const groups = toGroups(options.groups, maps.channels, outputs);
  if (depth * groups !== maps.channels) {
    const channels = `${maps.channels} channels${groups === 1 ? '' : ` in ${groups} groups`}`;
    throw wrong('kernel', shapeText(kernel.shape), `${maps.channels / groups} deep, for an input of ${channels}`);
  }
  if (options.bias) checkShape('bias', options.bias, [outputs], 'one number for each kernel');
  const kernelSize: Pair = [kernelRows, kernelColumns];
  const stride = toPair('stride', options.stride ?? 1, 1);
  const padding = toPair('padding', options.padding ?? 0, 0);
  const dilation = toPair('dilation', options.dilation ?? 1, 1);
  const paddingMode = options.paddingMode ?? 'zeros';
  const outputSize = outputSizeOf(maps, kernelSize, stride, padding, dilation);
  return {
    maps,
    padded: padMaps(maps, padding, paddingMode),
    weights: doubles(kernel),
    kernelShape: kernel.shape,
    kernelSize,
    bias: options.bias ? doubles(options.bias) : undefined,
    outputs,
    depth,
    groups,
    stride,
    padding,
    dilation,
    paddingMode,
    outputSize,
    outputShape: shapeLike(maps, outputs, ...outputSize),
  };
}

function toGroups(option: number | undefined, channels: number, outputs: number): number {
  const groups = option ?? 1;
  if (isWhole(groups, 1) && channels % groups === 0 && outputs % groups === 0) return groups;
  const should = `a whole number from 1 that divides the ${channels} input channels and the ${outputs} kernels`;
  throw wrong('groups', String(groups), should);
}

function outputSizeOf(maps: Maps, kernel: Pair, stride: Pair, padding: Pair, dilation: Pair): Pair {
  const padded: Pair = [maps.rows + 2 * padding[0], maps.columns + 2 * padding[1]];
  const span: Pair = [kernelSpan(kernel[0], dilation[0]), kernelSpan(kernel[1], dilation[1])];
  if (span[0] > padded[0] || span[1] > padded[1]) {
    throw wrong('input', `${pairText(padded)} with its padding`, `at least ${pairText(span)}, what the kernel spans`);
  }
  const along = (axis: 0 | 1, input: number): number =>
    convolutionOutputSize({
      input,
      kernel: kernel[axis],
      stride: stride[axis],
      padding: padding[axis],
      dilation: dilation[axis],
    });
  return [along(0, maps.rows), along(1, maps.columns)];
}

/**
 * Walks over every row of every output map, and there over every weight that makes it: the weight's place, where the cells
 * start that it is multiplied with (in the padded input), and where the output row starts. Row by row is quick, because
 * all that is worked on stays in the processor's cache.
 */
export function forEachWeight(plan: ConvolutionPlan, visit: (weight: number, from: number, to: number) => void): void {
  const { padded, outputs, depth, groups, kernelSize, dilation, stride, outputSize } = plan;
  const outputsPerGroup = outputs / groups;
  const taps = depth * kernelSize[0] * kernelSize[1];
  for (let map = 0; map < padded.batch * outputs; map++) {
    const output = map % outputs;
    const firstChannel = ((map - output) / outputs) * padded.channels + Math.floor(output / outputsPerGroup) * depth;
    for (let outputRow = 0; outputRow < outputSize[0]; outputRow++) {
      const to = (map * outputSize[0] + outputRow) * outputSize[1];
      let weight = output * taps;
      for (let channel = firstChannel; channel < firstChannel + depth; channel++) {
        for (let row = 0; row < kernelSize[0]; row++) {
          const start = (channel * padded.rows + outputRow * stride[0] + row * dilation[0]) * padded.columns;
          for (let column = 0; column < kernelSize[1]; column++) visit(weight++, start + column * dilation[1], to);
        }
      }
    }
  }
}
