import { describe, expect, it } from 'vitest';
import { crossEntropyGradient, fromRows } from '@/core';
import { check, mistake, solve } from '@/exercises';
import exercise from '@/exercises/score-gradient';

describe('score-gradient', () => {
  const one = { weights: [[20, 50, 30]], labels: [2], fromScores: false };
  const two = {
    weights: [
      [1, 2, 5],
      [3, 1, 6],
    ],
    labels: [1, 2],
    fromScores: true,
  };

  it('takes the label from the probabilities', () => {
    // 0.2 − 0, 0.5 − 0, 0.3 − 1.
    expect(solve(exercise, one)).toEqual({ gradient: ['0.2', '0.5', '-0.7'] });
    expect(mistake(exercise, one, 'label-minus-prediction')).toEqual({ gradient: ['-0.2', '-0.5', '0.7'] });
    expect(mistake(exercise, one, 'only-true-class')).toEqual({ gradient: ['0', '0', '-0.7'] });
    expect(mistake(exercise, one, 'label-forgotten')).toEqual({ gradient: ['0.2', '0.5', '0.3'] });
    expect(mistake(exercise, one, 'taken-from-largest')).toEqual({ gradient: ['0.2', '-0.5', '0.3'] });
    // −1 / 0.3 = −3.333.
    expect(mistake(exercise, one, 'slope-of-logarithm')).toEqual({ gradient: ['0', '0', '-3.333'] });
    expect(mistake(exercise, one, 'not-normalised')).toBeUndefined();
  });

  it('divides by the pictures of a batch', () => {
    // Sums 8 and 10: 1/8, 2/8 − 1, 5/8 and 3/10, 1/10, 6/10 − 1, all halved.
    const gradient = ['1/16', '-3/8', '5/16', '3/20', '1/20', '-1/5'];
    expect(solve(exercise, two)).toEqual({ gradient });
    expect(mistake(exercise, two, 'batch-not-averaged')).toEqual({
      gradient: ['1/8', '-3/4', '5/8', '3/10', '1/10', '-2/5'],
    });
    expect(mistake(exercise, two, 'not-normalised')).toEqual({ gradient: ['0.5', '0.5', '2.5', '1.5', '0.5', '2.5'] });
    const decimals = { gradient: ['0.0625', '-0.375', '0.3125', '.15', '0.05', '-0.2'] };
    expect(check(exercise, two, decimals)['gradient']?.status).toBe('correct');
  });

  it('agrees with the site’s own gradient', () => {
    const scores = fromRows(two.weights.map((row) => row.map(Math.log)));
    const expected = [1 / 16, -3 / 8, 5 / 16, 3 / 20, 1 / 20, -1 / 5];
    for (const [place, value] of crossEntropyGradient(scores, two.labels).data.entries()) {
      expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 12);
    }
  });
});
