import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  feedback,
  field,
  flipped,
  focused,
  open,
  page,
  press,
  records,
  right,
  status,
  typeAll,
  values,
} from './exercise-page.ts';

describe('answering', () => {
  it('can be done with the keyboard alone', async () => {
    await open();
    await page.locator('.skip').focus();
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press('Tab');
      if (await field('shape', 0).evaluate((input) => input === document.activeElement)) break;
    }
    const down = [0, 3, 6, 1, 4, 7, 2, 5, 8];
    for (const text of right['shape'] ?? []) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    for (const index of down) {
      await page.keyboard.type(right['map']?.[index] ?? '');
      await page.keyboard.press('Enter');
    }
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-check'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await status()).toBe('correct');
    expect(await feedback()).toContain('Right at the first try');
    await expect.poll(records).toMatchObject([{ seed: 7, outcome: 'right', attempts: 1, misconceptions: [] }]);
  });

  it('moves by arrows at the ends of a text, and stays within it elsewhere', async () => {
    await open();
    await field('map', 4).fill('12');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toEqual(['map', '4']);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toEqual(['map', '5']);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toEqual(['map', '4']);
    expect(await field('map', 4).inputValue()).toBe('12');
  });

  it.each([
    ['en', 'The kernel was flipped.', 'you have'],
    ['zh', '卷积核被翻转了', '你算的是'],
  ])('names the slip and shows the first place twice (%s)', async (language, slip, did) => {
    await open(`${language}/practice/convolve-map/?seed=7&level=2`);
    await typeAll(flipped);
    await press('check');
    expect(await status()).toBe('wrong');
    expect(await page.locator('[data-misconception]').getAttribute('data-misconception')).toBe('flipped');
    expect(await feedback()).toContain(slip);
    expect(await feedback()).toContain(did);
    expect(await page.locator('.calc').count()).toBe(2);
    expect(await page.locator('.calc b').count()).toBeGreaterThan(0);
    expect(await page.locator('.window').count()).toBe(1);
    await expect.poll(() => page.locator('[data-say]').innerText()).toContain(slip);
    await expect.poll(records).toMatchObject([{ outcome: 'open', attempts: 1, misconceptions: ['flipped'] }]);
  });

  it('never counts what cannot be read, or is empty, as wrong', async () => {
    await open();
    await typeAll({ map: right['map'] ?? [], shape: ['3', '3x'] });
    await press('check');
    expect(await status()).toBe('unreadable');
    expect(await page.locator('.typed').innerText()).toBe('3x');
    expect(await page.locator('.answer[data-state="wrong"]').count()).toBe(0);
    await field('shape', 1).fill('');
    await press('check');
    expect(await status()).toBe('open');
    await field('shape', 1).fill('3');
    await press('check');
    expect(await feedback()).toContain('Right at the first try');
  });

  it('takes a mark away as soon as its field is edited, and counts only marked cells', async () => {
    await open();
    await typeAll({ ...right, shape: ['9', right['shape']?.[1] ?? ''] });
    await press('check');
    expect(await page.locator('.tally').innerText()).toBe('10 of 11 right');
    expect(await page.locator('.mark').count()).toBe(11);
    await field('map', 0).press('End');
    await page.keyboard.type('1');
    expect(await page.locator('.mark').count()).toBe(10);
    expect(await page.locator('.tally').innerText()).toBe('9 of 11 right');
  });

  it('never changes what was typed', async () => {
    await open();
    for (const text of [' −1,5 ', '１２', '1e3', '007', '-0', '3/0']) {
      await field('map', 0).fill(text);
      await press('check');
      expect(await field('map', 0).inputValue()).toBe(text);
    }
  });
});

/** Pastes as a spreadsheet would. */
const paste = (into: Locator, text: string) =>
  into.evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe('pasting', () => {
  it('fills rows and columns, and one step takes it back', async () => {
    await open();
    await field('map', 0).fill('77');
    await paste(field('map', 0), '1\t2\n−3\t4\n');
    expect((await values()).slice(2, 9)).toEqual(['1', '2', '', '−3', '4', '', '']);
    await press('undo');
    expect((await values()).slice(2, 6)).toEqual(['77', '', '', '']);
    await paste(field('map', 3), '1 2 3');
    expect((await values()).slice(5, 8)).toEqual(['1', '2', '3']);
  });

  it('says what does not fit, and changes nothing', async () => {
    await open();
    await field('map', 1).fill('5');
    await paste(field('map', 1), '1 2 3');
    expect(await page.locator('.card-note').innerText()).toContain('room for 3 × 2');
    expect((await values()).slice(2, 5)).toEqual(['', '5', '']);
  });
});
