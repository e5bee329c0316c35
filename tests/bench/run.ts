/**
 * `npm run bench`: what the runtime's wrapping costs, the whole way from photo to answer, core beside bare loops, and the
 * bytes of a first classification. In a headless Chromium, on WASM, on the built site with its real headers. It judges no time.
 */
import { cpus } from 'node:os';
import type { Browser } from 'playwright-core';
import { firstBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/server.ts';
import { type Asked, bytesOf, sum, watchRequests } from './bytes.ts';
import { median, printTable, spread, whole } from './figures.ts';
import { classifySample, newPage, openLab } from './lab.ts';
import { networkIds } from './networks.ts';
import type { RunTimes } from './page/page.ts';
import { openBenchSite } from './site.ts';

const PHOTO = 'bird-kingfisher.jpg';
const DIST = new URL('../../dist/', import.meta.url);

function wrapping(name: string, { wrapped, bare }: RunTimes): string[] {
  const more = wrapped.map((time, i) => time - (bare[i] ?? Number.NaN));
  const ratio = median(wrapped) / median(bare);
  // On a busy machine the fastest rounds are those that nothing else disturbed.
  const fastest = Math.min(...wrapped) / Math.min(...bare);
  return [name, spread(bare), spread(wrapped), ratio.toFixed(3), fastest.toFixed(3), spread(more)];
}

/** The runtime and core, on a page that has nothing else. */
async function measurePage(browser: Browser): Promise<void> {
  const site = await openBenchSite();
  try {
    const page = await newPage(browser);
    await page.goto(site.address);
    await page.waitForFunction(() => 'bench' in globalThis);
    const large = await page.evaluate((network) => bench.runs('untrained', 40, network), site.resNet18);
    const rows = [wrapping('ResNet18, 224×224, untrained', large)];
    const photos: string[][] = [];
    for (const id of networkIds) {
      rows.push(wrapping(`${id}, 32×32`, await page.evaluate((network) => bench.runs(network, 300), id)));
      const { prepare, whole: way } = await page.evaluate(
        ([network, photo]) => bench.photo(network, `pictures/${photo}`, 60),
        [id, PHOTO] as const,
      );
      photos.push([id, spread(prepare), spread(way)]);
    }
    const isolated = await page.evaluate(() => crossOriginIsolated);
    printTable(
      `Tensor on the page to probabilities on the page, and session.run in the same worker (ms; isolated: ${isolated})`,
      ['network', 'session.run', 'wrapped', 'ratio', 'of the fastest', 'more, by pairs'],
      rows,
    );
    printTable(
      `Photo to probabilities: ${PHOTO}, ready on the page (ms)`,
      ['network', 'to a tensor', 'whole way'],
      photos,
    );
    printTable(
      'Core beside a bare loop that gives the same values (ms)',
      ['calculation', 'loop', 'ours', 'ratio'],
      (await page.evaluate(() => bench.core(40))).map(({ name, ours, loop }) => [
        name,
        spread(loop),
        spread(ours),
        (median(ours) / median(loop)).toFixed(2),
      ]),
    );
    await page.context().close();
  } finally {
    await site.close();
  }
}

/** The requests by path, the many small pictures of the lab in one line, and their sum. */
function printRequests(title: string, asked: readonly Asked[]): void {
  const own = asked.filter(({ offline }) => !offline).map(({ path }) => path);
  const small = own.filter((path) => path.startsWith('pictures/small/'));
  const rows = [
    ...own.filter((path) => !small.includes(path)).map((path) => [`/${path}`, [path]] as const),
    ...(small.length > 0 ? [[`${small.length} × /pictures/small/…`, small] as const] : []),
    [`${own.length} requests`, own] as const,
  ];
  printTable(
    title,
    ['path', 'stored', 'gzip', 'brotli'],
    rows.map(([name, paths]) => {
      const { stored, gzip, brotli } = sum(paths.map((path) => bytesOf(DIST, path)));
      return [name, whole(stored), whole(gzip), whole(brotli)];
    }),
  );
  const offline = asked.filter((request) => request.offline);
  const { gzip } = sum(offline.map(({ path }) => bytesOf(DIST, path)));
  console.log(`Beside it, for use offline: ${offline.length} requests, ${whole(gzip)} bytes gzip.`);
}

/** The site itself, by browsers that have never seen it. */
async function measureVisits(browser: Browser): Promise<void> {
  const { server, address } = await serve({ directory: DIST });
  const asked = watchRequests(server);
  const rows: string[][] = [];
  try {
    const lesson = await newPage(browser);
    await lesson.goto(new URL('en/lessons/convolution/', address).href, { waitUntil: 'networkidle' });
    printRequests('A lesson before anything is done: /en/lessons/convolution/ (bytes)', asked.splice(0));
    await lesson.context().close();
    for (const id of networkIds) {
      const page = await newPage(browser);
      await openLab(page, address, id);
      await page.waitForLoadState('networkidle');
      const opening = asked.splice(0);
      const first = await classifySample(page, PHOTO);
      printRequests(`The lab, opened with ${id} (bytes)`, opening);
      printRequests(`From a sample photo to its answer by ${id} (bytes)`, asked.splice(0));
      const later: number[] = [];
      for (let round = 0; round < 30; round++) later.push(await classifySample(page, PHOTO));
      rows.push([id, first.toFixed(0), spread(later)]);
      await page.context().close();
      asked.length = 0;
    }
  } finally {
    server.close();
  }
  printTable(
    'The lab, from the click on a sample photo to the answer on the page (ms)',
    ['network', 'first, with downloads from this machine', 'later'],
    rows,
  );
}

const browser = await firstBrowser();
if (!browser) throw new Error('No Chromium could be started: run `node scripts/ensure-browser.ts`.');
const [processor] = cpus();
console.log(`Chromium ${browser.version()}, ${cpus().length} × ${processor?.model}`);
console.log('Medians, and the quartiles in brackets.');
try {
  await measurePage(browser);
  await measureVisits(browser);
} finally {
  await browser.close();
}
