import type { Failure } from '../failure.ts';

/** What a decoder is never asked for: see `tooLarge`. */
export const MAX_SIDE = 16_384;
export const MAX_PIXELS = 64e6;
/** Above so many pixels a file must have the bytes of a real photo. */
export const PLAIN_PIXELS = 25e6;
export const PIXELS_PER_BYTE = 50;
/**
 * Scans of a JPEG. A progressive photo has 10 as libjpeg writes it, 18 in the four colours of print; an empty scan takes a few
 * bytes of the file, and a pass over all its pixels.
 */
export const MAX_SCANS = 25;
/** Bytes of a file that are read into memory. */
export const MAX_BYTES = 200e6;

/**
 * Why a picture of this size must not be decoded, or undefined. A decoded pixel takes 4 bytes: a file of 35 bytes can
 * cost 2 GB. A photo has a byte for every 50 pixels at least; what has fewer is a trap, or a drawing that can be made smaller.
 */
export function tooLarge(width: number, height: number, bytes: number): Failure | undefined {
  const pixels = width * height;
  if (width > MAX_SIDE || height > MAX_SIDE || pixels > MAX_PIXELS) return { code: 'picture-large', width, height };
  if (pixels > PLAIN_PIXELS && bytes < pixels / PIXELS_PER_BYTE)
    return { code: 'picture-suspicious', width, height, bytes };
  return undefined;
}
