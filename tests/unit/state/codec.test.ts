import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, initialState } from '@/state/codec.ts';
import { choice, flag, integer, type StateOf, tensor } from '@/state/fields.ts';

const fields = {
  padding: integer({ initial: 0, min: 0, max: 4 }),
  mode: choice(['zeros', 'reflect']),
  flip: flag(),
  input: tensor({ shape: [2, 2], initial: '1', min: -9, max: 9 }),
};
const states: fc.Arbitrary<StateOf<typeof fields>> = fc.record({
  padding: fc.integer({ min: 0, max: 4 }),
  mode: fc.constantFrom('zeros' as const, 'reflect' as const),
  flip: fc.boolean(),
  input: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
});

describe('state and address', () => {
  it('a state comes back from its pairs', () => {
    fc.assert(
      fc.property(states, states, (state, first) => {
        expect(decode(fields, encode(fields, state, first), first)).toEqual({ state, problems: [] });
      }),
    );
  });

  it('prints only what was changed', () => {
    const first = initialState(fields);
    expect(encode(fields, first)).toEqual([]);
    expect(encode(fields, { ...first, flip: true, input: [1, 0, 0, 2] })).toEqual([
      ['flip', '1'],
      ['input', '1;0,2'],
    ]);
  });

  it('lets a bad value fall back for its field alone, and reports it', () => {
    const { state, problems } = decode(fields, [
      ['padding', '99'],
      ['flip', '1'],
      ['gone', 'x'.repeat(100)],
    ]);
    expect(state).toEqual({ ...initialState(fields), flip: true });
    expect(problems).toEqual([
      { key: 'padding', text: '99', why: 'invalid' },
      { key: 'gone', text: 'x'.repeat(40), why: 'unknown' },
    ]);
  });

  it('never throws, and always gives a whole state', () => {
    const keys = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(fields), '__proto__', 'constructor', 'toString'));
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.string({ unit: 'binary-ascii', maxLength: 3000 }))), (pairs) => {
        const { state } = decode(fields, pairs);
        for (const [key, field] of Object.entries(fields)) expect(field.accepts(Reflect.get(state, key))).toBe(true);
      }),
    );
  });
});

describe('a lesson’s settings', () => {
  it('may be written as numbers, truths, nested lists or as in the address', () => {
    const written = {
      padding: 2,
      flip: true,
      input: [
        [1, 2],
        [0, 3],
      ],
      mode: 'reflect',
    };
    expect(initialState(fields, written)).toEqual({ padding: 2, flip: true, input: [1, 2, 0, 3], mode: 'reflect' });
    expect(initialState(fields, { input: '1,2;0,3' }).input).toEqual([1, 2, 0, 3]);
  });
  it('are refused with the setting’s name where there is none such, or not such a value', () => {
    expect(() => initialState(fields, { pading: 1 })).toThrow(/no setting "pading"; there are padding, mode/);
    expect(() => initialState(fields, { padding: 9 })).toThrow(/"padding" \(integer\) cannot be 9/);
    expect(() => initialState(fields, { input: [[1, 2, 3]] })).toThrow(/"input" \(tensor\)/);
  });
});
