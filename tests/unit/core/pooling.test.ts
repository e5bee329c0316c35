import { describe, expect, it } from 'vitest';
import {
  adaptiveAveragePool2d,
  adaptiveMaxPool2d,
  adaptiveWindows,
  averagePool2d,
  averagePool2dGradient,
  fromRows,
  maxPool2d,
  maxPool2dGradient,
  maxPool2dWinners,
  poolOutputSize,
  poolWindows,
  type Tensor,
  toRows,
} from '@/core/index.ts';
import { counted, randomTensor } from './numeric.ts';

const line = (...values: readonly number[]): Tensor => fromRows([[values]]);
const values = (result: Tensor): number[] => [...result.data];

describe('maxPool2d', () => {
  it('steps by its window where no stride is given', () => {
    const options = { window: [1, 2], stride: undefined, padding: undefined, ceilMode: undefined } as const;
    expect(values(maxPool2d(line(1, 5, 2, 3, 9), options))).toEqual([5, 3]);
    expect(maxPool2d(randomTensor(1, [2, 3, 4, 4]), { window: 2 }).shape).toEqual([2, 3, 2, 2]);
  });

  it('never lets padding win', () => {
    expect(values(maxPool2d(line(-3, -2, -1), { window: [1, 3], stride: 1, padding: [0, 1] }))).toEqual([-2, -1, -1]);
    const lowest = -Number.MAX_VALUE;
    expect(values(maxPool2d(line(lowest, lowest), { window: [1, 2], padding: [0, 1] }))).toEqual([lowest, lowest]);
  });

  it('keeps what is not a number, as PyTorch does', () => {
    const broken: Tensor = { shape: [1, 1, 4], data: new Float64Array([1, Number.NaN, 3, 4]) };
    expect(values(maxPool2d(broken, { window: [1, 2] }))).toEqual([Number.NaN, 4]);
  });

  it('names the first of several winners, and sends the gradient there', () => {
    const picture = fromRows([
      [
        [7, 7],
        [7, 1],
      ],
      [
        [0, 2],
        [5, 5],
      ],
    ]);
    expect(values(maxPool2dWinners(picture, { window: 2 }))).toEqual([0, 2]);
    expect(values(maxPool2dGradient(counted([2, 1, 1]), picture, { window: 2 }))).toEqual([1, 0, 0, 0, 0, 0, 2, 0]);
  });

  it('adds up the gradients of overlapping windows', () => {
    const options = { window: [1, 2], stride: 1 } as const;
    expect(values(maxPool2dGradient(line(10, 1), line(0, 5, 3), options))).toEqual([0, 11, 0]);
  });
});

describe('averagePool2d', () => {
  it('counts padded zeros unless told not to', () => {
    const options = { window: [1, 2], padding: [0, 1] } as const;
    expect(values(averagePool2d(line(4, 6), options))).toEqual([2, 3]);
    expect(values(averagePool2d(line(4, 6), { ...options, countIncludePad: undefined }))).toEqual([2, 3]);
    expect(values(averagePool2d(line(4, 6), { ...options, countIncludePad: false }))).toEqual([4, 6]);
    const slopes = line(1, 1);
    expect(values(averagePool2dGradient(slopes, line(4, 6), options))).toEqual([0.5, 0.5]);
  });

  it('never counts what lies beyond the padding in ceil mode', () => {
    const options = { window: [1, 3], stride: 2, ceilMode: true } as const;
    expect(values(averagePool2d(line(1, 2, 3, 4), options))).toEqual([2, 3.5]);
    // The last window starts at 4: one cell of the input, one of padding, one beyond.
    const padded = { window: [1, 3], stride: [1, 5], padding: [0, 1], ceilMode: true } as const;
    expect(values(averagePool2d(line(1, 2, 3, 4, 8), padded))).toEqual([1, 4]);
  });
});

describe('poolOutputSize', () => {
  it.each([
    [{ input: 55, window: 3, stride: 2 }, 27],
    [{ input: 5, window: 2 }, 2],
    [{ input: 5, window: 2, ceilMode: true }, 3],
    [{ input: 2, window: 3, stride: 2, ceilMode: true }, 1],
    // A third window would start at 4, beyond the input of 4 and no padding: dropped.
    [{ input: 4, window: 1, stride: 2, ceilMode: true }, 2],
    // It would start in the padding at the end: dropped too.
    [{ input: 3, window: 2, stride: 2, padding: 1, ceilMode: true }, 2],
    [{ input: 112, window: 3, stride: 2, padding: 1 }, 56],
  ])('of %j is %i', (sizes, size) => {
    expect(poolOutputSize(sizes)).toBe(size);
    expect(poolWindows(sizes)).toHaveLength(size);
  });

  it('refuses what cannot be', () => {
    const half = 'padding is 2; it should be at most half the window of 3.';
    expect(() => poolOutputSize({ input: 9, window: 3, padding: 2 })).toThrow(new RangeError(half));
    const small = 'input is 2 with its padding; it should be large enough for a window of 3.';
    expect(() => poolOutputSize({ input: 2, window: 3 })).toThrow(new RangeError(small));
    expect(() => maxPool2d(counted([3, 3]), { window: 2 })).toThrow('input is 3×3; it should be C×H×W or N×C×H×W.');
    expect(() => maxPool2d(counted([1, 3, 3]), { window: 0 })).toThrow('window is 0; it should be a whole number');
    const slopes = "gradOutput is 1×3×3; it should be 1×1×1, the shape of the pooling's output.";
    const picture = counted([1, 3, 3]);
    expect(() => maxPool2dGradient(picture, picture, { window: 2 })).toThrow(slopes);
    expect(() => averagePool2dGradient(picture, picture, { window: 2 })).toThrow(slopes);
  });
});

describe('adaptive pooling', () => {
  it("has PyTorch's windows, which may overlap", () => {
    const places = adaptiveWindows(7, 3).map(({ start, end }) => [start, end]);
    expect(places).toEqual([
      [0, 3],
      [2, 5],
      [4, 7],
    ]);
  });

  it('takes one picture, and may give more than it gets', () => {
    expect(toRows(adaptiveAveragePool2d(counted([1, 2, 2]), 1), 0)).toEqual([[2.5]]);
    expect(toRows(adaptiveMaxPool2d(counted([1, 1, 2]), [1, 3]), 0)).toEqual([[1, 2, 2]]);
    expect(() => adaptiveAveragePool2d(counted([1, 2, 2]), 0)).toThrow('outputSize is 0; it should be');
  });
});
