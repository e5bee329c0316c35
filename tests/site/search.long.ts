import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { searcher } from '../../src/layouts/search/find.ts';
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

  it.each([
    ['zh/', '步长', 'zh/lessons/stride/', /^共(\d+)页，列出最相关的8页$/],
    ['en/', 'kernels', 'en/lessons/convolution/', /^the best 8 of (\d+) pages$/],
  ])('on %s shows of all pages with %s the best, the lesson first', async (path, words, lesson, sentence) => {
    await look(path, words);
    await expect.poll(said).toMatch(sentence);
    const [own, other] = path === 'zh/' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
    const found = await Promise.all(
      [own, other].map(async (locale) => {
        const pages = await page.request.get(`${origin}search/${locale}.json`);
        return searcher(await pages.json())(words).map((hit) => hit.path);
      }),
    );
    expect(sentence.exec((await said()) ?? '')?.[1]).toBe(String(new Set(found.flat()).size));
    const links = await results().evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toHaveLength(8);
    expect(new URL(links[0] ?? '', origin).href).toBe(origin + lesson);
    for (const link of links) expect(link).toContain(`/${path}`);
    const marks = await page.locator('.search mark').allTextContents();
    for (const mark of marks) expect(mark).toMatch(/^(步长|kernels?)$/i);
    expect(marks.length).toBeGreaterThanOrEqual(8);
  });

  it('leads from the glossary’s page to the entry', async () => {
    await look('zh/', '步长');
    await page.locator('.search-sections a', { hasText: 'stride' }).click();
    await page.waitForURL('**/zh/glossary/#stride');
    expect(await page.locator('.search').isVisible()).toBe(false);
  });

  it('shows a page of the other language behind all of its own, and says so', async () => {
    await look('zh/', 'kernels');
    await results().first().waitFor();
    const languages = await results().evaluateAll((all) => all.map((a) => a.getAttribute('lang')));
    expect(languages[0]).toBe('');
    expect(languages).toContain('en');
    expect(languages).toEqual(languages.toSorted());
  });

  it.each(['<img src=x onerror=document.title=1>', '$& {words} \\', 'a'.repeat(500), '(('])(
    'takes %j for text',
    async (words) => {
      await look('en/', words);
      await expect.poll(said).toContain(`“${words}”`);
      expect(await page.locator('.search img').count()).toBe(0);
    },
  );

  it('leads by keyboard to the page', async () => {
    await look('en/', 'kernel');
    await results().first().waitFor();
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
    await page.route('**/search/*.json', (route) => route.abort());
    await look('zh/', '卷积');
    await expect.poll(said).toContain('搜索没能加载');
    await page.unroute('**/search/*.json');
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
    expect(asked.filter((url) => url.includes('/search/') || /_astro\/results\./.test(url))).toEqual([]);
    await fresh.close();
  });
});
