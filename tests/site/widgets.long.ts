import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const STEPPER = 'embed/en/convolution-stepper/';
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  expect(faults.splice(0)).toEqual([]);
});

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}) {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(new URL(path, inject('origin')).href);
}

/** Opens the stepper alone, live. */
async function openStepper(hash = '', options: Parameters<Browser['newPage']>[0] = {}) {
  await open(STEPPER + hash, options);
  await page.waitForSelector('lesson-widget[data-ready]');
}

const cell = (part: string, index: number) => page.locator(`[data-part="${part}"] .cell[data-index="${index}"]`);
const field = (part: string) => page.locator(`[data-part="${part}"] input[type=text]`);
const outputs = () => page.locator('[data-part="output-0"] .cell').allInnerTexts();
const position = () => page.locator('.scrub .count').innerText();
const hash = () => page.evaluate('location.hash');
const focused = () => page.evaluate('document.activeElement?.dataset.index');

describe('a number in a grid', () => {
  it('is replaced by typing, moves by arrows, is edited after Enter; the figure and the address follow', async () => {
    await openStepper();
    await cell('input-0', 0).click();
    await page.keyboard.type('2');
    expect((await outputs())[0]).toBe('−4');
    await expect.poll(hash).toMatch(/^#convolution-stepper\.input=2,/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('6');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('6');
    await page.keyboard.press('Enter');
    expect(await cell('input-0', 6).inputValue()).toBe('−15');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('5');
  });

  it('that is emptied or unreadable stays as typed, is marked, says why, and the figure says what it still uses', async () => {
    await openStepper();
    const before = await outputs();
    const problem = page.locator('[data-part="input-0"] .field-problem');
    await cell('input-0', 0).fill('');
    expect(await problem.innerText()).toContain('Input, row 1, column 1 is empty. The figure still uses −1.');
    await cell('input-0', 0).fill('−,');
    expect(await problem.innerText()).toContain('“−,” is not a number. The figure still uses −1.');
    expect(await outputs()).toEqual(before);
    await page.locator('[data-part=next]').click();
    expect(await position()).toBe('6 / 9');
    expect(await cell('input-0', 0).inputValue()).toBe('−,');
    expect(await cell('input-0', 0).getAttribute('aria-invalid')).toBe('true');
    await cell('input-0', 0).fill('－３');
    expect(await problem.isVisible()).toBe(false);
    expect((await outputs())[0]).toBe('1');
    await cell('kernel-0', 0).click();
    expect(await cell('input-0', 0).inputValue()).toBe('−3');
  });
});

describe('a setting', () => {
  it('that is emptied or out of range is marked and leaves the figure alive', async () => {
    await openStepper();
    const padding = page.locator('[data-part="padding"]');
    await field('padding').fill('');
    expect(await padding.innerText()).toContain('Padding P is empty. The figure still uses 0.');
    await field('padding').fill('9');
    expect(await padding.innerText()).toContain('“9” is not between 0 and 4.');
    await padding.locator('[data-part=more]').click();
    expect(await field('padding').inputValue()).toBe('1');
    expect((await outputs()).length).toBe(25);
  });

  it('that cannot be with the others has its sentence beside it, and the rest can be changed', async () => {
    await openStepper('#convolution-stepper.groups=2');
    await page.locator('.fold summary').click();
    expect(await page.locator('[data-part=groups]').innerText()).toContain('cannot be shared out equally');
    await cell('kernel-0', 0).fill('4');
    await field('groups').fill('1');
    expect((await outputs()).slice(0, 1)).toEqual(['−6']);
  });

  it('brings back what was typed after shrinking and growing', async () => {
    await openStepper();
    await cell('input-0', 24).fill('7');
    await page.locator('.fold summary').click();
    await page.locator('.fold-content [data-part=rows] input').fill('3');
    await page.locator('.fold-content [data-part=rows] input').fill('5');
    expect(await cell('input-0', 24).inputValue()).toBe('7');
  });
});

describe('undo and reset', () => {
  it('undo takes back a reset and a preset', async () => {
    await openStepper('#convolution-stepper.bias=2');
    await page.locator('[data-part=kernel-preset] select').selectOption('sharpen');
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await expect.poll(hash).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(hash).toContain('bias=2');
    expect(await cell('kernel-0', 4).inputValue()).toBe('5');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await cell('kernel-0', 4).inputValue()).toBe('−1');
  });
});

