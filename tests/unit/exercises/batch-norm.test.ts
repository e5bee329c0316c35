import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/batch-norm';

describe('batch-norm', () => {
  // Mean 4; differences 1, −1, −7, 7; squares 1 + 1 + 49 + 49 = 100, variance 25, deviation 5.
  const values = [5, 3, -3, 11];

  it('normalises with the mean and the deviation of the batch', () => {
    const problem = { values, gamma: 2, beta: 2, running: null };
    const statistics = { mean: ['4'], deviation: ['5'] };
    // 2 · 0.2 + 2, 2 · (−0.2) + 2, 2 · (−1.4) + 2, 2 · 1.4 + 2.
    expect(solve(exercise, problem)).toEqual({ ...statistics, training: ['2.4', '1.6', '-0.8', '4.8'] });
    const training = (name: string) => mistake(exercise, problem, name)?.['training'];
    expect(training('variance-for-deviation')).toEqual(['2.08', '1.92', '1.44', '2.56']);
    expect(mistake(exercise, problem, 'variance-for-deviation')?.['deviation']).toEqual(['25']);
    // √(100 / 3) = 5.774; 2 / 5.774 = 0.346, 14 / 5.774 = 2.425.
    expect(training('divided-by-n-minus-one')).toEqual(['2.346', '1.654', '-0.425', '4.425']);
    expect(mistake(exercise, problem, 'divided-by-n-minus-one')?.['deviation']).toEqual(['5.774']);
    expect(training('mean-not-subtracted')).toEqual(['4', '3.2', '0.8', '6.4']);
    expect(training('not-divided')).toEqual(['4', '0', '-12', '16']);
    expect(training('scale-and-shift-forgotten')).toEqual(['0.2', '-0.2', '-1.4', '1.4']);
    // 12, 8, −4, 24 less 4, over 5.
    expect(training('scale-and-shift-first')).toEqual(['1.6', '0.8', '-1.6', '4']);
    expect(training('shift-before-scale')).toEqual(['4.4', '3.6', '1.2', '6.8']);
    expect(training('batch-at-inference')).toBeUndefined();
  });

  it('uses the running statistics at inference', () => {
    // (5 − 3) / 2 = 1, 0, −3, 4; the root of 4 forgotten: 0.5, 0, −1.5, 2.
    const problem = { values, gamma: 1, beta: 0, running: { mean: 3, variance: 4 } };
    const right = {
      mean: ['4'],
      deviation: ['5'],
      training: ['0.2', '-0.2', '-1.4', '1.4'],
      inference: ['1', '0', '-3', '4'],
    };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'batch-at-inference')).toEqual({ ...right, inference: right.training });
    expect(mistake(exercise, problem, 'running-variance-not-rooted')).toEqual({
      ...right,
      inference: ['0.5', '0', '-1.5', '2'],
    });
  });
});
