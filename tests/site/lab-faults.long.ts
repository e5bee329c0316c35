import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { alertText, chooseSample, expected, LAB, openLab, photoFile, results, START, settled, state } from './lab.ts';
import { inWorker } from './runtime-driver.ts';

const KINGFISHER = 'bird-kingfisher.jpg';
const right = { label: expected(KINGFISHER, 'alexnet').label };

/** After a failure: the sentence, nothing stale, and the button brings the answer once the cause is gone. */
async function failsAndRecovers(page: Page, pattern: RegExp, repair: () => Promise<void>): Promise<void> {
  expect(await chooseSample(page, KINGFISHER)).toBe('failed');
  expect(await alertText(page)).toMatch(pattern);
  expect(await results(page)).toEqual([]);
  await repair();
  await page.click('[data-classify]');
  expect(await settled(page)).toBe('done');
  expect((await results(page))[0]).toMatchObject(right);
  expect(await alertText(page)).toBe('');
  await page.context().close();
}

describe('without a graphics processor', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('a missing runtime is said, and tried again on request', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
    await failsAndRecovers(page, /could not be loaded/, () => page.unroute('**/*.wasm'));
  });

  test('what is known of a network and does not come is said', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.route('**/_astro/alexnet*.js', (route) => route.abort());
    await failsAndRecovers(page, /could not be loaded/, () => page.unroute('**/_astro/alexnet*.js'));
  });

  test.each([
    ['workers', (page: Page) => page.evaluate('delete window.Worker')],
    ['WebAssembly', (page: Page) => inWorker(page, 'delete self.WebAssembly;')],
  ])('a browser without %s is told so, each time', { timeout: START }, async (_, without) => {
    const page = await openLab(browser);
    await without(page);
    for (const file of [KINGFISHER, 'cat-chelsea.jpg']) {
      expect(await chooseSample(page, file)).toBe('failed');
      expect(await alertText(page)).toMatch(/cannot run networks/);
    }
    await page.context().close();
  });

  test('a file that was changed after it was chosen is to be chosen again', { timeout: START }, async () => {
    const page = await openLab(browser);
    const mine = join(mkdtempSync(join(tmpdir(), 'lab-')), 'mine.jpg');
    writeFileSync(mine, photoFile(KINGFISHER));
    await page.setInputFiles('input[data-picture]', mine);
    expect(await settled(page)).toBe('done');
    appendFileSync(mine, 'more');
    await page.check('input[data-network=vgg13]');
    expect(await settled(page)).toBe('failed');
    expect(await alertText(page)).toMatch(/could not be read/);
    expect(await page.locator('[data-views][data-shown]').count()).toBe(0);
    expect(await page.textContent('[data-credit]')).toBe('');
    await page.context().close();
  });

  test('a network that another choice overtook is not left loading', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.click(`button[data-sample="${KINGFISHER}"]`);
    await page.waitForSelector('[data-network-state=alexnet][data-state=loading]', { state: 'attached' });
    await page.check('input[data-network=vgg13]');
    expect(await page.getAttribute('[data-network-state=alexnet]', 'data-state')).toBe('ready');
    expect(await settled(page)).toBe('done');
    expect(await page.getAttribute('[data-network-state=vgg13]', 'data-state')).toBe('verified');
    await page.context().close();
  });

  test('a missing network is said; another one works; it is tried again on request', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.route('**/alexnet.onnx', (route) => route.fulfill({ status: 404 }));
    expect(await chooseSample(page, KINGFISHER)).toBe('failed');
    expect(await page.getAttribute('[data-network-state=alexnet]', 'data-state')).toBe('failed');
    await page.check('input[data-network=resnet18]');
    expect(await settled(page)).toBe('done');
    await page.check('input[data-network=alexnet]');
    expect(await settled(page)).toBe('failed');
    await failsAndRecovers(page, /404/, () => page.unroute('**/alexnet.onnx'));
  });

  test('a network with one changed byte is refused', { timeout: START }, async () => {
    const page = await openLab(browser);
    const body = readFileSync('public/networks/alexnet.onnx');
    body[1_000_000] = (body[1_000_000] ?? 0) ^ 1;
    await page.route('**/alexnet.onnx', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }));
    await failsAndRecovers(page, /SHA-256/, () => page.unroute('**/alexnet.onnx'));
  });

  test('a sample photo that does not come is said', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.route(`**/pictures/${KINGFISHER}`, (route) => route.abort());
    await failsAndRecovers(page, /sample photo could not be fetched/, () => page.unroute(`**/pictures/${KINGFISHER}`));
  });

  test('blocked storage costs nothing but the keeping', { timeout: START }, async () => {
    const page = await openLab(browser);
    await page.context().addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Blocked.', 'SecurityError');
          },
        });
    });
    // The worker has a world of its own.
    const block = `Object.defineProperty(self, 'caches', { get() { throw new DOMException('Blocked.', 'SecurityError'); } });\n`;
    await page.route(/worker-[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: block + (await response.text()) });
    });
    await page.reload();
    expect(await chooseSample(page, KINGFISHER)).toBe('done');
    expect((await results(page))[0]).toMatchObject(right);
    expect(await page.textContent('[data-storage]')).toContain('runs from memory');
    await page.context().close();
  });

  test('a camera that is not there is said, and the answer stays', { timeout: START }, async () => {
    const page = await openLab(browser);
    await chooseSample(page, KINGFISHER);
    await page.click('[data-camera]');
    await page.waitForSelector('[role=alert]:not(:empty)');
    expect(await alertText(page)).toMatch(/camera/);
    expect(await state(page)).toBe('done');
    await page.context().close();
  });
});

