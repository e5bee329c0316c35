import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/slope-product';

describe('slope-product', () => {
  it('multiplies slopes, with 1 more where there is a skip', () => {
    const problem = { blocks: [[0.5], [2], [-0.5]] };
    const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();
    // 0.5 × 2 × (−0.5) = −0.5; 1.5 × 3 × 0.5 = 2.25.
    expect(solve(exercise, problem)).toEqual({ plain: ['-0.5'], skipped: ['2.25'] });
    // 0.5 + 2 − 0.5 = 2; 1.5 + 3 + 0.5 = 5.
    expect(typed('sum-for-product')).toEqual(['2', '5']);
    expect(typed('skip-multiplies')).toEqual(['-0.5', '-0.5']);
    expect(typed('one-skip-for-all')).toEqual(['-0.5', '0.5']);
    expect(typed('skip-alone')).toEqual(['-0.5', '1']);
    // 0.5 × 2 × 0.5 = 0.5; 1.5 × 3 × 1.5 = 6.75.
    expect(typed('signs-dropped')).toEqual(['0.5', '6.75']);
    expect(mistake(exercise, problem, 'skip-in-every-layer')).toBeUndefined();
  });

  it('lets a skip go past a block of two layers', () => {
    const problem = {
      blocks: [
        [0.5, 2],
        [-2, 0.25],
        [2, 2],
      ],
    };
    // 1 × (−0.5) × 4 = −2; 2 × 0.5 × 5 = 5.
    expect(solve(exercise, problem)).toEqual({ plain: ['-2'], skipped: ['5'] });
    // 1.5 × 3 × (−1) × 1.25 × 3 × 3 = −50.625.
    expect(mistake(exercise, problem, 'skip-in-every-layer')).toEqual({ plain: ['-2'], skipped: ['-50.625'] });
  });
});
