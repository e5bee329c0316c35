/**
 * What a page uses of src/runtime:
 * - client.ts: `runtime()`, the page's one `RuntimeClient`; `loadManifest(id)`; `ranked(probabilities, labels)`.
 * - pictures/prepare.ts: `preparePicture(blob, preprocessing, { signal })` and `prepareFrame(bitmap, preprocessing)` → `PreparedPicture`.
 * - failure.ts: `RuntimeError`, which all of them throw; words.ts: `explain(failure, locale)` and the sentences on the backend.
 * - newest.ts: `newest()`: a function that gives a new signal and aborts the one it gave before.
 */
import type { NetworkManifest } from './manifest.ts';

/** Float32 values, row-major. */
export interface FloatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export type Backend = 'webgpu' | 'wasm';

/** `auto`: WebGPU where there is an adapter. `wasm`: the reader wants the processor. */
export type BackendChoice = 'auto' | 'wasm';

/**
 * Why this backend: the ordinary cases (`adapter-software`: a WebGPU adapter that computes on the processor), what the browser
 * lacks, and what went wrong with WebGPU.
 */
export type BackendReason =
  | 'adapter-found'
  | 'adapter-software'
  | 'chosen'
  | 'no-webgpu'
  | 'no-adapter'
  | 'file-missing'
  | 'start-failed'
  | 'run-failed'
  | 'device-lost'
  | 'silent';

/** Why so many threads on WASM: one each for the cores, at most 4; or one only, and why. */
export type ThreadReason = 'isolated' | 'not-isolated' | 'few-cores';

export interface BackendReport {
  readonly backend: Backend;
  readonly reason: BackendReason;
  /** Threads of the WASM backend (1 on WebGPU). */
  readonly threads: number;
  readonly threadReason: ThreadReason;
}

/** Where the verified network file is: kept on this device, or in memory only because the store is full or blocked. */
export type Storage = 'kept' | 'memory';

/** Bytes are of the files as stored, not as compressed on the way. */
export type Progress =
  | { readonly stage: 'runtime' | 'network'; readonly loaded: number; readonly total: number }
  | { readonly stage: 'starting' | 'running' };

/** What of a manifest is needed to run the network. */
export type RunnableNetwork = Pick<NetworkManifest, 'input' | 'output' | 'layers' | 'files'>;

export interface RunRequest {
  /** The id of the manifest. */
  readonly id: string;
  readonly manifest: RunnableNetwork;
  /** The prepared picture, 1 × channels × rows × columns (any batch). */
  readonly input: FloatTensor;
  /** Names of layers whose maps are wanted too. Ask for what is shown only. */
  readonly layers?: readonly string[];
}

export interface RunOptions {
  /** Aborted: the answer is dropped, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface RunAnswer {
  /** Batch × classes. */
  readonly logits: FloatTensor;
  /** Softmax of the first row of logits, unrounded, in the order of the labels. */
  readonly probabilities: readonly number[];
  /** The layers that were asked for, batch × channels × rows × columns. */
  readonly layers: Readonly<Record<string, FloatTensor>>;
  readonly backend: BackendReport;
  readonly storage: Storage;
  /** `run`: inside the network. `start`: runtime, download and session, 0 when all was ready. */
  readonly milliseconds: { readonly run: number; readonly start: number };
}

/** Runs networks one at a time in a worker that is started when first needed. Rejects with `RuntimeError`. */
export interface RuntimeClient {
  run(request: RunRequest, options?: RunOptions): Promise<RunAnswer>;
  /** From the next run on. A change ends the worker. */
  choose(backend: BackendChoice): void;
  /** What runs now; undefined before the first start. */
  readonly backend: BackendReport | undefined;
  /** Ends the worker and frees its memory; the next run starts a new one. */
  end(): void;
}

/** RGBA bytes, row-major: what `ImageData` takes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'bmp' | 'heic';

export interface PreparedPicture {
  /** Undefined for a frame of the camera. */
  readonly kind: PictureKind | undefined;
  /** Size in pixels after orientation. */
  readonly width: number;
  readonly height: number;
  /** The photo on white, at most 640 pixels a side, to be shown. */
  readonly preview: Pixels;
  /** What the network is given, before normalisation: to be shown beside the photo. */
  readonly seen: Pixels;
  /** What the network is given: 1 × 3 × rows × columns. */
  readonly input: FloatTensor;
  readonly milliseconds: number;
}
