import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/residual-block';

describe('residual-block', () => {
  it('joins two given roads', () => {
    const problem = {
      input: [[2, 3, 1]],
      convolved: [[-3, 1, -1]],
      kernel1: [],
      kernel2: [],
      projection: 0,
      stride: 1,
    };
    const typed = (name: string) => mistake(exercise, problem, name)?.output;
    // −3 + 2 = −1 → 0; 1 + 3 = 4; −1 + 1 = 0.
    expect(solve(exercise, problem)).toEqual({ output: ['0', '4', '0'] });
    expect(typed('skip-forgotten')).toEqual(['0', '1', '0']);
    expect(typed('relu-before-sum')).toEqual(['2', '4', '1']);
    expect(typed('relu-skipped')).toEqual(['-1', '4', '0']);
    expect(typed('skip-multiplied')).toEqual(['0', '3', '0']);
    expect(typed('inner-relu-skipped')).toBeUndefined();
  });

  it('goes along both roads', () => {
    const problem = {
      input: [[1, 2, 0, 3]],
      convolved: null,
      kernel1: [1, 0, -1],
      kernel2: [0, 1, -1],
      projection: -1,
      stride: 2,
    };
    const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {});
    // Kernel 1 on (0, 1, 2) and (2, 0, 3): −2 and −1, after ReLU 0 and 0. Kernel 2: 0 and 0. Skip: −1, 0.
    expect(solve(exercise, problem)).toEqual({ convolved: ['0', '0'], skip: ['-1', '0'], output: ['0', '0'] });
    // Kernel 2 on (0, −2, −1) and (−2, −1, 0): −2 + 1 = −1 and −1.
    expect(typed('inner-relu-skipped')).toEqual([
      ['-1', '-1'],
      ['-1', '0'],
      ['0', '0'],
    ]);
    // Kernel 1 turned: 2 and 1. Kernel 2 turned, on (0, 2, 1) and (2, 1, 0): 2 and −2 + 1 = −1. Sums 1 and −1.
    expect(typed('flipped')).toEqual([
      ['2', '-1'],
      ['-1', '0'],
      ['1', '0'],
    ]);
    expect(typed('projection-forgotten')).toEqual([
      ['0', '0'],
      ['1', '0'],
      ['1', '0'],
    ]);
    expect(typed('skip-stride-forgotten')).toEqual([
      ['0', '0'],
      ['-1', '-2'],
      ['0', '0'],
    ]);
  });
});
