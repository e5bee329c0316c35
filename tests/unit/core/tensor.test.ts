import { describe, expect, it } from 'vitest';
import { add, at, convolve2d, fromRows, multiply, reshape, tensor, toRows, zeros } from '@/core/index.ts';
import { counted } from './numeric.ts';

describe('tensor', () => {
  it('copies the data in double precision', () => {
    const data = [1, 2, 3, 4];
    const made = tensor([2, 2], data);
    data[0] = 9;
    expect(made).toEqual({ shape: [2, 2], data: new Float64Array([1, 2, 3, 4]) });
    expect(tensor([1], new Float32Array([0.5])).data).toBeInstanceOf(Float64Array);
    expect(tensor([], [7]).shape).toEqual([]);
  });

  it.each([
    [[2, 2], [1, 2, 3], 'data is 3 numbers; it should be 4, to fill the shape 2×2.'],
    [[2], [1, Number.NaN], 'data[1] is NaN; it should be a finite number.'],
    [[2], [Number.NEGATIVE_INFINITY, 1], 'data[0] is -Infinity; it should be a finite number.'],
    [[0], [], 'shape is 0; it should be whole numbers from 1.'],
    [[2, -1], [1], 'shape is 2×-1; it should be whole numbers from 1.'],
    [[1.5], [1], 'shape is 1.5; it should be whole numbers from 1.'],
  ])('refuses shape %j with data %j', (shape, data, sentence) => {
    expect(() => tensor(shape, data)).toThrow(new RangeError(sentence));
  });

  it('refuses what is no number, in data from outside too', () => {
    const outside: number[] = JSON.parse('[1, null]');
    expect(() => tensor([2], outside)).toThrow(new RangeError('data[1] is null; it should be a finite number.'));
  });

  it('makes zeros', () => {
    expect(zeros([2, 1, 2])).toEqual(tensor([2, 1, 2], [0, 0, 0, 0]));
    expect(() => zeros([3, 0])).toThrow(RangeError);
  });

  it('is refused by every operation when put together wrongly by hand', () => {
    const broken = { shape: [1, 2, 2], data: new Float64Array(3) };
    const sentence = 'input.data is 3 numbers; it should be 4, to fill the shape 1×2×2.';
    expect(() => convolve2d(broken, counted([1, 1, 1, 1]))).toThrow(new RangeError(sentence));
  });
});

describe('rows', () => {
  it('become tensors and come back', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(fromRows(rows)).toEqual(tensor([2, 3], [1, 2, 3, 4, 5, 6]));
    expect(toRows(fromRows(rows))).toEqual(rows);
    expect(fromRows([[[1, 2]], [[3, 4]]])).toEqual(tensor([2, 1, 2], [1, 2, 3, 4]));
    expect(fromRows([1, 2])).toEqual(tensor([2], [1, 2]));
  });

  it('are read from one channel of maps', () => {
    const maps = counted([2, 2, 2, 2]);
    expect(toRows(maps, 1, 0)).toEqual([
      [9, 10],
      [11, 12],
    ]);
    expect(() => toRows(maps, 1)).toThrow('value is 2×2×2×2; it should be a tensor of 3 dimensions.');
    expect(() => toRows(maps, 1, 2)).toThrow('the index is [1, 2]; it should be inside 2×2, counted from 0.');
  });

  it('must be of one length', () => {
    expect(() => fromRows([[1, 2], [3]])).toThrow(
      'a part of rows is a row of 1; it should be as the first: a row of 2.',
    );
    expect(() => fromRows([[1], [[2]]])).toThrow(RangeError);
    expect(() => fromRows([[[1]], [2]])).toThrow(RangeError);
    expect(() => fromRows([])).toThrow(RangeError);
    expect(() => fromRows([[1, Number.NaN]])).toThrow('data[1] is NaN');
  });
});

describe('at', () => {
  it('reads one number, counted from 0', () => {
    expect(at(counted([2, 3, 4]), 1, 2, 3)).toBe(24);
    expect(at(counted([2, 3, 4]), 0, 1, 0)).toBe(5);
  });

  it.each([[[0, 3]], [[-1, 0]], [[0]], [[0, 0, 0]], [[0.5, 0]]])('refuses the index %j', (indices) => {
    expect(() => at(counted([2, 3]), ...indices)).toThrow(RangeError);
  });
});

describe('elementwise', () => {
  it('adds, multiplies and reshapes', () => {
    expect(add(counted([2]), counted([2])).data).toEqual(new Float64Array([2, 4]));
    expect(multiply(counted([3]), counted([3])).data).toEqual(new Float64Array([1, 4, 9]));
    expect(reshape(counted([2, 3]), [3, 2])).toEqual(counted([3, 2]));
  });

  it('refuses shapes that differ', () => {
    expect(() => add(counted([2]), counted([3]))).toThrow('right is 3; it should be 2, the shape of left.');
    expect(() => reshape(counted([2, 3]), [4])).toThrow('shape is 4; it should be one of 6 values, as 2×3 holds.');
  });
});