test('the camera’s picture is answered, and the camera is let go', { timeout: START }, async () => {
  const browser = await launch({
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  const page = await openLab(browser);
  await page.click('[data-camera]');
  await page.waitForSelector('[data-take]:visible');
  await expect
    .poll(() => page.$eval('video', (video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)))
    .toBeGreaterThan(0);
  await page.click('[data-take]');
  expect(await settled(page)).toBe('done');
  expect(await results(page)).toHaveLength(5);
  expect(await page.$eval('video', (video) => video instanceof HTMLVideoElement && video.srcObject)).toBeNull();
  expect(await page.textContent('[data-credit]')).toContain('camera');
  await page.check('input[data-network=vgg13]');
  expect(await settled(page), 'the same picture, another network').toBe('done');
  await browser.close();
});

test('a camera asked for twice is one camera, and a photo chosen before it is allowed keeps it shut', {
  timeout: START,
}, async () => {
  const browser = await launch({
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  const page = await openLab(browser);
  await page.evaluate(`
    window.tracks = [];
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      await window.allowed;
      const stream = await ask(wanted);
      window.tracks.push(...stream.getTracks());
      return stream;
    };`);
  const tracks = (): Promise<string[]> => page.evaluate('window.tracks.map((track) => track.readyState)');
  await page.dblclick('[data-camera]');
  await page.waitForSelector('[data-stop]:visible');
  await expect.poll(tracks).toEqual(['ended', 'live']);
  await page.click('[data-stop]');
  expect(await tracks()).toEqual(['ended', 'ended']);
  await page.evaluate('window.allowed = new Promise((allow) => { window.allow = allow; }), 0');
  await page.click('[data-camera]');
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  await page.evaluate('window.allow()');
  await expect.poll(tracks).toEqual(['ended', 'ended', 'ended']);
  expect(await page.locator('[data-take]').isVisible()).toBe(false);
  expect(await alertText(page)).toBe('');
  expect(await results(page)).toHaveLength(5);
  await browser.close();
});

describe('with a graphics processor in software', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch({ args: ['--enable-unsafe-webgpu'] });
  });
  afterAll(() => browser.close());

  test('WebGPU computes, and says so', { timeout: START }, async () => {
    const page = await openLab(browser);
    expect(await chooseSample(page, KINGFISHER)).toBe('done');
    expect(await page.getAttribute(LAB, 'data-backend')).toBe('webgpu');
    expect(await page.textContent('[data-badge]')).toContain('WebGPU');
    expect(await page.textContent('[data-why]')).toContain('no graphics processor');
    const [first] = await results(page);
    const wanted = expected(KINGFISHER, 'alexnet');
    expect(first?.label).toBe(wanted.label);
    expect(first?.probability).toBeCloseTo(wanted.probability, 3);
    await page.check('input[data-backend-choice][value=wasm]');
    expect(await settled(page)).toBe('done');
    expect(await page.getAttribute(LAB, 'data-backend')).toBe('wasm');
    await page.context().close();
  });

  test.each([
    ['its file is missing', { status: 404 }, /not on this server/],
    ['its file is broken', { status: 200, body: Buffer.alloc(4096, 7) }, /did not start|not on this server/],
  ])('the processor takes over where %s', { timeout: START }, async (_, response, why) => {
    const page = await openLab(browser);
    await page.route(/\.(jspi|asyncify)[^/]*\.wasm$/, (route) => route.fulfill(response));
    expect(await chooseSample(page, KINGFISHER)).toBe('done');
    expect(await page.getAttribute(LAB, 'data-backend')).toBe('wasm');
    expect(await page.textContent('[data-why]')).toMatch(why);
    expect((await results(page))[0]).toMatchObject(right);
    await page.context().close();
  });
});
