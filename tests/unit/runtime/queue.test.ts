import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STALL_MS } from '@/runtime/download.ts';
import { Queue, SILENCE } from '@/runtime/queue.ts';
import type { BackendReport } from '@/runtime/types.ts';
import { answer, FakeWorker, software, task, wasm, webgpu } from './fake-worker.ts';

let workers: FakeWorker[];
let queue: Queue;
/** The worker that was started n-th. */
const worker = (n = 0): FakeWorker => {
  const found = workers[n];
  if (!found) throw new Error(`no worker ${n} was started`);
  return found;
};
const done = (id: number, n = 0) => worker(n).say({ type: 'done', id, answer });
const report = (value: BackendReport, n = 0) => worker(n).say({ type: 'backend', report: value });
const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);
beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  queue = new Queue((receive, broken) => {
    workers.push(new FakeWorker(receive, broken));
    return worker(workers.length - 1);
  });
});
afterEach(() => vi.useRealTimers());

describe('one at a time', () => {
  it('starts no worker before the first request, and one for all', () => {
    expect(workers).toHaveLength(0);
    queue.run(task('a'), {});
    queue.run(task('b'), {});
    expect(workers).toHaveLength(1);
  });

  it('sends the next request only when the one before is answered', async () => {
    const first = queue.run(task('a'), {});
    const second = queue.run(task('b'), {});
    expect(worker().runs.map(({ network }) => network.id)).toEqual(['a']);
    report(wasm);
    done(0);
    expect(await first).toEqual({ ...answer, backend: wasm });
    expect(worker().runs.map(({ network }) => network.id)).toEqual(['a', 'b']);
    done(1);
    expect(await second).toMatchObject({ backend: wasm });
  });

  it('goes on after a failure of the network file, with the same worker', async () => {
    const first = queue.run(task('a'), {});
    const second = queue.run(task('b'), {});
    report(wasm);
    worker().say({ type: 'failed', id: 0, failure: { code: 'network-hash', address: 'x' } });
    await expect(first).rejects.toMatchObject({ failure: { code: 'network-hash' } });
    done(1);
    await second;
    expect(workers).toHaveLength(1);
  });

  it('tells of progress', () => {
    const progress: unknown[] = [];
    queue.run(task('a'), { onProgress: (value) => progress.push(value) });
    worker().say({ type: 'progress', id: 0, progress: { stage: 'network', loaded: 1, total: 2 } });
    worker().say({ type: 'progress', id: 0, progress: { stage: 'running' } });
    expect(progress).toEqual([{ stage: 'network', loaded: 1, total: 2 }, { stage: 'running' }]);
  });
});