describe('the bar', () => {
  it('plays to the end, speaks only when it stops, and can be stepped and scrubbed by keys', async () => {
    await openStepper('#convolution-stepper.place=5&convolution-stepper.seen=5');
    const status = page.locator('[data-widget-part=status]');
    await expect.poll(() => status.innerText()).toContain('Row 2, column 3');
    await page.locator('[data-part=play]').click();
    await expect.poll(position).toBe('7 / 9');
    expect(await status.innerText()).toContain('Row 2, column 3');
    await expect.poll(() => page.locator('[data-part=play]').innerText(), { timeout: 10_000 }).toBe('Play');
    await expect.poll(() => status.innerText()).toContain('Row 3, column 3');
    await page.keyboard.press('ArrowLeft');
    expect(await position()).toBe('8 / 9');
    await page.locator('.scrub input').press('Home');
    expect(await position()).toBe('1 / 9');
  });

  it('follows the arrow keys through the output', async () => {
    await openStepper();
    await page.locator('[data-part="output-0"] .now').focus();
    await page.keyboard.press('ArrowDown');
    expect(await position()).toBe('8 / 9');
  });
});

describe('the address', () => {
  it('is read; what it cannot mean falls back alone and is said', async () => {
    await openStepper(
      '#convolution-stepper.padding=99&convolution-stepper.stride=2&convolution-stepper.x=%3Cimg%20src%3D1%3E',
    );
    const note = await page.locator('.widget-note').innerText();
    expect(note).toContain('The address sets padding to “99”');
    expect(note).toContain('a setting “x”');
    expect(await field('stride').inputValue()).toBe('2');
    expect(await field('padding').inputValue()).toBe('0');
  });

  it('makes a figure live that it sets, however far below it stands', async () => {
    await open('en/lessons/padding/#convolution-stepper-2.bias=4');
    const second = page.locator('lesson-widget[name=convolution-stepper]').nth(1);
    const bias = second.locator('[data-part=bias] input');
    await second.and(page.locator('[data-ready]')).waitFor({ state: 'attached' });
    expect(await bias.inputValue()).toBe('4');
    await page.goto('about:blank');
    await page.goto(new URL('en/lessons/padding/', inject('origin')).href);
    await page.evaluate("location.hash = '#convolution-stepper-2.bias=3'");
    await second.and(page.locator('[data-ready]')).waitFor({ state: 'attached' });
    expect(await bias.inputValue()).toBe('3');
  });

  it('changed from outside is followed', async () => {
    await openStepper('#convolution-stepper.stride=2');
    await page.evaluate("location.hash = '#convolution-stepper.padding=1'");
    await expect.poll(() => field('padding').inputValue()).toBe('1');
    expect(await field('stride').inputValue()).toBe('1');
  });

  it('holds a heading and two widgets of one kind, and none destroys the others', async () => {
    await open('en/lessons/padding/');
    const steppers = page.locator('lesson-widget[name=convolution-stepper]');
    expect(await steppers.count()).toBe(2);
    for (const index of [0, 1]) {
      await steppers.nth(index).scrollIntoViewIfNeeded();
      await steppers.nth(index).locator('.widget-held button').click();
      await steppers.nth(index).and(page.locator('[data-ready]')).waitFor();
      await steppers
        .nth(index)
        .locator('[data-part=bias] input')
        .fill(String(index + 1));
    }
    await expect.poll(hash).toBe('#convolution-stepper.bias=1&convolution-stepper-2.bias=2');
    const heading = page.locator('main h2[id]').last();
    const id = await heading.getAttribute('id');
    await page.evaluate((anchor) => {
      location.hash = `#${anchor}`;
    }, id);
    await expect.poll(hash).toBe(`#${id}&convolution-stepper.bias=1&convolution-stepper-2.bias=2`);
    await page.goto('about:blank');
    await page.goto(new URL(`en/lessons/padding/#${id}&convolution-stepper-2.bias=4`, inject('origin')).href);
    await expect.poll(() => heading.boundingBox().then((box) => box && box.y > -50 && box.y < 900)).toBe(true);
    await steppers.nth(1).scrollIntoViewIfNeeded();
    await steppers.nth(1).and(page.locator('[data-ready]')).waitFor();
    expect(await steppers.nth(1).locator('[data-part=bias] input').inputValue()).toBe('4');
  });

  it('is copied with the state', async () => {
    await openStepper('#convolution-stepper.stride=2', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy a link to this state' }).click();
    await expect.poll(() => page.locator('.widget-note').innerText()).toBe('The link is copied.');
    const link = await page.evaluate('navigator.clipboard.readText()');
    expect(link).toMatch(/convolution-stepper\.stride=2$/);
  });
});

describe('the enlarged figure', () => {
  it('fills the screen, lives there, closes by Escape and gives the focus back', async () => {
    await openStepper('', { viewport: { width: 1920, height: 1080 } });
    await page.getByRole('button', { name: 'Enlarge' }).click();
    const box = await page.locator('dialog[open]').boundingBox();
    expect([box?.width, box?.height]).toEqual([1920, 1080]);
    await page.locator('[data-part=next]').click();
    expect(await position()).toBe('6 / 9');
    const size = await cell('input-0', 0).boundingBox();
    expect(size?.width).toBeGreaterThan(70);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.evaluate('document.activeElement?.dataset.widgetPart')).toBe('enlarge');
    await page.locator('[data-part=next]').click();
    expect(await position()).toBe('7 / 9');
  });
});

