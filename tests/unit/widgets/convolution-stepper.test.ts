import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { convolve2d, tensor } from '@/core/index.ts';
import { initialState } from '@/state/codec.ts';
import { channelSums, derive, describe, fields, type State } from '@/widgets/convolution-stepper/model.ts';
import translations from '@/widgets/convolution-stepper/words.ts';

const state = (changes: Partial<State> = {}): State => ({ ...initialState(fields), ...changes });

/** Sizes and settings of every kind, possible or not. */
const settings = fc.record({
  channels: fc.integer({ min: 1, max: 3 }),
  kernels: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 9 }),
  kernelRows: fc.integer({ min: 1, max: 5 }),
  kernelColumns: fc.integer({ min: 1, max: 5 }),
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.integer({ min: 0, max: 4 }),
  paddingMode: fc.constantFrom('zeros', 'reflect', 'replicate', 'circular'),
  dilation: fc.integer({ min: 1, max: 3 }),
  groups: fc.integer({ min: 1, max: 3 }),
  flip: fc.boolean(),
  place: fc.integer({ min: 0, max: 866 }),
  picked: fc.option(fc.integer({ min: 0, max: 242 })),
});

group('the stepper’s numbers', () => {
  it('are those of the lesson: the tip is found at 3, 2', () => {
    const { result } = derive(state());
    expect([...(result?.output.data ?? [])]).toEqual([-1, -1, 7, 5, -1, 3, -5, 9, -5]);
    expect(result?.place).toEqual({ index: 4, kernel: 0, row: 1, column: 1 });
    expect(result?.window.terms.map(({ product }) => product)).toEqual([1, 1, -1, -1, 1, 1, -1, -1, -1]);
  });

  it('add up: products, bias and the output cell, and every channel’s share', () => {
    fc.assert(
      fc.property(settings, (changes) => {
        const derived = derive(state({ ...changes, bias: [2, -3, 5] }));
        const { result } = derived;
        if (!result) return;
        const { terms, bias, value } = result.window;
        expect(terms.reduce((sum, { product }) => sum + product, bias)).toBeCloseTo(value, 9);
        expect(channelSums(derived).reduce((sum, share) => sum + share, bias)).toBeCloseTo(value, 9);
        expect(result.output.data[result.place.index]).toBeCloseTo(value, 9);
      }),
    );
  });

  it('turn the kernel for the true convolution, and tell what it would be otherwise', () => {
    const picture = tensor([1, 5, 5], [...Array(12).fill(0), 1, ...Array(12).fill(0)]);
    const dot = state().input.map((_, index) => (index === 2 * 9 + 2 ? 1 : 0));
    const turned = derive(state({ input: dot, flip: true }));
    const bank = tensor([1, 1, 3, 3], [-1, -1, 1, 1, -1, 1, -1, 1, -1]);
    // Around a single dot the true convolution writes the kernel itself, the library's writes it turned.
    expect([...(turned.result?.output.data ?? [])]).toEqual([...bank.data]);
    expect(turned.result?.otherWay).toBe(convolve2d(picture, bank, {}).data[4]);
    expect(derive(state({ input: dot })).result?.output.data).toEqual(bank.data.toReversed());
  });

  it('mark exactly the outputs that change when the picked cell does', () => {
    fc.assert(
      fc.property(settings, (changes) => {
        const picked = changes.picked ?? 0;
        const before = derive(state({ ...changes, picked, weights: state().weights.map(() => 1) })).result;
        const input = state().input.with(picked, (state().input[picked] ?? 0) + 7);
        const after = derive(state({ ...changes, picked, input, weights: state().weights.map(() => 1) })).result;
        if (!before || !after) return;
        const changed = [...before.output.data.keys()].filter(
          (index) => Math.abs((before.output.data[index] ?? 0) - (after.output.data[index] ?? 0)) > 1e-9,
        );
        expect([...before.uses].sort((a, b) => a - b)).toEqual(changed);
      }),
    );
  });
});

group('settings that do not fit together', () => {
  const words = (changes: Partial<State>) => derive(state(changes)).problems.map(({ word }) => word);

  it('are named at the setting, and leave no output', () => {
    expect(words({ rows: 2 })).toEqual(['kernelTooTall']);
    expect(words({ columns: 2, padding: 0 })).toEqual(['kernelTooWide']);
    expect(words({ dilation: 3, kernelRows: 3 })).toEqual(['kernelTooTall', 'kernelTooWide']);
    expect(words({ channels: 3, groups: 2 })).toEqual(['groupsOfChannels']);
    expect(words({ channels: 2, groups: 2, kernels: 1 })).toEqual(['groupsOfKernels']);
    expect(words({ rows: 2, columns: 2, padding: 2, paddingMode: 'reflect' })).toEqual(['reflectTooFar']);
    expect(words({ rows: 1, padding: 2, paddingMode: 'circular' })).toEqual(['circularTooFar']);
    expect(derive(state({ rows: 2 })).result).toBeUndefined();
  });

  it('are exactly those that core refuses, and every state has its sentence', () => {
    fc.assert(
      fc.property(settings, (changes) => {
        const derived = derive(state(changes));
        expect(derived.result === undefined).toBe(derived.problems.length > 0);
        for (const table of [translations.en, translations.zh])
          expect(describe(derived, table)).not.toMatch(/[{}]|NaN|undefined/);
      }),
      { numRuns: 300 },
    );
  });
});

group('the spoken sentence', () => {
  it('says the place, the products, their sum and the result', () => {
    expect(describe(derive(state({ bias: [2, 0, 0] })), translations.en)).toBe(
      'Row 2, column 2 of the output. Products: 1, 1, −1, −1, 1, 1, −1, −1, −1. Their sum −1, plus bias 2, is 1.',
    );
    expect(describe(derive(state()), translations.zh)).toBe(
      '输出的第2行第2列。乘积依次是1、1、−1、−1、1、1、−1、−1、−1。乘积之和−1，加上偏置0，得−1。',
    );
  });
});
