/** What the tests of the lab share. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

interface Golden {
  readonly classes: readonly string[];
  readonly photos: readonly {
    readonly file: string;
    readonly class: string | null;
    readonly logits: Readonly<Record<string, readonly number[]>>;
  }[];
}

const golden: Golden = JSON.parse(readFileSync('tests/goldens/networks/samples.json', 'utf8'));

/** The sample photos, and what PyTorch's logits make likeliest for each. */
export const samples = golden.photos.map((photo) => ({ file: photo.file, class: photo.class }));

export function expected(file: string, network: string): { label: string; probability: number } {
  const logits = golden.photos.find((photo) => photo.file === file)?.logits[network] ?? [];
  const top = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return { label: golden.classes[logits.indexOf(top)] ?? '', probability: 1 / sum };
}

export const photoFile = (file: string): Buffer => readFileSync(`public/pictures/${file}`);

/** Time for a start of the runtime on a busy machine. */
export const START = 180_000;

export const LAB = 'classification-lab';

/** A page of its own (its own caches) with the lab, ready for choices. */
export async function openLab(browser: Browser, path = 'en/lab/', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(START);
  await page.goto(new URL(path, inject('origin')).href);
  await page.waitForSelector('[data-camera]:visible');
  return page;
}

export const state = (page: Page) => page.getAttribute(LAB, 'data-state');

/** Waits for the answer to the newest choice. */
export async function settled(page: Page): Promise<string | null> {
  await page.waitForSelector(`${LAB}:is([data-state=done], [data-state=failed])`);
  return state(page);
}

export const chooseSample = async (page: Page, file: string) => {
  await page.click(`button[data-sample="${file}"]`);
  return settled(page);
};

export const chooseFile = async (page: Page, name: string, buffer: Buffer, mimeType = 'image/jpeg') => {
  await page.setInputFiles('input[data-picture]', { name, mimeType, buffer });
  return settled(page);
};

/** The list as the page has it: classes with unrounded probabilities. */
export const results = (page: Page) =>
  page.$$eval('ol[data-results] > li', (items) =>
    items.map((item) => ({
      label: item.getAttribute('data-label') ?? '',
      probability: Number(item.getAttribute('data-probability')),
      name: item.querySelector('.name')?.textContent ?? '',
      shown: item.querySelector('.p')?.textContent ?? '',
    })),
  );

export const alertText = async (page: Page) => (await page.textContent('[role=alert]')) ?? '';

/** The bytes on a canvas, red, green, blue, alpha. */
export const pixels = (page: Page, selector: string) =>
  page.$eval(selector, (canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('It is no canvas.');
    const context = canvas.getContext('2d');
    return [...(context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])];
  });
