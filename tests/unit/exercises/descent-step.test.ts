import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/descent-step';

describe('descent-step', () => {
  it('goes against the gradient', () => {
    // 2 − 0.1 · 3 = 1.7, −1 − 0.1 · (−4) = −0.6.
    const problem = { weights: [2, -1], gradient: [3, -4], rate: 0.1, momentum: null };
    expect(solve(exercise, problem)).toEqual({ weights: ['1.7', '-0.6'] });
    expect(mistake(exercise, problem, 'added-instead')).toEqual({ weights: ['2.3', '-1.4'] });
    expect(mistake(exercise, problem, 'rate-forgotten')).toEqual({ weights: ['-1', '3'] });
    expect(mistake(exercise, problem, 'divided-by-rate')).toEqual({ weights: ['-28', '39'] });
    expect(mistake(exercise, problem, 'gradient-for-weight')).toEqual({ weights: ['3', '-4'] });
    expect(mistake(exercise, problem, 'step-for-weight')).toEqual({ weights: ['-0.3', '0.4'] });
    expect(mistake(exercise, problem, 'momentum-ignored')).toBeUndefined();
  });

  it('carries momentum in PyTorch’s form', () => {
    // 0.9 · 10 + 2 = 11, 3 − 0.1 · 11 = 1.9.
    const problem = { weights: [3], gradient: [2], rate: 0.1, momentum: { factor: 0.9, velocity: [10] } };
    expect(solve(exercise, problem)).toEqual({ velocity: ['11'], weights: ['1.9'] });
    expect(mistake(exercise, problem, 'momentum-ignored')).toEqual({ velocity: ['2'], weights: ['2.8'] });
    expect(mistake(exercise, problem, 'old-velocity-used')).toEqual({ velocity: ['11'], weights: ['2'] });
    // 9 + 0.1 · 2 = 9.2: then 3 − 0.92, or 3 − 9.2.
    expect(mistake(exercise, problem, 'gradient-weakened')).toEqual({ velocity: ['9.2'], weights: ['2.08'] });
    expect(mistake(exercise, problem, 'rate-in-velocity')).toEqual({ velocity: ['9.2'], weights: ['-6.2'] });
  });
});
