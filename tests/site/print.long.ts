import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { builtPages, pagesOfEveryKind } from './pages.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

/** Opens a page as wide as A4 between its margins. */
async function onPaper(path: string) {
  await page.setViewportSize({ width: 680, height: 990 });
  await page.goto(inject('origin') + path);
}

const lessons = builtPages().filter((path) => /^(en|zh)\/lessons\/./.test(path));
/** The page of no such address is there to be left. */
const ordinary = pagesOfEveryKind().filter((path) => /^(en|zh)\//.test(path));

it.each([...new Set([...ordinary, ...lessons])])(
  '%s has no control on paper, and no table is cut at the side',
  async (path) => {
    await onPaper(path);
    const controls = page.locator(
      '.btn, select, input[type=range], .stepper-field button, .predict .foot, .pitfall-try',
    );
    const seen = await controls.evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(seen).toEqual([]);
    const right = (side: string) =>
      page.locator(side).evaluateAll((all) => Math.max(0, ...all.map((one) => one.getBoundingClientRect().right)));
    expect(await right('main table')).toBeLessThanOrEqual(await right('body'));
  },
);

it.each(lessons)('%s is not cut by a page through a grid, a picture or a question', async (path) => {
  await onPaper(path);
  const cut = await page.locator('.grid, .predict, .maps-source img, .picture-box').evaluateAll((all) => {
    const isWhole = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).breakInside === 'avoid' || isWhole(one.parentElement));
    return all.filter((one) => !isWhole(one)).map((one) => one.outerHTML.slice(0, 120));
  });
  expect(cut).toEqual([]);
});

it('a bar keeps its fill, since nothing else shows its length', async () => {
  await onPaper('en/lessons/softmax/');
  const bar = page.locator('.probability-bar span').first();
  expect(await bar.evaluate((one) => getComputedStyle(one).printColorAdjust)).toBe('exact');
});

it('a map that was not drawn has no heading either', async () => {
  await onPaper('en/lessons/convolution/');
  const [input, map] = [page.locator('.photo-pair .grid-name.input'), page.locator('.photo-pair .grid-name.output')];
  expect([await input.isVisible(), await map.isVisible()]).toEqual([true, false]);
  await page.locator('lesson-widget[name=kernel-on-photo]').scrollIntoViewIfNeeded();
  await expect.poll(() => map.isVisible()).toBe(true);
});

it('the totals of a network stand once, at the end of its layers', async () => {
  await onPaper('en/networks/resnet18/');
  expect(
    await page
      .locator('tfoot')
      .first()
      .evaluate((one) => getComputedStyle(one).display),
  ).toBe('table-row-group');
});
