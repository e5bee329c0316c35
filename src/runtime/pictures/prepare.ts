import { RuntimeError } from '../failure.ts';
import type { Preprocessing } from '../manifest.ts';
import type { PictureKind, Pixels, PreparedPicture } from '../types.ts';
import { decode } from './decode.ts';
import { normalise, type Plan, planOf, span, squarePlan } from './plan.ts';
import { Resampler } from './resample.ts';

/** Longest side of the preview. */
const PREVIEW = 640;
/** Pixels that are read at once: few enough to keep the page answering. */
const STRIP = 500_000;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A canvas to read pixels from. Throws `picture-unsupported` where the browser has none. */
function canvas(width: number, height: number): Context {
  const surface =
    'OffscreenCanvas' in globalThis
      ? new OffscreenCanvas(width, height)
      : Object.assign(document.createElement('canvas'), { width, height });
  const context: Context | null = surface.getContext('2d', { willReadFrequently: true });
  if (!context) throw new RuntimeError({ code: 'picture-unsupported' });
  context.fillStyle = '#fff';
  return context;
}

/** Lets the page draw and answer between two strips. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** What the network is given: read from the photo in strips, on white. */
async function resample(bitmap: ImageBitmap, { rows, columns }: Plan, signal?: AbortSignal): Promise<Pixels> {
  const { from: left, to: right } = span(columns);
  const { from: top, to: bottom } = span(rows);
  const width = right - left;
  const height = Math.max(1, Math.min(bottom - top, Math.floor(STRIP / width)));
  const context = canvas(width, height);
  const resampler = new Resampler(rows, columns);
  for (let y = top; y < bottom; y += height) {
    const count = Math.min(height, bottom - y);
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, left, y, width, count, 0, 0, width, count);
    const { data } = context.getImageData(0, 0, width, count);
    for (let row = 0; row < count; row++) resampler.add(y + row, data, 4 * row * width, left);
    if (y + height < bottom) await pause();
    signal?.throwIfAborted();
  }
  return { width: columns.length, height: rows.length, data: resampler.finish() };
}

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

/** The middle square of a bitmap as size × size pixels, on white. The bitmap stays open. */
export const squareOf = (bitmap: ImageBitmap, size: number): Promise<Pixels> =>
  resample(bitmap, squarePlan(size, bitmap.width, bitmap.height));

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
