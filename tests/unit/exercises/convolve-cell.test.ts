import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/convolve-cell';
import { tick, tip } from './pictures.ts';

describe('convolve-cell', () => {
  const problem = { input: tick, kernel: tip, row: 2, column: 1 };

  it('finds the cell, counted from 1', () => {
    expect(solve(exercise, problem)).toEqual({ value: ['5'] });
    expect(mistake(exercise, problem, 'counted-from-zero')).toEqual({ value: ['9'] });
    expect(mistake(exercise, problem, 'rows-and-columns-swapped')).toEqual({ value: ['-1'] });
    // The middle of the window on row 2, column 1, its left column beyond the edge: (1 − 1) + (1 − 1) + (1 + 1).
    expect(mistake(exercise, problem, 'centre-of-window')).toEqual({ value: ['2'] });
  });
});
