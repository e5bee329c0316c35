import { RuntimeError } from '../failure.ts';
import type { PictureKind } from '../types.ts';
import { readHeader, SIGNATURE_BYTES } from './header.ts';
import { jpegScans } from './jpeg.ts';
import { MAX_BYTES, MAX_SCANS, tooLarge } from './limits.ts';

export interface Decoded {
  readonly kind: PictureKind;
  /** To be closed by the caller. */
  readonly bitmap: ImageBitmap;
}

/** The names of the kinds as they are written. */
const NAMES: Readonly<Record<PictureKind, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  bmp: 'BMP',
  heic: 'HEIC',
};

/** Of a HEIC photo the browser is to blame more often than the file. */
const undecodable = (kind: PictureKind, cause?: unknown) =>
  new RuntimeError({ code: kind === 'heic' ? 'picture-heic' : 'picture-damaged', kind: NAMES[kind] }, cause);

/** Reading fails where the file is a folder, or is not on the disk any more as it was when it was chosen. */
const bytesOf = async (blob: Blob) =>
  new Uint8Array(
    await blob.arrayBuffer().catch((error: unknown) => {
      throw new RuntimeError({ code: 'picture-unreadable' }, error);
    }),
  );

/** Kind and size from the header; throws where the file is no picture that may be decoded. */
async function check(blob: Blob): Promise<PictureKind> {
  if (blob.size === 0) throw new RuntimeError({ code: 'picture-empty' });
  const first = readHeader(await bytesOf(blob.slice(0, SIGNATURE_BYTES)));
  if (first.is === 'unknown') throw new RuntimeError({ code: 'picture-unknown' });
  if (first.is === 'refused') throw new RuntimeError({ code: 'picture-kind', kind: first.kind });
  if (blob.size > MAX_BYTES) throw new RuntimeError({ code: 'picture-bytes', bytes: blob.size, limit: MAX_BYTES });
  // The size may stand far into the file, behind other data of the camera.
  const header = first.is === 'picture' ? first : readHeader(await bytesOf(blob));
  if (header.is !== 'picture') throw undecodable(first.kind);
  const failure = tooLarge(header.width, header.height, blob.size);
  if (failure) throw new RuntimeError(failure);
  const scans = header.kind === 'jpeg' ? jpegScans(await bytesOf(blob)) : 0;
  if (scans > MAX_SCANS) throw new RuntimeError({ code: 'picture-scans', scans });
  return header.kind;
}

/**
 * Decodes a picture file: upright (its orientation applied), the first frame where it moves. Throws `picture-…` failures.
 * `createImageBitmap` refuses files that are cut off; an `img` would show what there is of them.
 */
export async function decode(blob: Blob, signal?: AbortSignal): Promise<Decoded> {
  const kind = await check(blob);
  signal?.throwIfAborted();
  // Some browsers believe the declared type: give them the true one.
  const typed = blob.slice(0, blob.size, `image/${kind}`);
  const bitmap = await createImageBitmap(typed).catch((error: unknown) => {
    throw undecodable(kind, error);
  });
  const failure = tooLarge(bitmap.width, bitmap.height, blob.size);
  if (failure || signal?.aborted) {
    bitmap.close();
    signal?.throwIfAborted();
  }
  if (failure) throw new RuntimeError(failure);
  return { kind, bitmap };
}
