import { describe, expect, it } from 'vitest';
import {
  adaptiveAveragePool2d,
  adaptiveAveragePool2dGradient,
  adaptiveMaxPool2d,
  adaptiveMaxPool2dGradient,
  averagePool2d,
  averagePool2dGradient,
  batchNorm,
  batchNormGradients,
  batchNormTraining,
  batchNormTrainingGradients,
  type ConvolutionOptions,
  convolve2d,
  convolve2dGradients,
  crossEntropy,
  crossEntropyGradient,
  dropout,
  gelu,
  geluDerivative,
  leakyRelu,
  leakyReluDerivative,
  linear,
  linearGradients,
  maxPool2d,
  maxPool2dGradient,
  multiply,
  pad2d,
  pad2dGradient,
  paddingModes,
  relu,
  reluDerivative,
  residualBlock,
  residualBlockGradients,
  sigmoid,
  sigmoidDerivative,
  softmax,
  softmaxGradient,
  tanh,
  tanhDerivative,
  tensor,
} from '@/core/index.ts';
import { expectSlopes, randomTensor, weighted } from './numeric.ts';

/** Every gradient below is held to finite differences of the forward function alone. */
describe('convolve2dGradients', () => {
  const settings: ConvolutionOptions[] = [
    {},
    { stride: 2, padding: 1 },
    { stride: [1, 2], padding: [2, 0], dilation: [2, 1] },
    ...paddingModes.map((paddingMode): ConvolutionOptions => ({ padding: [1, 2], paddingMode, stride: [2, 1] })),
  ];
  it.each(settings)('%j', (options) => {
    const input = randomTensor(1, [2, 5, 6]);
    const kernel = randomTensor(2, [3, 2, 2, 3]);
    const bias = randomTensor(3, [3]);
    const output = convolve2d(input, kernel, { ...options, bias });
    const slopes = randomTensor(4, output.shape);
    const gradients = convolve2dGradients(slopes, input, kernel, { ...options, bias });
    expectSlopes(gradients.input, input, (x) => weighted(slopes, convolve2d(x, kernel, { ...options, bias })));
    expectSlopes(gradients.kernel, kernel, (k) => weighted(slopes, convolve2d(input, k, { ...options, bias })));
    expectSlopes(gradients.bias, bias, (b) => weighted(slopes, convolve2d(input, kernel, { ...options, bias: b })));
  });

  it('in groups, over a batch', () => {
    const [input, kernel] = [randomTensor(5, [2, 4, 3, 4]), randomTensor(6, [6, 2, 2, 2])];
    const slopes = randomTensor(7, [2, 6, 2, 3]);
    const gradients = convolve2dGradients(slopes, input, kernel, { groups: 2 });
    expectSlopes(gradients.input, input, (x) => weighted(slopes, convolve2d(x, kernel, { groups: 2 })));
    expectSlopes(gradients.kernel, kernel, (k) => weighted(slopes, convolve2d(input, k, { groups: 2 })));
  });
});

describe('padding and pooling', () => {
  const input = randomTensor(8, [2, 5, 6]);

  it.each(paddingModes)('pad2dGradient, %s', (mode) => {
    const slopes = randomTensor(9, [2, 9, 8]);
    expectSlopes(pad2dGradient(slopes, input, [2, 1], mode), input, (x) => weighted(slopes, pad2d(x, [2, 1], mode)));
  });

  it.each([true, false])('of pools, ceil mode %s', (ceilMode) => {
    const options = { window: [3, 2], stride: 2, padding: 1, ceilMode, countIncludePad: !ceilMode } as const;
    const slopes = randomTensor(10, maxPool2d(input, options).shape);
    expectSlopes(maxPool2dGradient(slopes, input, options), input, (x) => weighted(slopes, maxPool2d(x, options)));
    const average = averagePool2dGradient(slopes, input, options);
    expectSlopes(average, input, (x) => weighted(slopes, averagePool2d(x, options)));
  });

  it('of adaptive pools', () => {
    const slopes = randomTensor(11, [2, 3, 4]);
    const max = adaptiveMaxPool2dGradient(slopes, input, [3, 4]);
    expectSlopes(max, input, (x) => weighted(slopes, adaptiveMaxPool2d(x, [3, 4])));
    const average = adaptiveAveragePool2dGradient(slopes, input, [3, 4]);
    expectSlopes(average, input, (x) => weighted(slopes, adaptiveAveragePool2d(x, [3, 4])));
  });
});

