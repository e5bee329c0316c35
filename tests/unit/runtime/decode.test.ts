import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RuntimeError } from '@/runtime/failure.ts';
import { decode } from '@/runtime/pictures/decode.ts';
import { MAX_SCANS } from '@/runtime/pictures/limits.ts';
import { read } from './networks.ts';

let decoded: number;
beforeEach(() => {
  decoded = 0;
  vi.stubGlobal('createImageBitmap', async () => {
    decoded++;
    return { width: 640, height: 480, close: () => undefined };
  });
});
afterEach(() => vi.unstubAllGlobals());

const failure = (file: Blob) =>
  decode(file).then(
    () => undefined,
    (error: unknown) => (error instanceof RuntimeError ? error.failure : error),
  );

const START = [0xff, 0xd8];
const FRAME = [0xff, 0xc2, 0, 11, 8, 0, 64, 0, 64, 1, 1, 0x11, 0];
/** A scan's header, and a coded picture with a stuffed zero and a restart in it. */
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 0x3f, 0x10, 0x5a, 0xff, 0, 0x5a, 0xff, 0xd0, 0x5a];
const END = [0xff, 0xd9];
const scans = (count: number) => Array.from({ length: count }, () => SCAN).flat();
/** A segment with a thumbnail of as many scans. */
const thumbnail = (count: number) => {
  const inside = [...START, ...scans(count), ...END];
  return [0xff, 0xe1, (inside.length + 2) >> 8, (inside.length + 2) & 255, ...inside];
};
const file = (...parts: number[][]) => new Blob([Uint8Array.from(parts.flat())]);

describe('scans of a JPEG', () => {
  it.each([MAX_SCANS + 1, 2000])('%i are refused before decoding', async (count) => {
    expect(await failure(file(START, FRAME, scans(count), END))).toEqual({ code: 'picture-scans', scans: count });
    expect(decoded).toBe(0);
  });

  it.each([
    ['as many as may be', file(START, FRAME, scans(MAX_SCANS), END)],
    ['those of a thumbnail', file(START, thumbnail(MAX_SCANS), FRAME, scans(10), END)],
    ['those behind the end', file(START, FRAME, scans(10), END, scans(MAX_SCANS))],
    ['those of a file that is cut off in one', file(START, FRAME, scans(10), SCAN.slice(0, 3))],
    ['those of a photo', new Blob([Uint8Array.from(read('public/pictures/bird-kingfisher.jpg'))])],
  ])('%s are decoded', async (_, photo) => {
    expect(await failure(photo)).toBeUndefined();
    expect(decoded).toBe(1);
  });
});

it('says of a file that is gone, or of a folder, that it could not be read', async () => {
  class Gone extends Blob {
    override slice() {
      return this;
    }
    override async arrayBuffer(): Promise<ArrayBuffer> {
      throw new DOMException('The file is gone.', 'NotFoundError');
    }
  }
  expect(await failure(new Gone(['x']))).toEqual({ code: 'picture-unreadable' });
});
