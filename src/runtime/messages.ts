import type { Failure } from './failure.ts';
import type { BackendReason, BackendReport, FloatTensor, Progress, Storage } from './types.ts';

/** What the worker needs to know of a network. */
export interface NetworkFile {
  readonly id: string;
  /** Absolute, tried in order. */
  readonly addresses: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  readonly input: string;
  readonly output: string;
  /** All values that may be asked for. */
  readonly layers: readonly string[];
}

/** `auto` looks for WebGPU; otherwise WASM, for the reason given. */
export type BackendOrder = { readonly use: 'auto' } | { readonly use: 'wasm'; readonly reason: BackendReason };

/** From the page. `id` counts the requests; there is never a second `run` before the first is answered. */
export type ToWorker =
  | {
      readonly type: 'run';
      readonly id: number;
      readonly order: BackendOrder;
      readonly network: NetworkFile;
      readonly input: FloatTensor;
      readonly layers: readonly string[];
    }
  /** The answer is no longer wanted: a download stops, a run that has begun goes to its end. Answered all the same. */
  | { readonly type: 'cancel'; readonly id: number };

export interface WorkerAnswer {
  readonly logits: FloatTensor;
  readonly layers: Readonly<Record<string, FloatTensor>>;
  readonly storage: Storage;
  readonly milliseconds: { readonly run: number; readonly start: number };
}

/** From the worker. `done`, `failed` and `cancelled` answer a `run`, once. */
export type FromWorker =
  | { readonly type: 'backend'; readonly report: BackendReport }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly answer: WorkerAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'cancelled'; readonly id: number }
  /** WebGPU is not to be trusted any more: end this worker, start one on WASM, and ask again. */
  | { readonly type: 'fault'; readonly reason: BackendReason };
