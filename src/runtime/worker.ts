/** The module worker: the only place where onnxruntime-web runs. One request at a time; the page sees to that. */
import { chooseBackend, loadBuild, type Ort } from './backends.ts';
import { type Failure, RuntimeError } from './failure.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { Sessions } from './sessions.ts';
import type { BackendReason, BackendReport, Progress } from './types.ts';

type Run = Extract<ToWorker, { type: 'run' }>;

interface Started {
  readonly ort: Ort;
  readonly report: BackendReport;
  readonly sessions: Sessions;
}

let started: Started | undefined;
let watched = false;
let active = { id: -1, abort: new AbortController() };

const say = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** A GPU that goes away, or an error of its own that no call reports, makes every later answer doubtful. */
async function watchDevice(ort: Ort): Promise<void> {
  if (watched) return;
  watched = true;
  const device = await ort.env.webgpu.device;
  device.addEventListener('uncapturederror', () => say({ type: 'fault', reason: 'run-failed' }));
  await device.lost;
  say({ type: 'fault', reason: 'device-lost' });
}

/** What an error of onnxruntime-web means. */
function failureOf(error: unknown, code: 'start-failed' | 'run-failed'): Failure {
  if (error instanceof RuntimeError) return error.failure;
  const reason = error instanceof Error ? error.message : String(error);
  return /bad_alloc|out of memory|allocat/i.test(reason) ? { code: 'out-of-memory' } : { code, reason };
}

/** Answers with a failure; on WebGPU what is not the network file's fault is the backend's. */
function fail(id: number, backend: BackendReport | undefined, failure: Failure): void {
  const fault: BackendReason =
    failure.code === 'runtime-missing' ? 'file-missing' : failure.code === 'run-failed' ? 'run-failed' : 'start-failed';
  if (backend?.backend === 'webgpu' && !failure.code.startsWith('network-')) say({ type: 'fault', reason: fault });
  else say({ type: 'failed', id, failure });
}

/** Graphics processors have been seen to fail in silence: then the memory for the answer holds what was there before. */
function checkLogits(logits: Float32Array, { backend }: BackendReport): void {
  if (!logits.every(Number.isFinite)) throw new RangeError('the logits are not finite numbers');
  if (backend === 'webgpu' && logits.every((value) => value === 0))
    throw new RangeError('the logits were never written');
}

async function run({ id, order, network, input, layers }: Run, { signal }: AbortController): Promise<void> {
  const progress = (value: Progress) => say({ type: 'progress', id, progress: value });
  const begin = performance.now();
  let report = started?.report;
  let code: 'start-failed' | 'run-failed' = 'start-failed';
  try {
    if (!started) {
      report = await chooseBackend(order);
      say({ type: 'backend', report });
      const ort = await loadBuild(report, (loaded, total) => progress({ stage: 'runtime', loaded, total }));
      started = { ort, report, sessions: new Sessions(ort, report.backend) };
    }
    const { ort, sessions } = started;
    const ready = sessions.has(network, layers.length > 0);
    const held = await sessions.open(
      network,
      layers.length > 0,
      { signal, onProgress: (loaded, total) => progress({ stage: 'network', loaded, total }) },
      () => progress({ stage: 'starting' }),
    );
    if (started.report.backend === 'webgpu') watchDevice(ort).catch(() => undefined);
    signal.throwIfAborted();
    code = 'run-failed';
    const start = ready ? 0 : performance.now() - begin;
    progress({ stage: 'running' });
    const runBegin = performance.now();
    const answer = await sessions.run(held, input, layers);
    const milliseconds = { run: performance.now() - runBegin, start };
    checkLogits(answer.logits.data, started.report);
    const buffers = [answer.logits, ...Object.values(answer.layers)].map((tensor) => tensor.data.buffer);
    say(
      { type: 'done', id, answer: { ...answer, milliseconds } },
      [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer),
    );
  } catch (error) {
    if (signal.aborted) say({ type: 'cancelled', id });
    else fail(id, report, failureOf(error, code));
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'run') {
    active = { id: data.id, abort: new AbortController() };
    run(data, active.abort);
  } else if (data.type === 'cancel' && data.id === active.id) active.abort.abort();
});
