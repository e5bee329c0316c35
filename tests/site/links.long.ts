import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../scripts/server.ts';
import { parseHash } from '../../src/state/hash.ts';
import { launch } from './browser.ts';
import { builtPages } from './pages.ts';

const BASE = '/x/y/';
const SITE = 'https://host.example';
const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-below-a-path-'));
  execFileSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', folder], {
    cwd: root,
    // Not the test runner's own variables: its BASE_URL would become the site's.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SITE_BASE: BASE,
      SITE_URL: SITE,
      NODE_ENV: 'production',
    },
    stdio: 'pipe',
  });
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const fileOf = (page: string) => (page === '' || page.endsWith('/') ? `${page}index.html` : page);

/** The values of these attributes in a page; a parser would take a second a page. */
const attributesOf = (html: string, names: readonly string[]): string[] =>
  [...html.matchAll(new RegExp(`\\s(?:${names.join('|')})="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
  );

/** The ids of a built page, looked up once. */
const known = new Map<string, ReadonlySet<string>>();
function idsOf(file: string): ReadonlySet<string> {
  const ids = known.get(file) ?? new Set(attributesOf(read(file), ['id']));
  known.set(file, ids);
  return ids;
}

/**
 * What is wrong with an address that stands in a file; undefined where it leads somewhere.
 * @param from path of the file that holds it, under the base
 */
function fault(address: string, from: string): string | undefined {
  const url = new URL(address, `${SITE}${BASE}${from}`);
  if (url.origin !== SITE) return undefined;
  if (!url.pathname.startsWith(BASE)) return 'is not under the base path';
  const path = decodeURIComponent(url.pathname.slice(BASE.length));
  const file = fileOf(path);
  if (!existsSync(join(folder, file)) || statSync(join(folder, file)).isDirectory()) return 'leads to no file';
  const { anchor } = parseHash(url.hash);
  if (anchor && file.endsWith('.html') && !idsOf(file).has(anchor)) return `leads to no #${anchor}`;
  return undefined;
}

function addressesOf(html: string): string[] {
  const plain = attributesOf(html, ['href', 'src', 'poster', 'action', 'data', 'data-base']);
  const sets = attributesOf(html, ['srcset']).flatMap((set) =>
    set.split(',').map((entry) => entry.trim().split(/\s/)[0] ?? ''),
  );
  return [...plain, ...sets].filter((address) => !/^(mailto|tel|blob):/.test(address));
}

const faults = (from: string, addresses: readonly string[]) =>
  [...new Set(addresses)].flatMap((address) => {
    const wrong = fault(address, from);
    return wrong ? [`/${from}: "${address}" ${wrong}`] : [];
  });

describe(`a site built for ${BASE}`, () => {
  it('has only links and assets that lead somewhere', () => {
    const pages = builtPages(pathToFileURL(`${folder}/`));
    expect(pages).toContain('en/');
    expect(pages).toContain('zh/lessons/convolution/');
    expect(pages.flatMap((page) => faults(page, addressesOf(read(fileOf(page)))))).toEqual([]);
  });

  it('knows a link that leads nowhere', () => {
    const page = read('en/about/index.html');
    for (const address of ['/en/', `${BASE}en/nothing/`, `${BASE}en/about/#nothing`, '../nothing.png'])
      expect(
        faults('en/about/', addressesOf(page.replace('</main>', `<a href="${address}"></a></main>`))),
      ).toHaveLength(1);
  });

  it('has only styles whose fonts and pictures exist', () => {
    const sheets = readdirSync(join(folder, '_astro')).filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    const found = sheets.map((file) => ({ file: `_astro/${file}`, text: read(`_astro/${file}`) }));
    expect(
      found.flatMap(({ file, text }) =>
        faults(
          file,
          [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, address = '']) => address),
        ),
      ),
    ).toEqual([]);
  });

  it('has a manifest whose addresses exist', () => {
    const text = read('manifest.webmanifest');
    const addresses = [...text.matchAll(/"(?:src|start_url|scope)":"([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(3);
    expect(faults('manifest.webmanifest', addresses)).toEqual([]);
  });

  it('lists in its sitemap the pages that may be indexed, and no other', () => {
    const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    const indexed = builtPages(pathToFileURL(`${folder}/`)).filter((path) => !read(fileOf(path)).includes('noindex'));
    expect(listed.toSorted()).toEqual(indexed.map((path) => `${SITE}${BASE}${path}`).toSorted());
  });

  it('has a service worker that stores only files that exist', () => {
    const list = /^self\.BUILD = (.*);$/m.exec(read('sw.js'))?.[1] ?? '{}';
    const paths = [...list.matchAll(/"([^"]*)":"[A-Za-z0-9+/]{43}="/g)].map(([, path = '']) => `${BASE}${path}`);
    expect(paths.length).toBeGreaterThan(50);
    expect(faults('sw.js', paths)).toEqual([]);
  });

  it('names its pages by their whole addresses', () => {
    const { document } = parseHTML(read('zh/about/index.html'));
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(`${SITE}${BASE}zh/about/`);
    const alternates = [...document.querySelectorAll('link[rel=alternate]')].map((link) => [
      link.getAttribute('hreflang'),
      link.getAttribute('href'),
    ]);
    expect(alternates).toEqual([
      ['en', `${SITE}${BASE}en/about/`],
      ['zh-CN', `${SITE}${BASE}zh/about/`],
      ['x-default', `${SITE}${BASE}en/about/`],
    ]);
  });

  describe('in a browser', () => {
    let served: Served;
    beforeAll(async () => {
      served = await serve({ directory: pathToFileURL(`${folder}/`), base: BASE });
    });
    afterAll(() => served.server.close());

    it('finds everything that its scripts ask for, and works offline', { timeout: 120_000 }, async () => {
      const browser = await launch();
      const context = await browser.newContext();
      const page = await context.newPage();
      const missing: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) missing.push(response.url());
      });
      for (const path of ['', 'en/', 'zh/lessons/convolution/', 'en/practice/', 'en/lab/']) {
        await page.goto(served.address + path, { waitUntil: 'load' });
        await page.evaluate(`(async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
          scrollTo(0, y); await new Promise((done) => setTimeout(done, 50)); } })()`);
        await page.waitForLoadState('networkidle');
      }
      await page.goto(`${served.address}zh/`);
      await page.keyboard.press('/');
      await page.keyboard.type('卷积');
      const result = page.locator('.search [data-results] a').first();
      // The service worker is busy storing all the while.
      await result.waitFor({ timeout: 90_000 });
      expect(await result.evaluate('document.querySelector(".search [data-results] a").pathname')).toMatch(
        /^\/x\/y\/zh\//,
      );
      expect(missing).toEqual([]);
      await context.setOffline(true);
      await page.goto(`${served.address}zh/lessons/convolution/`);
      expect(await page.locator('.site-header').isVisible()).toBe(true);
      await browser.close();
    });
  });
});
