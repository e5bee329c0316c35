import type { Preprocessing } from '../manifest.ts';
import type { PictureKind, Pixels, PreparedPicture } from '../types.ts';
import { decode } from './decode.ts';
import { normalise, planOf } from './plan.ts';
import { canvas, resample } from './strips.ts';

/** Longest side of the preview. */
const PREVIEW = 640;

function preview(bitmap: ImageBitmap): Pixels {
  const scale = Math.min(1, PREVIEW / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas(width, height);
  context.imageSmoothingQuality = 'high';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

interface PrepareOptions {
  /** Aborted: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A bitmap (a frame of the camera) as the network is given it. The bitmap stays open. */
export async function prepareFrame(
  bitmap: ImageBitmap,
  preprocessing: Preprocessing,
  { signal }: PrepareOptions = {},
): Promise<PreparedPicture> {
  return prepare(bitmap, undefined, preprocessing, performance.now(), signal);
}

/** A picture file as the network is given it. Throws `picture-…` failures; nothing is decoded that is beyond the limits. */
export async function preparePicture(
  blob: Blob,
  preprocessing: Preprocessing,
  { signal }: PrepareOptions = {},
): Promise<PreparedPicture> {
  const begin = performance.now();
  const { bitmap, kind } = await decode(blob, signal);
  try {
    return await prepare(bitmap, kind, preprocessing, begin, signal);
  } finally {
    bitmap.close();
  }
}

async function prepare(
  bitmap: ImageBitmap,
  kind: PictureKind | undefined,
  preprocessing: Preprocessing,
  begin: number,
  signal?: AbortSignal,
): Promise<PreparedPicture> {
  const { width, height } = bitmap;
  const seen = await resample(bitmap, planOf(preprocessing, width, height), signal);
  const input = normalise(seen, preprocessing);
  return { kind, width, height, preview: preview(bitmap), seen, input, milliseconds: performance.now() - begin };
}
