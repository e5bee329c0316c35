import { describe, expect, it } from 'vitest';
import {
  argmax,
  crossEntropy,
  crossEntropyGradient,
  linear,
  linearGradients,
  logSoftmax,
  oneHot,
  softmax,
  tensor,
  topK,
} from '@/core/index.ts';
import { counted } from './numeric.ts';

describe('softmax', () => {
  it('gives exact shares of ln 1, ln 2, ln 5', () => {
    const shares = softmax(tensor([3], [Math.log(1), Math.log(2), Math.log(5)])).data;
    for (const [i, share] of [1 / 8, 2 / 8, 5 / 8].entries()) expect(shares[i]).toBeCloseTo(share, 15);
  });

  it('does not overflow, and does not change when all scores move', () => {
    expect(softmax(tensor([1, 2], [1e308, -1e308])).data).toEqual(new Float64Array([1, 0]));
    expect(softmax(tensor([2], [1000, 1001]))).toEqual(softmax(tensor([2], [0, 1])));
    expect(logSoftmax(tensor([2], [0, -2000])).data).toEqual(new Float64Array([0, -2000]));
  });

  it('divides by the temperature', () => {
    expect(softmax(tensor([2], [2, 6]), { temperature: 2 })).toEqual(softmax(tensor([2], [1, 3])));
    expect(softmax(tensor([2], [2, 6]), { temperature: undefined })).toEqual(softmax(tensor([2], [2, 6])));
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the temperature %d', (temperature) => {
    const sentence = `temperature is ${temperature}; it should be a number above 0.`;
    expect(() => softmax(counted([2]), { temperature })).toThrow(new RangeError(sentence));
  });

  it('refuses other shapes', () => {
    expect(() => softmax(counted([1, 2, 2]))).toThrow('logits is 1×2×2; it should be N×C, or one vector.');
  });
});

describe('crossEntropy', () => {
  it('of a uniform guess is ln of the classes', () => {
    expect(crossEntropy(tensor([2, 4], [0, 0, 0, 0, 3, 3, 3, 3]), [1, 2])).toBeCloseTo(Math.log(4), 15);
  });

  it('of a sure and right answer is 0, not −0', () => {
    expect(crossEntropy(tensor([1, 2], [900, 0]), [0])).toBe(0);
  });

  it.each([
    [[0], 'targets is 1 classes; it should be 2, one for each row of logits.'],
    [[0, 3], 'targets[1] is 3; it should be a whole number from 0 to 2.'],
    [[-1, 0], 'targets[0] is -1;'],
    [[0.5, 0], 'targets[0] is 0.5;'],
  ])('refuses the targets %j', (targets, sentence) => {
    for (const loss of [crossEntropy, crossEntropyGradient]) {
      expect(() => loss(counted([2, 3]), targets)).toThrow(RangeError);
      expect(() => loss(counted([2, 3]), targets)).toThrow(sentence);
    }
  });
});

describe('labels', () => {
  it('are one-hot', () => {
    expect(oneHot([2, 0], 3)).toEqual(tensor([2, 3], [0, 0, 1, 1, 0, 0]));
    expect(() => oneHot([3], 3)).toThrow('targets[0] is 3; it should be a whole number from 0 to 2.');
  });

  it('are found as the largest, the first of equals', () => {
    expect(argmax([-5, -1, -1])).toBe(1);
    expect(topK(new Float32Array([1, 4, 4, 9]), 3)).toEqual([3, 1, 2]);
    expect(() => topK([1], 2)).toThrow('k is 2; it should be a whole number from 1 to 1, the number of values.');
    expect(() => argmax([])).toThrow(RangeError);
  });
});

describe('linear', () => {
  it('takes rows or one vector', () => {
    const [weight, bias] = [tensor([2, 3], [1, 0, 2, -1, 1, 0]), tensor([2], [10, 20])];
    expect(linear(tensor([3], [1, 2, 3]), weight, bias)).toEqual(tensor([2], [17, 21]));
    expect(linear(tensor([2, 3], [1, 2, 3, 0, 0, 0]), weight)).toEqual(tensor([2, 2], [7, 1, 0, 0]));
  });

  it('refuses shapes that do not fit', () => {
    const weight = counted([2, 3]);
    expect(() => linear(counted([4]), weight)).toThrow(
      'input is 4; it should be 3 numbers a row, for a weight of 2×3.',
    );
    expect(() => linear(counted([3]), weight, counted([3]))).toThrow('bias is 3; it should be 2,');
    expect(() => linear(counted([1, 1, 3]), weight)).toThrow('input is 1×1×3; it should be N×in, or one vector.');
    expect(() => linear(counted([3]), counted([3]))).toThrow('weight is 3; it should be out×in.');
    expect(() => linearGradients(counted([3]), counted([3]), weight)).toThrow(
      "gradOutput is 3; it should be 2, the shape of the layer's output.",
    );
  });
});
