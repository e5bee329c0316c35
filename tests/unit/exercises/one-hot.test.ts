import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/one-hot';

describe('one-hot', () => {
  // Index 3, counted from 0, is the fourth of five places.
  const problem = { classes: [4, 0, 7, 2, 9], label: 3, named: true, second: null };

  it('puts the 1 in the place of the class', () => {
    expect(solve(exercise, problem)).toEqual({ vector: ['0', '0', '0', '1', '0'] });
    expect(mistake(exercise, problem, 'counted-from-one')).toEqual({ vector: ['0', '0', '1', '0', '0'] });
    expect(mistake(exercise, problem, 'index-as-value')).toEqual({ vector: ['0', '0', '0', '3', '0'] });
    expect(mistake(exercise, problem, 'inverted')).toEqual({ vector: ['1', '1', '1', '0', '1'] });
    expect(mistake(exercise, problem, 'counted-from-the-right')).toEqual({ vector: ['0', '1', '0', '0', '0'] });
    expect(mistake(exercise, problem, 'ones-up-to-the-class')).toEqual({ vector: ['1', '1', '1', '1', '0'] });
  });

  it('reads a second vector back', () => {
    const two = { ...problem, named: false, second: 1 };
    expect(solve(exercise, two)).toEqual({ vector: ['0', '0', '0', '1', '0'], index: ['1'] });
    expect(mistake(exercise, two, 'counted-from-one')).toEqual({ vector: ['0', '0', '1', '0', '0'], index: ['2'] });
  });

  it('has no mistake where a slip changes nothing', () => {
    const firstClass = { ...problem, label: 0 };
    expect(mistake(exercise, firstClass, 'counted-from-one')).toBeUndefined();
    expect(mistake(exercise, firstClass, 'ones-up-to-the-class')).toBeUndefined();
    expect(mistake(exercise, { ...problem, label: 2 }, 'counted-from-the-right')).toBeUndefined();
  });
});
