import type { Browser, Page } from 'playwright-core';
import { openLab } from './lab.ts';

/** Keeps what the worker answers: the page shows probabilities only. */
const recordLogits = `
  globalThis.logits = [];
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'done') globalThis.logits = [...data.answer.logits.data];
      });
    }
  };`;

/** The logits of the newest answer; the page must have been opened with `openRecorded`. */
export const logitsOf = (page: Page): Promise<number[]> => page.evaluate('globalThis.logits');

/** The lab, and the addresses it asks for. */
export async function openRecorded(browser: Browser, network: string): Promise<{ page: Page; asked: string[] }> {
  const page = await openLab(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(recordLogits);
  await page.goto(`${page.url()}?network=${network}`);
  await page.waitForSelector('[data-camera]:visible');
  return { page, asked };
}

/** Has a script run first in the worker, in a world that the page's scripts do not reach. */
export const inWorker = (page: Page, script: string) =>
  page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });

const builds = {
  wasm: /\/ort-wasm-simd-threaded-[^./]+\.wasm$/,
  jspi: /\/ort-wasm-simd-threaded\.jspi-[^./]+\.wasm$/,
  asyncify: /\/ort-wasm-simd-threaded\.asyncify-[^./]+\.wasm$/,
};

/** The builds of onnxruntime-web whose binaries are among these paths, as often as they are. */
export const buildsIn = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => Object.entries(builds).flatMap(([build, pattern]) => (pattern.test(path) ? [build] : [])));

/** The largest difference between two lists of numbers; NaN where one is shorter. */
export const apart = (left: readonly number[], right: readonly number[]): number =>
  Math.max(
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
      Math.abs((left[i] ?? Number.NaN) - (right[i] ?? Number.NaN)),
    ),
  );
