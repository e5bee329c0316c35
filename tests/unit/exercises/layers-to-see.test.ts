import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/layers-to-see';

describe('layers-to-see', () => {
  const answer = (layers: number, field: number) => ({ layers: [`${layers}`], field: [`${field}`] });

  it('counts layers that see just so many pixels', () => {
    const problem = { pixels: 21, kernel: 3, before: null };
    // 1 + 2 × 10 = 21.
    expect(solve(exercise, problem)).toEqual({ layers: ['10'] });
    expect(mistake(exercise, problem, 'divided-by-the-kernel')).toEqual({ layers: ['7'] });
    expect(mistake(exercise, problem, 'start-forgotten')).toEqual({ layers: ['11'] });
    expect(mistake(exercise, problem, 'first-layer-not-counted')).toEqual({ layers: ['9'] });
    // 3, 9, 27.
    expect(mistake(exercise, problem, 'kernels-multiplied')).toEqual({ layers: ['3'] });
    expect(mistake(exercise, problem, 'rounded-down')).toBeUndefined();
  });

  it('goes on until they see enough', () => {
    const problem = { pixels: 32, kernel: 5, before: null };
    // 1 + 4 × 7 = 29 is too few, 1 + 4 × 8 = 33.
    expect(solve(exercise, problem)).toEqual(answer(8, 33));
    expect(mistake(exercise, problem, 'rounded-down')).toEqual(answer(7, 29));
    expect(mistake(exercise, problem, 'divided-by-the-kernel')).toEqual(answer(7, 35));
    expect(mistake(exercise, problem, 'start-forgotten')).toEqual(answer(8, 32));
    expect(mistake(exercise, problem, 'kernels-multiplied')).toEqual(answer(3, 125));
  });

  it('adds twice as much after a pooling', () => {
    const problem = { pixels: 31, kernel: 3, before: 2 };
    // 1 + 2 × 2 + 1 = 6; 6 + 4 × 6 = 30 is too few, 6 + 4 × 7 = 34.
    expect(solve(exercise, problem)).toEqual(answer(7, 34));
    // 6 + 2 × 13 = 32, and 5 + 2 × 13 = 31.
    expect(mistake(exercise, problem, 'stride-of-the-pooling-ignored')).toEqual(answer(13, 32));
    expect(mistake(exercise, problem, 'pooling-skipped')).toEqual(answer(13, 31));
    expect(mistake(exercise, problem, 'all-layers-counted')).toEqual(answer(9, 34));
    // 3 + 3 + 2 = 8; 8 + 6 × 4 = 32.
    expect(mistake(exercise, problem, 'divided-by-the-kernel')).toEqual(answer(4, 32));
    expect(mistake(exercise, problem, 'first-layer-not-counted')).toBeUndefined();
  });
});
