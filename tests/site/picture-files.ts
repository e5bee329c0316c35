/** Picture files made for the tests: honest ones and ones that lie. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @param form depth and kind of colour (8 bits each of red, green, blue and alpha), compression, filter, interlace */
function pngFile(width: number, height: number, rows: Buffer, form = [8, 6, 0, 0, 0]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(form, 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A PNG of one colour. */
export function png(width: number, height: number, colour: Rgba): Buffer {
  const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: width }, () => Buffer.from(colour))]);
  return pngFile(width, height, Buffer.concat(Array.from({ length: height }, () => row)));
}

/** A PNG of pixels given by row and column. */
export function drawnPng(width: number, height: number, at: (row: number, column: number) => Rgba): Buffer {
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) rows.set(at(row, column), row * (1 + 4 * width) + 1 + 4 * column);
  return pngFile(width, height, rows);
}

/** A whole PNG of black, a bit a pixel: few bytes for many pixels. */
export function blankPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return pngFile(width, height, rows, [1, 0, 0, 0, 0]);
}

/** A BMP of one colour, 24 bits a pixel, rows from bottom to top. */
export function bmp(width: number, height: number, [red, green, blue]: Rgba): Buffer {
  const stride = Math.ceil((3 * width) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height);
  file.write('BM');
  for (const [at, value] of [
    [2, file.length],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [26, 1 + (24 << 16)],
  ] as const)
    file.writeUInt32LE(value, at);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) file.set([blue, green, red], 54 + row * stride + 3 * column);
  return file;
}

/** A PNG that says it is this large and holds next to nothing. */
export const pngClaiming = (width: number, height: number): Buffer => pngFile(width, height, Buffer.alloc(64));

/** A GIF of 35 bytes that says it is this large. */
export function gifClaiming(width: number, height: number): Buffer {
  const file = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64');
  // The size of the screen, and that of its one image.
  for (const at of [6, 24]) {
    file.writeUInt16LE(width, at);
    file.writeUInt16LE(height, at + 2);
  }
  return file;
}

/** A progressive JPEG of this size, of scans that hold next to nothing. */
export function scannedJpeg(width: number, height: number, scans: number): Buffer {
  const frame = Buffer.from('ffc2000b080000000001011100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from('ffda0008010100013f105a', 'hex');
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    frame,
    ...Array<Buffer>(scans).fill(scan),
    Buffer.from('ffd9', 'hex'),
  ]);
}

/** 8 × 8, two frames: red, then blue. */
export const animatedGif = Buffer.from(
  'R0lGODlhCAAIAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAACAAIAAACB4SPqcvtXQAAIfkEAAoAAAAsAAAAAAgA' +
    'CACAAAD/AAAAAgeEj6nL7V0AADs=',
  'base64',
);

/** The same JPEG with an EXIF orientation, 1 to 8. */
export function oriented(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('ffe1002245786966000049492a000800000001001201030001000000000000000000000000', 'hex');
  exif.writeUInt16LE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif.subarray(0, 36), jpeg.subarray(2)]);
}

/** The first bytes of a photo of an iPhone. */
export const heicHeader = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic', 'latin1'),
  Buffer.alloc(4),
  Buffer.from('mif1heic', 'latin1'),
  Buffer.alloc(64),
]);
