/** Sizes from headers. Reading beyond the end throws RangeError, which `readHeader` takes for a file that is cut off. */
type Size = readonly [width: number, height: number];

/** PNG: the first chunk is IHDR. */
export function pngSize(view: DataView): Size | undefined {
  return view.getUint32(12) === 0x49484452 ? [view.getUint32(16), view.getUint32(20)] : undefined;
}

/** GIF: the screen, or the first frame where it is larger: browsers enlarge the screen to it. */
export function gifSize(view: DataView): Size | undefined {
  const screen: Size = [view.getUint16(6, true), view.getUint16(8, true)];
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + table(view.getUint8(10));
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at++;
  }
  if (view.getUint8(at) !== 0x2c) return undefined;
  const word = (offset: number) => view.getUint16(at + offset, true);
  return [Math.max(screen[0], word(1) + word(5)), Math.max(screen[1], word(3) + word(7))];
}

/** The lengths that a BMP's second header may have. Two letters begin the file: a text may begin so too. */
export const BMP_HEADERS: readonly number[] = [12, 40, 52, 56, 64, 108, 124];

/** BMP: the old header of 12 bytes has 16-bit sizes; later ones 32-bit, the height negative where rows run downwards. */
export function bmpSize(view: DataView): Size {
  if (view.getUint32(14, true) === 12) return [view.getUint16(18, true), view.getUint16(20, true)];
  return [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
}

/** WebP: lossy (VP8), lossless (VP8L) or extended (VP8X, with a canvas). */
export function webpSize(view: DataView): Size | undefined {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820 && view.getUint16(23) === 0x9d01)
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (chunk === 0x5650384c && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  return chunk === 0x56503858 ? [three(24) + 1, three(27) + 1] : undefined;
}
