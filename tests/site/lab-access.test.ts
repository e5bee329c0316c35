/** The lab by keyboard alone, on a narrow screen, without script. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { chooseSample, expected, LAB, openLab, results, START, samples, settled } from './lab.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const KINGFISHER = 'bird-kingfisher.jpg';

test('works by keyboard alone', { timeout: START }, async () => {
  const page = await openLab(browser);
  const until = async (selector: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    throw new Error(`Tab never reaches ${selector}.`);
  };
  await until('input[data-picture]');
  await until('[data-paste]');
  await until('[data-camera]');
  await until(`button[data-sample="${KINGFISHER}"]`);
  await page.keyboard.press('Enter');
  expect(await settled(page)).toBe('done');
  await until('input[data-network]');
  await page.keyboard.press('ArrowDown');
  expect(await page.getAttribute(LAB, 'data-network')).toBe('vgg13');
  expect(await settled(page)).toBe('done');
  expect((await results(page))[0]?.label).toBe(expected(KINGFISHER, 'vgg13').label);
  await page.context().close();
});

test('fits 320 pixels, with targets of 44', { timeout: START }, async () => {
  const page = await openLab(browser, 'en/lab/', { viewport: { width: 320, height: 640 } });
  await chooseSample(page, KINGFISHER);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const small = await page.$$eval(
    '.lab :is(.btn:not([hidden]), .samples button, .net .name, .backends label)',
    (targets) =>
      targets
        .map((target) => target.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && (height < 44 || width < 44))
        .map(({ width, height }) => `${width} × ${height}`),
  );
  expect(small).toEqual([]);
  await page.context().close();
});

test('without script it says what it needs and shows the sample photos', { timeout: START }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('en/lab/', inject('origin')).href);
  expect(await page.textContent('main')).toContain('needs JavaScript');
  expect(await page.locator('button[data-sample] img').count()).toBe(samples.length);
  expect(await page.locator('input[data-picture]').isVisible()).toBe(false);
  await context.close();
});
