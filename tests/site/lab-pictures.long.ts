import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser.ts';
import { alertText, chooseFile, chooseSample, expected, openLab, photoFile, pixels, results, START } from './lab.ts';
import { animatedGif, gifClaiming, heicHeader, oriented, png, pngClaiming, scannedJpeg } from './picture-files.ts';

const KINGFISHER = 'bird-kingfisher.jpg';
const PHOTO = photoFile(KINGFISHER);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await openLab(browser);
  await chooseSample(page, KINGFISHER);
}, START);
afterAll(() => browser.close());

const liars: readonly [what: string, file: Buffer, name: string, type: string, sentence: RegExp][] = [
  ['a text renamed', Buffer.from('Dear reader, I am no photo.'), 'letter.jpg', 'image/jpeg', /not a picture/],
  ['a JPEG cut in half', PHOTO.subarray(0, PHOTO.length / 2), 'half.jpg', 'image/jpeg', /JPEG.*(cut off|damaged)/i],
  ['a PNG that claims 50,000 × 50,000', pngClaiming(50_000, 50_000), 'bomb.png', 'image/png', /50,000.×.50,000/],
  ['a GIF of 35 bytes that claims 30 megapixels', gifClaiming(6000, 5000), 'bomb.gif', 'image/gif', /6,000.×.5,000/],
  ['a JPEG of 24 megapixels in 2,000 scans', scannedJpeg(6000, 4000, 2000), 'a.jpg', 'image/jpeg', /2,000 scans/],
  ['an empty file', Buffer.alloc(0), 'empty.jpg', 'image/jpeg', /empty/],
  ['a HEIC photo', heicHeader, 'IMG_0001.HEIC', 'image/heic', /HEIC.*JPEG/],
  ['an SVG drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'image/svg+xml', /SVG.*PNG/],
];

test.each(liars)(
  '%s gets a clear sentence, and no answer stays beside it',
  { timeout: START },
  async (_, file, name, type, sentence) => {
    await chooseSample(page, KINGFISHER);
    expect(await chooseFile(page, name, file, type)).toBe('failed');
    expect(await alertText(page)).toMatch(sentence);
    expect(await results(page)).toEqual([]);
    expect(await page.locator('[data-views][data-shown]').count()).toBe(0);
    // The rest keeps working.
    expect(await chooseSample(page, KINGFISHER)).toBe('done');
    expect(await alertText(page)).toBe('');
  },
);

test('a transparent picture is laid on white', { timeout: START }, async () => {
  expect(await chooseFile(page, 'glass.png', png(40, 40, [255, 0, 0, 0]), 'image/png')).toBe('done');
  expect(new Set(await pixels(page, '[data-seen]'))).toEqual(new Set([255]));
});

test('a single pixel is answered too', { timeout: START }, async () => {
  expect(await chooseFile(page, 'dot.png', png(1, 1, [10, 200, 30, 255]), 'image/png')).toBe('done');
  expect(await results(page)).toHaveLength(5);
  expect((await pixels(page, '[data-seen]')).slice(0, 4)).toEqual([10, 200, 30, 255]);
});

test('an animated picture counts by its first frame', { timeout: START }, async () => {
  expect(await chooseFile(page, 'blink.gif', animatedGif, 'image/gif')).toBe('done');
  expect((await pixels(page, '[data-seen]')).slice(0, 4)).toEqual([255, 0, 0, 255]);
});

test('a photo that its EXIF turns is turned before it is cropped', { timeout: START }, async () => {
  await chooseFile(page, 'upright.jpg', PHOTO);
  const upright = await pixels(page, '[data-seen]');
  // 6: to be turned a quarter to the right.
  expect(await chooseFile(page, 'turned.jpg', oriented(PHOTO, 6))).toBe('done');
  expect(await page.textContent('[data-photo-size]')).toMatch(/480.×.640/);
  const turned = await pixels(page, '[data-seen]');
  const at = (image: readonly number[], row: number, column: number) => image[4 * (32 * row + column)] ?? Number.NaN;
  const differences = Array.from({ length: 32 * 32 }, (_, place) => {
    const [row, column] = [Math.floor(place / 32), place % 32];
    return Math.abs(at(turned, row, column) - at(upright, 31 - column, row));
  });
  expect(Math.max(...differences)).toBeLessThanOrEqual(3);
  const [first] = await results(page);
  await chooseSample(page, KINGFISHER);
  expect(first?.probability).not.toBeCloseTo(expected(KINGFISHER, 'alexnet').probability, 3);
});
