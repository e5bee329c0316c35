import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/relu-map';

describe('relu-map', () => {
  const input = [
    [2, -3],
    [0, 1.5],
  ];

  it('cuts negative inputs off', () => {
    const problem = { input, slope: 0, gradient: null };
    const right = { output: ['2', '0', '0', '1.5'], derivative: ['1', '0', '0', '1'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'magnitude')).toEqual({ ...right, output: ['2', '3', '0', '1.5'] });
    expect(mistake(exercise, problem, 'negative-kept')).toEqual({ ...right, output: ['0', '-3', '0', '0'] });
    const everywhere = { ...right, derivative: ['1', '1', '1', '1'] };
    expect(mistake(exercise, problem, 'derivative-one-everywhere')).toEqual(everywhere);
    expect(mistake(exercise, problem, 'value-for-derivative')).toEqual({ ...right, derivative: right.output });
    expect(mistake(exercise, problem, 'derivative-of-magnitude')).toEqual({
      ...right,
      derivative: ['1', '-1', '0', '1'],
    });
    expect(mistake(exercise, problem, 'one-at-zero')).toEqual({ ...right, derivative: ['1', '0', '1', '1'] });
    expect(mistake(exercise, problem, 'slope-forgotten')).toBeUndefined();
  });

  it('leaks, and passes gradients back', () => {
    const gradient = [
      [-2, 5],
      [3, -4],
    ];
    // −3 · 0.1 = −0.3; −2 · 1, 5 · 0.1, 3 · 0.1, −4 · 1.
    const problem = { input, slope: 0.1, gradient };
    const right = {
      output: ['2', '-0.3', '0', '1.5'],
      derivative: ['1', '0.1', '0.1', '1'],
      gradient: ['-2', '0.5', '0.3', '-4'],
    };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'slope-forgotten')).toEqual({
      output: ['2', '0', '0', '1.5'],
      derivative: ['1', '0', '0', '1'],
      gradient: ['-2', '0', '0', '-4'],
    });
    expect(mistake(exercise, problem, 'sign-lost')).toEqual({ ...right, output: ['2', '0.3', '0', '1.5'] });
    expect(mistake(exercise, problem, 'gradient-clipped')).toEqual({ ...right, gradient: ['0', '5', '3', '0'] });
    expect(mistake(exercise, problem, 'gradient-times-input')).toEqual({
      ...right,
      gradient: ['-4', '-15', '0', '-6'],
    });
  });
});
