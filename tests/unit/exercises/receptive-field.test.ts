import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/receptive-field';

describe('receptive-field', () => {
  const layers = [
    { kind: 'convolution', kernel: 3, stride: 2, dilation: 1 },
    { kind: 'pooling', kernel: 2, stride: 2, dilation: 1 },
    { kind: 'convolution', kernel: 3, stride: 1, dilation: 2 },
  ];
  const problem = { layers };
  const answer = (fields: readonly number[], jumps: readonly number[]) => ({
    fields: fields.map(String),
    jumps: jumps.map(String),
  });

  it('adds K − 1 steps of the jump before', () => {
    // 1 + 2 × 1 = 3, jump 2; 3 + 1 × 2 = 5, jump 4; 5 + 2 × 2 × 4 = 21, jump 4.
    expect(solve(exercise, problem)).toEqual(answer([3, 5, 21], [2, 4, 4]));
  });

  it('runs the wrong rules', () => {
    // The dilated window reaches over 2 × 2 + 1 = 5 cells.
    expect(mistake(exercise, problem, 'kernels-added')).toEqual(answer([3, 5, 10], [2, 4, 4]));
    expect(mistake(exercise, problem, 'kernels-multiplied')).toEqual(answer([3, 6, 30], [2, 4, 4]));
    expect(mistake(exercise, problem, 'own-window-only')).toEqual(answer([3, 2, 5], [2, 4, 4]));
    expect(mistake(exercise, problem, 'strides-ignored')).toEqual(answer([3, 4, 8], [1, 1, 1]));
    expect(mistake(exercise, problem, 'jump-not-used')).toEqual(answer([3, 4, 8], [2, 4, 4]));
    // 1 + 2 × 2 = 5; 5 + 1 × 4 = 9; 9 + 4 × 4 = 25.
    expect(mistake(exercise, problem, 'stride-too-early')).toEqual(answer([5, 9, 25], [2, 4, 4]));
    // 1 + 3 × 1 = 4; 4 + 2 × 2 = 8; 8 + 5 × 4 = 28.
    expect(mistake(exercise, problem, 'one-not-subtracted')).toEqual(answer([4, 8, 28], [2, 4, 4]));
    // Jumps 2, 2 + 2 = 4, 4 + 1 = 5: the fields stay right.
    expect(mistake(exercise, problem, 'jumps-added')).toEqual(answer([3, 5, 21], [2, 4, 5]));
    // Jumps 2, 2, 1: 5 + 4 × 2 = 13.
    expect(mistake(exercise, problem, 'last-stride-only')).toEqual(answer([3, 5, 13], [2, 2, 1]));
    // 3, 3, 3 + 4 × 2 = 11.
    expect(mistake(exercise, problem, 'pooling-skipped')).toEqual(answer([3, 3, 11], [2, 2, 2]));
    // 5 + 2 × 4 = 13.
    expect(mistake(exercise, problem, 'dilation-ignored')).toEqual(answer([3, 5, 13], [2, 4, 4]));
    expect(mistake(exercise, { layers: layers.slice(0, 1) }, 'pooling-skipped')).toBeUndefined();
  });
});
