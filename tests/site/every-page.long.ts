import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { builtPages, pagesOfEveryKind } from './pages.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The first page leads on to a language at once: it is looked at without the script that does so. */
const leadsOn = (path: string) => path === '';
const withoutScripts = (page: Page) =>
  page.route(origin, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: readFileSync(new URL('../../dist/index.html', import.meta.url), 'utf8').replaceAll(
        /<script.*?<\/script>/gs,
        '',
      ),
    }),
  );

describe('narrow screens', () => {
  it('nothing is wider than 320 or 360 px on any page', { timeout: 600_000 }, async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const wide: string[] = [];
    const page = await context.newPage();
    for (const path of builtPages().filter((built) => !leadsOn(built))) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(origin + path, { waitUntil: 'load' });
      // The body clips what sticks out; what it would clip counts too.
      await page.evaluate(`document.body.style.overflowX = 'visible'`);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        if (content > width) wide.push(`/${path}: ${content} of ${width}`);
      }
    }
    await context.close();
    expect(wide).toEqual([]);
  });
});

describe('accessibility in both themes', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

  /** Lessons differ in what they hold: all of them, and one page of every other kind. */
  const looked = new Set([...pagesOfEveryKind(), ...builtPages().filter((path) => path.includes('/lessons/'))]);

  it.each([...looked])('/%s has no violation', { timeout: 120_000 }, async (path) => {
    const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
    const page = await context.newPage();
    if (leadsOn(path)) await withoutScripts(page);
    await page.goto(origin + path, { waitUntil: 'load' });
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme);
      const found: unknown = await page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`,
      );
      expect(found, colorScheme).toEqual([]);
    }
    await context.close();
  });
});
