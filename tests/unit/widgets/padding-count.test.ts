import { expect, it } from 'vitest';
import { derive, fields, type State } from '../../../src/widgets/padding-count/model.ts';

const state = (patch: Partial<State>): State => ({
  size: 5,
  kernel: 3,
  padding: 1,
  stride: 1,
  row: 0,
  column: 0,
  ...patch,
});

it('counts a corner once without padding and four times with a ring of zeros', () => {
  const { without, padded } = derive(state({}));
  expect([without.uses[0], padded.uses[0]]).toEqual([1, 4]);
  expect([without.down, without.across, padded.down, padded.across]).toEqual([1, 1, 2, 2]);
});

it('uses the middle of the picture nine times with a 3×3 kernel', () => {
  expect(derive(state({})).padded.uses.slice(10, 15)).toEqual([6, 9, 9, 9, 6]);
});

it.each([
  { size: 7, kernel: 3, padding: 0, stride: 2 },
  { size: 6, kernel: 2, padding: 1, stride: 3 },
  { size: 9, kernel: 5, padding: 2, stride: 1 },
])('is the product of the windows down and across, for every pixel of %o', (settings) => {
  for (let row = 0; row < settings.size; row++) {
    for (let column = 0; column < settings.size; column++) {
      const { padded } = derive(state({ ...settings, row, column }));
      expect(padded.down * padded.across).toBe(padded.uses[row * settings.size + column]);
    }
  }
});

it('adds up to outputs² × K², less what falls on the padding', () => {
  const { without } = derive(state({ size: 6, kernel: 4, padding: 0 }));
  expect(without.uses.reduce((sum, uses) => sum + uses, 0)).toBe(without.outputs ** 2 * 4 ** 2);
});

it('counts nothing where the kernel does not fit, and keeps the chosen pixel inside', () => {
  const { without, row } = derive(state({ size: 2, kernel: 3, row: 9 }));
  expect(without).toMatchObject({ outputs: 0, uses: [0, 0, 0, 0] });
  expect(row).toBe(1);
});

it('has a padding for every kernel with which all pixels are used equally often', () => {
  for (let kernel = 1; kernel <= fields.kernel.max; kernel++) {
    const padding = Math.min(kernel - 1, fields.padding.max);
    expect(new Set(derive(state({ kernel, padding })).padded.uses)).toEqual(new Set([kernel * kernel]));
  }
});
