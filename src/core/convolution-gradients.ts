import { checkShape, doubles } from './check.ts';
import { type ConvolutionOptions, type ConvolutionPlan, forEachWeight, planConvolution } from './convolution-plan.ts';
import { unpadValues } from './padding.ts';
import type { Tensor } from './tensor.ts';

/** The gradients of a convolution; `bias` where the convolution had one. */
export interface ConvolutionGradients {
  readonly input: Tensor;
  readonly kernel: Tensor;
  readonly bias?: Tensor;
}

/**
 * The gradients of `convolve2d` for its input, its kernel and its bias, from that of its output.
 * A kernel weight collects input × output gradient over all places; a padded cell's gradient goes to the cell it copies.
 * @throws RangeError where the arguments do not fit together.
 */
export function convolve2dGradients(
  gradOutput: Tensor,
  input: Tensor,
  kernel: Tensor,
  options: ConvolutionOptions = {},
): ConvolutionGradients {
  const plan = planConvolution(input, kernel, options);
  checkShape('gradOutput', gradOutput, plan.outputShape, "the shape of the convolution's output");
  const slopes = doubles(gradOutput);
  const gradPadded = new Float64Array(plan.padded.values.length);
  const gradKernel = new Float64Array(plan.weights.length);
  forEachWeight(plan, (weight, from, to) => {
    spread(plan, plan.weights[weight] ?? Number.NaN, slopes, to, gradPadded, from);
    gradKernel[weight] = (gradKernel[weight] ?? 0) + sumOfProducts(plan, slopes, to, from);
  });
  const gradInput = unpadValues(gradPadded, plan.maps, plan.padding, plan.paddingMode);
  return {
    input: { shape: input.shape, data: gradInput },
    kernel: { shape: kernel.shape, data: gradKernel },
    ...(plan.bias ? { bias: { shape: [plan.outputs], data: sumsOfMaps(plan, slopes) } } : {}),
  };
}

/** Adds weight × output gradient to every padded input cell that the weight met for one output row. */
function spread(
  plan: ConvolutionPlan,
  weight: number,
  slopes: Float64Array,
  to: number,
  gradPadded: Float64Array,
  from: number,
): void {
  const end = to + plan.outputSize[1];
  const step = plan.stride[1];
  for (let i = to, j = from; i < end; i++, j += step) {
    gradPadded[j] = (gradPadded[j] ?? 0) + weight * (slopes[i] ?? 0);
  }
}

/** What one weight collects from one output row. */
function sumOfProducts(plan: ConvolutionPlan, slopes: Float64Array, to: number, from: number): number {
  const input = plan.padded.values;
  const end = to + plan.outputSize[1];
  const step = plan.stride[1];
  let sum = 0;
  for (let i = to, j = from; i < end; i++, j += step) {
    sum += (slopes[i] ?? 0) * (input[j] ?? 0);
  }
  return sum;
}

function sumsOfMaps(plan: ConvolutionPlan, slopes: Float64Array): Float64Array {
  const plane = plan.outputSize[0] * plan.outputSize[1];
  const sums = new Float64Array(plan.outputs);
  for (let map = 0; map < plan.maps.batch * plan.outputs; map++) {
    const output = map % plan.outputs;
    for (let i = map * plane; i < (map + 1) * plane; i++) sums[output] = (sums[output] ?? 0) + (slopes[i] ?? 0);
  }
  return sums;
}
