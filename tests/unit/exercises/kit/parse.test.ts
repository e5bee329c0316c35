import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/exercises/kit/definition';
import { toNumber } from '@/exercises/kit/exact';
import { parseNumber } from '@/exercises/kit/parse';

const entries: Entry[] = ['integer', 'fraction', { places: 3 }];
const read = (typed: string, entry: Entry = 'integer'): number | string => {
  const reading = parseNumber(typed, entry);
  return reading.readable ? toNumber(reading.value) : reading.why;
};

describe('a number', () => {
  it.each([
    ['3', 3],
    ['-3', -3],
    ['−3', -3],
    ['–3', -3],
    ['—3', -3],
    ['－３', -3],
    ['‐3', -3],
    ['➖3', -3],
    ['+3', 3],
    ['＋３', 3],
    ['− 3', -3],
    ['  42\t', 42],
    ['\u3000１２\u3000', 12],
    ['007', 7],
    ['3.', 3],
    ['3.0', 3],
    ['.5', 0.5],
    ['−.5', -0.5],
    ['0．5', 0.5],
    ['0。5', 0.5],
    ['1/2', 0.5],
    ['−1/2', -0.5],
    ['1 / 2', 0.5],
    ['１／２', 0.5],
    ['1⁄2', 0.5],
    ['½', 0.5],
    ['−¾', -0.75],
    ['0/7', 0],
    ['\u200f3\u200e', 3],
    ['\u202b-3\u202c', -3],
    ['\ufeff3\u200b', 3],
    ['123456789012345', 123_456_789_012_345],
  ])('%j is %d in every kind of field', (typed, value) => {
    for (const entry of entries) expect(read(typed, entry)).toBe(value);
  });

  it.each([
    ['', 'empty'],
    [' \u200f ', 'empty'],
    ['1e3', 'exponent'],
    ['1E-3', 'exponent'],
    ['1.5e3', 'exponent'],
    ['3x', 'letters'],
    ['x', 'letters'],
    ['three', 'letters'],
    ['三', 'letters'],
    ['Infinity', 'letters'],
    ['NaN', 'letters'],
    ['0x10', 'letters'],
    ['2²', 'raised'],
    ['2^3', 'raised'],
    ['2**3', 'raised'],
    ['50%', 'percent'],
    ['50 ％', 'percent'],
    ['1 2 3', 'several-numbers'],
    ['1 000', 'several-numbers'],
    ['1;2', 'several-numbers'],
    ['3-2', 'several-numbers'],
    ['1½', 'fraction-form'],
    ['1 1/2', 'fraction-form'],
    ['--3', 'several-signs'],
    ['+-3', 'several-signs'],
    ['− −3', 'several-signs'],
    ['3-', 'several-signs'],
    ['1.2.3', 'several-points'],
    ['4,,0', 'several-points'],
    ['1,00,000', 'several-points'],
    ['1,0000.5', 'several-points'],
    ['1/2/3', 'fraction-form'],
    ['1.5/2', 'fraction-form'],
    ['1,000/2', 'fraction-form'],
    ['/2', 'fraction-form'],
    ['1/', 'fraction-form'],
    ['1/-2', 'fraction-form'],
    ['1/0', 'zero-denominator'],
    ['0/0', 'zero-denominator'],
    ['-', 'symbol'],
    ['.', 'symbol'],
    ['(3)', 'symbol'],
    ['√2', 'symbol'],
    ['=3', 'symbol'],
    ['9'.repeat(10_000), 'too-long'],
    ['x'.repeat(10_000), 'too-long'],
    [' '.repeat(10_000), 'empty'],
  ])('%j cannot be read: %s', (typed, why) => {
    for (const entry of entries) expect(read(typed, entry)).toBe(why);
  });
});

describe('a comma', () => {
  it.each([
    ['150,528', 150528],
    ['1,000', 1000],
    ['−1,000', -1000],
    ['1,234,567', 1234567],
    ['1，000', 1000],
    ['1,000.0', 1000],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['12,34', 12.34],
    ['1234,567', 1234.567],
    [',5', 0.5],
  ])('in a field for whole numbers: %s is %d', (typed, value) => {
    expect(read(typed, 'integer')).toBe(value);
  });

  it.each([
    ['0,125', 0.125],
    ['1,5', 1.5],
    ['0,6657', 0.6657],
    ['1234,567', 1234.567],
    ['1,000,000', 1_000_000],
    ['1,000.5', 1000.5],
  ])('in a field for decimals or fractions: %s is %d', (typed, value) => {
    expect(read(typed, { places: 3 })).toBe(value);
    expect(read(typed, 'fraction')).toBe(value);
  });

  it('with two readings is unreadable, and both are told', () => {
    const reading = parseNumber('−1,000', { places: 2 });
    expect(reading).toEqual({ readable: false, why: 'two-readings', readings: ['-1000', '-1.000'] });
    expect(parseNumber('1,000', 'fraction')).toMatchObject({ why: 'two-readings' });
  });
});

describe('whatever is typed', () => {
  const entry = fc.constantFrom(...entries);

  it('is read or refused, never thrown at', { timeout: 60_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,/-−+ e%²½x１，。\u200f'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, entry, (typed, kind) => {
        const reading = parseNumber(typed, kind);
        expect(reading.readable ? reading.value.denominator > 0n : reading.why.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a whole number comes back as itself, in any dress', () => {
    const dress = fc.record({
      minus: fc.constantFrom('-', '−', '–', '－', '﹣'),
      wide: fc.boolean(),
      grouped: fc.boolean(),
      around: fc.constantFrom('', ' ', '\u3000', '\u200f', '\u2067'),
    });
    fc.assert(
      fc.property(fc.integer(), dress, (value, { minus, wide, grouped, around }) => {
        const digits = grouped ? Math.abs(value).toLocaleString('en') : String(Math.abs(value));
        const worn = wide ? digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : digits;
        expect(read(`${around}${value < 0 ? minus : ''}${worn}${around}`)).toBe(value);
      }),
    );
  });

  it('a fraction and a decimal keep their exact value', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }), (top, bottom) => {
        const reading = parseNumber(`${top}/${bottom}`, 'fraction');
        expect(reading).toEqual({ readable: true, value: { numerator: BigInt(top), denominator: BigInt(bottom) } });
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9999 }), (whole, rest) => {
        const decimals = String(rest).padStart(4, '0');
        const expected = { numerator: BigInt(`${whole}${decimals}`), denominator: 10_000n };
        for (const point of ['.', ',', '．']) {
          const typed = `${whole}${point}${decimals}`;
          expect(parseNumber(typed, { places: 3 })).toEqual({ readable: true, value: expected });
        }
      }),
    );
  });
});
