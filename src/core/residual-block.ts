import { relu, reluDerivative } from './activations.ts';
import { checkRank } from './check.ts';
import { convolve2d } from './convolution.ts';
import { convolve2dGradients } from './convolution-gradients.ts';
import type { ConvolutionOptions } from './convolution-plan.ts';
import { add, multiply } from './elementwise.ts';
import type { PairOption } from './pair.ts';
import { shapeText, type Tensor, wrong } from './tensor.ts';

/** A basic block without batch norm and bias. Kernels are odd and padded to keep the size; the first takes the stride. */
export interface ResidualBlockOptions {
  readonly kernel1: Tensor;
  readonly kernel2: Tensor;
  /** The kernel on the skip, with the block's stride; without it the skip is the input itself. */
  readonly projection?: Tensor | undefined;
  readonly stride?: PairOption | undefined;
}

/** Every value on the way through a block, in order. */
export interface ResidualBlockSteps {
  readonly first: Tensor;
  readonly activated: Tensor;
  readonly second: Tensor;
  readonly skip: Tensor;
  readonly sum: Tensor;
  readonly output: Tensor;
}

/** The gradients of a block; `projection` where it has one. */
export interface ResidualBlockGradients {
  readonly input: Tensor;
  readonly kernel1: Tensor;
  readonly kernel2: Tensor;
  readonly projection?: Tensor;
}

/**
 * relu(conv2(relu(conv1(x))) + skip(x)), x being C×H×W or N×C×H×W.
 * @throws RangeError where the arguments do not fit together, or the shapes differ and there is no projection.
 */
export const residualBlock = (input: Tensor, options: ResidualBlockOptions): Tensor =>
  residualBlockSteps(input, options).output;

/** The same, with every value on the way. */
export function residualBlockSteps(input: Tensor, options: ResidualBlockOptions): ResidualBlockSteps {
  const first = convolve2d(input, options.kernel1, same('kernel1', options.kernel1, options.stride));
  const activated = relu(first);
  const second = convolve2d(activated, options.kernel2, same('kernel2', options.kernel2));
  const { projection } = options;
  const skip = projection ? convolve2d(input, projection, same('projection', projection, options.stride)) : input;
  if (shapeText(skip.shape) !== shapeText(second.shape)) {
    const should = `${shapeText(second.shape)}, what the convolutions give`;
    if (projection) throw wrong('the projected input', shapeText(skip.shape), should);
    throw wrong(
      'input',
      `${shapeText(skip.shape)} without a projection`,
      `${should}, or have a projection that gives it`,
    );
  }
  const sum = add(second, skip);
  return { first, activated, second, skip, sum, output: relu(sum) };
}

/**
 * The gradients of `residualBlock` for its input and its kernels, from that of its output. The input collects from both roads.
 * @throws RangeError as `residualBlock`.
 */
export function residualBlockGradients(
  gradOutput: Tensor,
  input: Tensor,
  options: ResidualBlockOptions,
): ResidualBlockGradients {
  const { kernel1, kernel2, projection, stride } = options;
  const steps = residualBlockSteps(input, options);
  const gradSum = multiply(gradOutput, reluDerivative(steps.sum));
  const second = convolve2dGradients(gradSum, steps.activated, kernel2, same('kernel2', kernel2));
  const gradFirst = multiply(second.input, reluDerivative(steps.first));
  const first = convolve2dGradients(gradFirst, input, kernel1, same('kernel1', kernel1, stride));
  const kernels = { kernel1: first.kernel, kernel2: second.kernel };
  if (!projection) return { input: add(first.input, gradSum), ...kernels };
  const skip = convolve2dGradients(gradSum, input, projection, same('projection', projection, stride));
  return { input: add(first.input, skip.input), ...kernels, projection: skip.kernel };
}

/** The padding that keeps the size at stride 1. */
function same(argument: string, kernel: Tensor, stride?: PairOption): ConvolutionOptions {
  checkRank(argument, kernel, [4], 'C_out×C_in×K_h×K_w');
  const [rows = 1, columns = 1] = kernel.shape.slice(-2);
  if (rows % 2 === 0 || columns % 2 === 0) {
    throw wrong(argument, shapeText(kernel.shape), 'of odd height and width, so that padding can keep the size');
  }
  return { padding: [(rows - 1) / 2, (columns - 1) / 2], stride };
}
