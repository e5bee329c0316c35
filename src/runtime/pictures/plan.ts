import type { Preprocessing } from '../manifest.ts';
import type { FloatTensor, Pixels } from '../types.ts';
import { areaTaps, bilinearTaps, roundHalfEven, type Taps } from './resample.ts';

/** Which rows and columns of a photo make each row and column of what the network is given. */
export interface Plan {
  readonly rows: readonly Taps[];
  readonly columns: readonly Taps[];
}

const shifted = (taps: readonly Taps[], by: number) =>
  taps.map(({ start, weights }) => ({ start: start + by, weights }));

/** The manifest's resizing and cropping, for a photo of this size. */
export function planOf(preprocessing: Preprocessing, width: number, height: number): Plan {
  const { size } = preprocessing;
  if (preprocessing.resize === 'square-area-average') return squarePlan(size, width, height);
  const side = Math.min(width, height);
  const axis = (length: number) => {
    const resized = length === side ? preprocessing.short : Math.floor((preprocessing.short * length) / side);
    return bilinearTaps(length, resized, roundHalfEven((resized - size) / 2), size);
  };
  return { rows: axis(height), columns: axis(width) };
}

/** The middle square of a photo in size × size equal areas. */
export function squarePlan(size: number, width: number, height: number): Plan {
  const side = Math.min(width, height);
  const taps = areaTaps(side, size);
  return {
    rows: shifted(taps, Math.floor((height - side) / 2)),
    columns: shifted(taps, Math.floor((width - side) / 2)),
  };
}

/** First and one past the last input that any of the outputs needs. */
export function span(taps: readonly Taps[]): { from: number; to: number } {
  return {
    from: Math.min(...taps.map(({ start }) => start)),
    to: Math.max(...taps.map(({ start, weights }) => start + weights.length)),
  };
}

/** Bytes to the network's input, 1 × 3 × rows × columns: divided by 255, minus the mean, divided by the deviation. */
export function normalise({ width, height, data }: Pixels, { mean, std }: Preprocessing): FloatTensor {
  const area = width * height;
  const output = new Float32Array(3 * area);
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < area; i++)
      output[channel * area + i] = ((data[4 * i + channel] ?? 0) / 255 - (mean[channel] ?? 0)) / (std[channel] ?? 1);
  return { shape: [1, 3, height, width], data: output };
}
