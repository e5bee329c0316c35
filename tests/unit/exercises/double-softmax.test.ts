import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/double-softmax';

describe('double-softmax', () => {
  // p = 0.4, 0.1, 0.5; e^p = 1.49182, 1.10517, 1.64872, together 4.24571; q = 0.35137, 0.26030, 0.38833.
  const three = { weights: [4, 1, 5], label: 1, bugFirst: true, asks: 'losses' };

  it('applies softmax once more', () => {
    // −ln 0.26030 = 1.34592, −ln 0.1 = 2.30259; for the largest −ln 0.38833 = 0.94590 and −ln 0.5 = 0.69315.
    const right = { 'loss-one': ['1.346'], 'loss-two': ['2.303'], bug: ['line-1'] };
    expect(solve(exercise, three)).toEqual(right);
    expect(mistake(exercise, three, 'same-as-once')).toEqual({ ...right, 'loss-one': ['2.303'] });
    expect(mistake(exercise, three, 'doubled-taken-for-right')).toEqual({ ...right, bug: ['line-2'] });
    expect(mistake(exercise, three, 'loss-without-softmax')).toEqual({
      'loss-one': ['2.303'],
      'loss-two': [''],
      bug: ['line-2'],
    });
    expect(mistake(exercise, three, 'class-of-largest')).toEqual({
      ...right,
      'loss-one': ['0.946'],
      'loss-two': ['0.693'],
    });
    expect(mistake(exercise, three, 'shares-squared')).toBeUndefined();
  });

  it('asks for the second softmax', () => {
    const problem = { ...three, asks: 'softmax' };
    const right = {
      softmax: ['0.351', '0.260', '0.388'],
      'loss-one': ['1.346'],
      'loss-two': ['2.303'],
      bug: ['line-1'],
    };
    expect(solve(exercise, problem)).toEqual(right);
    // 0.16, 0.01, 0.25 over 0.42; −ln 0.023810 = 3.73767.
    expect(mistake(exercise, problem, 'shares-squared')).toEqual({
      ...right,
      softmax: ['0.381', '0.024', '0.595'],
      'loss-one': ['3.738'],
    });
    expect(mistake(exercise, problem, 'not-normalised')).toEqual({
      ...right,
      softmax: ['1.492', '1.105', '1.649'],
      'loss-one': ['-0.100'],
    });
  });

  it('goes back through both', () => {
    // p = 0.1, 0.9; e^p = 1.10517, 2.45960, together 3.56477; q = 0.31003, 0.68997; −ln q₂ = 0.37110.
    // g = 0.31003, −0.31003; Σ p g = 0.031003 − 0.279027 = −0.248024; 0.1 · 0.558054 = 0.0558.
    const problem = { weights: [2, 18], label: 1, bugFirst: false, asks: 'gradients' };
    const right = {
      softmax: ['0.310', '0.690'],
      'loss-one': ['0.105'],
      'loss-two': ['0.371'],
      'gradient-one': ['0.100', '-0.100'],
      'gradient-two': ['0.056', '-0.056'],
      bug: ['line-2'],
    };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'stops-halfway')).toEqual({ ...right, 'gradient-two': ['0.310', '-0.310'] });
    expect(mistake(exercise, problem, 'sum-left-out')).toEqual({ ...right, 'gradient-two': ['0.031', '-0.279'] });
  });
});
