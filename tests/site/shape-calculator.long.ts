import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(hash = '', width = 1280) {
  await page?.close();
  page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(new URL(`embed/en/shape-calculator/${hash}`, inject('origin')).href);
  await page.waitForSelector('lesson-widget[data-ready]');
}

const kinds = () => page.locator('.calc-open [data-part=kind]').allInnerTexts();
const hash = () => page.evaluate('location.hash');

it('a layer is moved with the arrow keys, the focus goes with it; undone and redone with the keyboard', async () => {
  await open();
  await page.locator('.calc-handle').first().press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect((await kinds()).slice(0, 4)).toEqual(['ReLU', 'Max pooling', 'Convolution', 'Convolution']);
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
    'Move layer 3, Convolution',
  );
  await page.keyboard.press('Control+z');
  expect((await kinds()).slice(0, 3)).toEqual(['ReLU', 'Convolution', 'Max pooling']);
  await page.keyboard.press('Control+Shift+z');
  expect((await kinds()).slice(0, 3)).toEqual(['ReLU', 'Max pooling', 'Convolution']);
});

it('a layer is dragged to another place, and Escape leaves it where it is', async () => {
  await open();
  const box = async (index: number) => (await page.locator('.calc-handle').nth(index).boundingBox()) ?? { x: 0, y: 0 };
  const drag = async (from: number, to: number) => {
    const [start, end] = [await box(from), await box(to)];
    await page.mouse.move(start.x + 10, start.y + 20);
    await page.mouse.down();
    await page.mouse.move(end.x + 10, end.y + 20);
    await page.mouse.move(end.x + 10, end.y + 4);
  };
  const first = await kinds();
  await drag(7, 1);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await kinds()).toEqual(first);
  await drag(7, 1);
  await page.mouse.up();
  expect((await kinds()).slice(0, 3)).toEqual(['Convolution', 'Dense layer', 'ReLU']);
  expect(await page.locator('.calc-fault [data-part=text]').innerText()).toContain(
    'needs a flat vector; it gets 8×32×32',
  );
});

it('a layer that cannot be says so in its place, and is mended where it stands', async () => {
  await open('#shape-calculator.layers=conv8k3,max2,conv8k9&shape-calculator.rows=10&shape-calculator.columns=10');
  const fault = page.locator('.calc-layer').nth(2).locator('.calc-fault');
  expect(await fault.innerText()).toContain('needs at least a 9×9 input; it gets 4×4');
  await fault.getByRole('button', { name: 'Do it' }).click();
  expect(await page.locator('.calc-fault [data-part=text]').count()).toBe(0);
  await expect.poll(hash).toContain('conv8k9p3');
});

it('what cannot be read in a setting stays as typed, and the rest goes on', async () => {
  await open('#shape-calculator.open=0');
  const padding = page.locator('.calc-options [data-part=padding]');
  await padding.locator('input').fill('3²');
  expect(await padding.innerText()).toContain('“3²” is not a size');
  await padding.locator('input').fill('1x');
  expect(await padding.innerText()).toContain('“1x” is not a size');
  await page.locator('.calc-options [data-part=kernel] input').fill('3 × 5');
  expect(await padding.locator('input').inputValue()).toBe('1x');
  expect(await page.locator('.calc-layer').first().locator('.calc-shape').innerText()).toBe('8×32×30');
});

it('pasted PyTorch is read, its remarks name line and text, and it is taken over', async () => {
  await open();
  await page.locator('[data-part=import] summary').click();
  await page
    .locator('[data-part=import] textarea')
    .fill(
      'nn.Sequential(\n  nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2),\n  nn.GELU(),\n)\nx = torch.zeros(1, 3, 64, 64)',
    );
  const reading = page.locator('.calc-reading');
  await expect.poll(() => reading.innerText()).toContain('Line 3: “nn.GELU” is none');
  expect(await reading.innerText()).toContain('Layers read: 1.');
  await page.locator('[data-part=use]').click();
  await expect.poll(hash).toContain('rows=64&shape-calculator.columns=64&shape-calculator.layers=conv64k11s4p2');
  await page.locator('[data-part=code] summary').click();
  await expect.poll(() => page.locator('.calc-code pre').innerText()).toContain('# 64×15×15');
});

it.each([320, 360])('holds the largest preset at %i px without scrolling sideways', async (width) => {
  await open('#shape-calculator.layers=resnet18-32&shape-calculator.open=4', width);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const heights = await page
    .locator('.calc-rows button:not(.stepper-field button):visible')
    .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
});

it('the focus is on the first button that adds once the last layer is removed', async () => {
  await open('#shape-calculator.layers=relu&shape-calculator.open=0');
  await page.locator('.calc-editor [data-part=remove]').press('Enter');
  expect(await kinds()).toEqual([]);
  expect(await page.evaluate('document.activeElement.closest(".calc-add")?.firstElementChild.textContent')).toBe(
    'Add at the end:',
  );
});
