import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(() => page.close());

async function open(path: string) {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(new URL(path, inject('origin')).href);
}

describe('a prediction', () => {
  const question = () => page.locator('predict-question').first();

  it('holds its figure until answered, shows the reason, and is remembered', async () => {
    await open('en/lessons/convolution/');
    const stepper = page.locator('lesson-widget[name=convolution-stepper]');
    await stepper.scrollIntoViewIfNeeded();
    await stepper.and(page.locator('[data-ready]')).waitFor();
    expect(await stepper.locator('.widget-controls').getAttribute('inert')).toBe('');
    await question().getByRole('button', { name: 'That is my answer' }).click();
    expect(await question().innerText()).toContain('Choose one of the answers first');
    await question().getByRole('radio').nth(1).check();
    await question().getByRole('button', { name: 'That is my answer' }).click();
    expect(await question().innerText()).toContain('Look again.');
    expect(await question().innerText()).toContain('Each product changes its sign');
    expect(await stepper.locator('.widget-controls').getAttribute('inert')).toBeNull();
    await page.reload();
    expect(await question().getByRole('radio').nth(1).isChecked()).toBe(true);
    expect(await stepper.getAttribute('data-held')).toBeNull();
  });

  it('says so where the browser keeps nothing, and lets the figure go all the same', async () => {
    page = await browser.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto(new URL('zh/lessons/convolution/', inject('origin')).href);
    await question().getByRole('radio').first().check();
    await question().getByRole('button', { name: '就选这个' }).click();
    expect(await question().innerText()).toContain('猜对了。');
    expect(await question().innerText()).toContain('这个浏览器不为本站保存内容');
    expect(await page.locator('lesson-widget[name=convolution-stepper]').getAttribute('data-held')).toBeNull();
  });
});
