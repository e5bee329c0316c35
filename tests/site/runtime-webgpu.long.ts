import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '@/runtime/words.ts';
import { samples } from '../unit/runtime/networks.ts';
import { launch } from './browser.ts';
import { chooseSample, LAB, START } from './lab.ts';
import { apart, buildsIn, inWorker, logitsOf, openRecorded } from './runtime-driver.ts';

const KINGFISHER = 'bird-kingfisher.jpg';
const golden = samples.photos.find(({ file }) => file === KINGFISHER)?.logits['alexnet'] ?? [];

let browser: Browser;
beforeAll(async () => {
  browser = await launch({ args: ['--enable-unsafe-webgpu'] });
});
afterAll(() => browser.close());

describe('where WebGPU fails WASM answers, and the reader is told why', () => {
  const destroyed = `
    const { requestDevice } = GPUAdapter.prototype, { mapAsync } = GPUBuffer.prototype;
    let device;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      return (device = await requestDevice.apply(this, given));
    };
    GPUBuffer.prototype.mapAsync = function (...given) {
      device.destroy();
      return mapAsync.apply(this, given);
    };`;
  const none = `throw new Error('none');`;
  test.each([
    ['no-webgpu', `delete WorkerNavigator.prototype.gpu;`],
    ['no-adapter', `GPU.prototype.requestAdapter = async () => null;`],
    ['no-adapter', `GPU.prototype.requestAdapter = async () => { ${none} };`],
    ['start-failed', `GPUAdapter.prototype.requestDevice = async () => { ${none} };`],
    ['run-failed', `GPUBuffer.prototype.mapAsync = async () => { throw new DOMException('', 'OperationError'); };`],
    ['run-failed', `GPUBuffer.prototype.mapAsync = async () => { ${none} };`],
    ['device-lost', destroyed],
  ] as const)('%s (%#)', { timeout: START }, async (reason, script) => {
    const { page } = await openRecorded(browser, 'alexnet');
    await inWorker(page, script);
    expect(await chooseSample(page, KINGFISHER)).toBe('done');
    expect(await page.getAttribute(LAB, 'data-backend')).toBe('wasm');
    expect(await page.textContent('[data-why]')).toContain(words.en.reasons[reason]);
    expect(apart(await logitsOf(page), golden)).toBeLessThan(1e-3);
    await page.context().close();
  });
});

test('after the GPU’s process has crashed WASM answers', { timeout: 2 * START }, async () => {
  const { page } = await openRecorded(browser, 'alexnet');
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  expect(await page.getAttribute(LAB, 'data-backend')).toBe('webgpu');
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.crashGpuProcess');
  // The crash is noticed a moment later: the newest answer counts.
  await expect
    .poll(async () => (await chooseSample(page, KINGFISHER)) && page.getAttribute(LAB, 'data-backend'), {
      timeout: START,
    })
    .toBe('wasm');
  expect(await page.textContent('[data-why]')).toMatch(/graphics processor was lost|failed while computing/);
  expect(apart(await logitsOf(page), golden)).toBeLessThan(1e-3);
  await page.context().close();
});

test('without JSPI the other build for WebGPU runs', { timeout: START }, async () => {
  const { page, asked } = await openRecorded(browser, 'alexnet');
  await inWorker(page, 'delete WebAssembly.Suspending;');
  expect(await chooseSample(page, KINGFISHER)).toBe('done');
  expect(await page.getAttribute(LAB, 'data-backend')).toBe('webgpu');
  expect(buildsIn(asked)).toEqual(['asyncify']);
  expect(apart(await logitsOf(page), golden)).toBeLessThan(1e-3);
  await page.context().close();
});
