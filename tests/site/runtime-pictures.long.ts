import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explain } from '@/runtime/words.ts';
import { samples } from '../unit/runtime/networks.ts';
import { launch } from './browser.ts';
import { alertText, chooseFile, chooseSample, openLab, photoFile, pixels, START } from './lab.ts';
import { blankPng, bmp, drawnPng, oriented, png } from './picture-files.ts';

const PHOTO = photoFile('bird-kingfisher.jpg');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await openLab(browser);
}, START);
afterAll(() => browser.close());

/** What the network was given: red, green and blue, pixel after pixel. */
const seen = async () => (await pixels(page, '[data-seen]')).filter((_, i) => i % 4 !== 3);
/** The same of a sample photo by Pillow and NumPy. */
function golden(name: string): number[] {
  const planes = Buffer.from(samples.photos.find(({ file }) => file === name)?.pixels ?? '', 'base64');
  return Array.from({ length: 3072 }, (_, i) => planes[Math.floor(i / 3) + 1024 * (i % 3)] ?? Number.NaN);
}
const apart = (left: readonly number[], right: readonly number[]) =>
  Math.max(Math.abs(left.length - right.length), ...left.map((value, i) => Math.abs(value - (right[i] ?? Number.NaN))));
const all = (red: number, green: number, blue: number) => Array.from({ length: 1024 }, () => [red, green, blue]).flat();
/** A quarter clockwise. */
const quarter = (picture: readonly number[]) =>
  Array.from({ length: 3072 }, (_, i) => {
    const [row, column] = [Math.floor(i / 96), Math.floor(i / 3) % 32];
    return picture[3 * (32 * (31 - column) + row) + (i % 3)] ?? Number.NaN;
  });

test('every sample photo reaches the network as it did in the networks’ own tests', { timeout: START }, async () => {
  for (const { file } of samples.photos) {
    expect(await chooseSample(page, file), file).toBe('done');
    expect(apart(await seen(), golden(file)), file).toBeLessThanOrEqual(1);
  }
});

describe('what a file is, its bytes say', () => {
  test.each([
    ['bird.png', 'image/png'],
    ['bird.txt', 'text/plain'],
    ['bird.svg', 'image/svg+xml'],
  ])('a JPEG named %s of type %s', { timeout: START }, async (name, type) => {
    expect(await chooseFile(page, name, PHOTO, type)).toBe('done');
    expect(apart(await seen(), golden('bird-kingfisher.jpg'))).toBeLessThanOrEqual(1);
  });
});

test.each([
  [3, 2],
  [6, 1],
  [8, 3],
])('orientation %i turns a photo %i quarters', { timeout: START }, async (orientation, quarters) => {
  expect(await chooseFile(page, 'turned.jpg', oriented(PHOTO, orientation))).toBe('done');
  let expected = golden('bird-kingfisher.jpg');
  for (let i = 0; i < quarters; i++) expected = quarter(expected);
  expect(apart(await seen(), expected)).toBeLessThanOrEqual(1);
});

const red = [200, 0, 0, 255] as const;
const ink = [1, 2, 3, 255] as const;
test.each([
  ['half transparent: half way to white', png(40, 40, [0, 0, 0, 128]), all(127, 127, 127)],
  ['1 wide and 5,000 high: its middle pixel', drawnPng(1, 5000, (row) => (row === 2499 ? ink : red)), all(1, 2, 3)],
  [
    '5,000 wide and 1 high: its middle pixel',
    drawnPng(5000, 1, (_, column) => (column === 2499 ? ink : red)),
    all(1, 2, 3),
  ],
  ['a BMP', bmp(3, 5, [9, 99, 199, 255]), all(9, 99, 199)],
])('a picture that is %s', { timeout: START }, async (_, file, expected) => {
  expect(await chooseFile(page, 'picture', file, '')).toBe('done');
  expect(apart(await seen(), expected)).toBeLessThanOrEqual(1);
});

test('a picture of 10 megapixels is read in strips, each pixel once', { timeout: START }, async () => {
  const large = drawnPng(3200, 3200, (row, column) => [row & 255, column & 255, 0, 255]);
  expect(await chooseFile(page, 'large.png', large, 'image/png')).toBe('done');
  // A cell averages 100 rows and columns of a saw from 0 to 255.
  const mean = (cell: number) =>
    Array.from({ length: 100 }, (_, i) => (100 * cell + i) & 255).reduce((sum, value) => sum + value, 0) / 100;
  const expected = Array.from({ length: 1024 }, (_, i) => [mean(Math.floor(i / 32)), mean(i % 32), 0]).flat();
  expect(apart(await seen(), expected)).toBeLessThanOrEqual(1);
});

const blank = blankPng(6000, 5000);
test.each([
  ['a TIFF', 'a.tif', Buffer.from('II*\0........', 'latin1'), { code: 'picture-kind', kind: 'TIFF' }],
  ['the header of a photo', 'cut.jpg', PHOTO.subarray(0, 300), { code: 'picture-damaged', kind: 'JPEG' }],
  ['a PNG without its pixels', 'a.png', png(9, 9, ink).subarray(0, 45), { code: 'picture-damaged', kind: 'PNG' }],
  ['a PNG 17,000 wide', 'wide.png', blankPng(17_000, 1), { code: 'picture-large', width: 17_000, height: 1 }],
  [
    '30 black megapixels',
    'blank.png',
    blank,
    { code: 'picture-suspicious', width: 6000, height: 5000, bytes: blank.length },
  ],
] as const)('%s gets its sentence', { timeout: START }, async (_, name, file, failure) => {
  expect(await chooseFile(page, name, file, '')).toBe('failed');
  expect(await alertText(page)).toBe(explain(failure, 'en'));
});
