import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/accuracy';

describe('accuracy', () => {
  // The labels' scores 9, 5, 3 and 1 have the places 1, 2, 3 and 2 in their rows.
  const problem = {
    labels: [0, 1, 2, 2],
    scores: [
      [9, -2, 4],
      [8, 5, -1],
      [7, 6, 3],
      [2, -5, 1],
    ],
    k: 2,
    ranked: false,
  };

  it('counts the pictures whose label is among the best', () => {
    expect(solve(exercise, problem)).toEqual({ 'top-1': ['1/4'], 'top-k': ['3/4'] });
    expect(mistake(exercise, problem, 'only-first-guess')).toEqual({ 'top-1': ['1/4'], 'top-k': ['1/4'] });
    expect(mistake(exercise, problem, 'any-guess-as-first')).toEqual({ 'top-1': ['3/4'], 'top-k': ['3/4'] });
    expect(mistake(exercise, problem, 'errors-counted')).toEqual({ 'top-1': ['3/4'], 'top-k': ['1/4'] });
    // Places 2 and 2 only.
    expect(mistake(exercise, problem, 'first-left-out')).toEqual({ 'top-1': ['1/4'], 'top-k': ['1/2'] });
    expect(mistake(exercise, problem, 'not-divided')).toEqual({ 'top-1': ['1'], 'top-k': ['3'] });
    expect(mistake(exercise, problem, 'divided-by-guesses')).toEqual({ 'top-1': ['1/4'], 'top-k': ['3/8'] });
    // By size the last row is 5, 2, 1: its label falls to place 3.
    expect(mistake(exercise, problem, 'largest-magnitude')).toEqual({ 'top-1': ['1/4'], 'top-k': ['1/2'] });
    expect(mistake(exercise, { ...problem, ranked: true }, 'largest-magnitude')).toBeUndefined();
  });
});
