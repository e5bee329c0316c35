import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/projection-shape';

describe('projection-shape', () => {
  const problem = {
    input: [64, 13, 15],
    blocks: [
      { outputs: 64, stride: 1 },
      { outputs: 128, stride: 2 },
      { outputs: 128, stride: 2 },
      { outputs: 256, stride: 1 },
    ],
    weights: true,
  };
  const typed = (name: string) => mistake(exercise, problem, name);
  const truth = {
    needed: ['no', 'yes', 'yes', 'yes'],
    kernel: ['1'],
    stride: ['2'],
    shape: ['128', '7', '8'],
    weights: ['8192'],
  };

  it('finds the blocks that change the shape', () => {
    // Block 2: (13 + 2 − 3) / 2 + 1 = 7, (15 + 2 − 3) / 2 + 1 = 8; 64 × 128 = 8,192 weights.
    expect(solve(exercise, problem)).toEqual(truth);
    // The first of all blocks: 64 × 64 = 4,096.
    expect(typed('always')).toEqual({
      needed: ['yes', 'yes', 'yes', 'yes'],
      kernel: ['1'],
      stride: ['1'],
      shape: ['64', '13', '15'],
      weights: ['4096'],
    });
    expect(typed('never')).toEqual({
      needed: ['no', 'no', 'no', 'no'],
      kernel: [''],
      stride: [''],
      shape: ['', '', ''],
      weights: [''],
    });
    expect(typed('size-only')).toEqual({ ...truth, needed: ['no', 'yes', 'yes', 'no'] });
    expect(typed('channels-only')).toEqual({ ...truth, needed: ['no', 'yes', 'no', 'yes'] });
  });

  it('shapes the first projection', () => {
    expect(typed('three-by-three')).toEqual({ ...truth, kernel: ['3'], weights: ['73728'] });
    expect(typed('stride-one')).toEqual({ ...truth, stride: ['1'], shape: ['128', '13', '15'] });
    expect(typed('channels-kept')).toEqual({ ...truth, shape: ['64', '7', '8'], weights: ['4096'] });
  });
});
