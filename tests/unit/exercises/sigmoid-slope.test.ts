import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/sigmoid-slope';

describe('sigmoid-slope', () => {
  const problem = {
    points: [
      { of: 'sigmoid', x: 1.39, value: 0.8 },
      { of: 'tanh', x: -0.55, value: -0.5 },
      { of: 'relu', x: -3 },
    ],
    table: 'exact',
  };
  const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();

  it('works out slopes from exact values', () => {
    // 0.8 × 0.2 = 0.16; 1 − 0.25 = 0.75; left of 0 ReLU is flat.
    expect(solve(exercise, problem)).toEqual({ first: ['0.16'], second: ['0.75'], third: ['0'] });
    expect(typed('value-for-slope')).toEqual(['0.80', '-0.50', '0']);
    expect(typed('sigmoid-factor-missing')).toEqual(['0.20', '0.75', '0']);
    // 1 − (−0.5) = 1.5; −0.5 × 1.5 = −0.75; 1 − 0.64 = 0.36.
    expect(typed('square-missing')).toEqual(['0.16', '1.50', '0']);
    expect(typed('tanh-as-sigmoid')).toEqual(['0.16', '-0.75', '0']);
    expect(typed('sigmoid-as-tanh')).toEqual(['0.36', '0.75', '0']);
    expect(typed('largest-everywhere')).toEqual(['0.25', '1.00', '0']);
    expect(typed('minus-left-of-zero')).toEqual(['0.16', '-0.75', '0']);
    expect(typed('relu-always-active')).toEqual(['0.16', '0.75', '1']);
    // ReLU gives 0 there, which is its slope too.
    expect(mistake(exercise, problem, 'relu-value')).toBeUndefined();
  });

  it('rounds slopes of values that are not exact', () => {
    const points = [
      { of: 'sigmoid', x: 2 },
      { of: 'tanh', x: -0.5 },
      { of: 'relu', x: 3 },
    ];
    // 0.8808 × 0.1192 = 0.10499; 0.4621 × 0.4621 = 0.21354, 1 − 0.21354 = 0.78646.
    for (const table of ['values', 'exponentials']) {
      const rounded = { points, table };
      expect(solve(exercise, rounded)).toEqual({ first: ['0.105'], second: ['0.786'], third: ['1'] });
      expect(mistake(exercise, rounded, 'value-for-slope')).toEqual({
        first: ['0.881'],
        second: ['-0.462'],
        third: ['3'],
      });
      expect(mistake(exercise, rounded, 'relu-value')).toEqual({ first: ['0.105'], second: ['0.786'], third: ['3'] });
      expect(mistake(exercise, rounded, 'relu-always-active')).toBeUndefined();
    }
  });
});
