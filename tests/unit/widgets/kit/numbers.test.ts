import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, roundTo } from '@/state/number-text.ts';
import { fill } from '@/widgets/kit/fill.ts';
import { binaryShade, shade, shadesOf } from '@/widgets/kit/scale.ts';
import { shownSum } from '@/widgets/kit/sum-line.ts';

describe('a shown sum', () => {
  it('adds up: shown terms and what rounding leaves over give the shown total', () => {
    const terms = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 3 }), (values, decimals) => {
        const exact = values.reduce((sum, value) => sum + value, 0);
        const { total, rounding } = shownSum(values, exact, decimals);
        const asWritten = (value: number) =>
          Number(formatNumber(value, decimals).replace('−', '-').replaceAll(',', ''));
        const units = [...values, rounding].reduce(
          (sum, value) => sum + Math.round(asWritten(value) * 10 ** decimals),
          0,
        );
        expect(units / 10 ** decimals).toBeCloseTo(asWritten(total), 9);
        expect(total).toBe(roundTo(exact, decimals));
      }),
    );
  });
  it('has nothing left over where nothing was rounded', () => {
    expect(shownSum([0.1, 0.2, -0.4], -0.1, 1)).toEqual({ total: -0.1, rounding: 0 });
    expect(shownSum([1 / 3, 1 / 3, 1 / 3], 1, 2)).toEqual({ total: 1, rounding: 0.01 });
  });
});

describe('the diverging scale', () => {
  it('has ⌈5·|v| / max⌉ steps to either side of zero', () => {
    expect([0, 1, 2, 3, 9, -9, -0.01].map((value) => shade(value, 9))).toEqual([
      'zero',
      'pos1',
      'pos2',
      'pos2',
      'pos5',
      'neg5',
      'neg1',
    ]);
    expect(shade(0.3, 0.1 * 3)).toBe('pos5');
    expect(shade(0, 0)).toBe('zero');
  });
  it('gives pictures of −1, 0 and 1 two shades of their own', () => {
    expect([1, -1, 0].map(shadesOf([1, -1, 0]))).toEqual(['pos2', 'neg1', 'zero']);
    expect([1, -2].map(shadesOf([1, -2]))).toEqual(['pos3', 'neg5']);
    expect(binaryShade(-1)).toBe('neg1');
  });
});

describe('fill', () => {
  it('puts values in, and throws where one is missing', () => {
    expect(fill('{a} of {b}', { a: 1, b: 'two' })).toBe('1 of two');
    expect(() => fill('{a}', {})).toThrow('needs a value for {a}');
  });
});
