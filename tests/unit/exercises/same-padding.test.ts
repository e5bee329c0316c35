import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/same-padding';

describe('same-padding', () => {
  it('halves what the kernel takes', () => {
    const problem = { input: 12, kernel: [5, 6], dilation: 1 };
    // Height: 5 − 1 = 4 = 2 × 2. Width: 6 − 1 = 5 is odd.
    expect(solve(exercise, problem)).toEqual({ height: ['2'], width: ['none'] });
    expect(mistake(exercise, problem, 'rounded-up')).toEqual({ height: ['2'], width: ['3'] });
    expect(mistake(exercise, problem, 'rounded-down')).toEqual({ height: ['2'], width: ['2'] });
    expect(mistake(exercise, problem, 'both-sides-together')).toEqual({ height: ['4'], width: ['5'] });
    expect(mistake(exercise, problem, 'directions-swapped')).toEqual({ height: ['none'], width: ['2'] });
    expect(mistake(exercise, problem, 'dilation-ignored')).toBeUndefined();
    expect(solve(exercise, { input: 9, kernel: [7], dilation: 1 })).toEqual({ height: ['3'] });
    expect(mistake(exercise, { input: 9, kernel: [7], dilation: 1 }, 'always-one')).toEqual({ height: ['1'] });
  });

  it('counts what lies between dilated weights', () => {
    const problem = { input: 20, kernel: [4, 5], dilation: 2 };
    // Height: 2 × 3 = 6 = 2 × 3. Width: 2 × 4 = 8 = 2 × 4.
    expect(solve(exercise, problem)).toEqual({ height: ['3'], width: ['4'] });
    // Without dilation 3 (odd) and 4; with a gap too many 7 and 9, both odd.
    expect(mistake(exercise, problem, 'dilation-ignored')).toEqual({ height: ['none'], width: ['2'] });
    expect(mistake(exercise, problem, 'gap-after-the-last')).toEqual({ height: ['none'], width: ['none'] });
    expect(mistake(exercise, problem, 'even-never-fits')).toEqual({ height: ['none'], width: ['4'] });
  });
});
