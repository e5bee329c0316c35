import type { Cells } from '../../core/index.ts';
import type { Preprocessing } from '../../runtime/manifest.ts';
import type { FloatTensor } from '../../runtime/types.ts';

/** Rows and columns. */
export type Size = readonly [rows: number, columns: number];

/** How far a pixel is moved, on the way from black (0) to white (1). */
const STEP = 0.25;

/**
 * A batch: the picture as it is, then once for each of these pixels with that pixel changed: all three channels, light
 * ones darker and dark ones lighter, so that it stays a picture.
 * @param input 1 × 3 × rows × columns, normalised
 */
export function disturbed({ shape, data }: FloatTensor, pixels: readonly number[], how: Preprocessing): FloatTensor {
  const [, channels = 3, rows = 1, columns = 1] = shape;
  const batch = new Float32Array((pixels.length + 1) * data.length);
  for (let picture = 0; picture <= pixels.length; picture++) batch.set(data, picture * data.length);
  for (const [index, pixel] of pixels.entries())
    for (let channel = 0; channel < channels; channel++) {
      const [mean = 0, std = 1] = [how.mean[channel], how.std[channel]];
      const at = channel * rows * columns + pixel;
      const value = data[at] ?? 0;
      const isLight = value * std + mean > 0.5;
      batch[(index + 1) * data.length + at] = value + (isLight ? -STEP : STEP) / std;
    }
  return { shape: [pixels.length + 1, channels, rows, columns], data: batch };
}

/** How much every place of a layer's maps changes with every pixel. */
export interface Changes {
  readonly pixels: Size;
  readonly places: Size;
  /** Place by place, and for each place pixel by pixel: the mean magnitude of the change over the channels. */
  readonly values: Float32Array;
}

export const noChanges = (pixels: Size, places: Size): Changes => ({
  pixels,
  places,
  values: new Float32Array(pixels[0] * pixels[1] * places[0] * places[1]),
});

/**
 * Writes down what a batch of `disturbed` pictures did to a layer.
 * @param layer batch × channels × rows × columns
 */
export function takeDown(changes: Changes, pixels: readonly number[], { shape, data }: FloatTensor): void {
  const [, channels = 1, rows = 1, columns = 1] = shape;
  const places = rows * columns;
  const all = changes.pixels[0] * changes.pixels[1];
  for (const [index, pixel] of pixels.entries()) {
    const from = (index + 1) * channels * places;
    for (let at = 0; at < channels * places; at++) {
      const change = Math.abs((data[from + at] ?? 0) - (data[at] ?? 0)) / channels;
      const place = (at % places) * all + pixel;
      changes.values[place] = (changes.values[place] ?? 0) + change;
    }
  }
}

/** The change of one place, pixel by pixel. */
export function changesAt({ pixels, places, values }: Changes, [row, column]: Size): Float32Array {
  const all = pixels[0] * pixels[1];
  const place = row * places[1] + column;
  return values.subarray(place * all, (place + 1) * all);
}

/** The part of a field that lies in the picture. */
const inside = ({ first, last }: Cells, size: number): number =>
  Math.max(0, Math.min(last, size - 1) - Math.max(first, 0) + 1);

/** A square around the middle of a field, as odd or even as the field is. */
export interface Middle {
  readonly side: number;
  /** Of the whole change. */
  readonly share: number;
  /** Its part of the field's pixels in the picture. */
  readonly area: number;
}

export interface Measured {
  /** Of the field, those in the picture: rows × columns. */
  readonly inside: Size;
  readonly most: number;
  /** Pixels that changed the place at all, in the field and beyond it. */
  readonly reached: { readonly within: number; readonly beyond: number };
  /** The middle half of the field, along each direction. */
  readonly half: Middle;
  /** The smallest middle square with at least nine tenths of the change. */
  readonly nineTenths: Middle;
}

/** The odd (or even) number nearest to half of an odd (or even) one. */
export const halfOf = (size: number): number =>
  size % 2 === 0 ? 2 * Math.round(size / 4) : 2 * Math.round((size - 2) / 4) + 1;

/** Compares what was measured with where the field should be; undefined where nothing changed the place. */
export function compare(map: Float32Array, size: Size, [rows, columns]: readonly [Cells, Cells]): Measured | undefined {
  const total = map.reduce((sum, value) => sum + value, 0);
  if (total === 0) return undefined;
  const within = ({ first, last }: Cells, cell: number) => cell >= first && cell <= last;
  const placeOf = (pixel: number): Size => [Math.floor(pixel / size[1]), pixel % size[1]];
  const isIn = (pixel: number, down: Cells, across: Cells) => {
    const [row, column] = placeOf(pixel);
    return within(down, row) && within(across, column);
  };
  const field = rows.last - rows.first + 1;
  const wholeArea = inside(rows, size[0]) * inside(columns, size[1]);
  const middle = (side: number): Middle => {
    const cut = (field - side) / 2;
    const shorter = ({ first, last }: Cells): Cells => ({ first: first + cut, last: last - cut });
    const [down, across] = [shorter(rows), shorter(columns)];
    const sum = map.reduce((all, value, pixel) => all + (isIn(pixel, down, across) ? value : 0), 0);
    return { side, share: sum / total, area: (inside(down, size[0]) * inside(across, size[1])) / wholeArea };
  };
  let nineTenths = middle(field % 2 === 0 ? 2 : 1);
  while (nineTenths.share < 0.9 && nineTenths.side < field) nineTenths = middle(nineTenths.side + 2);
  const reached = { within: 0, beyond: 0 };
  for (const [pixel, value] of map.entries())
    if (value > 0) reached[isIn(pixel, rows, columns) ? 'within' : 'beyond']++;
  return {
    inside: [inside(rows, size[0]), inside(columns, size[1])],
    most: Math.max(...map),
    reached,
    half: middle(halfOf(field)),
    nineTenths,
  };
}
