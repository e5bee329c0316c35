import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launch } from './browser.ts';
import { START } from './lab.ts';

/** What the tests of figures that run a network share: one page for all of a file's tests. */
export let page: Page;

let browser: Browser;
const fetched: string[] = [];
beforeAll(async () => {
  browser = await launch();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
  page.setDefaultTimeout(START);
  page.on('request', (request) => fetched.push(request.url()));
}, START);
afterAll(() => browser.close());

/** The networks and runtimes that the page has asked for so far. */
export const programs = () => fetched.filter((url) => /\.(wasm|onnx)$/.test(url));

/** Opens a lesson and brings its first such figure near the screen, where it comes to life. */
export async function open(figure: string, path: string) {
  await page.goto(new URL(path, inject('origin')).href);
  await page.locator(figure).first().scrollIntoViewIfNeeded();
  await page.waitForSelector(`${figure}[data-ready]`);
}

/** Waits for what the figure was asked for: 'done' or 'failed'. */
export async function settled(figure: string) {
  await page.waitForSelector(`${figure}:is([data-state=done], [data-state=failed])`);
  return page.getAttribute(figure, 'data-state');
}
