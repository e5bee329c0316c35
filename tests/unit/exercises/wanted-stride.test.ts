import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/wanted-stride';

describe('wanted-stride', () => {
  const number = (id: number | 'none') => ({ number: [`${id}`] });

  it('finds the stride', () => {
    // The window can move by 14: strides 1 to 6 give 15, 8, 5, 4, 3, 3.
    const problem = { input: 17, kernel: 3, stride: null, padding: 0, output: 4 };
    expect(solve(exercise, problem)).toEqual(number(4));
    // ⌊14 / 3⌋ = 4.
    expect(mistake(exercise, problem, 'one-forgotten')).toEqual(number(3));
    // 14 does not divide by 4.
    expect(mistake(exercise, problem, 'must-divide')).toEqual(number('none'));
    // ⌊17 / 5⌋ + 1 = 4.
    expect(mistake(exercise, problem, 'kernel-not-subtracted')).toEqual(number(5));
    expect(mistake(exercise, problem, 'padding-once')).toBeUndefined();
    expect(mistake(exercise, problem, 'largest-taken')).toBeUndefined();
    const smallest = { ...problem, output: 3 };
    expect(solve(exercise, smallest)).toEqual(number(5));
    expect(mistake(exercise, smallest, 'largest-taken')).toEqual(number(6));
    const impossible = { ...problem, output: 6 };
    expect(solve(exercise, impossible)).toEqual(number('none'));
    expect(mistake(exercise, impossible, 'nearly-right')).toEqual(number(3));
    expect(mistake(exercise, impossible, 'one-forgotten')).toBeUndefined();
  });

  it('finds the padding', () => {
    // ⌊(20 + 2P − 5) / 2⌋ + 1: 8, 9, 10, 11.
    const problem = { input: 20, kernel: 5, stride: 2, padding: null, output: 10 };
    expect(solve(exercise, problem)).toEqual(number(2));
    // ⌊(20 + 2 × 3 − 5) / 2⌋ = 10.
    expect(mistake(exercise, problem, 'one-forgotten')).toEqual(number(3));
    // ⌊(20 + 3 − 5) / 2⌋ + 1 = 10.
    expect(mistake(exercise, problem, 'padding-once')).toEqual(number(3));
    // 15, 17, 19 do not divide by 2.
    expect(mistake(exercise, problem, 'must-divide')).toEqual(number('none'));
    expect(mistake(exercise, problem, 'stride-ignored')).toEqual(number('none'));
    // 20 + 2P − 5 + 1: 16, 18, 20.
    const odd = { input: 20, kernel: 5, stride: 1, padding: null, output: 19 };
    expect(solve(exercise, odd)).toEqual(number('none'));
    expect(mistake(exercise, odd, 'nearly-right')).toEqual(number(2));
    // 20 + 2 × 2 − 5 = 19, and 20 + 3 − 5 + 1 = 19.
    expect(mistake(exercise, odd, 'one-forgotten')).toEqual(number(2));
    expect(mistake(exercise, odd, 'padding-once')).toEqual(number(3));
  });
});
