import { readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '@/runtime/words.ts';
import { read } from '../unit/runtime/networks.ts';
import { launch } from './browser.ts';
import { alertText, chooseSample, openLab, results, START, settled } from './lab.ts';
import { buildsIn, inWorker, openRecorded } from './runtime-driver.ts';

const KINGFISHER = 'bird-kingfisher.jpg';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('each build of onnxruntime-web is shipped once', () => {
  const files = readdirSync(new URL('../../dist/', import.meta.url), { recursive: true }).map((file) => `/${file}`);
  expect(buildsIn(files).sort()).toEqual(['asyncify', 'jspi', 'wasm']);
  expect(files.filter((file) => /ort-.*\.wasm$/.test(file))).toHaveLength(3);
});

test('nothing large is fetched unasked, and each file once', { timeout: START }, async () => {
  const { page, asked } = await openRecorded(browser, 'alexnet');
  const large = () => asked.filter((path) => /\.(wasm|onnx)$|\/(ort|worker)[^/]*\.m?js$/.test(path));
  expect(large()).toEqual([]);
  await chooseSample(page, KINGFISHER);
  for (const id of ['vgg13', 'alexnet', 'vgg13']) {
    await page.check(`input[data-network="${id}"]`);
    await settled(page);
  }
  expect(large().filter((path) => path.endsWith('.onnx'))).toEqual(['/networks/alexnet.onnx', '/networks/vgg13.onnx']);
  expect(buildsIn(large())).toEqual(['wasm']);
  expect(large()).toEqual([...new Set(large())]);
  await page.context().close();
});

test('a network’s file is kept: the next visit does not ask for it', { timeout: START }, async () => {
  const page = await openLab(browser);
  await chooseSample(page, KINGFISHER);
  await page.route('**/*.onnx', (route) => route.abort());
  await page.reload();
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  expect(await page.textContent('[data-storage]')).toBe(words.en.storage.kept);
  await page.context().close();
});

test('a full store costs nothing but the keeping', { timeout: START }, async () => {
  const page = await openLab(browser);
  await inWorker(page, `Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));`);
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  expect(await page.textContent('[data-storage]')).toBe(words.en.storage.memory);
  await page.context().close();
});

test('threads are used where the page is isolated and there are cores', { timeout: START }, async () => {
  const page = await openLab(browser);
  await inWorker(page, `Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 8 });`);
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  expect(await page.textContent('[data-badge]')).toContain('WASM, 4\u00a0threads');
  expect((await results(page))[0]?.label).toBe('bird');
  await page.context().close();
});

describe('a file that does not come whole', () => {
  const file = read('public/networks/alexnet.onnx');
  const served = (status: number, body: Uint8Array = Buffer.from('no')) => ({ status, body: Buffer.from(body) });
  let page: Page;
  beforeAll(async () => {
    page = await openLab(browser);
  }, START);
  afterAll(() => page.context().close());

  test.each([
    ['**/worker-*.js', served(404), 'could not be loaded'],
    ['**/ort.wasm.min-*.js', served(404), 'could not be loaded'],
    ['**/ort-wasm-simd-threaded-*.mjs', served(404), 'could not be loaded'],
    ['**/ort-wasm-simd-threaded-*.wasm', served(200, Buffer.alloc(1000)), 'could not be loaded'],
    ['**/alexnet.onnx', served(503), 'answered 503'],
    ['**/alexnet.onnx', served(200, file.subarray(0, 1_000_000)), 'broke after 1.0\u00a0MB of 2.3\u00a0MB'],
    ['**/alexnet.onnx', served(200, Buffer.alloc(file.length)), 'its SHA-256 differs'],
    ['**/alexnet.onnx', served(200, Buffer.concat([file, file])), 'its SHA-256 differs'],
    ['**/alexnet.onnx', 'internetdisconnected', 'could not be reached'],
  ])('%s fails with a sentence (%#)', { timeout: START }, async (pattern, answer, sentence) => {
    await page.route(pattern, (route) => (typeof answer === 'string' ? route.abort(answer) : route.fulfill(answer)));
    expect(await chooseSample(page, KINGFISHER)).toBe('failed');
    expect(await alertText(page)).toContain(sentence);
    expect(await results(page)).toEqual([]);
    await page.unroute(pattern);
  });

  test('and works when all come', { timeout: START }, async () => {
    await page.click('[data-classify]');
    expect(await settled(page)).toBe('done');
    expect((await results(page))[0]?.label).toBe('bird');
    expect(await alertText(page)).toBe('');
  });
});
