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

/** The first page leads on at once: it is looked at without the script that does so. */
const withoutScript = (path: string) => path === '';

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
  // Widgets and exercises load when they come near; the search when it is asked for.
  await page.evaluate(`(async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y); await new Promise((done) => setTimeout(done, 30)); } })()`);
  const search = page.locator('[data-search]').first();
  if (await search.isVisible()) {
    await search.click();
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
  it.each([320, 360])('nothing is wider than %i px on any page', { timeout: 300_000 }, async (width) => {
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width, height: 740 } });
    const wide: string[] = [];
    for (const path of builtPages()) {
      const page = await context.newPage();
      if (withoutScript(path)) await page.route('**/*.js', (route) => route.abort());
      await page.goto(origin + path, { waitUntil: 'load' });
      // The body clips what sticks out; what it would clip counts too.
      const content = await page.evaluate(
        `document.body.style.overflowX = 'visible', document.documentElement.scrollWidth`,
      );
      if (Number(content) > width) wide.push(`/${path}: ${content}`);
      await page.close();
    }
    await context.close();
    expect(wide).toEqual([]);
  });
});

describe('accessibility', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    it.each(pagesOfEveryKind())('/%s has no violation', async (path) => {
      const context = await browser.newContext({
        serviceWorkers: 'block',
        colorScheme,
        javaScriptEnabled: !withoutScript(path),
      });
      const page = await context.newPage();
      await page.goto(origin + path, { waitUntil: 'load' });
      await page.evaluate(axe.source);
      const found: unknown = await page.evaluate(
        `axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`,
      );
      await context.close();
      expect(found).toEqual([]);
    });
  });
});
