import { RuntimeError } from '../failure.ts';
import type { Pixels } from '../types.ts';
import { type Plan, span } from './plan.ts';
import { Resampler } from './resample.ts';

/** Pixels that are read at once: few enough to keep the page answering. */
const STRIP = 500_000;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A canvas to read pixels from. Throws `picture-unsupported` where the browser has none. */
export function canvas(width: number, height: number): Context {
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
export async function resample(bitmap: ImageBitmap, { rows, columns }: Plan, signal?: AbortSignal): Promise<Pixels> {
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
