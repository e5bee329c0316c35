import { describe, expect, it } from 'vitest';
import {
  type ConvolutionOptions,
  convolutionOutputSize,
  convolve2d,
  convolve2dGradients,
  flipKernel,
  fromRows,
  pad2d,
  paddingModes,
  reshape,
  tensor,
  toRows,
} from '@/core/index.ts';
import { counted, randomTensor } from './numeric.ts';

const [input, kernel] = [counted([2, 4, 5]), counted([3, 2, 2, 3])];

describe('convolve2d', () => {
  it('does not flip the kernel, and flipKernel does', () => {
    const picture = fromRows([[[1, 2, 3]]]);
    const slope = tensor([1, 1, 1, 2], [1, 10]);
    expect(toRows(convolve2d(picture, slope), 0)).toEqual([[21, 32]]);
    expect(toRows(convolve2d(picture, flipKernel(slope)), 0)).toEqual([[12, 23]]);
    expect(flipKernel(counted([2, 2, 2])).data).toEqual(new Float64Array([4, 3, 2, 1, 8, 7, 6, 5]));
  });

  it('takes one picture or a batch', () => {
    const batch = randomTensor(1, [2, 2, 4, 5]);
    const one = { shape: [2, 4, 5], data: batch.data.slice(40) };
    const [whole, part] = [convolve2d(batch, kernel), convolve2d(one, kernel)];
    expect(whole.shape).toEqual([2, 3, 3, 3]);
    expect(part).toEqual({ shape: [3, 3, 3], data: whole.data.slice(27) });
  });

  it('takes an option that is undefined as absent', () => {
    const absent = { bias: undefined, stride: undefined, padding: undefined, dilation: undefined };
    const options = { ...absent, groups: undefined, paddingMode: undefined };
    expect(convolve2d(input, kernel, options)).toEqual(convolve2d(input, kernel));
  });

  it('computes single-precision data in double precision', () => {
    const single = { shape: [1, 1, 2], data: new Float32Array([2 ** 24, 1]) };
    expect(convolve2d(single, tensor([1, 1, 1, 2], [1, 1])).data).toEqual(new Float64Array([2 ** 24 + 1]));
  });

  it('leaves its arguments as they were', () => {
    const [before, weights] = [Float64Array.from(input.data), Float64Array.from(kernel.data)];
    convolve2dGradients(convolve2d(input, kernel), input, kernel);
    expect([input.data, kernel.data]).toEqual([before, weights]);
  });

  it.each<[string, ConvolutionOptions, string]>([
    ['bias', { bias: counted([2]) }, 'bias is 2; it should be 3, one number for each kernel.'],
    ['stride', { stride: 0 }, 'stride is 0; it should be a whole number from 1, or [rows, columns] of such numbers.'],
    ['pair', { stride: JSON.parse('[1, 1, 1]') }, 'stride is [1,1,1]; it should be a whole number from 1'],
    ['half a stride', { stride: [1, 0.5] }, 'stride is [1,0.5]; it should be a whole number from 1'],
    ['padding', { padding: -1 }, 'padding is -1; it should be a whole number from 0'],
    ['dilation', { dilation: [0, 1] }, 'dilation is [0,1]; it should be a whole number from 1'],
    ['a span', { dilation: 4 }, 'input is 4×5 with its padding; it should be at least 5×9, what the kernel spans.'],
    [
      'groups',
      { groups: 2 },
      'groups is 2; it should be a whole number from 1 that divides the 2 input channels and the 3 kernels.',
    ],
    ['number of groups', { groups: 3 }, 'groups is 3; it should be a whole number from 1 that divides the 2 input'],
    ['reflect', { paddingMode: 'reflect', padding: [4, 0] }, 'padding is 4; it should be at most 3 for an input of 4'],
    [
      'circular',
      { paddingMode: 'circular', padding: [0, 6] },
      'padding is 6; it should be at most 5 for an input of 5',
    ],
  ])('refuses a wrong %s', (_, options, sentence) => {
    const act = (): unknown => convolve2d(input, kernel, options);
    expect(act).toThrow(RangeError);
    expect(act).toThrow(sentence);
  });

  it('refuses tensors that do not fit', () => {
    const deep = 'kernel is 3×1×2×2; it should be 2 deep, for an input of 2 channels.';
    expect(() => convolve2d(input, counted([3, 1, 2, 2]))).toThrow(deep);
    const grouped = 'kernel is 2×2×1×1; it should be 1 deep, for an input of 2 channels in 2 groups.';
    expect(() => convolve2d(input, counted([2, 2, 1, 1]), { groups: 2 })).toThrow(grouped);
    expect(() => convolve2d(counted([4, 5]), kernel)).toThrow('input is 4×5; it should be C×H×W or N×C×H×W.');
    expect(() => convolve2d(input, counted([2, 2, 2]))).toThrow('kernel is 2×2×2; it should be C_out×C_in×K_h×K_w.');
    expect(() => convolve2d(input, counted([1, 2, 5, 1]))).toThrow('it should be at least 5×1, what the kernel spans.');
    const slopes = "gradOutput is 3×3×2; it should be 3×3×3, the shape of the convolution's output.";
    expect(() => convolve2dGradients(counted([3, 3, 2]), input, kernel)).toThrow(slopes);
    const mode: ConvolutionOptions = JSON.parse('{ "paddingMode": "mirror" }');
    expect(() => convolve2d(input, kernel, mode)).toThrow('paddingMode is mirror; it should be one of zeros, reflect');
  });
});