describe('a small screen', () => {
  it('holds the largest stepper without scrolling sideways, with a key for the minus sign', async () => {
    const all = 'rows=9 columns=9 channels=3 kernels=3 kernelRows=5 kernelColumns=5 padding=4'.split(' ');
    await openStepper(`#${all.map((one) => `convolution-stepper.${one}`).join('&')}`, {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await openAgain();
    await cell('input-0', 12).tap();
    await page.locator('[data-part="input-0"] .grid-keys button').first().tap();
    expect(await cell('input-0', 12).inputValue()).toBe('1');
    await expect.poll(hash).toContain('input=');
  });

  async function openAgain() {
    await page.close();
    await openStepper('', { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    const sizes = await page
      .locator('.widget :is(input.cell, button):visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
  }
});

describe('without script', () => {
  it('shows the picture and its numbers, with nothing to press', async () => {
    await open(STEPPER, { javaScriptEnabled: false });
    expect(await page.locator('[data-part="output-0"] .cell').first().innerText()).toBe('−1');
    expect(await page.locator('.widget button:visible:not([disabled])').count()).toBe(0);
  });
});

describe('a photo of the reader’s own', () => {
  it('makes room for the sample at a reset, also where no setting has changed', async () => {
    await open('embed/en/pixel-inspector/');
    await page.waitForSelector('lesson-widget[data-ready]');
    const credit = () => page.locator('[data-part=credit]').innerText();
    const reset = page.locator('[data-widget-part=reset]');
    expect(await reset.getAttribute('aria-disabled')).toBe('true');
    await page.locator('[data-part=own-file] input').setInputFiles('public/pictures/airplane-airliner.jpg');
    await expect.poll(credit).toContain('stays on your device');
    await reset.click();
    await expect.poll(credit).toContain('Photo: ');
    await expect.poll(() => reset.getAttribute('aria-disabled')).toBe('true');
  });
});
