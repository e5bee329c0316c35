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

function pngFile(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits each of red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A PNG of one colour. */
export function png(width: number, height: number, colour: Rgba): Buffer {
  const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: width }, () => Buffer.from(colour))]);
  return pngFile(width, height, Buffer.concat(Array.from({ length: height }, () => row)));
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
