import type { PictureKind } from '../types.ts';
import { boxedSize, brandKind } from './header-boxes.ts';
import { BMP_HEADERS, bmpSize, gifSize, pngSize, webpSize } from './header-formats.ts';
import { jpegSize } from './jpeg.ts';

/** What the first bytes of a file say it is; its name and its declared type are never believed. */
export type Header =
  | { readonly is: 'picture'; readonly kind: PictureKind; readonly width: number; readonly height: number }
  /** The signature of a kind that is read, but no size: cut off or damaged. */
  | { readonly is: 'damaged'; readonly kind: PictureKind }
  /** A kind that is recognised and not read. */
  | { readonly is: 'refused'; readonly kind: string }
  | { readonly is: 'unknown' };

/** Bytes that decide whether the rest is worth reading. */
export const SIGNATURE_BYTES = 1024;

/** A document whose root element is `svg`: before it may stand the XML declaration, comments and the document type. */
const SVG =
  /^(?:\xef\xbb\xbf)?(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*<(?:\w+:)?svg[\s/>]/is;

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Kinds that are recognised to say what they are. SVG is refused: it has no pixels, may claim any size, and can hold scripts and links. */
function refusedKind(bytes: Uint8Array): string | undefined {
  const start = text(bytes, 0, 8);
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF';
  if (start.startsWith('\0\0\x01\0')) return 'ICO';
  if (start.startsWith('8BPS')) return 'PSD';
  if (start.startsWith('%PDF')) return 'PDF';
  if (start.startsWith('\xff\x0a') || text(bytes, 4, 8) === 'JXL ') return 'JPEG XL';
  return SVG.test(text(bytes, 0, SIGNATURE_BYTES)) ? 'SVG' : undefined;
}

function signature(bytes: Uint8Array): PictureKind | undefined {
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (text(bytes, 0, 2) === 'BM' && BMP_HEADERS.includes(bytes[14] ?? 0) && text(bytes, 15, 18) === '\0\0\0')
    return 'bmp';
  return text(bytes, 4, 8) === 'ftyp' ? brandKind(bytes) : undefined;
}

/** Width and height as the file is stored, before any orientation; undefined where the header is cut off. */
const sizes: Readonly<Record<PictureKind, (view: DataView) => readonly [width: number, height: number] | undefined>> = {
  png: pngSize,
  jpeg: jpegSize,
  gif: gifSize,
  webp: webpSize,
  bmp: bmpSize,
  avif: boxedSize,
  heic: boxedSize,
};

/** Kind and size of a picture from its bytes, without decoding it. A first part of `SIGNATURE_BYTES` tells the kind. */
export function readHeader(bytes: Uint8Array): Header {
  const kind = signature(bytes);
  if (!kind) {
    const refused = refusedKind(bytes);
    return refused ? { is: 'refused', kind: refused } : { is: 'unknown' };
  }
  try {
    const [width, height] = sizes[kind](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? [0, 0];
    if (width > 0 && height > 0) return { is: 'picture', kind, width, height };
  } catch (error) {
    // Reading beyond the end: the header is cut off.
    if (!(error instanceof RangeError)) throw error;
  }
  return { is: 'damaged', kind };
}
