import type { FromWorker, ToWorker } from '@/runtime/messages.ts';
import type { Task } from '@/runtime/queue.ts';
import type { BackendReport } from '@/runtime/types.ts';

/** A worker that records what it is told; the test answers for it. */
export class FakeWorker {
  readonly told: ToWorker[] = [];
  ended = false;
  readonly say: (message: FromWorker) => void;
  readonly broken: (reason: string) => void;

  constructor(say: (message: FromWorker) => void, broken: (reason: string) => void) {
    this.say = say;
    this.broken = broken;
  }

  postMessage(message: ToWorker) {
    if (this.ended) throw new Error('told after its end');
    this.told.push(message);
  }

  terminate() {
    this.ended = true;
  }

  get runs() {
    return this.told.filter((message) => message.type === 'run');
  }
}

const tensor = { shape: [1, 2], data: Float32Array.of(1, 2) };
export const task = (id: string): Task => ({
  network: { id, addresses: [], bytes: 1, sha256: '', input: 'picture', output: 'logits', layers: [] },
  input: tensor,
  layers: [],
});
export const answer = { logits: tensor, layers: {}, storage: 'kept', milliseconds: { run: 1, start: 0 } } as const;
export const webgpu: BackendReport = {
  backend: 'webgpu',
  reason: 'adapter-found',
  threads: 1,
  threadReason: 'isolated',
};
export const software: BackendReport = { ...webgpu, reason: 'adapter-software' };
export const wasm: BackendReport = { backend: 'wasm', reason: 'no-adapter', threads: 1, threadReason: 'not-isolated' };