describe('convolutionOutputSize', () => {
  it.each([
    [{ input: 5, kernel: 3 }, 3],
    [{ input: 224, kernel: 11, stride: 4, padding: 2 }, 55],
    [{ input: 224, kernel: 7, stride: 2, padding: 3 }, 112],
    [{ input: 7, kernel: 3, dilation: 3 }, 1],
    [{ input: 5, kernel: 5, stride: 9, padding: undefined }, 1],
  ])('of %j is %i', (sizes, size) => {
    expect(convolutionOutputSize(sizes)).toBe(size);
  });

  it('refuses a kernel that does not fit', () => {
    const sentence = 'input is 4 with its padding; it should be at least 5, what the kernel spans.';
    expect(() => convolutionOutputSize({ input: 2, kernel: 5, padding: 1 })).toThrow(new RangeError(sentence));
    expect(() => convolutionOutputSize({ input: 5, kernel: 3, stride: 0 })).toThrow('stride is 0;');
    expect(() => convolutionOutputSize({ input: Number.NaN, kernel: 3 })).toThrow('input is NaN;');
  });
});

describe('pad2d', () => {
  const rows = fromRows([
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ]);
  it.each([
    ['zeros', [0, 0, 1, 2, 3, 0, 0]],
    ['reflect', [3, 2, 1, 2, 3, 2, 1]],
    ['replicate', [1, 1, 1, 2, 3, 3, 3]],
    ['circular', [2, 3, 1, 2, 3, 1, 2]],
  ] as const)('%s', (mode, firstRow) => {
    const padded = pad2d(rows, [1, 2], mode);
    expect(padded.shape).toEqual([1, 4, 7]);
    expect(toRows(padded, 0)[1]).toEqual(firstRow);
  });

  it('fills whole rows above and below', () => {
    expect(toRows(pad2d(rows, [1, 0]), 0)[0]).toEqual([0, 0, 0]);
    expect(toRows(pad2d(rows, [1, 0], 'reflect'), 0)[0]).toEqual([4, 5, 6]);
    expect(toRows(pad2d(rows, [1, 0], 'replicate'), 0)[3]).toEqual([4, 5, 6]);
    expect(toRows(pad2d(rows, [2, 0], 'circular'), 0)[5]).toEqual([4, 5, 6]);
  });

  it.each(paddingModes)('before a convolution without padding is the same: %s', (paddingMode) => {
    const options = { padding: [2, 1], stride: [1, 2], paddingMode } as const;
    expect(convolve2d(pad2d(input, [2, 1], paddingMode), kernel, { stride: [1, 2] })).toEqual(
      convolve2d(input, kernel, options),
    );
  });
});

it('a 1×1 convolution is a dense layer across channels', () => {
  const point = reshape(counted([2, 1, 1]), [2, 1, 1]);
  expect(convolve2d(point, tensor([2, 2, 1, 1], [1, 2, 3, 4])).data).toEqual(new Float64Array([5, 11]));
});
