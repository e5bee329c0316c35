import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choice, decimal, type Field, flag, integer, list, optional, record, tensor, text } from '@/state/fields.ts';

const point = record({ x: decimal({ initial: 0, min: -9, max: 9 }), label: text({ maxLength: 8 }) });
const small = tensor({ shape: [2, 2, 3], initial: '1,2;0,3', min: -99, max: 99 });

function roundTrips<Value>(field: Field<Value>, values: fc.Arbitrary<Value>) {
  fc.assert(
    fc.property(values, (value) => {
      expect(field.accepts(value)).toBe(true);
      expect(field.parse(field.print(value))).toEqual(value);
    }),
  );
}

describe('what a field prints, it parses', () => {
  const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  const word = fc.string({ maxLength: 8, unit: 'grapheme' }).filter((value) => text({ maxLength: 8 }).accepts(value));

  it('integers', () => roundTrips(integer({ initial: 0, min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })));
  it('decimals, to their last digit', () =>
    roundTrips(decimal({ initial: 0, min: -1e9, max: 1e9 }), finite(-1e9, 1e9)));
  it('flags', () => roundTrips(flag(), fc.boolean()));
  it('choices', () => roundTrips(choice(['zeros', 'reflect']), fc.constantFrom('zeros', 'reflect')));
  it('texts', () => roundTrips(text({ maxLength: 8 }), word));
  it('optional values', () =>
    roundTrips(optional(integer({ initial: 0, min: 0, max: 9 })), fc.option(fc.integer({ min: 0, max: 9 }))));
  it('tensors', () =>
    roundTrips(small, fc.array(fc.oneof(fc.constant(0), finite(-99, 99)), { minLength: 12, maxLength: 12 })));
  it('lists of records, whatever signs their texts hold', () =>
    roundTrips(
      list(point, { initial: [], maxLength: 4 }),
      fc.array(fc.record({ x: finite(-9, 9), label: fc.oneof(word, fc.constantFrom(',;', '%2C', ';', '')) }), {
        maxLength: 4,
      }),
    ));
  it('lists of texts, the list of one empty text too', () => {
    const words = list(text({ maxLength: 8 }), { initial: [], maxLength: 4 });
    roundTrips(words, fc.array(word, { maxLength: 4 }));
    expect(words.parse(words.print(['']))).toEqual(['']);
    expect(words.parse(words.print([]))).toEqual([]);
  });
});

describe('what a field could not have printed is no value of it', () => {
  const cases: readonly (readonly [Field<unknown>, readonly string[]])[] = [
    [
      integer({ initial: 1, min: 1, max: 3 }),
      ['', '0', '4', '1.5', 'two', '0x1', '1e99', ' ', '1,', 'NaN', 'Infinity'],
    ],
    [decimal({ initial: 0, min: -1, max: 1 }), ['', '-', '.', '1.1', '1/2', '--1', '1 2']],
    [flag(), ['', 'true', '2']],
    [choice(['zeros', 'reflect']), ['', 'ZEROS', 'constructor', '__proto__']],
    [text({ maxLength: 3 }), ['four', 'a\n', '\ud800']],
    [small, ['', 'a', '1,2,3,4', '1;2;3', '1/2/3', '100', '1,,2', '1'.repeat(400)]],
    [list(point, { initial: [], maxLength: 1 }), ['1', '1,a;1,b', '10,a', '1,a,b', 'x,a']],
  ];
  for (const [field, texts] of cases)
    for (const value of texts)
      it(`${field.kind}: ${JSON.stringify(value.slice(0, 20))}`, () => expect(field.parse(value)).toBeUndefined());
});

describe('a tensor', () => {
  it('leaves zeros at the ends out and fills them in again', () => {
    expect(small.print([1, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0])).toBe('1,2;0,3');
    expect(small.parse('1,2;0,3')).toEqual([1, 2, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]);
    expect(small.print(small.parse('0') ?? [])).toBe('0');
  });
  it('says so where its first value does not fit', () => {
    expect(() => tensor({ shape: [2], initial: '1,2,3', min: 0, max: 9 })).toThrow(/shape 2 cannot start as "1,2,3"/);
  });
});
