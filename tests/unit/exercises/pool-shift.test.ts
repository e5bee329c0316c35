import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/pool-shift';

describe('pool-shift', () => {
  // Windows of 2 × 2; after the move the rows read 1, 5, 2, 0, 4, 4 and 0, 1, 3, 4, 1, 0.
  const problem = {
    map: [
      [5, 2, 0, 4, 4, 3],
      [1, 3, 4, 1, 0, 2],
    ],
    entering: [1, 0],
    window: 2,
    stride: 2,
    withAverage: true,
  };

  it('compares the largest numbers and the sums before and after', () => {
    // Largest: 5, 4, 4, then 5, 4, 4. Sums: 5 + 2 + 1 + 3 = 11, 0 + 4 + 4 + 1 = 9, 4 + 3 + 0 + 2 = 9,
    // then 1 + 5 + 0 + 1 = 7, 2 + 0 + 3 + 4 = 9, 4 + 4 + 1 + 0 = 9.
    expect(solve(exercise, problem)).toEqual({ max: ['no', 'no', 'no'], average: ['yes', 'no', 'no'] });
    expect(solve(exercise, { ...problem, withAverage: false })).toEqual({ max: ['no', 'no', 'no'] });
  });

  it('runs the wrong rules', () => {
    const max = (name: string) => mistake(exercise, problem, name)?.['max'];
    expect(mistake(exercise, problem, 'all-change')).toEqual({
      max: ['yes', 'yes', 'yes'],
      average: ['yes', 'yes', 'yes'],
    });
    expect(max('only-the-edge')).toEqual(['yes', 'no', 'no']);
    expect(mistake(exercise, problem, 'poolings-exchanged')).toEqual({
      max: ['yes', 'no', 'no'],
      average: ['no', 'no', 'no'],
    });
    // To the left the rows read 2, 0, 4, 4, 3, 1 and 3, 4, 1, 0, 2, 0: largest 4, 4, 3, sums 9, 9, 6.
    expect(mistake(exercise, problem, 'other-direction')).toEqual({
      max: ['yes', 'no', 'yes'],
      average: ['yes', 'no', 'yes'],
    });
    // With 6 entering, the first maximum rises from 5 to 6; 5 stays in the window, so who looks only at what leaves sees nothing.
    const rising = { ...problem, entering: [6, 0] };
    expect(solve(exercise, rising)['max']).toEqual(['yes', 'no', 'no']);
    expect(mistake(exercise, rising, 'entering-forgotten')?.['max']).toEqual(['no', 'no', 'no']);
    // Of the last window 4 stays; with 9 in its last column it loses 9, which who looks only at what enters does not see.
    const falling = { ...problem, map: [[5, 2, 0, 4, 4, 9], problem.map[1] ?? []] };
    expect(solve(exercise, falling)['max']).toEqual(['no', 'no', 'yes']);
    expect(mistake(exercise, falling, 'leaving-forgotten')?.['max']).toEqual(['no', 'no', 'no']);
  });
});
