/**
 * What was measured on the known peer, CNN Explainer, each turned into a test of ours: 1.5 MB and 8 foreign hosts before the
 * first answer, main-thread tasks of 1 to 3 s, settings that die when a box is emptied, stale output beside a red box, silence
 * on a 1×1 picture, nothing of the network within reach of the keyboard, a page 891 px wide on a 360 px phone. (lab-access.test.ts
 * classifies by keyboard alone.)
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { formulaCharacters } from '../../scripts/formula-characters.ts';
import smallFonts from '../../src/styles/formulas/characters.json';
import { launch } from './browser.ts';
import { expected } from './lab.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const address = (path: string) => new URL(path, inject('origin')).href;

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, serviceWorkers: 'block' });
  await page.goto(address(path));
  return page;
}

/** The smallest PNG there is of one grey pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** What a static host compresses; pictures and fonts go as they are. */
const COMPRESSED = /^(document|stylesheet|script|fetch|xhr|manifest|other)$/;

/**
 * Loads a page as a reader does who was never here, and does nothing. Counts the body of every answer the browser gets
 * (document, styles, scripts, fonts, pictures and what scripts ask for), as gzip sends it; not headers, and not what the
 * service worker stores beside it. Figures on the screen are live by then.
 */
async function bytesOnArrival(path: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, serviceWorkers: 'block' });
  const hosts = new Set<string>();
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { host, pathname } = new URL(response.url());
    hosts.add(host);
    const isCompressed = COMPRESSED.test(response.request().resourceType()) && !pathname.endsWith('.jpg');
    sizes.set(
      pathname,
      response.body().then((body) => (isCompressed ? gzipSync(body).length : body.length)),
    );
  });
  await page.goto(address(path), { waitUntil: 'load' });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('lesson-widget')]
      .filter((figure) => figure.getBoundingClientRect().top < innerHeight)
      .every((figure) => figure.hasAttribute('data-ready')),
  );
  await page.waitForLoadState('networkidle');
  let [bytes, photos] = [0, 0];
  for (const [name, size] of sizes) {
    if (name.endsWith('.jpg')) photos += await size;
    else bytes += await size;
  }
  const characters = await formulaCharacters(page);
  await page.close();
  return { bytes, photos, hosts: [...hosts], characters };
}

const lessons = readdirSync(new URL('../../content/lessons/en/', import.meta.url)).map((file) =>
  basename(file, '.mdx'),
);

const lessonPages = lessons.flatMap((slug) => ['en', 'zh'].map((language) => `${language}/lessons/${slug}/`));

it.concurrent.each(lessonPages)(
  '%s is there with its first figure in 120 kB and one photo at most, from one host',
  {
    timeout: 120_000,
  },
  async (path) => {
    const { bytes, photos, hosts, characters } = await bytesOnArrival(path, 360);
    expect(hosts).toEqual([new URL(inject('origin')).host]);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(120_000);
    expect(photos).toBeLessThanOrEqual(50_000);
    for (const [font, shown] of Object.entries(characters)) {
      const known = Object.entries(smallFonts).find(([name]) => name === font)?.[1] ?? '';
      const missing = [...shown].filter((character) => !known.includes(character));
      expect(missing, `${font} lacks characters: run "npm run build && npm run store:fonts"`).toEqual([]);
    }
  },
);

it.each(['en', 'zh'])('%s/lab/ shows a first answer, by PyTorch, in 0.2 MB from one host', async (language) => {
  const { bytes, photos, hosts } = await bytesOnArrival(`${language}/lab/`, 1280);
  expect(hosts).toEqual([new URL(inject('origin')).host]);
  expect(bytes + photos).toBeLessThanOrEqual(200_000);
  const page = await open(`${language}/lab/`);
  const [first, ...others] = await page.locator('[data-example]:visible :is(li, .rest) .p').allInnerTexts();
  expect(first).toBe(
    `${(100 * expected('cat-chelsea.jpg', 'alexnet').probability).toFixed(1)}${language === 'zh' ? '' : '\u00a0'}%`,
  );
  expect([first, ...others].reduce((sum, text = '') => sum + Math.round(10 * Number.parseFloat(text)), 0)).toBe(1000);
  await page.close();
});

it('classifies a photo without a main-thread task of a second', async () => {
  const page = await open('en/lab/');
  await page.evaluate(`
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ entryTypes: ['longtask'] });
  `);
  await page.locator('button[data-sample="cat-chelsea.jpg"]').click();
  await page.locator('classification-lab[data-state="done"]').waitFor();
  const longest = await page.evaluate('Math.max(0, ...window.tasks)');
  expect(longest).toBeLessThan(1000);
  await page.close();
});

it('keeps a figure alive, and says what it uses, when a box is emptied or holds no number', async () => {
  const page = await open('embed/en/convolution-stepper/');
  await page.locator('lesson-widget[data-ready]').waitFor();
  const cell = page.locator('lesson-widget input.cell').first();
  for (const text of ['', 'two']) {
    await cell.fill(text);
    await expect.poll(() => cell.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator('lesson-widget').innerText()).toContain('The figure still uses −1.');
  }
  await cell.fill('9');
  await expect.poll(() => cell.getAttribute('aria-invalid')).toBeNull();
  await expect.poll(() => page.locator('lesson-widget').innerText()).not.toContain('still uses');
  await expect.poll(() => page.locator('.grid.output .cell').first().innerText()).toBe('−11');
  await page.close();
});

it('answers a 1×1 picture', async () => {
  const page = await open('zh/lab/');
  const picture = { name: 'one.png', mimeType: 'image/png', buffer: ONE_PIXEL };
  await page.locator('input[type="file"][data-picture]').setInputFiles(picture);
  await page.locator('classification-lab:is([data-state="done"], [data-state="failed"])').waitFor();
  const [answers, sentence] = [page.locator('ol[data-results] > li'), page.locator('[role="alert"]')];
  expect((await answers.count()) + (await sentence.innerText()).length).toBeGreaterThan(0);
  await page.close();
});

it.concurrent.each([
  'en/',
  'zh/lessons/convolution/',
  'en/lab/',
  'zh/networks/vgg13/',
  'embed/en/convolution-stepper/',
])('fits a 360 px phone: %s', async (path) => {
  const page = await open(path, 360);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.close();
});
