import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/strided-size';

describe('strided-size', () => {
  const size = (...values: number[]) => ({ size: values.map(String) });
  const height = { input: 20, kernel: 5, stride: 2, padding: 2, dilation: 1 };
  const width = { input: 31, kernel: 3, stride: 4, padding: 1, dilation: 1 };
  const problem = { axes: [height, width] };

  it('counts whole steps and the place where the window starts', () => {
    // 20 + 4 − 5 = 19, ⌊19 / 2⌋ = 9, and 1. 31 + 2 − 3 = 30, ⌊30 / 4⌋ = 7, and 1.
    expect(solve(exercise, problem)).toEqual(size(10, 8));
    expect(solve(exercise, { axes: [height] })).toEqual(size(10));
  });

  it('runs the wrong rules', () => {
    expect(mistake(exercise, problem, 'rounded-up')).toEqual(size(11, 9));
    expect(mistake(exercise, problem, 'one-forgotten')).toEqual(size(9, 7));
    // 20 / 2 = 10; ⌊31 / 4⌋ = 7.
    expect(mistake(exercise, problem, 'one-added-too-early')).toEqual(size(10, 7));
    // 20 + 2 − 5 = 17; 31 + 1 − 3 = 29.
    expect(mistake(exercise, problem, 'padding-once')).toEqual(size(9, 8));
    // 24 and 33.
    expect(mistake(exercise, problem, 'kernel-not-subtracted')).toEqual(size(13, 9));
    expect(mistake(exercise, problem, 'stride-ignored')).toEqual(size(20, 31));
    expect(mistake(exercise, problem, 'height-and-width-swapped')).toEqual(size(8, 10));
    expect(mistake(exercise, { axes: [{ ...height, input: 19 }] }, 'rounded-up')).toBeUndefined();
  });
});
