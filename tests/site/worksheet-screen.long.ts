import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(origin + path);
}

async function openSheet(path: string, options: BrowserContextOptions = {}) {
  await open(path, options);
  await page.waitForSelector('work-sheet[data-ready]');
}

const codes = () => page.locator('.paper:not(.key) .code-sign').allInnerTexts();
const notes = () => page.locator('[data-notes] p').allInnerTexts();
const hash = () => page.evaluate('location.hash');

describe('a worksheet', () => {
  it('follows the controls, and the address follows it; another language shows the same sheet', async () => {
    await openSheet('en/worksheet/');
    const before = await codes();
    expect(before.length).toBe(5);
    await page.locator('[data-kind="convolve-map"] [data-on]').uncheck();
    await page.locator('[name=variants]').selectOption('2');
    await page.locator('[name=title]').fill('Week 3');
    await page.locator('[name=title]').press('Tab');
    await expect.poll(codes).toHaveLength(4);
    expect((await codes()).slice(0, 2)).toEqual(before.slice(3));
    await expect.poll(hash).toBe('#sheet.title=Week%203&sheet.tasks=padded-size,2,2&sheet.variants=2');
    const shown = await codes();
    await page.locator('[data-language]').first().click();
    await page.waitForSelector('work-sheet[data-ready]');
    expect(page.url()).toContain('/zh/worksheet/');
    expect(await codes()).toEqual(shown);
    expect(await page.locator('.paper bdi').first().innerText()).toBe('Week 3');
    expect(await page.locator('[name=title]').inputValue()).toBe('Week 3');
  });

  it('takes a lesson as a whole, and other numbers on demand', async () => {
    await openSheet('en/worksheet/#sheet.tasks=padded-size,1,1');
    const before = await codes();
    const group = page.locator('[data-group]').filter({ has: page.locator('[data-kind="padded-size"]') });
    await group.locator('[data-whole]').check();
    const kinds = await group.locator('[data-kind]').count();
    await expect.poll(codes).toHaveLength(kinds);
    await page.locator('[data-fresh]').click();
    await expect.poll(async () => (await codes()).some((code) => before.includes(code))).toBe(false);
    await page.locator('[name=seed]').fill('nine');
    await page.locator('[name=seed]').press('Tab');
    expect(await page.locator('[data-seed-problem]').isVisible()).toBe(true);
    expect(await codes()).toHaveLength(kinds);
  });

  it('falls back alone where the address asks for what cannot be, and says so', async () => {
    const title = encodeURIComponent('<img src=x onerror=alert(1)>');
    await openSheet(
      `en/worksheet/#sheet.title=${title}&sheet.tasks=gone,1,1;padded-size,9,2&sheet.seed=-1&sheet.paper=a0&sheet.old=1&sheet.variants=2`,
    );
    expect(await codes()).toHaveLength(4);
    expect(await page.locator('.paper img').count()).toBe(0);
    expect(await page.locator('.paper bdi').first().innerText()).toBe('<img src=x onerror=alert(1)>');
    const said = (await notes()).join(' ');
    for (const word of ['“gone”', '“9”', '“-1”', '“a0”', '“old”']) expect(said).toContain(word);
    expect(await notes()).toHaveLength(5);
  });

  it('is not printed before it is drawn', async () => {
    await openSheet('en/worksheet/');
    await page.emulateMedia({ media: 'print' });
    const state = `[document.querySelector('[data-print]').disabled, ...['.preview', '.not-drawn'].map((selector) =>
      getComputedStyle(document.querySelector(selector)).display)]`;
    expect(await page.evaluate(state)).toEqual([false, 'block', 'none']);
    expect(await page.evaluate(`document.querySelector('[data-fresh]').click(), ${state}`)).toEqual([
      true,
      'none',
      'block',
    ]);
    await expect.poll(() => page.evaluate(state)).toEqual([false, 'block', 'none']);
  });

  it('scrolls a wide table, not the page, on a phone', async () => {
    await openSheet('zh/worksheet/#sheet.tasks=alexnet-shapes,3,1', { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });

  it('prints codes that open exactly their problem', async () => {
    await openSheet('en/worksheet/#sheet.tasks=convolve-map,2,1');
    const given = await page.locator('.paper:not(.key) .grid.input .cell').allInnerTexts();
    const [code = ''] = await codes();
    await open('en/problem/');
    await page.waitForSelector('problem-code[data-ready]');
    await page.locator('[data-code]').fill('nothing');
    await page.locator('[data-code]').press('Enter');
    expect(await page.locator('problem-code [data-said]').innerText()).toContain('nothing');
    await page.locator('[data-code]').fill(code.toLowerCase());
    await page.locator('[data-code]').press('Enter');
    await page.waitForSelector('exercise-card[data-ready]');
    expect(await page.locator('exercise-card .grid.input .cell').allInnerTexts()).toEqual(given);
  });

  it('says what it needs where there is no script', async () => {
    await open('zh/worksheet/', { javaScriptEnabled: false });
    expect(await page.locator('noscript').first().innerText()).toContain('JavaScript');
    expect(await page.locator('work-sheet').isVisible()).toBe(false);
  });
});
