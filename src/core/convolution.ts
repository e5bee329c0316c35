import { checkRank } from './check.ts';
import { type ConvolutionOptions, type ConvolutionPlan, forEachWeight, planConvolution } from './convolution-plan.ts';
import { sizeOf, type Tensor } from './tensor.ts';

/**
 * The convolution of deep learning (cross-correlation: the kernel is not flipped), as PyTorch's `conv2d`.
 * Input C×H×W or N×C×H×W, kernel C_out×(C_in / groups)×K_h×K_w; output C_out×H_out×W_out, with N where the input has it.
 * @throws RangeError where the arguments do not fit together.
 */
export function convolve2d(input: Tensor, kernel: Tensor, options: ConvolutionOptions = {}): Tensor {
  const plan = planConvolution(input, kernel, options);
  const values = new Float64Array(sizeOf(plan.outputShape));
  forEachWeight(plan, (weight, from, to) => addProducts(plan, plan.weights[weight] ?? Number.NaN, from, values, to));
  if (plan.bias) addBias(plan, plan.bias, values);
  return { shape: plan.outputShape, data: values };
}

/** Adds weight × input to every cell of one output row. */
function addProducts(plan: ConvolutionPlan, weight: number, from: number, output: Float64Array, to: number): void {
  const input = plan.padded.values;
  const end = to + plan.outputSize[1];
  const step = plan.stride[1];
  for (let i = to, j = from; i < end; i++, j += step) output[i] = (output[i] ?? 0) + weight * (input[j] ?? 0);
}

function addBias(plan: ConvolutionPlan, bias: Float64Array, output: Float64Array): void {
  const plane = plan.outputSize[0] * plan.outputSize[1];
  for (let map = 0; map < plan.maps.batch * plan.outputs; map++) {
    const shift = bias[map % plan.outputs] ?? 0;
    for (let i = map * plane; i < (map + 1) * plane; i++) output[i] = (output[i] ?? 0) + shift;
  }
}

/** The kernel turned by 180°: convolving with it is the true convolution of mathematics. */
export function flipKernel(kernel: Tensor): Tensor {
  checkRank('kernel', kernel, [2, 3, 4], 'K_h×K_w, C_in×K_h×K_w or C_out×C_in×K_h×K_w');
  const [rows = 1, columns = 1] = kernel.shape.slice(-2);
  const plane = rows * columns;
  const data = new Float64Array(kernel.data.length);
  for (let start = 0; start < data.length; start += plane) {
    data.set(kernel.data.slice(start, start + plane).reverse(), start);
  }
  return { shape: kernel.shape, data };
}
