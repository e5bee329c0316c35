import { expect, test } from 'vitest';
import { open, page, programs, settled } from './figure-page.ts';
import { expected, photoFile, START } from './lab.ts';

const MAPS = 'network-maps';
const credit = () => page.textContent(`${MAPS} [data-credit]`);
const chosen = () =>
  page.$eval(`${MAPS} [data-photos]`, (list) => list instanceof HTMLSelectElement && list.selectedOptions[0]?.label);

test('before it is asked it shows the photo, the layer and its shape, and fetches nothing', {
  timeout: START,
}, async () => {
  await open(MAPS, 'en/lessons/convolution/');
  const text = ((await page.textContent(MAPS)) ?? '').replaceAll('\u00a0', ' ');
  expect(text).toContain('conv1');
  expect(text).toContain('32 × 32 × 32');
  expect(text).toContain('2.3 MB');
  expect(await page.getAttribute(`${MAPS} img`, 'alt')).toMatch(/kingfisher/i);
  expect(await credit()).toBe('Photo: Common kingfisher on a branch, Frank-2.0, CC0-1.0. Source');
  expect(programs()).toEqual([]);
});

test('shows every map on request, on one scale, with a value read out', { timeout: START }, async () => {
  await page.focus(`${MAPS} [data-compute]`);
  await page.keyboard.press('Enter');
  expect(await settled(MAPS)).toBe('done');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className), 'the next key is in the answer').toBe(
    'map-tile',
  );
  expect(await page.locator('.map-tile').count()).toBe(32);
  expect(await page.textContent(`${MAPS} [data-where]`)).toMatch(/^Channel \d+, row \d+, column \d+:$/);
  const value = Math.abs(Number((await page.textContent(`${MAPS} [data-value]`))?.replace('−', '-')));
  const end = Number(await page.locator(`${MAPS} [data-legend] span`).last().textContent());
  // The strongest map is enlarged, and its strongest value pointed at: the scale's end.
  expect(value).toBeCloseTo(end, 2);
});

test('maps and values are reached by the keyboard alone', { timeout: START }, async () => {
  await page.focus('.map-tile[tabindex="0"]');
  const before = Number(await page.getAttribute('.map-tile[aria-pressed=true]', 'data-channel'));
  await page.keyboard.press(before === 31 ? 'ArrowLeft' : 'ArrowRight');
  const after = Number(await page.getAttribute('.map-tile[aria-pressed=true]', 'data-channel'));
  expect(after).toBe(before === 31 ? 30 : before + 1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-channel'))).toBe(String(after));
  await page.focus(`${MAPS} [data-map]`);
  for (let step = 0; step < 32; step++) {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
  }
  expect(await page.textContent(`${MAPS} [data-where]`)).toBe(`Channel ${after}, row 1, column 1:`);
  await page.keyboard.press('ArrowDown');
  expect(await page.textContent(`${MAPS} [data-where]`)).toContain('row 2, column 1');
});

test('the strongest can come first, and each map can have its own scale', { timeout: START }, async () => {
  const order = () => page.$$eval('.map-tile', (tiles) => tiles.map((tile) => tile.getAttribute('data-channel')));
  const numbered = await order();
  await page.selectOption(`${MAPS} [data-order]`, 'strongest');
  const strongest = await order();
  expect(strongest).not.toEqual(numbered);
  expect(strongest.toSorted()).toEqual(numbered.toSorted());
  const end = () => page.locator(`${MAPS} [data-legend] span`).last().textContent();
  const shared = Number(await end());
  await page.click('.map-tile >> nth=31');
  await page.selectOption(`${MAPS} [data-scale]`, 'own');
  expect(Number(await end())).toBeLessThan(shared);
});

test('another photo, and one’s own, are computed at once; a file that is none is said', {
  timeout: START,
}, async () => {
  const status = () => page.textContent(`${MAPS} [data-status]`);
  const first = await status();
  await page.selectOption(`${MAPS} [data-photos]`, 'cat-chelsea.jpg');
  expect(await settled(MAPS)).toBe('done');
  expect(await status()).not.toBe(first);
  await expect.poll(credit).toBe('Photo: Chelsea the cat, Stefan van der Walt, CC0-1.0. Source');
  expect(await page.getAttribute(`${MAPS} img`, 'alt')).toMatch(/cat/i);
  const own = (buffer: Buffer) =>
    page.setInputFiles(`${MAPS} [data-own]`, { name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await own(photoFile('bird-kingfisher.jpg'));
  expect(await settled(MAPS)).toBe('done');
  expect(await status()).toBe(first);
  expect(await chosen()).toBe('Your picture');
  expect(await credit()).toContain('Your own picture');
  await own(Buffer.from('words'));
  expect(await settled(MAPS)).toBe('failed');
  expect(await page.textContent(`${MAPS} [role=alert]`)).toContain('not a picture');
  expect(await page.locator(`${MAPS} [data-result]`).isVisible()).toBe(false);
  expect(await status()).toBe('');
  // The sample before it is chosen again, and the button computes that.
  expect(await chosen()).toContain('Chelsea');
  await expect.poll(credit).toContain('Stefan van der Walt');
  await page.click(`${MAPS} [data-compute]`);
  expect(await settled(MAPS)).toBe('done');
  await page.selectOption(`${MAPS} [data-photos]`, 'bird-kingfisher.jpg');
  expect(await settled(MAPS)).toBe('done');
  expect(await status()).toBe(first);
});

test('scores and probabilities of the last layer, in Chinese, adding up', { timeout: START }, async () => {
  await open(MAPS, 'zh/lessons/softmax/');
  await page.click(`${MAPS} [data-compute]`);
  expect(await settled(MAPS)).toBe('done');
  const rows = await page.$$eval('.scores tbody tr', (lines) =>
    lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')),
  );
  expect(rows).toHaveLength(10);
  expect(rows[0]?.[0]).toBe('鸟');
  const wanted = expected('bird-kingfisher.jpg', 'resnet18');
  expect(wanted.label).toBe('bird');
  expect(Number.parseFloat(rows[0]?.[2] ?? '')).toBeCloseTo(100 * wanted.probability, 0);
  const shown = rows.reduce((sum, [, , share]) => sum + Number.parseFloat(share ?? ''), 0);
  const left = /舍入误差([+−])([\d.]+)%/.exec((await page.textContent('.scores tfoot')) ?? '');
  const rounding = left ? Number(`${left[1] === '−' ? '-' : ''}${left[2]}`) : 0;
  expect(shown + rounding).toBeCloseTo(100, 6);
});
