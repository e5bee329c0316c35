/** The mathematics of the site: pure functions on tensors, as PyTorch computes them. Imports nothing outside this folder. */
export {
  gelu,
  geluDerivative,
  type LeakyReluOptions,
  leakyRelu,
  leakyReluDerivative,
  relu,
  reluDerivative,
  sigmoid,
  sigmoidDerivative,
  tanh,
  tanhDerivative,
} from './activations.ts';
export {
  type AveragePoolOptions,
  adaptiveAveragePool2d,
  adaptiveAveragePool2dGradient,
  averagePool2d,
  averagePool2dGradient,
} from './average-pool.ts';
export {
  type BatchNormGradients,
  type BatchNormOptions,
  type BatchNormTrainingOptions,
  batchNorm,
  batchNormGradients,
} from './batch-norm.ts';
export {
  type BatchNormTrainingResult,
  batchNormTraining,
  batchNormTrainingGradients,
} from './batch-norm-training.ts';
export { convolve2d, flipKernel } from './convolution.ts';
export { type ConvolutionGradients, convolve2dGradients } from './convolution-gradients.ts';
export type { ConvolutionOptions } from './convolution-plan.ts';
export {
  inputUsage,
  type OutputPlace,
  type Term,
  type UsageOptions,
  type WindowTerms,
  windowTerms,
} from './convolution-terms.ts';
export { crossEntropy, crossEntropyGradient } from './cross-entropy.ts';
export { describeNetwork, type LayerDescription, type NetworkDescription } from './describe-network.ts';
export { type DropoutOptions, dropout } from './dropout.ts';
export { add, combine, mapValues, multiply, reshape } from './elementwise.ts';
export { argmax, oneHot, topK } from './labels.ts';
export { type LinearGradients, linear, linearGradients } from './linear.ts';
export {
  adaptiveMaxPool2d,
  adaptiveMaxPool2dGradient,
  maxPool2d,
  maxPool2dGradient,
  maxPool2dWinners,
} from './max-pool.ts';
export { at, fromRows, type Nested, toRows } from './nested.ts';
export { type LayerPlace, NetworkError, type NetworkFault } from './network-error.ts';
export type {
  AdaptiveAveragePool2dLayer,
  BatchNorm2dLayer,
  Conv2dLayer,
  DropoutLayer,
  Layer,
  LinearLayer,
  PlainLayer,
  Pool2dLayer,
  ResidualLayer,
} from './network-layers.ts';
export {
  type ConvolutionSizes,
  convolutionOutputSize,
  kernelSpan,
  type PoolSizes,
  poolOutputSize,
} from './output-size.ts';
export { type PaddingMode, pad2d, pad2dGradient, paddingModes, paddingSources } from './padding.ts';
export { bothOf, type Pair, type PairOption, pairOption } from './pair.ts';
export { pytorchCode } from './pytorch-code.ts';
export { type PytorchReading, type ReadProblem, readPytorch } from './pytorch-read.ts';
export { type Cells, cellsSeen, type PaddedLayer, pathCounts, receptiveCells } from './receptive-cells.ts';
export { receptiveFields, type Seen, type WindowLayer } from './receptive-field.ts';
export { type Fit, leastSquares, softmaxRegression } from './regression.ts';
export {
  type ResidualBlockGradients,
  type ResidualBlockOptions,
  type ResidualBlockSteps,
  residualBlock,
  residualBlockGradients,
  residualBlockSteps,
} from './residual-block.ts';
export { logSoftmax, type SoftmaxOptions, softmax, softmaxGradient } from './softmax.ts';
export { solvePositive } from './solve.ts';
export { shapeText, sizeOf, type Tensor, tensor, zeros } from './tensor.ts';
export { adaptiveWindows, type PoolOptions, poolWindows, type Window } from './windows.ts';
