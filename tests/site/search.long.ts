import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const origin = inject('origin');
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
});
afterAll(() => browser.close());

const said = () => page.locator('.search [data-said]').textContent();
const results = () => page.locator('.search [data-results] > li > a');

async function look(path: string, words: string) {
  await page.goto(origin + path);
  await page.keyboard.press('/');
  await page.keyboard.type(words);
}

describe('the search', () => {
  it.each([
    ['zh/', '卷积', 'zh/'],
    ['en/', 'kernel', 'en/'],
    ['en/', '广告', 'zh/'],
    ['zh/', 'advertisement', 'en/'],
  ])('on %s finds %s under %s', async (path, words, under) => {
    await look(path, words);
    await results().first().waitFor();
    const links = await results().evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(links.some((link) => new URL(link, origin).href.startsWith(origin + under))).toBe(true);
    for (const link of links) expect((await page.request.get(new URL(link, origin).href)).ok(), link).toBe(true);
  });

  it('marks the words it found and leads to the page', async () => {
    await look('en/', 'kernel');
    await results().first().waitFor();
    expect((await page.locator('.search mark').first().textContent())?.toLowerCase()).toContain('kernel');
    await page.keyboard.press('ArrowDown');
    const link = await page.evaluate('document.activeElement.href');
    await page.keyboard.press('Enter');
    await page.waitForURL(String(link));
  });

  it('opens with Ctrl+K and closes with Escape, back where the reader was', async () => {
    await page.goto(`${origin}en/`);
    await page.locator('.brand').focus();
    await page.keyboard.press('Control+k');
    expect(await page.locator('dialog.search').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.search').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.className')).toBe('brand');
  });

  it('says when nothing is found, and what to do', async () => {
    await look('en/', 'xyzzyplugh');
    await expect.poll(said).toContain('Nothing found for “xyzzyplugh”');
    expect(await results().count()).toBe(0);
  });

  it('says when it cannot be loaded, and works when tried again', async () => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await look('zh/', '卷积');
    await expect.poll(said).toContain('搜索没能加载');
    await page.unroute('**/pagefind/**');
    await page.reload();
    await page.keyboard.press('/');
    await page.keyboard.type('卷积');
    await results().first().waitFor();
  });

  it('fetches nothing until it is opened', async () => {
    const asked: string[] = [];
    const fresh = await browser.newPage();
    fresh.on('request', (request) => asked.push(request.url()));
    await fresh.goto(`${origin}en/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => url.includes('pagefind') || url.includes('search-results'))).toEqual([]);
    await fresh.close();
  });
});
