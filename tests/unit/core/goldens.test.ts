import { describe, expect, it } from 'vitest';
import {
  adaptiveAveragePool2d,
  adaptiveMaxPool2d,
  averagePool2d,
  averagePool2dGradient,
  batchNorm,
  batchNormTraining,
  batchNormTrainingGradients,
  convolve2d,
  convolve2dGradients,
  crossEntropy,
  crossEntropyGradient,
  gelu,
  geluDerivative,
  leakyRelu,
  leakyReluDerivative,
  linear,
  linearGradients,
  logSoftmax,
  maxPool2d,
  maxPool2dGradient,
  type PaddingMode,
  type Pair,
  relu,
  reluDerivative,
  residualBlock,
  residualBlockGradients,
  sigmoid,
  sigmoidDerivative,
  softmax,
  tanh,
  tanhDerivative,
} from '@/core/index.ts';
import { expectClose, goldenCases, read, readOptional, type Written } from './goldens.ts';

interface ConvolutionCase {
  stride: Pair;
  padding: Pair;
  dilation: Pair;
  groups: number;
  padding_mode: PaddingMode;
  input: Written;
  kernel: Written;
  bias: Written | null;
  output: Written;
  grad_output: Written;
  grad_input: Written;
  grad_kernel: Written;
  grad_bias: Written | null;
}
const convolutions = goldenCases<ConvolutionCase>('conv2d');

describe('convolve2d', () => {
  it.each([...convolutions.entries()])('equals PyTorch, case %i', (_, golden) => {
    const { stride, padding, dilation, groups } = golden;
    const [input, kernel] = [read(golden.input), read(golden.kernel)];
    const bias = readOptional(golden.bias);
    const options = { stride, padding, dilation, groups, paddingMode: golden.padding_mode, bias };
    expectClose(convolve2d(input, kernel, options), golden.output, 'output');
    const gradients = convolve2dGradients(read(golden.grad_output), input, kernel, options);
    expectClose(gradients.input, golden.grad_input, 'input gradient');
    expectClose(gradients.kernel, golden.grad_kernel, 'kernel gradient');
    if (golden.grad_bias) expectClose(gradients.bias, golden.grad_bias, 'bias gradient');
    else expect('bias' in gradients).toBe(false);
  });
});

interface PoolCase {
  kind: 'max' | 'average';
  window: Pair;
  stride: Pair;
  padding: Pair;
  ceil_mode: boolean;
  count_include_pad: boolean | null;
  input: Written;
  output: Written;
  grad_output: Written;
  grad_input: Written;
}
const pools = goldenCases<PoolCase>('pool2d');

describe('maxPool2d and averagePool2d', () => {
  it.each([...pools.entries()])('equal PyTorch, case %i', (_, golden) => {
    const { window, stride, padding } = golden;
    const countIncludePad = golden.count_include_pad ?? undefined;
    const options = { window, stride, padding, ceilMode: golden.ceil_mode, countIncludePad };
    const [input, gradOutput] = [read(golden.input), read(golden.grad_output)];
    const max = golden.kind === 'max';
    expectClose((max ? maxPool2d : averagePool2d)(input, options), golden.output, 'output');
    const gradient = (max ? maxPool2dGradient : averagePool2dGradient)(gradOutput, input, options);
    expectClose(gradient, golden.grad_input, 'input gradient');
  });
});

interface AdaptiveCase {
  kind: 'max' | 'average';
  output_size: Pair;
  input: Written;
  output: Written;
}
const adaptives = goldenCases<AdaptiveCase>('adaptive_pool2d');

describe('adaptive pooling', () => {
  it.each([...adaptives.entries()])('equals PyTorch, case %i', (_, golden) => {
    const pool = golden.kind === 'max' ? adaptiveMaxPool2d : adaptiveAveragePool2d;
    expectClose(pool(read(golden.input), golden.output_size), golden.output, golden.kind);
  });
});

interface LinearCase {
  input: Written;
  weight: Written;
  bias: Written;
  output: Written;
  grad_output: Written;
  grad_input: Written;
  grad_weight: Written;
  grad_bias: Written;
}
const linears = goldenCases<LinearCase>('linear');

describe('linear', () => {
  it.each([...linears.entries()])('equals PyTorch, case %i', (_, golden) => {
    const [input, weight, bias] = [read(golden.input), read(golden.weight), read(golden.bias)];
    expectClose(linear(input, weight, bias), golden.output, 'output');
    const gradients = linearGradients(read(golden.grad_output), input, weight, bias);
    expectClose(gradients.input, golden.grad_input, 'input gradient');
    expectClose(gradients.weight, golden.grad_weight, 'weight gradient');
    expectClose(gradients.bias, golden.grad_bias, 'bias gradient');
  });
});

