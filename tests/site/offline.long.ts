import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Served, serve } from '../../scripts/server.ts';
import { writeServiceWorker } from '../../src/integrations/offline.ts';
import { launch } from './browser.ts';

const lesson = 'en/lessons/convolution/';
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const ready = (of: Page) => of.evaluate('navigator.serviceWorker.ready.then(() => true)');
/** Paths that any store of the site holds. */
const stored = (of: Page): Promise<string[]> =>
  of.evaluate(
    `caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())
      .map(({ url }) => new URL(url).pathname)))).then((all) => all.flat())`,
  );
const heading = (of: Page) => of.locator('h1:visible').first().textContent();

describe('offline', () => {
  const origin = inject('origin');

  it('shows the page of the first visit whole, with its styles and scripts', async () => {
    await page.goto(origin + lesson);
    await ready(page);
    await context.setOffline(true);
    await page.reload();
    expect(await heading(page)).not.toBe('');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".site-header")).position')).toBe('sticky');
    const before = await page.locator('html').getAttribute('data-theme');
    await page.locator('.tools > [data-theme-toggle]').click();
    expect(await page.locator('html').getAttribute('data-theme')).not.toBe(before);
  });

  it('stores the rest while there is time, search included', async () => {
    await page.goto(origin + lesson);
    await ready(page);
    await expect.poll(() => stored(page), { timeout: 20_000 }).toContain('/search/zh.json');
    await expect.poll(async () => (await stored(page)).some((path) => path.startsWith('/zh/lessons/'))).toBe(true);
    await expect.poll(() => stored(page)).toContain('/search/en.json');
    expect((await stored(page)).filter((path) => /^\/(networks|pictures)\/.*\.(onnx|jpg)$/.test(path))).toEqual([]);
    // The storing goes on in the order of the list; its last file tells that it is done.
    await expect.poll(() => stored(page), { timeout: 20_000 }).toContain('/zh/about/');
    await context.setOffline(true);
    await page.goto(`${origin}zh/about/`);
    await page.keyboard.press('/');
    await page.keyboard.type('卷积');
    await page.locator('.search [data-results] a').first().waitFor();
  });

  it('stores no more than was used for a reader who saves data', async () => {
    await page.addInitScript(
      `Object.defineProperty(Object.getPrototypeOf(navigator), 'connection', { get: () => ({ saveData: true }) })`,
    );
    await page.goto(`${origin}zh/about/`);
    await ready(page);
    await expect.poll(() => stored(page)).toContain('/zh/about/');
    await page.waitForTimeout(1500);
    const paths = await stored(page);
    expect(paths).toContain('/en/');
    expect(paths.filter((path) => path.includes('/lessons/') || path.includes('/search/'))).toEqual([]);
    await context.setOffline(true);
    await page.goto(origin + lesson);
    await expect.poll(() => heading(page)).toBe('This page is not stored on this device');
    // In a tab of its own: Chromium tells a new page for a moment that it is online, and this one then loads itself again.
    const chinese = await context.newPage();
    await chinese.goto(`${origin}zh/lessons/convolution/`);
    await expect.poll(() => heading(chinese)).toBe('这一页没有存在这台设备上');
  });

  it('leaves the site working online where nothing can be stored', async () => {
    await page.addInitScript(`delete Navigator.prototype.serviceWorker`);
    await page.goto(origin + lesson);
    await page.locator('.tools > [data-theme-toggle]').click();
    await page.goto(`${origin}zh/`);
    expect(await heading(page)).toContain('手算卷积');
  });
});

