import { describe, expect, it } from 'vitest';
import { initialState } from '@/state/codec.ts';
import { csvOf } from '@/widgets/shape-calculator/exchange.ts';
import { bytesText, faultText, fieldText, sizeText, summary } from '@/widgets/shape-calculator/layer-words.ts';
import { derive, fields, type State } from '@/widgets/shape-calculator/model.ts';
import { repairOf } from '@/widgets/shape-calculator/repair.ts';
import words from '@/widgets/shape-calculator/words.ts';

const setUp = (layers: string, patch: Partial<State> = {}) => {
  const state = initialState(fields, { layers, ...patch });
  return { state, derived: derive(state) };
};

describe('a receptive field', () => {
  it.each([
    ['alexnet', { rows: 256, columns: 256 }, '387×387'],
    ['max2,adaptive7x3,flatten,dense10', {}, '32×32'],
    ['conv1k3s2,conv1k3s2,conv1k3d99,conv1k3d99,conv1k3d99', { rows: 4096, columns: 4096 }, '2,383×2,383'],
  ])('is whole: %s', (layers, patch, text) => {
    const last = setUp(layers, patch).derived.rows.at(-1)?.description;
    expect(last && fieldText(last)).toBe(text);
  });

  it('has its mean distances rounded in the CSV', () => {
    const line = csvOf(setUp('adaptive7').derived, words.en).split('\r\n')[1];
    expect(line).toContain(',4.5714,4.5714,');
  });
});

it.each([
  [999, '999 B'],
  [4000, '4.0 kB'],
  [999_948, '999.9 kB'],
  [999_960, '1.0 MB'],
  [2.5e15, '2,500.0 TB'],
])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes).replace('\u00a0', ' ')).toBe(text));

it('has commas in the length of a vector', () => {
  expect([sizeText([9216]), sizeText([512, 7, 7])]).toEqual(['9,216', '512×7×7']);
});

describe('one of a thing', () => {
  it('is no plural', () => {
    const { rows } = setUp('conv1k3,flatten,dense1').derived;
    expect([rows[0], rows[2]].map((row) => row && summary(row, words.en))).toEqual(['1 kernel 3×3', '1 output']);
    const fault = { code: 'groups', groups: 3, inputs: 1, outputs: 4 } as const;
    expect(faultText(fault, words.en)).toContain('both 1 input channel and 4 kernels');
    expect(faultText({ code: 'inputs-differ', needs: 1, gets: 3 }, words.en)).toContain('for 1 input; it gets 3');
  });

  it.each([
    ['conv4k3g2', 3, 'Take 1: no other number divides both.'],
    ['conv6k3g2', 9, 'Take a number that divides both, such as 1.'],
  ])('divides all: %s', (layers, channels, text) => {
    const { state, derived } = setUp(layers, { channels });
    expect(derived.faulty && repairOf(state.layers, derived.faulty, words.en).text).toBe(text);
  });
});
