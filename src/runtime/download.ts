import { RuntimeError } from './failure.ts';

export interface DownloadOptions {
  /** Bytes of the whole file. */
  readonly total: number;
  /** Bytes to leave free after it. */
  readonly room?: number;
  /** A download that broke off, to go on from. */
  readonly partial?: Part | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache;
  readonly onProgress?: (loaded: number, total: number) => void;
  /** Called when it breaks off with something in hand. */
  readonly onBreak?: (partial: Part) => void;
}

/** The first `loaded` bytes of a file. */
export interface Part {
  readonly buffer: Uint8Array<ArrayBuffer>;
  readonly loaded: number;
}

/** Without a byte for so long a download is given up: before the watchdog of queue.ts ends the worker, to say what it was. */
export const STALL_MS = 15_000;

/** The promise, or `network-stalled` after STALL_MS. */
function orStalled<T>(promise: Promise<T>, loaded: number, total: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new RuntimeError({ code: 'network-stalled', loaded, total })), STALL_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Reads a body into one buffer of `total + room` bytes.
 * Throws `network-cut` where it ends early and `network-hash` where it is longer than the file should be.
 */
export async function readBody(
  response: Response,
  from: number,
  options: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { total, room = 0, signal, onProgress } = options;
  const buffer = from > 0 && options.partial ? options.partial.buffer : new Uint8Array(total + room);
  let loaded = from;
  // An answer without a body is an empty one.
  const reader = (response.body ?? new Blob().stream()).getReader();
  try {
    for (;;) {
      const chunk = await orStalled(reader.read(), loaded, total);
      if (!chunk.value) break;
      if (loaded + chunk.value.length > total) throw new RuntimeError({ code: 'network-hash', address: response.url });
      buffer.set(chunk.value, loaded);
      loaded += chunk.value.length;
      onProgress?.(loaded, total);
    }
    if (loaded < total) throw new RuntimeError({ code: 'network-cut', loaded, total });
    return buffer;
  } catch (error) {
    const wrong = error instanceof RuntimeError && error.failure.code === 'network-hash';
    if (loaded > 0 && !wrong) options.onBreak?.({ buffer, loaded });
    reader.cancel().catch(() => undefined);
    signal?.throwIfAborted();
    throw error instanceof RuntimeError ? error : new RuntimeError({ code: 'network-cut', loaded, total }, error);
  }
}

/** Downloads a file whose size is known, going on from `partial` where the server can. Throws `network-…` failures, or the signal's reason. */
export async function download(address: string, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { total, partial, signal, cache = 'default' } = options;
  const loaded = partial?.loaded ?? 0;
  const headers = loaded > 0 ? { Range: `bytes=${loaded}-` } : {};
  const asked = fetch(address, { headers, cache, signal: signal ?? null });
  const response = await orStalled(asked, loaded, total).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw error instanceof RuntimeError ? error : new RuntimeError({ code: 'network-unreachable', address }, error);
  });
  if (!response.ok) throw new RuntimeError({ code: 'network-missing', address, status: response.status });
  const goesOn = response.status === 206 && !response.headers.has('content-encoding');
  return readBody(response, goesOn ? loaded : 0, options);
}
