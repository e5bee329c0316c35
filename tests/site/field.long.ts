import { expect, test } from 'vitest';
import { open, page, programs, settled } from './figure-page.ts';
import { START } from './lab.ts';

const FIELD = 'field-measure';

const measure = async (layer: string) => {
  await page.selectOption(`${FIELD} [data-layers]`, layer);
  await page.click(`${FIELD} [data-measure]`);
  expect(await settled(FIELD)).toBe('done');
};

const numbers = () => page.locator(`${FIELD} [data-numbers]`);
const counts = async () => {
  const read = async (name: string) => Number(await numbers().getAttribute(`data-${name}`));
  return { within: await read('within'), beyond: await read('beyond') };
};
const text = async (selector: string) =>
  ((await page.textContent(`${FIELD} ${selector}`)) ?? '').replaceAll('\u00a0', ' ');

test('fetches nothing before it is asked', { timeout: START }, async () => {
  await open(FIELD, 'en/lessons/receptive-field/');
  expect(programs()).toEqual([]);
});

test('can be cancelled, and says so', { timeout: START }, async () => {
  await page.click(`${FIELD} [data-measure]`);
  await page.click(`${FIELD} [data-cancel]`);
  expect(await page.getAttribute(FIELD, 'data-state')).toBe('idle');
  expect(await text('[data-status]')).toBe('Cancelled.');
  expect(await page.locator(`${FIELD} [data-measure]`).isVisible()).toBe(true);
});

test('no pixel outside the theoretical field changes a cell, at any of a layer’s places', {
  timeout: 3 * START,
}, async () => {
  await measure('conv1_2');
  expect(await text('[data-place]')).toBe('Cell in row 17, column 17 of 32 × 32');
  // conv1_1 and conv1_2: 3, 5.
  expect(await text('[data-numbers] dd:first-of-type')).toBe('5 × 5 pixels, all in the picture');
  const heat = `${FIELD} [data-heat]`;
  await page.focus(heat);
  for (let step = 0; step < 32; step++) {
    const { within, beyond } = await counts();
    expect(beyond).toBe(0);
    expect(within).toBeGreaterThan(8);
    expect(within).toBeLessThanOrEqual(25);
    await page.keyboard.press(step % 2 ? 'ArrowUp' : 'ArrowLeft');
  }
  expect(await text('[data-place]')).toBe('Cell in row 1, column 1 of 32 × 32');
  expect(await text('[data-numbers] dd:first-of-type')).toBe('5 × 5 pixels, of which 3 × 3 lie in the picture');
  expect((await counts()).within).toBeLessThanOrEqual(9);
});

test('a pointer chooses the cell that looks there; deeper fields are larger, and their change still gathers', {
  timeout: 3 * START,
}, async () => {
  await measure('pool2');
  // Jump 4: cells 4 and 5 look to either side of the middle of the picture.
  await page.locator(`${FIELD} [data-picture]`).click();
  expect(await text('[data-place]')).toMatch(/^Cell in row [45], column [45] of 8 × 8$/);
  expect(await text('[data-numbers] dd:first-of-type')).toBe('16 × 16 pixels, all in the picture');
  const { within, beyond } = await counts();
  expect(beyond).toBe(0);
  expect(within).toBeGreaterThan(200);
  // 71 % of the ways begin in the middle quarter.
  const [, share = '', area = ''] =
    /([\d.]+) % of the change, on ([\d.]+) % of the field’s pixels in the picture/.exec(
      (await numbers().innerText()).replaceAll('\u00a0', ' '),
    ) ?? [];
  expect(Number(share)).toBeGreaterThan(2 * Number(area));
});

test('says in the page’s language what went wrong', { timeout: START }, async () => {
  await page.context().route('**/*.onnx', (route) => route.abort());
  await open(FIELD, 'zh/lessons/receptive-field/');
  await page.evaluate('caches.keys().then((keys) => Promise.all(keys.map((key) => caches.delete(key))))');
  await page.click(`${FIELD} [data-measure]`);
  await page.waitForSelector(`${FIELD}[data-state=failed]`);
  expect(await text('[role=alert]')).toMatch(/[\u4e00-\u9fff]/);
  expect(await page.locator(`${FIELD} [data-measure]`).isVisible()).toBe(true);
});
