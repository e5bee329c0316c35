import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Tensor, zeros } from '../../../src/core/index.ts';
import { initialState } from '../../../src/state/codec.ts';
import { brightness } from '../../../src/widgets/kernel-on-photo/grey.ts';
import {
  derive,
  divisionOf,
  fields,
  HEIGHT,
  presetState,
  type State,
  WIDTH,
} from '../../../src/widgets/kernel-on-photo/model.ts';
import words from '../../../src/widgets/kernel-on-photo/words.ts';

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch });

/** A grey picture whose pixels are given by their place. */
function picture(pixel: (row: number, column: number) => number): Tensor {
  const grey = zeros([1, HEIGHT, WIDTH]);
  for (let index = 0; index < grey.data.length; index++)
    grey.data[index] = pixel(Math.floor(index / WIDTH), index % WIDTH);
  return grey;
}

const half = picture((_, column) => (column < 320 ? 50 : 200));

it('answers an edge where the picture changes, and nothing where it is flat', () => {
  const { seen, rows, columns } = derive(state({ row: 100, column: 319 }), { grey: half, camera: 'off' });
  expect([rows, columns]).toEqual([478, 638]);
  expect(seen?.value).toBe(3 * 150);
  expect(seen?.tone).toBe(255);
  expect(seen?.shown[0]).toBe(0);
  expect(derive(state({ row: 5, column: 5 }), { grey: half, camera: 'off' }).seen?.value).toBe(0);
});

it('keeps a flat picture’s brightness under a blur that is divided by its sum', () => {
  const flat = picture(() => 90);
  for (const name of ['blur', 'wideBlur'] as const) {
    const { seen, preset } = derive(state(presetState(name)), { grey: flat, camera: 'off' });
    expect(preset).toBe(name);
    expect(seen?.value).toBeCloseTo(90, 9);
  }
});

it('divides by nothing where the weights add up to 0', () => {
  expect(derive(state({ normalise: true })).divisor).toBe(1);
});

it('puts 0 in the middle grey, or stretches from black to white', () => {
  const at = (show: State['show']) => derive(state({ show, row: 0, column: 0 }), { grey: half, camera: 'off' }).seen;
  expect(at('centre')?.tone).toBe(128);
  const shown = at('stretch')?.shown ?? [];
  expect([Math.min(...shown.slice(0, WIDTH)), Math.max(...shown.slice(0, WIDTH))]).toEqual([0, 255]);
});

it('keeps the window inside the map', () => {
  expect(derive(state({ row: HEIGHT - 1, column: WIDTH - 1, size: '5' }))).toMatchObject({ row: 475, column: 635 });
});

it('weighs red, green and blue', () => {
  expect([...brightness(Uint8ClampedArray.from([255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 0, 255]))]).toEqual([
    255, 76, 0,
  ]);
});

it('credits each photo as its source says, and uses only photos that are free of conditions', () => {
  const sources: { file: string; author: string; licence: string }[] = JSON.parse(
    readFileSync(new URL('../../../public/pictures/sources.json', import.meta.url), 'utf8'),
  );
  for (const name of fields.picture.options) {
    const source = sources.find(({ file }) => file === `${name}.jpg`);
    expect(source?.licence).toMatch(/^(CC0-1\.0|public domain)$/);
    expect(words.en[`credit-${name}`]).toBe(`${source?.author}, ${source?.licence}`);
  }
});

it('writes ≈ where a sum is not divided without a rest', () => {
  expect(divisionOf(998, 9)).toEqual({ total: '998', divisor: '9', sign: '≈', value: '110.89' });
  expect(divisionOf(999, 9)).toMatchObject({ sign: '=', value: '111.00' });
});
