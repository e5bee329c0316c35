import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/padded-size';

describe('padded-size', () => {
  const problem = {
    axes: [
      { input: 20, kernel: 5, padding: 3 },
      { input: 31, kernel: 4, padding: 2 },
    ],
  };

  it('counts the places of the window', () => {
    expect(solve(exercise, problem)).toEqual({ size: ['22', '32'] });
    expect(solve(exercise, { axes: problem.axes.slice(0, 1) })).toEqual({ size: ['22'] });
    expect(mistake(exercise, problem, 'padding-once')).toEqual({ size: ['19', '30'] });
    expect(mistake(exercise, problem, 'kernel-not-subtracted')).toEqual({ size: ['26', '35'] });
    expect(mistake(exercise, problem, 'one-forgotten')).toEqual({ size: ['21', '31'] });
    expect(mistake(exercise, problem, 'height-and-width-swapped')).toEqual({ size: ['32', '22'] });
  });
});
