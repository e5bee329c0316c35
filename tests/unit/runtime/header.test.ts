import { describe, expect, it } from 'vitest';
import { readHeader } from '@/runtime/pictures/header.ts';
import { read } from './networks.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const little = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => (value >>> (8 * i)) & 255);
const big = (value: number, bytes: number) => little(value, bytes).reverse();
const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : [...part])));
/** A box of an AVIF or HEIC file. */
const box = (type: string, ...parts: (string | readonly number[])[]): number[] => {
  const inside = [...bytes(...parts)];
  return [...big(inside.length + 8, 4), ...ascii(type), ...inside];
};
const ispe = (width: number, height: number) => box('ispe', big(0, 4), big(width, 4), big(height, 4));
const boxed = (brand: string, ...sizes: number[][]) =>
  bytes(
    box('ftyp', brand, big(0, 4), 'mif1'),
    box('meta', big(0, 4), box('hdlr', big(0, 20)), box('iprp', box('ipco', ...sizes))),
  );

const png = (width: number, height: number) =>
  bytes('\x89PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 2, 0, 0, 0]);
const gif = (screen: [number, number], frame: [number, number], ...extra: number[][]) =>
  bytes(
    'GIF89a',
    little(screen[0], 2),
    little(screen[1], 2),
    [0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    ...extra,
    [0x2c, 0, 0, 0, 0],
    little(frame[0], 2),
    little(frame[1], 2),
    [0],
  );
const segment = (marker: number, ...content: number[]) => [0xff, marker, ...big(content.length + 2, 2), ...content];
const frame = (marker: number, width: number, height: number) =>
  segment(marker, 8, ...big(height, 2), ...big(width, 2), 3);
const jpeg = (...segments: number[][]) => bytes([0xff, 0xd8], ...segments);
const webp = (...chunk: (string | readonly number[])[]) => bytes('RIFF', little(100, 4), 'WEBP', ...chunk);

describe('reads kind and size from the first bytes', () => {
  it.each([
    ['PNG', png(640, 480), 'png', 640, 480],
    ['PNG of absurd size', png(0x7fffffff, 1), 'png', 0x7fffffff, 1],
    ['GIF', gif([30, 20], [30, 20]), 'gif', 30, 20],
    ['GIF with a comment before its frame', gif([3, 2], [3, 2], [0x21, 0xfe, 2, 65, 66, 0]), 'gif', 3, 2],
    ['GIF whose first frame is larger than its screen', gif([1, 1], [60000, 60000]), 'gif', 60000, 60000],
    ['JPEG', jpeg(segment(0xe0, 1, 2), frame(0xc0, 640, 480)), 'jpeg', 640, 480],
    ['progressive JPEG', jpeg(segment(0xdb, 0), segment(0xc4, 0), frame(0xc2, 9, 7)), 'jpeg', 9, 7],
    [
      'JPEG with a thumbnail in a segment',
      jpeg(segment(0xe1, 0xff, 0xd8, ...frame(0xc0, 160, 120)), frame(0xc0, 4000, 3000)),
      'jpeg',
      4000,
      3000,
    ],
    ['JPEG with fill bytes', jpeg([0xff, 0xff, 0xff, ...segment(0xe0, 0).slice(1)], frame(0xc1, 5, 6)), 'jpeg', 5, 6],
    ['JPEG with zeros between its segments', jpeg(segment(0xe0, 0), [0, 0, 0, 0], frame(0xc0, 5, 6)), 'jpeg', 5, 6],
    ['BMP', bytes('BM', little(0, 12), little(40, 4), little(31, 4), little(17, 4)), 'bmp', 31, 17],
    [
      'BMP from top to bottom',
      bytes('BM', little(0, 12), little(124, 4), little(31, 4), little(-17, 4)),
      'bmp',
      31,
      17,
    ],
    ['BMP of the old kind', bytes('BM', little(0, 12), little(12, 4), little(31, 2), little(17, 2)), 'bmp', 31, 17],
    [
      'WebP, lossy',
      webp('VP8 ', little(10, 4), [0, 0, 0, 0x9d, 0x01, 0x2a], little(550, 2), little(368 + 0x4000, 2)),
      'webp',
      550,
      368,
    ],
    ['WebP, lossless', webp('VP8L', little(10, 4), [0x2f], little((400 - 1) | ((301 - 1) << 14), 4)), 'webp', 400, 301],
    [
      'WebP, extended',
      webp('VP8X', little(10, 4), [0x10, 0, 0, 0], little(70000 - 1, 3), little(2 - 1, 3)),
      'webp',
      70000,
      2,
    ],
    ['AVIF', boxed('avif', ispe(1200, 800)), 'avif', 1200, 800],
    ['HEIC of tiles', boxed('heic', ispe(512, 512), ispe(4032, 3024), ispe(240, 160)), 'heic', 4032, 3024],
  ])('%s', (_, file, kind, width, height) => expect(readHeader(file)).toEqual({ is: 'picture', kind, width, height }));
});

describe('says of a file that is cut off that it is damaged', () => {
  it.each([
    ['PNG', png(640, 480).slice(0, 20), 'png'],
    ['PNG without IHDR', bytes('\x89PNG\r\n\x1a\n', big(13, 4), 'IDAT', big(1, 4), big(1, 4)), 'png'],
    ['PNG without pixels', png(0, 480), 'png'],
    ['GIF', gif([30, 20], [30, 20]).slice(0, 20), 'gif'],
    [
      'GIF without a frame',
      bytes(
        gif([30, 20], [30, 20])
          .slice(0, 19)
          .reduce((text, byte) => text + String.fromCharCode(byte), ''),
        [0x3b],
      ),
      'gif',
    ],
    ['JPEG', jpeg(segment(0xe0, 1, 2)), 'jpeg'],
    ['JPEG whose scan comes first', jpeg(segment(0xda, 0), frame(0xc0, 1, 1)), 'jpeg'],
    ['JPEG of rubbish', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 3, 0, 7, 7, 7]), 'jpeg'],
    ['BMP', bytes('BM', little(0, 12), little(40, 4)), 'bmp'],
    ['WebP of an unknown chunk', webp('XXXX', little(0, 20)), 'webp'],
    ['AVIF without a size', boxed('avif'), 'avif'],
    [
      'AVIF of more boxes than any',
      bytes(
        [...boxed('avif')],
        ...Array(10_000).fill(box('free')),
        box('meta', big(0, 4), box('iprp', box('ipco', ispe(9, 9)))),
      ),
      'avif',
    ],
    ['AVIF cut inside a box', boxed('avif', ispe(1200, 800)).slice(0, 60), 'avif'],
  ])('%s', (_, file, kind) => expect(readHeader(file)).toEqual({ is: 'damaged', kind }));
});

