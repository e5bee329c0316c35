import { download, type Part, readBody } from './download.ts';
import { RuntimeError } from './failure.ts';
import type { NetworkFile } from './messages.ts';
import { sha256 } from './sha256.ts';
import { dropFile, keepFile, keptFile } from './store.ts';
import type { Storage } from './types.ts';

export interface LoadedFile {
  /** The verified file, followed by `room` free bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly storage: Storage;
}

export interface LoadOptions {
  readonly room: number;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number, total: number) => void;
}

/** What has come of the newest file that broke off. */
let broken: (Part & { sha256: string }) | undefined;

const verified = async (file: NetworkFile, bytes: Uint8Array<ArrayBuffer>) =>
  (await sha256(bytes.subarray(0, file.bytes))) === file.sha256;

async function fromStore(file: NetworkFile, { room }: LoadOptions): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await keptFile(file.id, file.sha256);
  if (!kept) return undefined;
  const bytes = await readBody(kept, 0, { total: file.bytes, room }).catch(() => undefined);
  if (bytes && (await verified(file, bytes))) return bytes;
  await dropFile(file.id, file.sha256);
  return undefined;
}

/** The server was heard, and what it says does not go with what has come: only the whole file will do. */
const isRefusal = (error: unknown) =>
  error instanceof RuntimeError &&
  (error.failure.code === 'network-hash' || (error.failure.code === 'network-missing' && error.failure.status < 500));

async function fromAddress(file: NetworkFile, address: string, options: LoadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const partial = broken?.sha256 === file.sha256 ? broken : undefined;
  const bytes = await download(address, {
    ...options,
    total: file.bytes,
    partial,
    // The verified copy is kept by us: the browser's own cache need not hold a second one.
    cache: 'caches' in self ? 'no-store' : 'no-cache',
    onBreak: (part) => {
      broken = { ...part, sha256: file.sha256 };
    },
  }).catch((error: unknown) => {
    if (partial && isRefusal(error)) broken = undefined;
    throw error;
  });
  if (partial) broken = undefined;
  if (await verified(file, bytes)) return bytes;
  // What was glued from two answers may be wrong where one whole answer is right.
  if (partial) return fromAddress(file, address, options);
  throw new RuntimeError({ code: 'network-hash', address });
}

/** A network's file with the right SHA-256: kept on this device, or downloaded from the first address that has it. */
export async function loadFile(file: NetworkFile, options: LoadOptions): Promise<LoadedFile> {
  const kept = await fromStore(file, options);
  if (kept) return { bytes: kept, storage: 'kept' };
  let failure: unknown;
  for (const address of file.addresses) {
    try {
      const bytes = await fromAddress(file, address, options);
      const stored = await keepFile(file.id, file.sha256, bytes.subarray(0, file.bytes));
      return { bytes, storage: stored ? 'kept' : 'memory' };
    } catch (error) {
      options.signal.throwIfAborted();
      failure = error;
    }
  }
  throw failure;
}