describe('the newest wins', () => {
  it('rejects an aborted request at once, cancels it, and drops its late answer', async () => {
    const control = new AbortController();
    const progress = vi.fn();
    const first = queue.run(task('a'), { signal: control.signal, onProgress: progress });
    const second = queue.run(task('b'), {});
    report(wasm);
    control.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker().told.at(-1)).toEqual({ type: 'cancel', id: 0 });
    worker().say({ type: 'progress', id: 0, progress: { stage: 'running' } });
    expect(progress).not.toHaveBeenCalled();
    expect(worker().runs).toHaveLength(1);
    done(0);
    expect(worker().runs).toHaveLength(2);
    done(1);
    await second;
  });

  it('never sends a request that was aborted while it waited', async () => {
    const control = new AbortController();
    queue.run(task('a'), {});
    const second = queue.run(task('b'), { signal: control.signal });
    queue.run(task('c'), {});
    report(wasm);
    control.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    done(0);
    expect(worker().runs.map(({ network }) => network.id)).toEqual(['a', 'c']);
    expect(worker().told.some(({ type }) => type === 'cancel')).toBe(false);
  });

  it('takes no request whose signal is aborted already', async () => {
    await expect(async () => queue.run(task('a'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(workers).toHaveLength(0);
  });

  it('tells all that wait when it is ended, and starts anew for the next', async () => {
    const both = [queue.run(task('a'), {}), queue.run(task('b'), {})];
    queue.end();
    for (const promise of both) await expect(promise).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker().ended).toBe(true);
    queue.run(task('c'), {});
    expect(workers).toHaveLength(2);
  });
});

describe('watchdog', () => {
  it('ends a silent worker, says so, and starts a new one for the next request', async () => {
    const first = queue.run(task('a'), {});
    report(wasm);
    seconds(SILENCE - 1);
    expect(worker().ended).toBe(false);
    seconds(1);
    expect(worker().ended).toBe(true);
    await expect(first).rejects.toMatchObject({ failure: { code: 'silent', seconds: SILENCE } });
    const second = queue.run(task('b'), {});
    report(wasm, 1);
    done(1, 1);
    await second;
  });

  it('counts from the last word', () => {
    queue.run(task('a'), {});
    report(wasm);
    for (let i = 0; i < 5; i++) {
      seconds(SILENCE - 1);
      worker().say({ type: 'progress', id: 0, progress: { stage: 'network', loaded: i, total: 9 } });
    }
    expect(worker().ended).toBe(false);
  });

  it('leaves a worker alone that has nothing to do', async () => {
    const first = queue.run(task('a'), {});
    report(wasm);
    done(0);
    await first;
    seconds(10 * SILENCE);
    expect(worker().ended).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['WASM', wasm, 20],
    ['a graphics processor', webgpu, 20],
    ['WebGPU in software, which compiles slowly', software, 60],
  ] as const)('waits for %s', (_, backend, patience) => {
    queue.run(task('a'), {}).catch(() => undefined);
    report(backend);
    seconds(patience - 1);
    expect(worker().ended).toBe(false);
    seconds(1);
    expect(worker().ended).toBe(true);
  });

  it('waits no longer for WASM after WebGPU in software', async () => {
    const first = queue.run(task('a'), {});
    report(software);
    seconds(60);
    report({ ...wasm, reason: 'silent' }, 1);
    seconds(20);
    await expect(first).rejects.toMatchObject({ failure: { code: 'silent', seconds: 20 } });
  });

  it('lets a download that stalls say so first', () => {
    expect(STALL_MS).toBeLessThan(SILENCE * 1000);
  });

  it('does not hear a worker that was ended', async () => {
    const first = queue.run(task('a'), {});
    report(wasm);
    seconds(SILENCE);
    await expect(first).rejects.toMatchObject({ failure: { code: 'silent' } });
    const settled = vi.fn();
    queue.run(task('b'), {}).then(settled, settled);
    done(1, 0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(settled).not.toHaveBeenCalled();
    expect(queue.backend).toBeUndefined();
  });
});

describe('from WebGPU to WASM', () => {
  it('asks for any backend first', () => {
    queue.run(task('a'), {});
    expect(worker().runs[0]?.order).toEqual({ use: 'auto' });
  });

  it.each(['start-failed', 'run-failed', 'device-lost', 'file-missing'] as const)(
    'after %s ends the worker and asks a new one for WASM',
    async (reason) => {
      const first = queue.run(task('a'), {});
      const second = queue.run(task('b'), {});
      report(webgpu);
      worker().say({ type: 'fault', reason });
      expect(worker().ended).toBe(true);
      expect(worker(1).runs).toMatchObject([{ id: 0, order: { use: 'wasm', reason } }]);
      const fallen = { ...wasm, reason };
      report(fallen, 1);
      done(0, 1);
      expect((await first).backend).toEqual(fallen);
      done(1, 1);
      await second;
      expect(workers).toHaveLength(2);
    },
  );

  it('after silence, also before the backend is known', async () => {
    const first = queue.run(task('a'), {});
    seconds(SILENCE);
    expect(worker(1).runs).toMatchObject([{ id: 0, order: { use: 'wasm', reason: 'silent' } }]);
    report(wasm, 1);
    seconds(SILENCE);
    await expect(first).rejects.toMatchObject({ failure: { code: 'silent' } });
    expect(workers).toHaveLength(2);
  });

  it('after a fault between two requests', async () => {
    const first = queue.run(task('a'), {});
    report(webgpu);
    done(0);
    await first;
    worker().say({ type: 'fault', reason: 'device-lost' });
    expect(workers).toHaveLength(1);
    queue.run(task('b'), {});
    expect(worker(1).runs).toMatchObject([{ id: 1, order: { use: 'wasm', reason: 'device-lost' } }]);
  });

  it('does not ask again for a request that was aborted', () => {
    const control = new AbortController();
    queue.run(task('a'), { signal: control.signal }).catch(() => undefined);
    report(webgpu);
    control.abort();
    worker().say({ type: 'fault', reason: 'run-failed' });
    expect(workers).toHaveLength(1);
  });

  it('as the reader chooses, and back', async () => {
    queue.run(task('a'), {});
    report(webgpu);
    queue.choose('auto');
    expect(workers).toHaveLength(1);
    queue.choose('wasm');
    expect(worker(1).runs).toMatchObject([{ id: 0, order: { use: 'wasm', reason: 'chosen' } }]);
    queue.choose('wasm');
    expect(workers).toHaveLength(2);
    queue.choose('auto');
    expect(worker(2).runs).toMatchObject([{ id: 0, order: { use: 'auto' } }]);
  });
});

describe('a worker that breaks', () => {
  it('by not starting at all fails every request, and is tried again for the next', async () => {
    let starts = 0;
    queue = new Queue(() => {
      starts++;
      throw new ReferenceError('Worker is not defined');
    });
    for (const id of ['a', 'b'])
      await expect(queue.run(task(id), {})).rejects.toMatchObject({ failure: { code: 'runtime-unsupported' } });
    expect(starts).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['start-failed', 'run-failed'] as const)(
    'on WASM fails with %s, and the next request has a new one',
    async (code) => {
      const first = queue.run(task('a'), {});
      report(wasm);
      worker().say({ type: 'failed', id: 0, failure: { code, reason: 'x' } });
      await expect(first).rejects.toMatchObject({ failure: { code } });
      expect(worker().ended).toBe(true);
      queue.run(task('b'), {});
      expect(workers).toHaveLength(2);
    },
  );

  it('by not loading says that a file of the program is missing', async () => {
    const first = queue.run(task('a'), {});
    worker().broken('');
    await expect(first).rejects.toMatchObject({ failure: { code: 'runtime-missing' } });
  });

  it('by throwing on WebGPU is followed by one on WASM', () => {
    queue.run(task('a'), {});
    report(webgpu);
    worker().broken('RuntimeError: unreachable');
    expect(worker(1).runs).toMatchObject([{ id: 0, order: { use: 'wasm', reason: 'run-failed' } }]);
  });
});
