import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsFor, formatFactor, formatNumber, readNumber, roundTo } from '@/state/number-text.ts';

const any = { min: -1e6, max: 1e6, whole: false };
const whole = { min: -1e6, max: 1e6, whole: true };
const read = (value: number) => ({ status: 'read', value });
const unreadable = (why: string) => ({ status: 'unreadable', why });

describe('a typed number', () => {
  it.each([
    ['-3', -3],
    ['−3', -3],
    ['－３', -3],
    ['–3', -3],
    ['１２．５', 12.5],
    ['+4', 4],
    ['.5', 0.5],
    ['0,5', 0.5],
    ['1/4', 0.25],
    ['-1/8', -0.125],
    [' 7 ', 7],
    ['-0', 0],
    ['1,000,000', 1_000_000],
    ['0,500', 0.5],
    ['０，５', 0.5],
    ['− 3', -3],
    [' 1 / 4 ', 0.25],
    ['½', 0.5],
    ['\u200e-3\u200b', -3],
  ])('%s is read', (text, value) => expect(readNumber(text, any)).toEqual(read(value)));

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['-', 'notNumber'],
    ['1,,0', 'notNumber'],
    ['1/0', 'notNumber'],
    ['1/2/3', 'notNumber'],
    ['abc', 'notNumber'],
    ['1e999', 'notNumber'],
    ['2²', 'notNumber'],
    ['2 5', 'notNumber'],
    ['1 1/2', 'notNumber'],
    ['1½', 'notNumber'],
    ['①', 'notNumber'],
    ['1、2', 'notNumber'],
    ['2000000', 'outside'],
    ['1,000', 'twoReadings'],
  ])('%s is not: %s', (text, why) => expect(readNumber(text, any)).toEqual(unreadable(why)));

  it('knows a thousands mark where only whole numbers are asked for', () => {
    expect(readNumber('150,528', whole)).toEqual(read(150_528));
    expect(readNumber('1,5', whole)).toEqual(unreadable('notWhole'));
    expect(readNumber('2.5', whole)).toEqual(unreadable('notWhole'));
  });

  it('reads whatever formatNumber writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }), (value, places) => {
        const number = value / 10 ** places;
        const text = formatNumber(number);
        const limits = { ...any, whole: Number.isInteger(number) };
        expect(readNumber(text, limits)).toEqual(read(number));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (text) => void readNumber(text, any)));
  });
});

describe('a shown number', () => {
  it('has a true minus, thousands and as many decimals as asked for', () => {
    expect(formatNumber(-1234.5)).toBe('−1,234.5');
    expect(formatNumber(2, 2)).toBe('2.00');
    expect(formatNumber(-0.001, 2)).toBe('0.00');
    expect(formatFactor(-3)).toBe('(−3)');
    expect(formatFactor(3)).toBe('3');
  });
  it('rounds half away from zero, as one does by hand', () => {
    expect([1.005, -1.005, 2.5, 0.1 + 0.2].map((value) => roundTo(value, 2))).toEqual([1.01, -1.01, 2.5, 0.3]);
  });
  it('finds the decimals that show every value exactly', () => {
    expect(decimalsFor([1, -2])).toBe(0);
    expect(decimalsFor([1, 0.2 * 3])).toBe(1);
    expect(decimalsFor([1 / 3])).toBe(2);
    expect(decimalsFor([0.125], 4)).toBe(3);
  });
});