describe('dense layers and losses', () => {
  it('linearGradients, for rows and for one vector', () => {
    const [weight, bias] = [randomTensor(12, [3, 4]), randomTensor(13, [3])];
    for (const rows of [[2], []]) {
      const input = randomTensor(14, [...rows, 4]);
      const slopes = randomTensor(15, [...rows, 3]);
      const gradients = linearGradients(slopes, input, weight, bias);
      expectSlopes(gradients.input, input, (x) => weighted(slopes, linear(x, weight, bias)));
      expectSlopes(gradients.weight, weight, (w) => weighted(slopes, linear(input, w, bias)));
      expectSlopes(gradients.bias, bias, (b) => weighted(slopes, linear(input, weight, b)));
      expect('bias' in linearGradients(slopes, input, weight)).toBe(false);
    }
  });

  it('softmaxGradient and crossEntropyGradient', () => {
    const [logits, slopes] = [randomTensor(16, [3, 5]), randomTensor(17, [3, 5])];
    const options = { temperature: 0.7 };
    expectSlopes(softmaxGradient(slopes, logits, options), logits, (z) => weighted(slopes, softmax(z, options)));
    expectSlopes(crossEntropyGradient(logits, [4, 0, 2]), logits, (z) => crossEntropy(z, [4, 0, 2]));
  });
});

describe('normalisation, activations and dropout', () => {
  it.each([[[4, 2]], [[2, 3, 2]], [[3, 2, 2, 2]]])('batch norm of %j', (shape) => {
    const input = randomTensor(18, shape);
    const channels = [2];
    const slopes = randomTensor(19, shape);
    const options = { gamma: randomTensor(20, channels), beta: randomTensor(21, channels), epsilon: 1e-3 };
    const training = batchNormTrainingGradients(slopes, input, options);
    const train = (x: typeof input, changed: object = {}): number =>
      weighted(slopes, batchNormTraining(x, { ...options, ...changed }).output);
    expectSlopes(training.input, input, (x) => train(x));
    expectSlopes(training.gamma, options.gamma, (gamma) => train(input, { gamma }));
    expectSlopes(training.beta, options.beta, (beta) => train(input, { beta }));

    const running = { ...options, mean: randomTensor(22, channels), variance: tensor(channels, [0.5, 2]) };
    const inference = batchNormGradients(slopes, input, running);
    const infer = (x: typeof input, changed: object = {}): number =>
      weighted(slopes, batchNorm(x, { ...running, ...changed }));
    expectSlopes(inference.input, input, (x) => infer(x));
    expectSlopes(inference.gamma, options.gamma, (gamma) => infer(input, { gamma }));
    expectSlopes(inference.beta, options.beta, (beta) => infer(input, { beta }));
  });

  it.each([
    ['relu', relu, reluDerivative],
    ['leakyRelu', leakyRelu, leakyReluDerivative],
    ['sigmoid', sigmoid, sigmoidDerivative],
    ['tanh', tanh, tanhDerivative],
    ['gelu', gelu, geluDerivative],
  ] as const)('%sDerivative', (_, activation, derivative) => {
    const [input, slopes] = [randomTensor(23, [12]), randomTensor(24, [12])];
    expectSlopes(multiply(slopes, derivative(input)), input, (x) => weighted(slopes, activation(x)));
  });

  it('dropout is its own gradient', () => {
    const [input, slopes] = [randomTensor(25, [6]), randomTensor(26, [6])];
    const options = { mask: tensor([6], [1, 0, 1, 1, 0, 1]), probability: 0.2 };
    expectSlopes(dropout(slopes, options), input, (x) => weighted(slopes, dropout(x, options)));
  });
});

describe('residualBlockGradients', () => {
  it.each([
    { channels: 2, stride: 1, projected: false },
    { channels: 3, stride: 2, projected: true },
    { channels: 2, stride: [1, 2] as const, projected: true },
  ])('%j', ({ channels, stride, projected }) => {
    const input = randomTensor(27, [2, 4, 4]);
    const kernel1 = randomTensor(28, [channels, 2, 3, 3]);
    const kernel2 = randomTensor(29, [channels, channels, 3, 3]);
    const projection = projected ? randomTensor(30, [channels, 2, 1, 1]) : undefined;
    const options = { kernel1, kernel2, projection, stride };
    const slopes = randomTensor(31, residualBlock(input, options).shape);
    const gradients = residualBlockGradients(slopes, input, options);
    const loss = (x: typeof input, changed: object = {}): number =>
      weighted(slopes, residualBlock(x, { ...options, ...changed }));
    expectSlopes(gradients.input, input, (x) => loss(x));
    expectSlopes(gradients.kernel1, kernel1, (kernel) => loss(input, { kernel1: kernel }));
    expectSlopes(gradients.kernel2, kernel2, (kernel) => loss(input, { kernel2: kernel }));
    if (projection) expectSlopes(gradients.projection, projection, (kernel) => loss(input, { projection: kernel }));
  });
});
