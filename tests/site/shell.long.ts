import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A page in a fresh profile, closed afterwards. */
async function inPage(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  try {
    const page = await context.newPage();
    await page.goto(origin + path);
    await act(page);
  } finally {
    await context.close();
  }
}

const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
const blockStorage = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })`;

describe('the language', () => {
  it.each([
    ['zh-CN', 'zh/'],
    ['zh-TW', 'zh/'],
    ['en-GB', 'en/'],
    ['fr-FR', 'en/'],
  ])('of the first page is the browser’s: %s leads to %s', (locale, expected) =>
    inPage('', { locale }, async (page) => {
      await page.waitForURL(origin + expected);
    }),
  );

  it('chosen by the reader is remembered', () =>
    inPage('zh/', { locale: 'zh-CN' }, async (page) => {
      await page.locator('.tools [data-language=en]').click();
      await page.waitForURL(`${origin}en/`);
      await page.goto(origin);
      await page.waitForURL(`${origin}en/`);
    }));

  it('of the first page can be chosen without script', () =>
    inPage('', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').isVisible()).toBe(true);
      await page.getByRole('link', { name: '中文' }).click();
      expect(page.url()).toBe(`${origin}zh/`);
    }));

  it('switches on the same page, with its query and the state of its widgets', () =>
    inPage('en/about/?seed=7#licences&convolution-stepper.padding=1', {}, async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.locator('.tools [data-language]').click();
      await page.waitForURL(`${origin}zh/about/?seed=7#licences&convolution-stepper.padding=1`);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    }));

  it.each([
    ['glossary/#kernel', 'glossary/#kernel'],
    ['lessons/convolution/#sources', 'lessons/convolution/#sources'],
    ['lessons/convolution/#figure-2', 'lessons/convolution/#figure-2'],
    ['lessons/convolution/#step-through-it', 'lessons/convolution/'],
    ['#course', '#course'],
  ])('of %s switches to %s: to the same place where it has the same name', (here, there) =>
    inPage(`en/${here}`, {}, async (page) => {
      await page.locator('.tools [data-language]').click();
      await page.waitForURL(`${origin}zh/**`);
      expect(page.url()).toBe(`${origin}zh/${there}`);
    }),
  );
});

describe('the theme', () => {
  it.each(['light', 'dark'] as const)('begins as the system’s: %s', (colorScheme) =>
    inPage('en/', { colorScheme }, async (page) => {
      expect(await theme(page)).toBe(colorScheme);
    }),
  );

  it('is remembered on other pages and after a reload', () =>
    inPage('en/', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.getByRole('button', { name: 'Switch between light and dark' }).click();
      expect(await theme(page)).toBe('dark');
      await page.reload();
      expect(await theme(page)).toBe('dark');
      await page.goto(`${origin}zh/about/`);
      expect(await theme(page)).toBe('dark');
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(17, 23, 29)');
    }));

  it('follows the system until one is chosen', () =>
    inPage('en/', { colorScheme: 'light' }, async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => theme(page)).toBe('dark');
    }));

  it('switches where storage is blocked, and nothing breaks', async () => {
    const context = await browser.newContext({ colorScheme: 'light', serviceWorkers: 'block' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript(blockStorage);
    await page.goto(`${origin}en/`);
    expect(await theme(page)).toBe('light');
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await theme(page)).toBe('dark');
    await page.goto(origin);
    await page.waitForURL(/\/(en|zh)\/$/);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('without script is the system’s, and the switch is not there', () =>
    inPage('en/', { javaScriptEnabled: false, colorScheme: 'dark' }, async (page) => {
      expect(await page.locator('.tools > [data-theme-toggle]').isVisible()).toBe(false);
      const text = page.locator('h1');
      expect(await text.isVisible()).toBe(true);
    }));
});

describe('an address without a page', () => {
  it.each([
    ['en/lessons/nothing/', 'There is no such page', 'en'],
    ['zh/lessons/nothing/', '没有这个页面', 'zh-CN'],
  ])('%s says so in its language and leads home', (path, words, lang) =>
    inPage(path, {}, async (page) => {
      expect((await page.request.get(origin + path)).status()).toBe(404);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await page.locator('h1:visible').allTextContents()).toEqual([words]);
      await page.locator('section:visible a').click();
      expect(page.url()).toBe(`${origin}${path.slice(0, 3)}`);
    }),
  );
});

describe('a lesson', () => {
  it('marks where the reader is in its contents', () =>
    inPage('en/lessons/convolution/', { viewport: { width: 1280, height: 800 } }, async (page) => {
      const last = page.locator('.rail a').last();
      await last.click();
      await expect.poll(() => last.getAttribute('aria-current')).toBe('true');
      expect(await page.locator('.rail [aria-current]').count()).toBe(1);
    }));

  it('offers its contents folded on a phone', () =>
    inPage('zh/lessons/convolution/', { viewport: { width: 360, height: 740 } }, async (page) => {
      const contents = page.locator('details.contents');
      await contents.locator('summary').click();
      expect(await contents.locator('a').first().isVisible()).toBe(true);
      expect(await page.locator('.rail').isVisible()).toBe(false);
    }));

  it('tells full squares from empty ones in forced colours', () =>
    inPage('embed/en/pattern-search/', { forcedColors: 'active' }, async (page) => {
      const fills = await page
        .locator('.grid.kernel .cell')
        .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).backgroundColor));
      expect(new Set(fills).size).toBe(2);
    }));

  it('can be printed: no chrome, all the text', () =>
    inPage('en/lessons/convolution/', {}, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('.site-header').isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    }));
});

describe('the menu of a phone', () => {
  it.each([
    ['a link in it is chosen', (page: Page) => page.locator('.menu a').first().click()],
    ['Escape is pressed', (page: Page) => page.keyboard.press('Escape')],
    ['something beside it is pressed', (page: Page) => page.locator('h1').click({ position: { x: 2, y: 2 } })],
    ['focus goes on', (page: Page) => page.locator('main a').first().focus()],
  ])('closes when %s', (_, act) =>
    inPage('en/', { viewport: { width: 360, height: 740 } }, async (page) => {
      const summary = page.locator('.menu > summary');
      await summary.click();
      expect(await page.locator('.menu > div').isVisible()).toBe(true);
      await act(page);
      await expect.poll(() => page.locator('.menu > div').isVisible()).toBe(false);
      if (_ === 'Escape is pressed') expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
    }),
  );

  it('has every section, the search and the theme', () =>
    inPage('en/', { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.locator('.menu > summary').click();
      const menu = page.locator('.menu > div');
      const sections = await page.locator('.site-nav a').allTextContents();
      expect(await menu.getByRole('link').allTextContents()).toEqual(sections);
      await menu.getByRole('button', { name: 'Switch between light and dark' }).click();
      await menu.getByRole('button', { name: 'Search' }).click();
      expect(await page.locator('dialog.search').isVisible()).toBe(true);
    }));
});
