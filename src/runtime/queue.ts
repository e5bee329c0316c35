import { type Failure, RuntimeError } from './failure.ts';
import type { BackendOrder, FromWorker, NetworkFile, ToWorker, WorkerAnswer } from './messages.ts';
import type { BackendChoice, BackendReason, BackendReport, FloatTensor, RunOptions } from './types.ts';

/** A started worker, as far as the queue needs it. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** Starts a worker, or throws; `receive` gets its messages, `broken` is called where it does not load or throws outside a request. */
export type StartWorker = (receive: (message: FromWorker) => void, broken: (reason: string) => void) => WorkerLike;

export interface Task {
  readonly network: NetworkFile;
  readonly input: FloatTensor;
  readonly layers: readonly string[];
}

interface Job extends Task {
  readonly id: number;
  readonly options: RunOptions;
  readonly resolve: (answer: WorkerAnswer & { backend: BackendReport }) => void;
  readonly reject: (reason: unknown) => void;
  /** Answered or aborted: what the worker still says about it is dropped. */
  settled: boolean;
}

/**
 * Seconds of silence after which a worker that has something to do is ended: on WASM, on a graphics processor and before
 * it is known; and with a WebGPU adapter that computes in software (SwiftShader), which needs long to compile.
 */
export const SILENCE = 20;
const SOFTWARE_SILENCE = 60;

/** After these the worker's state is doubtful: the next request gets a new one. */
const FATAL: readonly Failure['code'][] = ['start-failed', 'run-failed', 'runtime-missing', 'out-of-memory', 'silent'];

/**
 * Requests to one worker, one at a time: two runs at once hang on WebGPU. Ends a worker that is silent, and goes on with
 * WASM after any fault of WebGPU (in a worker of its own: after a failed WebGPU start the same worker's WASM hangs too).
 */
export class Queue {
  readonly #start: StartWorker;
  #worker: WorkerLike | undefined;
  #order: BackendOrder = { use: 'auto' };
  #report: BackendReport | undefined;
  #waiting: Job[] = [];
  #active: Job | undefined;
  #count = 0;
  #silent = 0;
  #patience = SILENCE;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(start: StartWorker) {
    this.#start = start;
  }

  get backend(): BackendReport | undefined {
    return this.#report;
  }

  /** Runs when all before it are answered. */
  run(task: Task, options: RunOptions): Promise<WorkerAnswer & { backend: BackendReport }> {
    const { signal } = options;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const job: Job = { ...task, id: this.#count++, options, resolve, reject, settled: false };
      signal?.addEventListener('abort', () => this.#abort(job, signal.reason), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  choose(choice: BackendChoice): void {
    if (choice === 'auto' ? this.#order.use === 'auto' : this.#order.use === 'wasm' && this.#order.reason === 'chosen')
      return;
    this.#restart(choice === 'auto' ? { use: 'auto' } : { use: 'wasm', reason: 'chosen' });
  }

  /** Ends the worker; whoever waits is told so by an AbortError. */
  end(): void {
    const jobs = [this.#active, ...this.#waiting];
    this.#waiting = [];
    this.#endWorker();
    this.#active = undefined;
    const reason = new DOMException('The worker was ended.', 'AbortError');
    for (const job of jobs) if (job) this.#settle(job, () => job.reject(reason));
  }

  #settle(job: Job, answer: () => void): void {
    if (job.settled) return;
    job.settled = true;
    answer();
  }

  #abort(job: Job, reason: unknown): void {
    this.#settle(job, () => job.reject(reason));
    this.#waiting = this.#waiting.filter((other) => other !== job);
    if (job === this.#active) this.#worker?.postMessage({ type: 'cancel', id: job.id });
  }

  #next(): void {
    if (this.#active) return;
    this.#active = this.#waiting.shift();
    if (this.#active) this.#post(this.#active);
    else this.#stopClock();
  }

  #post({ id, network, input, layers }: Job): void {
    try {
      this.#worker ??= this.#started();
    } catch {
      this.#fail({ code: 'runtime-unsupported' });
      return;
    }
    this.#silent = 0;
    this.#clock ??= setInterval(() => this.#tick(), 1000);
    this.#worker.postMessage({ type: 'run', id, order: this.#order, network, input, layers });
  }

  /** Messages of a worker that was ended meanwhile are not heard. */
  #started(): WorkerLike {
    const worker: WorkerLike = this.#start(
      (message) => this.#worker === worker && this.#receive(message),
      (reason) => this.#worker === worker && this.#broken(reason),
    );
    return worker;
  }

  /** Counts ticks, not time: a device that slept, or a page in the background, is not a silent worker. */
  #tick(): void {
    if (++this.#silent < this.#patience) return;
    if (this.#onWebGpu()) this.#fault('silent');
    else this.#fail({ code: 'silent', seconds: this.#patience });
  }

  /** Before the worker has reported, `auto` may be waiting for an adapter. */
  #onWebGpu(): boolean {
    return this.#report ? this.#report.backend === 'webgpu' : this.#order.use === 'auto';
  }

  #broken(reason: string): void {
    if (this.#onWebGpu() && this.#report) this.#fault('run-failed');
    else this.#fail(reason ? { code: 'run-failed', reason } : { code: 'runtime-missing', address: 'worker' });
  }

  #receive(message: FromWorker): void {
    this.#silent = 0;
    if (message.type === 'fault') this.#fault(message.reason);
    else if (message.type === 'backend') {
      this.#report = message.report;
      this.#patience = message.report.reason === 'adapter-software' ? SOFTWARE_SILENCE : SILENCE;
    } else this.#answer(message);
  }

  #answer(message: Extract<FromWorker, { id: number }>): void {
    const job = this.#active;
    if (!job || message.id !== job.id) return;
    if (message.type === 'progress') {
      if (!job.settled) job.options.onProgress?.(message.progress);
    } else if (message.type === 'failed') {
      this.#fail(message.failure);
    } else {
      const backend = this.#report;
      if (message.type === 'done' && backend) this.#settle(job, () => job.resolve({ ...message.answer, backend }));
      this.#active = undefined;
      this.#next();
    }
  }

  #fail(failure: Failure): void {
    const job = this.#active;
    if (FATAL.includes(failure.code)) this.#endWorker();
    this.#active = undefined;
    if (job) this.#settle(job, () => job.reject(new RuntimeError(failure)));
    this.#next();
  }

  #fault(reason: BackendReason): void {
    this.#restart({ use: 'wasm', reason });
  }

  /** A new worker by another order; what was under way is asked again. */
  #restart(order: BackendOrder): void {
    this.#endWorker();
    this.#order = order;
    const job = this.#active;
    this.#active = undefined;
    if (job && !job.settled) this.#waiting.unshift(job);
    this.#next();
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#report = undefined;
    this.#patience = SILENCE;
    this.#stopClock();
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}