describe('recognises what it does not read', () => {
  it.each([
    ['SVG', bytes('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" width="99999"/>')],
    ['SVG', bytes('\xef\xbb\xbf  <svg>')],
    ['SVG', bytes('<!-- a > b --><!DOCTYPE svg PUBLIC "x" "y" [<!ENTITY e "f">]>\n<?a b?><svg:svg/>')],
    ['TIFF', bytes('II*\0', little(8, 4))],
    ['ICO', bytes([0, 0, 1, 0, 1, 0])],
    ['PSD', bytes('8BPS', big(1, 2))],
    ['PDF', bytes('%PDF-1.7')],
    ['JPEG XL', bytes([0xff, 0x0a, 1, 2])],
  ])('%s', (kind, file) => expect(readHeader(file)).toEqual({ is: 'refused', kind }));

  it.each([
    ['no bytes', bytes()],
    ['text', bytes('A text about <svg>, which is not one.')],
    ['a video', bytes(box('ftyp', 'isom', big(0, 4), 'mp42'), box('moov'))],
    ['a text that begins as a BMP does', bytes('BMW cars are text files too, this is a letter about them.')],
    ['a web page', bytes('<!doctype html><title>x</title>')],
    ['a web page with a drawing', bytes('<!doctype html><html><body><svg></svg></body></html>')],
    ['a file of beginnings', bytes('<??>'.repeat(300))],
    ['zeros', new Uint8Array(2000)],
  ])('%s is unknown', (_, file) => expect(readHeader(file)).toEqual({ is: 'unknown' }));

  it('needs no more than the first part of a photo to know its kind', () => {
    const photo = read('public/pictures/deer-moose.jpg');
    expect(readHeader(photo.subarray(0, 64))).toMatchObject({ kind: 'jpeg' });
  });

  it('comes to an end on any rubbish after a signature', () => {
    const starts = [
      png(1, 1).slice(0, 8),
      [0xff, 0xd8, 0xff],
      ascii('GIF89a'),
      ascii('BM'),
      webp().slice(0, 12),
      box('ftyp', 'avif'),
    ];
    for (const start of starts)
      for (let seed = 1; seed < 200; seed++) {
        const rubbish = Array.from(
          { length: 300 },
          (_, i) => (Math.imul(seed * 2654435761 + i, 2246822519) >>> 13) & 255,
        );
        expect(['picture', 'damaged', 'refused', 'unknown']).toContain(readHeader(bytes([...start], rubbish)).is);
      }
  });
});
