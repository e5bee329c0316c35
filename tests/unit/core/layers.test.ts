import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  batchNormTraining,
  batchNormTrainingGradients,
  dropout,
  gelu,
  leakyRelu,
  receptiveFields,
  relu,
  reluDerivative,
  residualBlock,
  residualBlockSteps,
  sigmoid,
  sigmoidDerivative,
  tensor,
} from '@/core/index.ts';
import { counted, randomTensor } from './numeric.ts';

describe('batch norm', () => {
  const one = { gamma: tensor([1], [1]), beta: tensor([1], [0]) };

  it('standardises with the biased variance', () => {
    const { output, mean, variance } = batchNormTraining(tensor([4, 1], [1, 1, 3, 3]), { ...one, epsilon: 0 });
    expect([mean.data[0], variance.data[0]]).toEqual([2, 1]);
    expect(output).toEqual(tensor([4, 1], [-1, -1, 1, 1]));
  });

  it('takes C×H×W as a batch of one, and an absent epsilon as 1e-5', () => {
    const maps = randomTensor(1, [2, 3, 2]);
    const options = { gamma: tensor([2], [1, 2]), beta: tensor([2], [3, 4]) };
    const batched = batchNormTraining({ ...maps, shape: [1, 2, 3, 2] }, { ...options, epsilon: 1e-5 });
    expect(batchNormTraining(maps, { ...options, epsilon: undefined }).output.data).toEqual(batched.output.data);
    expect(batchNormTraining(maps, options).output.shape).toEqual([2, 3, 2]);
  });

  it('refuses what does not fit', () => {
    const maps = counted([2, 2, 2]);
    expect(() => batchNormTraining(maps, one)).toThrow('gamma is 1; it should be 2, one number for each channel.');
    const given = { ...one, mean: tensor([1], [0]) };
    const picture = counted([1, 2, 2]);
    expect(() => batchNorm(picture, { ...given, variance: counted([2]) })).toThrow('variance is 2; it should be 1,');
    expect(() => batchNorm(picture, { ...given, variance: tensor([1], [-1]) })).toThrow(
      'variance of channel 0 is -1; it should be a number from 0.',
    );
    expect(() => batchNorm(counted([3]), { ...given, variance: counted([1]) })).toThrow(
      'input is 3; it should be N×C,',
    );
    const single = 'input is 1×1, one value a channel; it should be more than one value a channel.';
    expect(() => batchNormTraining(counted([1, 1]), one)).toThrow(new RangeError(single));
    const flat = tensor([2, 1], [4, 4]);
    expect(() => batchNormTraining(flat, { ...one, epsilon: 0 })).toThrow('epsilon is 0; it should be above 0,');
    expect(() => batchNormTraining(flat, { ...one, epsilon: -1 })).toThrow('epsilon is -1;');
    expect(() => batchNormTrainingGradients(counted([2]), flat, one)).toThrow('gradOutput is 2; it should be 2×1,');
  });
});

describe('activations', () => {
  it('of ReLU at 0 and below', () => {
    expect(relu(tensor([3], [-2, 0, 3]))).toEqual(tensor([3], [0, 0, 3]));
    expect(reluDerivative(tensor([3], [-2, 0, 3]))).toEqual(tensor([3], [0, 0, 1]));
    expect(leakyRelu(tensor([2], [-2, 4])).data).toEqual(new Float64Array([-0.02, 4]));
    expect(() => leakyRelu(counted([2]), { slope: Number.NaN })).toThrow('slope is NaN; it should be a finite number.');
    expect(leakyRelu(tensor([2], [-2, 4]), { slope: 0.5 }).data).toEqual(new Float64Array([-1, 4]));
  });

  it('stay finite far out', () => {
    expect(sigmoid(tensor([2], [-1e4, 1e4])).data).toEqual(new Float64Array([0, 1]));
    expect(sigmoidDerivative(tensor([1], [0])).data[0]).toBe(0.25);
    expect(gelu(tensor([2], [-100, 100])).data[1]).toBe(100);
    expect(Math.abs(gelu(tensor([1], [-100])).data[0] ?? Number.NaN)).toBe(0);
  });

  it('of GELU to all digits of the normal distribution', () => {
    // x · Φ(x) with Φ(1) = 0.8413447460685429, Φ(3) = 0.9986501019683699, Φ(−2) = 0.0227501319481792.
    const [one, three, minusTwo] = gelu(tensor([3], [1, 3, -2])).data;
    expect(one).toBeCloseTo(0.8413447460685429, 15);
    expect(three).toBeCloseTo(3 * 0.9986501019683699, 14);
    expect(minusTwo).toBeCloseTo(-2 * 0.0227501319481792, 15);
  });
});