describe('a new version', { timeout: 180_000 }, () => {
  let directory: string;
  let served: Served | undefined;

  /** Stands for another build: every page, script and style says which version it is; all names of scripts differ. */
  async function build(version: string) {
    cpSync(new URL('../../dist/', import.meta.url), directory, { recursive: true });
    rmSync(join(directory, '_astro'), { recursive: true });
    cpSync(new URL('../../dist/_astro/', import.meta.url), join(directory, '_astro'), { recursive: true });
    for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(html|js|css)$/.test(file) || file === 'sw.js') continue;
      const path = join(directory, file);
      let text = readFileSync(path, 'utf8').replaceAll(/(\w)\.([\w-]{8})\.(js|css)\b/g, `$1.$2${version}.$3`);
      if (file.endsWith('.html')) text = text.replace('<html ', `<html data-page="${version}" `);
      if (file.endsWith('.css')) text += `:root{--version:${version}}`;
      if (/Header.*\.js$/.test(file)) text += `;document.documentElement.dataset.script="${version}"`;
      writeFileSync(path, text);
      const renamed = file.replace(/(\w)\.([\w-]{8})\.(js|css)$/, `$1.$2${version}.$3`);
      if (renamed !== file) renameSync(path, join(directory, renamed));
    }
    writeFileSync(join(directory, 'favicon.svg'), `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${version} --></svg>`);
    await writeServiceWorker(pathToFileURL(`${directory}/`));
  }

  /** Puts a build online, at the same address each time. */
  async function publish(version: string) {
    const port = served ? Number(new URL(served.address).port) : 0;
    await stop();
    await build(version);
    served = await serve({ directory: pathToFileURL(`${directory}/`), port });
  }
  async function stop() {
    served?.server.closeAllConnections();
    await new Promise((closed) => (served ? served.server.close(closed) : closed(undefined)));
  }

  /** The versions that a page is made of: its HTML, script, style and a file without a hash in its name. */
  const versions = async (of: Page) => {
    await of.locator('html[data-script]').waitFor();
    return of.evaluate(`fetch('/favicon.svg').then((r) => r.text()).then((icon) => [
      document.documentElement.dataset.page, document.documentElement.dataset.script,
      getComputedStyle(document.documentElement).getPropertyValue('--version'), icon.match(/<!-- (\\w+) -->/)[1]])`);
  };
  const update = (of: Page) =>
    of.evaluate(`navigator.serviceWorker.getRegistration().then((r) => r.update()).then((r) => new Promise((done) => {
      const wait = () => (r.waiting && !r.installing ? done() : setTimeout(wait, 50)); wait(); }))`);

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'site-'));
    await publish('A');
  });
  afterEach(async () => {
    await stop();
    served = undefined;
    rmSync(directory, { recursive: true });
  });

  it('begins when the last page of the old one is closed, and never mixes with it', async () => {
    const address = served?.address ?? '';
    await page.goto(address + lesson);
    await ready(page);
    await expect.poll(() => stored(page), { timeout: 20_000 }).toContain('/zh/about/');
    await page.reload();
    await publish('B');
    await update(page);

    await page.reload();
    expect(await versions(page)).toEqual(['A', 'A', 'A', 'A']);
    const second = await context.newPage();
    await second.goto(`${address}zh/about/`);
    expect(await versions(second)).toEqual(['A', 'A', 'A', 'A']);

    await page.close();
    await second.close();
    // A page opened in the same moment loses its worker where a debugger is attached to it, as here (not without one).
    await setTimeout(2000);
    // The old worker may still be storing for a moment: until it has done, its version answers, and whole.
    let third = await context.newPage();
    const reopen = async () => {
      await third.close();
      third = await context.newPage();
      await third.goto(`${address}zh/about/`);
      return versions(third);
    };
    await expect.poll(reopen, { timeout: 60_000, interval: 2000 }).not.toEqual(['A', 'A', 'A', 'A']);
    expect(await versions(third)).toEqual(['B', 'B', 'B', 'B']);
    // What worked offline before the update still does.
    await context.setOffline(true);
    await third.goto(address + lesson);
    expect(await versions(third)).toEqual(['B', 'B', 'B', 'B']);
  });

  it('reaches a page that the old one had not stored whole, too', async () => {
    const address = served?.address ?? '';
    await page.addInitScript(
      `Object.defineProperty(Object.getPrototypeOf(navigator), 'connection', { get: () => ({ saveData: true }) })`,
    );
    await page.goto(address + lesson);
    await ready(page);
    await expect.poll(() => stored(page)).toContain('/favicon.svg');
    await publish('B');
    await page.goto(`${address}zh/about/`);
    expect(await versions(page)).toEqual(['B', 'B', 'B', 'B']);
    await page.goto(address + lesson);
    expect(await versions(page)).toEqual(['A', 'A', 'A', 'A']);
  });
});
