import { areaTaps, Resampler } from '../../runtime/pictures/resample.ts';

/** A square picture: RGBA bytes, row by row, opaque. */
export interface Picture {
  readonly side: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** What was made of each picture last: choosing another pixel changes nothing of it. */
const made = new WeakMap<Picture, { readonly shuffled: boolean; readonly seen: Picture }>();

/** A picture in `side` × `side` pixels: each is the mean of the part that it covers; shuffled if asked. */
export function sample(picture: Picture, side: number, shuffled: boolean): Picture {
  const last = made.get(picture);
  if (last?.seen.side === side && last.shuffled === shuffled) return last.seen;
  const seen = resampled(picture, side, shuffled);
  made.set(picture, { shuffled, seen });
  return seen;
}

function resampled(picture: Picture, side: number, shuffled: boolean): Picture {
  const taps = areaTaps(picture.side, side);
  const resampler = new Resampler(taps, taps);
  for (let y = 0; y < picture.side; y++) resampler.add(y, picture.data, 4 * y * picture.side, 0);
  const sampled = { side, data: resampler.finish() };
  return shuffled ? shuffle(sampled) : sampled;
}

/** The same pixels in another order: always the same one for a side, as if every photo were shuffled alike. */
function shuffle({ side, data }: Picture): Picture {
  const colours = new Uint32Array(data.buffer.slice(0));
  let random = side;
  for (let last = colours.length - 1; last > 0; last--) {
    // Xorshift: a fixed order that looks like none.
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    const other = (random >>> 0) % (last + 1);
    const kept = colours[last] ?? 0;
    colours[last] = colours[other] ?? 0;
    colours[other] = kept;
  }
  return { side, data: new Uint8ClampedArray(colours.buffer) };
}
