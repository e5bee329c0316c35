/**
 * The accuracy of the three networks in the browser, on WASM: `node tests/bench/accuracy.ts PICTURES [--count 500]`, after a
 * build. PICTURES holds CIFAR-10's own binary records (one label byte, then 1,024 red, green and blue values each), gzipped or
 * not; the first `count` are taken. Each is given to the lab as a PNG file, as a visitor would: the whole way through the
 * reading of pictures, where the crop of a 32×32 picture is the picture itself.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { firstBrowser } from '../../scripts/browser.ts';
import { serve } from '../../scripts/server.ts';
import type { NetworkManifest } from '../../src/runtime/manifest.ts';
import { drawnPng } from '../site/picture-files.ts';
import { printTable } from './figures.ts';
import { answered, LAB, newPage, openLab } from './lab.ts';
import { networkIds } from './networks.ts';

const SIDE = 32;
const AREA = SIDE * SIDE;
const RECORD = 1 + 3 * AREA;

interface Picture {
  readonly label: number;
  readonly png: Buffer;
}

function readPictures(path: string, count: number): Picture[] {
  const file = readFileSync(path);
  const records = path.endsWith('.gz') ? gunzipSync(file) : file;
  if (records.length < count * RECORD || records.length % RECORD !== 0)
    throw new RangeError(
      `${path} has ${records.length} bytes; it should have ${RECORD} for each of ${count} pictures.`,
    );
  return Array.from({ length: count }, (_, n) => {
    const record = records.subarray(n * RECORD, (n + 1) * RECORD);
    const value = (channel: number, row: number, column: number) =>
      record[1 + channel * AREA + row * SIDE + column] ?? 0;
    const png = drawnPng(SIDE, SIDE, (row, column) => [
      value(0, row, column),
      value(1, row, column),
      value(2, row, column),
      255,
    ]);
    return { label: record[0] ?? 0, png };
  });
}

/** How many of the pictures the lab ranks right, of each class. */
async function measure(browser: Browser, address: string, id: string, pictures: readonly Picture[]) {
  const manifest: NetworkManifest = JSON.parse(
    readFileSync(new URL(`../../content/networks/${id}.json`, import.meta.url), 'utf8'),
  );
  const page = await newPage(browser);
  await openLab(page, address, id);
  let right = 0;
  for (const [n, { label, png }] of pictures.entries()) {
    await page.setInputFiles('input[data-picture]', { name: `${n}.png`, mimeType: 'image/png', buffer: png });
    await answered(page);
    const first = await page.getAttribute('ol[data-results] > li', 'data-label');
    if (first === manifest.labels[label]?.id) right++;
  }
  if ((await page.getAttribute(LAB, 'data-backend')) !== 'wasm') throw new Error('It did not run on WASM.');
  await page.context().close();
  return { right, stated: manifest.accuracy[0]?.top1 ?? Number.NaN };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '500' } },
});
const [path] = positionals;
if (!path) throw new Error('Name the file of pictures: node tests/bench/accuracy.ts PICTURES [--count 500]');
const pictures = readPictures(path, Number(values.count));
const browser = await firstBrowser();
if (!browser) throw new Error('No Chromium could be started: run `node scripts/ensure-browser.ts`.');
const { server, address } = await serve({ directory: new URL('../../dist/', import.meta.url) });
try {
  const rows: string[][] = [];
  for (const id of networkIds) {
    const { right, stated } = await measure(browser, address, id, pictures);
    const share = right / pictures.length;
    // What chance does to a sample of this size, were the stated accuracy the true one.
    const deviation = Math.sqrt((stated * (1 - stated)) / pictures.length);
    const deviations = ((share - stated) / deviation).toFixed(1);
    rows.push([id, `${right} of ${pictures.length}`, share.toFixed(3), stated.toFixed(3), deviations]);
  }
  printTable(
    'Accuracy in the browser, beside the one the manifest states for all 10,000 test pictures',
    ['network', 'right', 'accuracy', 'stated', 'apart, in standard deviations'],
    rows,
  );
} finally {
  await browser.close();
  server.close();
}
