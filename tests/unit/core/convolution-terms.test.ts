import { describe, expect, it } from 'vitest';
import { at, convolve2d, fromRows, inputUsage, paddingModes, tensor, toRows, windowTerms } from '@/core/index.ts';
import { counted, randomTensor } from './numeric.ts';

const [input, kernel] = [counted([2, 4, 5]), counted([3, 2, 2, 3])];

describe('windowTerms', () => {
  it('writes out one cell', () => {
    const picture = fromRows([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    const weights = tensor([1, 1, 2, 2], [5, 6, -7, 8]);
    const bias = tensor([1], [0.5]);
    const { terms, ...rest } = windowTerms(picture, weights, { padding: 1, bias }, { row: 0, column: 1 });
    expect(rest).toEqual({ sum: -7 + 16, bias: 0.5, value: 9.5 });
    const corner = { channel: 0, row: -1, column: 0, padded: true, source: undefined, kernelRow: 0, kernelColumn: 0 };
    expect(terms[0]).toEqual({ ...corner, input: 0, weight: 5, product: 0 });
    const last = { channel: 0, row: 0, column: 1, padded: false, source: { row: 0, column: 1 } };
    expect(terms[3]).toEqual({ ...last, kernelRow: 1, kernelColumn: 1, input: 2, weight: 8, product: 16 });
  });

  it('names the cell that padding copies', () => {
    const options = { padding: 1, paddingMode: 'reflect' } as const;
    const { terms } = windowTerms(counted([2, 4, 5]), kernel, options, { row: 0, column: 0 });
    expect(terms[0]).toMatchObject({ row: -1, column: -1, padded: true, source: { row: 1, column: 1 }, input: 7 });
  });

  it('never writes a product as −0', () => {
    const { terms } = windowTerms(tensor([1, 1, 1], [0]), tensor([1, 1, 1, 1], [-1]), {}, { row: 0, column: 0 });
    expect(terms[0]?.product).toBe(0);
  });

  it('adds up to the value of every cell, exactly', () => {
    const pictures = randomTensor(2, [2, 4, 5, 4]);
    const weights = randomTensor(3, [6, 2, 2, 3]);
    const common = {
      bias: randomTensor(4, [6]),
      groups: 2,
      stride: [2, 1],
      padding: [1, 2],
      dilation: [1, 2],
    } as const;
    for (const paddingMode of paddingModes) {
      const options = { ...common, paddingMode };
      const output = convolve2d(pictures, weights, options);
      const [batch = 0, channels = 0, rows = 0, columns = 0] = output.shape;
      for (let picture = 0; picture < batch; picture++) {
        for (let channel = 0; channel < channels; channel++) {
          for (let row = 0; row < rows; row++) {
            for (let column = 0; column < columns; column++) {
              const made = windowTerms(pictures, weights, options, { picture, channel, row, column });
              expect(made.value).toBe(at(output, picture, channel, row, column));
              for (const { source, channel: from, input: value } of made.terms) {
                expect(value).toBe(source ? at(pictures, picture, from, source.row, source.column) : 0);
              }
            }
          }
        }
      }
    }
  });

  it('refuses a cell that is not there', () => {
    const sentence = 'place.row is 3; it should be a whole number from 0 to 2.';
    expect(() => windowTerms(input, kernel, {}, { row: 3, column: 0 })).toThrow(new RangeError(sentence));
    expect(() => windowTerms(input, kernel, {}, { row: 0, column: 0, channel: 3 })).toThrow('place.channel is 3;');
    expect(() => windowTerms(input, kernel, {}, { row: 0, column: 0, picture: 1 })).toThrow('place.picture is 1;');
  });
});

describe('inputUsage', () => {
  it('counts how often each cell is used', () => {
    expect(toRows(inputUsage(4, { kernel: 3 }))).toEqual([
      [1, 2, 2, 1],
      [2, 4, 4, 2],
      [2, 4, 4, 2],
      [1, 2, 2, 1],
    ]);
    expect(toRows(inputUsage([1, 4], { kernel: [1, 3], padding: [0, 1] }))).toEqual([[2, 3, 3, 2]]);
    expect(toRows(inputUsage([1, 6], { kernel: [1, 3], stride: 2 }))).toEqual([[1, 1, 2, 1, 1, 0]]);
  });

  it('agrees with the terms of all windows', () => {
    const options = { stride: [2, 1], padding: 1, dilation: [1, 2], paddingMode: 'replicate' } as const;
    const weights = counted([1, 1, 3, 2]);
    const picture = counted([1, 5, 6]);
    const uses = Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => 0));
    const [, rows = 0, columns = 0] = convolve2d(picture, weights, options).shape;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        for (const { source } of windowTerms(picture, weights, options, { row, column }).terms) {
          const line = uses[source?.row ?? -1];
          if (line && source) line[source.column] = (line[source.column] ?? 0) + 1;
        }
      }
    }
    expect(toRows(inputUsage([5, 6], { kernel: [3, 2], ...options }))).toEqual(uses);
  });
});
