import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
});
afterAll(() => browser.close());

const shown = () => page.locator('.glossary-term:visible h2');
const ids = () => shown().evaluateAll((all) => all.map(({ id }) => id));
const query = () => new URL(page.url()).searchParams.toString();

describe('the glossary', () => {
  it('finds a term in either language and keeps what was looked for in the address', async () => {
    await page.goto(`${origin}en/glossary/`);
    const total = await shown().count();
    await page.locator('[data-find]').fill('池化');
    await expect.poll(query).toBe('find=%E6%B1%A0%E5%8C%96');
    const pooling = await ids();
    expect(pooling).toContain('max-pooling');
    expect(pooling.length).toBeLessThan(10);
    await page.reload();
    expect(await page.locator('[data-find]').inputValue()).toBe('池化');
    expect(await ids()).toEqual(pooling);
    await page.locator('[data-language]').click();
    await page.waitForURL(/\/zh\/glossary\//);
    expect(await page.locator('[data-find]').inputValue()).toBe('池化');
    expect(await ids()).toEqual(expect.arrayContaining(pooling));
    await page.locator('[data-find]').fill('');
    await expect.poll(query).toBe('');
    expect(await shown().count()).toBe(total);
  });

  it('orders by pinyin, or as the course goes', async () => {
    await page.goto(`${origin}zh/glossary/`);
    const alphabet = await ids();
    // 步长 buchang, 池化 chihua, 卷积 juanji, 通道 tongdao
    const places = ['stride', 'pooling', 'convolution', 'channel'].map((id) => alphabet.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await page.locator('[data-order]').selectOption('course');
    await expect.poll(query).toBe('order=course');
    const course = (await ids()).filter((id) => ['stride', 'pooling', 'convolution', 'channel'].includes(id));
    expect(course).toEqual(['channel', 'convolution', 'stride', 'pooling']);
  });

  it('shows the term that a lesson leads to, whatever was looked for', async () => {
    await page.goto(`${origin}en/lessons/padding/`);
    const link = page.locator('a.to-glossary').first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    await page.waitForURL(/\/en\/glossary\/#/);
    const target = page.locator('.glossary-term:has(:target)');
    await expect.poll(() => target.isVisible()).toBe(true);
    await page.goto(`${origin}en/glossary/?find=softmax`);
    await page.evaluate(`location.hash = '${new URL(href, origin).hash}'`);
    await expect.poll(() => target.isVisible()).toBe(true);
    await expect.poll(query).toBe('');
  });
});