describe('dropout', () => {
  it('drops by the mask and scales the rest', () => {
    const options = { mask: tensor([3], [1, 0, 1]), probability: 0.75 };
    expect(dropout(tensor([3], [1, -2, 3]), options)).toEqual(tensor([3], [4, 0, 12]));
  });

  it.each([
    [tensor([2], [1, 0]), 0.5, 'mask is 2; it should be 3, the shape of input.'],
    [tensor([3], [1, 0.5, 0]), 0.5, 'mask is 0.5 at one place; it should be 0 or 1 everywhere.'],
    [tensor([3], [1, 0, 0]), 1, 'probability is 1; it should be a number from 0 up to, but not including, 1.'],
    [tensor([3], [1, 0, 0]), Number.NaN, 'probability is NaN;'],
  ])('refuses %j with %d', (mask, probability, sentence) => {
    expect(() => dropout(counted([3]), { mask, probability })).toThrow(sentence);
  });
});

describe('residualBlock', () => {
  const nothing = tensor([1, 1, 1, 1], [0]);

  it('lets the input past a body that gives nothing', () => {
    const picture = tensor([1, 1, 2], [-3, 4]);
    const steps = residualBlockSteps(picture, { kernel1: nothing, kernel2: nothing, projection: undefined });
    expect(steps.sum).toEqual(picture);
    expect(steps.output).toEqual(tensor([1, 1, 2], [0, 4]));
    expect(residualBlock(picture, { kernel1: nothing, kernel2: nothing })).toEqual(steps.output);
  });

  it('refuses shapes that differ', () => {
    const picture = counted([1, 4, 4]);
    expect(() => residualBlock(picture, { kernel1: nothing, kernel2: nothing, stride: 2 })).toThrow(
      'input is 1×4×4 without a projection; it should be 1×2×2, what the convolutions give, or have a projection',
    );
    const wide = counted([2, 1, 1, 1]);
    expect(() => residualBlock(picture, { kernel1: nothing, kernel2: nothing, projection: wide })).toThrow(
      'the projected input is 2×4×4; it should be 1×4×4, what the convolutions give.',
    );
    expect(() => residualBlock(picture, { kernel1: counted([1, 1, 2, 2]), kernel2: nothing })).toThrow(
      'kernel1 is 1×1×2×2; it should be of odd height and width',
    );
  });
});

describe('receptiveFields', () => {
  it('grow with kernel, stride and dilation', () => {
    expect(receptiveFields([{ kernel: 3 }, { kernel: 3 }, { kernel: 3 }]).map((seen) => seen.receptiveField)).toEqual([
      3, 5, 7,
    ]);
    expect(
      receptiveFields([
        { kernel: 3, stride: 2 },
        { kernel: 3, dilation: 2 },
      ]),
    ).toEqual([
      { receptiveField: 3, jump: 2 },
      { receptiveField: 11, jump: 2 },
    ]);
    expect(() => receptiveFields([{ kernel: 3 }, { kernel: 0 }])).toThrow('stack[1].kernel is 0;');
  });
});
