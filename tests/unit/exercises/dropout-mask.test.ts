import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/dropout-mask';

describe('dropout-mask', () => {
  it('divides what stays by 1 − p', () => {
    // 1 − 0.8 = 0.2: 3 / 0.2 = 15, −1 / 0.2 = −5; 2 / 0.2 = 10, 4 / 0.2 = 20; 5 / 0.2 = 25.
    const problem = { input: [3, 5, -1], mask: [1, 0, 1], probability: 0.8, gradient: [2, 7, 4] };
    const right = { training: ['15', '0', '-5'], inference: ['3', '5', '-1'], gradient: ['10', '0', '20'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'not-scaled')).toEqual({
      ...right,
      training: ['3', '0', '-1'],
      gradient: ['2', '0', '4'],
    });
    expect(mistake(exercise, problem, 'scaled-by-p')).toEqual({
      ...right,
      training: ['2.4', '0', '-0.8'],
      gradient: ['1.6', '0', '3.2'],
    });
    expect(mistake(exercise, problem, 'scaled-down')).toEqual({
      ...right,
      training: ['0.6', '0', '-0.2'],
      gradient: ['0.4', '0', '0.8'],
    });
    expect(mistake(exercise, problem, 'mask-inverted')).toEqual({
      ...right,
      training: ['0', '25', '0'],
      gradient: ['0', '35', '0'],
    });
    expect(mistake(exercise, problem, 'dropped-at-inference')).toEqual({ ...right, inference: ['15', '0', '-5'] });
    expect(mistake(exercise, problem, 'scaled-at-inference')).toEqual({ ...right, inference: ['0.6', '1', '-0.2'] });
    expect(mistake(exercise, problem, 'gradient-passes-everywhere')).toEqual({ ...right, gradient: ['2', '7', '4'] });
    expect(mistake(exercise, { ...problem, gradient: null }, 'gradient-passes-everywhere')).toBeUndefined();
  });
});
