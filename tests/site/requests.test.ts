import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';
import { pagesOfEveryKind } from './pages.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

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

  // The pages of the other language are made of the same parts; its home page is looked at for the search.
  it.concurrent.each(pagesOfEveryKind().filter((path) => path === 'zh/' || !/^(embed\/)?zh\//.test(path)))(
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

  it.concurrent.each([
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