interface SoftmaxCase {
  logits: Written;
  target: number[];
  softmax: Written;
  log_softmax: Written;
  loss: number;
  grad_logits: Written;
}
const softmaxes = goldenCases<SoftmaxCase>('softmax_cross_entropy');

describe('softmax, logSoftmax and crossEntropy', () => {
  it.each([...softmaxes.entries()])('equal PyTorch, case %i', (_, golden) => {
    const logits = read(golden.logits);
    expectClose(softmax(logits), golden.softmax, 'softmax');
    expectClose(logSoftmax(logits), golden.log_softmax, 'logSoftmax');
    const loss = crossEntropy(logits, golden.target);
    expect(Math.abs(loss - golden.loss)).toBeLessThanOrEqual(1e-9 * golden.loss);
    expectClose(crossEntropyGradient(logits, golden.target), golden.grad_logits, 'gradient');
  });
});

interface BatchNormCase {
  eps: number;
  input: Written;
  gamma: Written;
  beta: Written;
  running_mean: Written;
  running_var: Written;
  output_train: Written;
  output_eval: Written;
  grad_output: Written;
  grad_input: Written;
  grad_gamma: Written;
  grad_beta: Written;
}
const batchNorms = goldenCases<BatchNormCase>('batch_norm');

describe('batchNorm and batchNormTraining', () => {
  it.each([...batchNorms.entries()])('equal PyTorch, case %i', (_, golden) => {
    const input = read(golden.input);
    const options = { gamma: read(golden.gamma), beta: read(golden.beta), epsilon: golden.eps };
    const running = { mean: read(golden.running_mean), variance: read(golden.running_var) };
    expectClose(batchNorm(input, { ...options, ...running }), golden.output_eval, 'at inference');
    expectClose(batchNormTraining(input, options).output, golden.output_train, 'in training');
    const gradients = batchNormTrainingGradients(read(golden.grad_output), input, options);
    expectClose(gradients.input, golden.grad_input, 'input gradient');
    expectClose(gradients.gamma, golden.grad_gamma, 'gamma gradient');
    expectClose(gradients.beta, golden.grad_beta, 'beta gradient');
  });
});

const functions = {
  relu: [relu, reluDerivative],
  sigmoid: [sigmoid, sigmoidDerivative],
  tanh: [tanh, tanhDerivative],
  leaky_relu: [leakyRelu, leakyReluDerivative],
  gelu: [gelu, geluDerivative],
} as const;

interface ActivationCase {
  name: keyof typeof functions;
  input: Written;
  output: Written;
  derivative: Written;
}
const activations = goldenCases<ActivationCase>('activations');

describe('activations', () => {
  it.each([...activations.entries()])('equal PyTorch, case %i', (_, golden) => {
    const [activation, derivative] = functions[golden.name];
    expectClose(activation(read(golden.input)), golden.output, golden.name);
    expectClose(derivative(read(golden.input)), golden.derivative, `${golden.name} derivative`);
  });
});

interface ResidualCase {
  stride: number;
  input: Written;
  kernel1: Written;
  kernel2: Written;
  projection: Written | null;
  output: Written;
  grad_output: Written;
  grad_input: Written;
  grad_kernel1: Written;
  grad_kernel2: Written;
  grad_projection: Written | null;
}
const blocks = goldenCases<ResidualCase>('residual_block');

describe('residualBlock', () => {
  it.each([...blocks.entries()])('equals PyTorch, case %i', (_, golden) => {
    const input = read(golden.input);
    const kernels = { kernel1: read(golden.kernel1), kernel2: read(golden.kernel2) };
    const options = { ...kernels, projection: readOptional(golden.projection), stride: golden.stride };
    expectClose(residualBlock(input, options), golden.output, 'output');
    const gradients = residualBlockGradients(read(golden.grad_output), input, options);
    expectClose(gradients.input, golden.grad_input, 'input gradient');
    expectClose(gradients.kernel1, golden.grad_kernel1, 'first kernel gradient');
    expectClose(gradients.kernel2, golden.grad_kernel2, 'second kernel gradient');
    if (golden.grad_projection) expectClose(gradients.projection, golden.grad_projection, 'projection gradient');
    else expect('projection' in gradients).toBe(false);
  });
});

it('has all 252 cases', () => {
  const files = [convolutions, pools, adaptives, linears, softmaxes, batchNorms, activations, blocks];
  expect(files.reduce((count, cases) => count + cases.length, 0)).toBe(252);
});
