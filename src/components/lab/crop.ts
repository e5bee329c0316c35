import type { Preprocessing } from '../../runtime/manifest.ts';

/** A part of a photo, in shares of its width and height. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a photo of this size (in pixels, turned upright) that the network is given. */
export function cropOf(preprocessing: Preprocessing, width: number, height: number): Crop {
  const short = Math.min(width, height);
  const side =
    preprocessing.resize === 'square-area-average' ? short : (short * preprocessing.size) / preprocessing.short;
  const share = { width: side / width, height: side / height };
  return { left: (1 - share.width) / 2, top: (1 - share.height) / 2, ...share };
}
