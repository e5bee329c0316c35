import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Camera } from '@/runtime/pictures/camera.ts';

/** A track of a camera: live until it is stopped. */
class Track {
  live = true;
  stop() {
    this.live = false;
  }
}

/** A promise that the test settles. */
class Pending<T> {
  settle: (value: T) => void = () => undefined;
  fail: (error: unknown) => void = () => undefined;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.settle = resolve;
    this.fail = reject;
  });
}

let tracks: Track[];
let asked: Pending<void>[];
let play: () => Promise<void>;
beforeEach(() => {
  tracks = [];
  asked = [];
  play = () => Promise.resolve();
  vi.stubGlobal('document', { createElement: () => ({ play: () => play() }) });
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: async () => {
        const allowed = new Pending<void>();
        asked.push(allowed);
        await allowed.promise;
        const track = new Track();
        tracks.push(track);
        return { getTracks: () => [track] };
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const live = () => tracks.map((track) => track.live);

it('is on once it is allowed, and off when it is stopped', async () => {
  const camera = new Camera();
  const shown = camera.start();
  asked[0]?.settle();
  expect(await shown).toBe(true);
  expect(live()).toEqual([true]);
  camera.stop();
  expect(live()).toEqual([false]);
});

it('asked for twice, as by a double click, keeps one stream, which can be stopped', async () => {
  const camera = new Camera();
  const shown = [camera.start(), camera.start()];
  for (const allowed of asked) allowed.settle();
  expect(await Promise.all(shown)).toEqual([false, true]);
  expect(live()).toEqual([false, true]);
  camera.stop();
  expect(live()).toEqual([false, false]);
});

it('stopped before it is allowed, does not start', async () => {
  const camera = new Camera();
  const shown = camera.start();
  camera.stop();
  asked[0]?.settle();
  expect(await shown).toBe(false);
  expect(live()).toEqual([false]);
  expect(camera.on).toBe(false);
});

it('refused, says so', async () => {
  const shown = new Camera().start();
  asked[0]?.fail(new DOMException('refused', 'NotAllowedError'));
  await expect(shown).rejects.toMatchObject({ failure: { code: 'camera-denied' } });
});

it('refused after it was stopped, says nothing', async () => {
  const camera = new Camera();
  const shown = camera.start();
  camera.stop();
  asked[0]?.fail(new DOMException('refused', 'NotAllowedError'));
  expect(await shown).toBe(false);
});

it('stopped while its video begins, says of no failure', async () => {
  const playing = new Pending<void>();
  play = () => playing.promise;
  const camera = new Camera();
  const shown = camera.start();
  asked[0]?.settle();
  await vi.waitUntil(() => camera.on);
  camera.stop();
  playing.fail(new DOMException('interrupted', 'AbortError'));
  expect(await shown).toBe(false);
  expect(live()).toEqual([false]);
});
