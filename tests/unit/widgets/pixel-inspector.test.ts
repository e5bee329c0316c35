import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { initialState } from '../../../src/state/codec.ts';
import { firstAround } from '../../../src/widgets/pixel-inspector/first.ts';
import {
  derive,
  fields,
  placeOf,
  type State,
  describe as say,
  timesText,
} from '../../../src/widgets/pixel-inspector/model.ts';
import { shadeOf } from '../../../src/widgets/pixel-inspector/paint.ts';
import type { Picture } from '../../../src/widgets/pixel-inspector/pixels.ts';
import words from '../../../src/widgets/pixel-inspector/words.ts';
import { pictures, read, samples } from '../runtime/networks.ts';

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch });
const given = (picture: Picture) => ({ picture, origin: 'sample', camera: 'off', problem: undefined }) as const;

/** A square picture whose colours are given by their place. */
function square(side: number, colour: (row: number, column: number) => readonly number[]): Picture {
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  for (let at = 0; at < side * side; at++) data.set(colour(Math.floor(at / side), at % side), 4 * at);
  return { side, data };
}

/** Eight by eight: red counts the rows, green the columns. */
const ramp = square(8, (row, column) => [row, column, 200]);

it('counts as the lesson does: 3 × 224 × 224, and ten AlexNets of weights', () => {
  expect(derive(state({ side: 224 }))).toMatchObject({ length: 150_528, weights: 616_562_688, alexNet: 61_100_840 });
  expect(timesText(derive(state({ side: 224 })).times)).toBe('10.1');
  expect(timesText(derive(state({ side: 112 })).times)).toBe('2.52');
  expect(timesText(derive(state({ side: 32 })).times)).toBe('0.206');
  expect(timesText(derive(state({ side: 4 })).times)).toBe('0.00322');
  expect(say(derive(state({ side: 4, view: 'weights' })), words.en)).toContain('about 0.00322 times');
});

it('passes AlexNet between 70 and 71 pixels a side', () => {
  expect(derive(state({ side: 70 })).times).toBeLessThan(1);
  expect(derive(state({ side: 71 })).times).toBeGreaterThan(1);
});

it('reads a pixel and its neighbours', () => {
  const { colour, around } = derive(state({ side: 8, row: placeOf(3, 8), column: placeOf(5, 8) }), given(ramp));
  expect(colour).toEqual([3, 5, 200]);
  expect(around.map((each) => each?.slice(0, 2).join(' '))).toEqual([
    '2 4',
    '2 5',
    '2 6',
    '3 4',
    '3 5',
    '3 6',
    '4 4',
    '4 5',
    '4 6',
  ]);
});

it('has nothing beyond the edge', () => {
  const { around } = derive(state({ side: 8, row: 0, column: 255 }), given(ramp));
  expect(around.map((each) => each?.[0])).toEqual([undefined, undefined, undefined, 0, 0, undefined, 1, 1, undefined]);
});

it('averages equal areas: four pixels make one', () => {
  const { seen } = derive(state({ side: 4 }), given(square(8, (row) => [row % 2 === 0 ? 10 : 30, 0, 0])));
  expect([...new Set(Array.from({ length: 16 }, (_, at) => seen?.data[4 * at]))]).toEqual([20]);
});

it('keeps the place when the number of pixels changes, and finds every pixel', () => {
  for (const side of [4, 7, 31, 224, 256])
    for (let pixel = 0; pixel < side; pixel++)
      expect(derive(state({ side, row: placeOf(pixel, side) })).row).toBe(pixel);
  expect(derive(state({ side: 224 })).row).toBe(91);
});

it('shuffles the pixels and loses none; always in the same way', () => {
  const at = (shuffled: boolean) => derive(state({ side: 8, shuffled }), given(ramp)).seen?.data ?? [];
  const colours = (data: ArrayLike<number>) =>
    Array.from({ length: 64 }, (_, pixel) => `${data[4 * pixel]} ${data[4 * pixel + 1]}`);
  expect(colours(at(true))).not.toEqual(colours(at(false)));
  expect(colours(at(true)).sort()).toEqual(colours(at(false)).sort());
  expect(colours(at(true))).toEqual(colours(at(true)));
});

it('first shows the numbers that the networks are given', () => {
  const { side, row, column } = derive(state());
  const bytes = Buffer.from(samples.photos.find(({ file }) => file === 'bird-kingfisher.jpg')?.pixels ?? '', 'base64');
  const at = (index: number, channel: number) =>
    bytes[(channel * side + row - 1 + Math.floor(index / 3)) * side + column - 1 + (index % 3)];
  expect(firstAround).toEqual(Array.from({ length: 9 }, (_, index) => [0, 1, 2].map((channel) => at(index, channel))));
  expect(say(derive(state()), words.en)).toBe(
    'Kingfisher, 32 by 32 pixels. Row 14, column 12: red 239, green 88, blue 14.',
  );
});

it('loads small copies of the samples that are the networks’ own input', () => {
  for (const name of fields.picture.options) {
    const file = read(`public/pictures/32/${name}.png`);
    // One IDAT chunk behind the header's 33 bytes; each row of 32 pixels begins with the byte of its filter, which is none.
    const rows = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
    const planes = [0, 1, 2].flatMap((channel) =>
      Array.from({ length: 1024 }, (_, at) => rows[Math.floor(at / 32) * 97 + 1 + 3 * (at % 32) + channel]),
    );
    const bytes = Buffer.from(samples.photos.find((photo) => photo.file === `${name}.jpg`)?.pixels ?? '', 'base64');
    expect(planes).toEqual([...bytes]);
  }
});

it('has digits that can be read on every cell', () => {
  const luminance = (value: number, channel?: number) =>
    (channel === undefined ? 1 : ([0.2126, 0.7152, 0.0722][channel] ?? 0)) *
    (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  for (const channel of [undefined, 0, 1, 2])
    for (let value = 0; value < 256; value++) {
      const ground = luminance(value, channel) + 0.05;
      const contrast = shadeOf(value, channel).ink === '#000' ? ground / 0.05 : 1.05 / ground;
      expect([channel, value, contrast >= 4.5]).toEqual([channel, value, true]);
    }
});

it('credits each photo as its source says, and uses only photos that are free of conditions', () => {
  for (const name of fields.picture.options) {
    const source = pictures.find(({ file }) => file === `${name}.jpg`);
    expect(source?.licence).toMatch(/^(CC0-1\.0|public domain)$/);
    expect(words.en[`credit-${name}`]).toContain(source?.licence);
    expect(source?.author).toContain(words.en[`credit-${name}`].replace(/, [^,]*$/, ''));
  }
});
