import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import convolveMap from '@/exercises/convolve-map.ts';
import { exercises, generate, mistake, solve } from '@/exercises/index.ts';
import type { Typed } from '@/exercises/kit/definition.ts';
import { type KeptEvent, recordsOf } from '@/state/summary.ts';
import { launch } from './browser.ts';

export const origin = inject('origin');

/** The problem that most tests take: Fill in the map, seed 7, level 2. */
const problem = generate(convolveMap, 7, 2);
export const right = solve(convolveMap, problem);
export const flipped = mistake(convolveMap, problem, 'flipped') ?? {};

let browser: Browser;
export let context: BrowserContext;
export let page: Page;

/** A page of its own for each test; storing the site for offline use is not what is looked at here. */
export async function newPage(options: BrowserContextOptions = {}) {
  await context?.close();
  context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
}

/** Has the browser refuse to keep anything, as where storage is blocked. */
export const blockStorage = (of: Page) =>
  of.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Blocked.', 'SecurityError');
    };
    indexedDB.open = refuse;
    Storage.prototype.setItem = refuse;
    Storage.prototype.getItem = refuse;
  });

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(() => newPage());
afterEach(() => context.close());

export const cards = () => page.locator('exercise-card');
export const field = (part: string, index: number) => page.locator(`input[data-part="${part}"][data-index="${index}"]`);
export const press = (name: string) => page.locator(`button[data-${name}]`).first().click();
export const status = () => cards().getAttribute('data-status');
export const feedback = () => page.locator('[data-feedback]').innerText();

export async function open(path = 'en/practice/convolve-map/?seed=7&level=2') {
  await page.goto(`${origin}${path}`);
  await page.waitForSelector('exercise-card[data-ready]');
}

/** Brings a card of a lesson near the screen, where it starts to answer. */
export async function ready(at: Locator) {
  await at.scrollIntoViewIfNeeded();
  await expect.poll(() => at.getAttribute('data-ready')).toBe('');
}

export async function typeAll(typed: Typed) {
  for (const [part, fields] of Object.entries(typed)) {
    for (const [index, text] of fields.entries()) await field(part, index).fill(text);
  }
}

/** Gives a field its answer: types it, chooses it, or ticks it for "yes". */
async function answerField(at: Locator, part: string, index: number, text: string) {
  const inputs = at.locator(`input[data-part="${part}"][data-index="${index}"]`);
  const type = await inputs.first().getAttribute('type');
  if (type === 'radio') await inputs.and(at.locator(`[value="${text}"]`)).check();
  else if (type === 'checkbox') await inputs.setChecked(text === 'yes');
  else await inputs.fill(text);
}

/** Fills the right answers into a card of any kind, and checks. */
export async function solveCard(at: Locator) {
  const [kind, seed, level] = await at.evaluate((element) => [
    element.getAttribute('data-exercise'),
    Number(element.getAttribute('data-seed')),
    Number(element.getAttribute('data-level')),
  ]);
  const exercise = exercises.find(({ id }) => id === kind);
  if (exercise === undefined || (level !== 1 && level !== 2 && level !== 3)) throw new Error(`No exercise ${kind}.`);
  for (const [part, fields] of Object.entries(solve(exercise, generate(exercise, Number(seed), level)))) {
    for (const [index, text] of fields.entries()) await answerField(at, part, index, text);
  }
  await at.locator('[data-check]').click();
}

export const values = () =>
  cards()
    .locator('input[data-part]')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')));

export const focused = () =>
  page.evaluate(() => [
    document.activeElement?.getAttribute('data-part'),
    document.activeElement?.getAttribute('data-index'),
  ]);

export const work = () => page.locator('.work').first().innerText();

/** The seed, the level and the numbers that are shown. */
export async function shown() {
  return [await cards().getAttribute('data-seed'), await cards().getAttribute('data-level'), await work()];
}

const readEvents = `new Promise((done, fail) => {
  const opening = indexedDB.open('convolution-by-hand');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('events').objectStore('events').getAll();
    all.onsuccess = () => { opening.result.close(); done(all.result); };
  };
})`;
/** What the device keeps of what the reader did. */
export const events = () => page.evaluate<KeptEvent[]>(readEvents);
/** The problems that it amounts to. */
export const records = async () => recordsOf(await events());
