import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/loss-value';

describe('loss-value', () => {
  it('takes −ln of the probability of the label', () => {
    // ln 0.2 = −1.6094, ln 0.5 = −0.6931, ln 0.3 = −1.2040; log10 0.2 = −0.69897.
    const problem = { weights: [[20, 50, 30]], labels: [0], fromScores: false };
    expect(solve(exercise, problem)).toEqual({ losses: ['1.609'] });
    expect(mistake(exercise, problem, 'class-of-largest')).toEqual({ losses: ['0.693'] });
    expect(mistake(exercise, problem, 'sum-over-classes')).toEqual({ losses: ['3.507'] });
    // 0.2 · 1.6094 + 0.5 · 0.6931 + 0.3 · 1.2040 = 0.3219 + 0.3466 + 0.3612.
    expect(mistake(exercise, problem, 'prediction-for-label')).toEqual({ losses: ['1.030'] });
    expect(mistake(exercise, problem, 'base-ten')).toEqual({ losses: ['0.699'] });
    expect(mistake(exercise, problem, 'minus-forgotten')).toEqual({ losses: ['-1.609'] });
    expect(mistake(exercise, problem, 'one-minus-probability')).toEqual({ losses: ['0.800'] });
    expect(mistake(exercise, problem, 'softmax-skipped')).toBeUndefined();
    expect(mistake(exercise, problem, 'sum-for-mean')).toBeUndefined();
  });

  it('takes the softmax of scores first', () => {
    // Scores ln 2, ln 5, ln 1: probability 2/8 of the label, ln 4 = 1.3863; ln 2 = 0.6931.
    const problem = { weights: [[2, 5, 1]], labels: [0], fromScores: true };
    expect(solve(exercise, problem)).toEqual({ losses: ['1.386'] });
    expect(mistake(exercise, problem, 'softmax-skipped')).toEqual({ losses: ['-0.693'] });
  });

  it('averages over a batch', () => {
    const weights = [
      [20, 50, 30],
      [10, 10, 80],
    ];
    // 1.6094 and, for 0.1, 2.3026: together 3.9120, mean 1.9560; the mean probability 0.15 would give 1.8971.
    const problem = { weights, labels: [0, 0], fromScores: false };
    const losses = ['1.609', '2.303'];
    expect(solve(exercise, problem)).toEqual({ losses, mean: ['1.956'] });
    expect(mistake(exercise, problem, 'sum-for-mean')).toEqual({ losses, mean: ['3.912'] });
    expect(mistake(exercise, problem, 'mean-of-probabilities')).toEqual({ losses, mean: ['1.897'] });
  });
});
