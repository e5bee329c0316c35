import { describe, expect, it } from 'vitest';
import { exactlyEqual, fraction, fromDigits, fromNumber } from '@/exercises/kit/exact';

describe('fraction', () => {
  it.each([
    [2, 8, '1/4'],
    [-2, 8, '-1/4'],
    [2, -8, '-1/4'],
    [-2, -8, '1/4'],
    [6, 3, '2'],
    [0, 5, '0'],
    [0, -5, '0'],
    [7, 7, '1'],
  ])('%d over %d is %s', (numerator, denominator, typed) => {
    expect(fraction(numerator, denominator)).toBe(typed);
  });
});

it('numbers without rounding', () => {
  expect(fromDigits('-12.50')).toEqual({ numerator: -1250n, denominator: 100n });
  expect(fromNumber(0.1)).toEqual({ numerator: 1n, denominator: 10n });
  expect(fromNumber(1e-9)).toBeUndefined();
  expect(exactlyEqual(fromDigits('0.5'), { numerator: 1n, denominator: 2n })).toBe(true);
  expect(exactlyEqual(fromDigits('0.333333333333333333333333'), { numerator: 1n, denominator: 3n })).toBe(false);
});
