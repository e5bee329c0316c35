import type { Preprocessing } from '../../runtime/manifest.ts';
import { fetchSample } from '../../runtime/pictures/fetch-sample.ts';
import { prepareFrame, preparePicture } from '../../runtime/pictures/prepare.ts';
import type { PreparedPicture } from '../../runtime/types.ts';
import type { Sample } from './samples.ts';

/** A picture that was chosen, prepared anew for each network that looks at it. */
export interface Source {
  /** Undefined for the reader's own picture. */
  readonly sample?: Sample;
  readonly origin: 'sample' | 'file' | 'camera';
  prepare(preprocessing: Preprocessing, signal: AbortSignal): Promise<PreparedPicture>;
  /** Frees what it holds, when another picture takes its place. */
  close?(): void;
}

export const fromFile = (file: Blob): Source => ({
  origin: 'file',
  prepare: (preprocessing, signal) => preparePicture(file, preprocessing, { signal }),
});

export const fromSample = (sample: Sample): Source => ({
  origin: 'sample',
  sample,
  prepare: async (preprocessing, signal) =>
    preparePicture(await fetchSample(sample.address, signal), preprocessing, { signal }),
});

/** The bitmap is the source's own from here on. */
export const fromFrame = (bitmap: ImageBitmap): Source => ({
  origin: 'camera',
  prepare: (preprocessing, signal) => prepareFrame(bitmap, preprocessing, { signal }),
  close: () => bitmap.close(),
});
