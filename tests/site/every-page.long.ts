import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

/** What a page asked of other hosts, what its policy forbade it, and what else went wrong while it was read to its end. */
async function faults(
  context: BrowserContext,
  path: string,
  before: (page: Page) => Promise<unknown> = async () => {},
) {
  const page = await context.newPage();
  const found = { foreign: new Set<string>(), forbidden: new Set<string>(), errors: new Set<string>() };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(origin).origin) found.foreign.add(url.href);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) found.forbidden.add(message.text());
    else if (message.type() === 'error' && !message.text().includes('404')) found.errors.add(message.text());
  });
  page.on('pageerror', (error) => found.errors.add(error.message));
  await before(page);
  await page.goto(origin + path, { waitUntil: 'load' });
  // Widgets and exercises load when they come near.
  await page.evaluate(`(async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y); await new Promise((done) => setTimeout(done, 30)); } })()`);
  if (path === 'zh/') {
    // Enough on one page: the search is the same on all.
    await page.keyboard.press('/');
    await page.keyboard.type('softmax');
    await page.locator('.search [data-results] a').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.close();
  return {
    foreign: [...found.foreign].map((url) => new URL(url).hostname),
    forbidden: [...found.forbidden],
    errors: [...found.errors],
  };
}

describe('requests and policy', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route('**/*.example/**', (route) => route.abort());
  });

  it.each(pagesOfEveryKind())(
    '/%s asks no other host, breaks no rule of its policy and logs no error',
    async (path) => {
      expect(await faults(context, path)).toEqual({ foreign: [], forbidden: [], errors: [] });
    },
  );

  /** The about page with something added that a page must not do. */
  const spoiled = (change: (html: string) => string) => (page: Page) =>
    page.route(`${origin}en/about/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: change(readFileSync(new URL('../../dist/en/about/index.html', import.meta.url), 'utf8')),
      }),
    );

  it('a page that asks another host is caught', async () => {
    const found = await faults(
      context,
      'en/about/',
      spoiled((html) =>
        html
          .replace(/<meta http-equiv="content-security-policy"[^>]*>/, '')
          .replace('</main>', '<img src="https://elsewhere.example/a.png" alt=""></main>'),
      ),
    );
    expect(found.foreign).toEqual(['elsewhere.example']);
  });

  it.each([
    ['an image of another host', '<img src="https://elsewhere.example/a.png" alt="">'],
    ['an inline script', '<script>document.title = "x"</script>'],
    ['a style element', '<style>body { color: red }</style>'],
    ['a data: image', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'],
    ['an inline handler', '<p onclick="alert(1)">x</p>'],
  ])('the policy forbids %s, and that is caught', async (_, html) => {
    const found = await faults(
      context,
      'en/about/',
      spoiled((page) => page.replace('</main>', `${html}</main>`)),
    );
    expect(found.forbidden.length).toBeGreaterThan(0);
  });
});

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

  it.each(pagesOfEveryKind())('/%s has no violation', { timeout: 120_000 }, async (path) => {
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
