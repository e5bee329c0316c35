import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/class-map';

describe('class-map', () => {
  const maps = [
    [
      [1, 3],
      [0, 4],
    ],
    [
      [2, 0],
      [5, 1],
    ],
  ];
  const problem = { maps, classes: [2], weights: [[2, -1]] };

  it('adds the maps with their weights, and so the means', () => {
    // 2 − 2, 6 − 0, 0 − 5, 8 − 1; the means are 8 / 4 = 2 and 8 / 4 = 2: 4 − 2 = 2.
    expect(solve(exercise, problem)).toEqual({ scores: ['2'], map: ['0', '6', '-5', '7'] });
    // Second class: 1 + 2, 3 + 0, 0 + 5, 4 + 1; score 2 + 2 = 4, the larger one.
    const two = { maps, classes: [2, 3], weights: [...problem.weights, [1, 1]] };
    expect(solve(exercise, two)).toEqual({ scores: ['2', '4'], map: ['3', '3', '5', '5'] });
    expect(mistake(exercise, two, 'other-class')).toEqual({ scores: ['2', '4'], map: ['0', '6', '-5', '7'] });
    expect(mistake(exercise, problem, 'other-class')).toBeUndefined();
  });

  it('runs the wrong rules', () => {
    const wrong = (name: string) => mistake(exercise, problem, name);
    expect(wrong('one-channel')).toEqual({ scores: ['4'], map: ['2', '6', '0', '8'] });
    expect(wrong('weights-ignored')).toEqual({ scores: ['4'], map: ['3', '3', '5', '5'] });
    expect(wrong('sum-for-mean')?.['scores']).toEqual(['8']);
    // 2 × 4 − 5 = 3.
    expect(wrong('largest-for-mean')?.['scores']).toEqual(['3']);
    expect(wrong('negatives-cut')?.['map']).toEqual(['0', '6', '0', '7']);
    expect(wrong('divided-by-channels')?.['map']).toEqual(['0', '3', '-5/2', '7/2']);
    // e² and e⁻¹ to their sum: 7.3891 / 7.7569 = 0.9526 and 0.0474; 0.9526 + 2 × 0.0474 = 1.047, 3 × 0.9526 = 2.858.
    expect(wrong('softmax-of-the-weights')?.['map']?.slice(0, 2)).toEqual(['1.047', '2.858']);
  });
});
