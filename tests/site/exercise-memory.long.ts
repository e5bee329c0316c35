import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exercises } from '@/exercises/index.ts';
import {
  blockStorage,
  cards,
  context,
  feedback,
  field,
  flipped,
  open,
  origin,
  page,
  press,
  ready,
  records,
  right,
  shown,
  solveCard,
  status,
  typeAll,
  values,
  work,
} from './exercise-page.ts';

describe('what was typed', () => {
  it('outlives a reload, a change of theme, of language, and the way back', async () => {
    await open();
    await typeAll(flipped);
    await press('hint');
    await press('check');
    const before = [await values(), await page.locator('.mark').count(), await page.locator('.feedback').count()];
    const same = async () =>
      expect([await values(), await page.locator('.mark').count(), await page.locator('.feedback').count()]).toEqual(
        before,
      );
    await page.reload();
    await page.waitForSelector('exercise-card[data-ready]');
    await same();
    await page.locator('button[data-theme-toggle]').first().click();
    await same();
    await page.locator('a[data-language="zh"]').first().click();
    await page.waitForSelector('html[lang="zh-CN"] exercise-card[data-ready]');
    await same();
    expect(await feedback()).toContain('卷积核被翻转了');
    await page.goto(`${origin}zh/`);
    await page.goBack();
    await page.waitForSelector('exercise-card[data-ready]');
    await same();
  });

  it('in one tab is taken over by another', async () => {
    await open();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.waitForSelector('exercise-card[data-ready]');
    await field('map', 0).fill('42');
    await field('map', 1).fill('43');
    const far = (index: number) => other.locator(`input[data-part="map"][data-index="${index}"]`);
    await expect.poll(() => far(1).inputValue()).toBe('43');
    await far(2).fill('44');
    await expect.poll(() => field('map', 2).inputValue()).toBe('44');
    await page.reload();
    await page.waitForSelector('exercise-card[data-ready]');
    expect(await Promise.all([0, 1, 2].map((index) => field('map', index).inputValue()))).toEqual(['42', '43', '44']);
  });

  it('waits at the problem before, one step back', async () => {
    await open();
    const first = await shown();
    await field('map', 0).fill('42');
    await press('new');
    expect(await shown()).not.toEqual(first);
    expect(await field('map', 0).inputValue()).toBe('');
    const second = await shown();
    await press('before');
    expect(await shown()).toEqual(first);
    expect(await field('map', 0).inputValue()).toBe('42');
    await press('after');
    expect(await shown()).toEqual(second);
    await page.goBack();
    await expect.poll(shown).toEqual(first);
    expect(await field('map', 0).inputValue()).toBe('42');
  });
});

describe('problems', () => {
  it('are the same for the same address, in both languages', async () => {
    await open('en/practice/softmax-decimals/?seed=4021973&level=3');
    const numbers = (await work()).match(/[\d.−]+/g);
    await open('zh/practice/softmax-decimals/?seed=4021973&level=3');
    expect((await work()).match(/[\d.−]+/g)).toEqual(numbers);
    expect(await page.locator('.session b').innerText()).toBe('3TQPN');
  });

  it('are fresh without a seed, and the address keeps them', async () => {
    await open('en/practice/convolve-map/');
    const first = await shown();
    expect(new URL(page.url()).searchParams.get('seed')).toBe(first[0]);
    await page.reload();
    await page.waitForSelector('exercise-card[data-ready]');
    expect(await shown()).toEqual(first);
    await open('en/practice/convolve-map/');
    expect((await shown())[0]).not.toBe(first[0]);
  });

  it('of another level come by choice', async () => {
    await open();
    await page.locator('[data-level-choice]').selectOption('3');
    expect((await shown())[1]).toBe('3');
    expect(new URL(page.url()).searchParams.get('level')).toBe('3');
    await page.locator('[data-level-choice]').selectOption('2');
    expect((await shown())[0]).toBe('7');
  });

  it('asked for by a hostile address are fresh ones, with a sentence', async () => {
    const seed = '<img src=x onerror=alert(1)>';
    await open(`en/practice/convolve-map/?seed=${encodeURIComponent(seed)}&level=9`);
    const note = await page.locator('.card-notes').innerText();
    expect(note).toContain('<img src=x');
    expect(note).toContain('level “9”');
    expect(await cards().locator('img').count()).toBe(0);
    expect((await shown())[1]).toBe('1');
  });

  it('can be given up: the answers are shown, and never count as right', async () => {
    await open();
    await field('map', 0).fill('42');
    await press('show');
    expect(await status()).toBe('shown');
    expect((await values()).map((text) => text?.replace('−', '-'))).toEqual(Object.values(right).flat());
    expect(await page.locator('.steps li').count()).toBeGreaterThan(2);
    await press('peek');
    expect(await field('map', 0).inputValue()).toBe('42');
    await expect.poll(records).toMatchObject([{ outcome: 'shown' }]);
    await page.reload();
    await page.waitForSelector('exercise-card[data-ready]');
    expect(await status()).toBe('shown');
  });
});

describe('progress', () => {
  it('works from memory where the browser keeps nothing, and says so once', async () => {
    await blockStorage(page);
    await open();
    await typeAll(flipped);
    await press('check');
    const note = page.getByText('does not keep your progress');
    await expect.poll(() => note.count()).toBe(1);
    expect(await page.locator('.card-note').count()).toBe(1);
    expect(await status()).toBe('wrong');
    await typeAll(right);
    await press('check');
    expect(await status()).toBe('correct');
    expect(await page.locator('.card-note').count()).toBe(1);
  });
});

describe('in a lesson', () => {
  const whole = (at: Locator) => at.locator('.work').innerText();

  async function openLesson(language = 'en') {
    await page.goto(`${origin}${language}/lessons/convolution/`);
    await ready(cards().first());
  }

  it('a right answer leads on, folds, and can be opened again', async () => {
    await openLesson();
    const [first, second] = [cards().nth(0), cards().nth(1)];
    await solveCard(first);
    await first.locator('[data-next]').click();
    expect(await first.locator('.work').count()).toBe(0);
    expect(await first.innerText()).toContain('Right at the first try');
    expect(await second.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.reload();
    await expect.poll(() => first.locator('.compact').count()).toBe(1);
    await first.locator('[data-open]').click();
    expect(await first.locator('.mark').count()).toBeGreaterThan(0);
    expect(await first.locator('.steps li').count()).toBeGreaterThan(0);
  });

  it('a card keeps the reader’s own problem through a reload and a change of language', async () => {
    await openLesson();
    const first = cards().first();
    await first.locator('[data-new]').click();
    await first.locator('input[data-part]').first().fill('42');
    const seed = await first.getAttribute('data-seed');
    await openLesson('zh');
    expect(await first.getAttribute('data-seed')).toBe(seed);
    expect(await first.locator('input[data-part]').first().inputValue()).toBe('42');
    await first.locator('[data-before]').click();
    expect(await first.getAttribute('data-seed')).not.toBe(seed);
  });

  it('what is typed before the script answers is kept', async () => {
    await page.goto(`${origin}en/lessons/convolution/`, { waitUntil: 'commit' });
    const input = cards().first().locator('input[data-part]').first();
    await input.evaluate((element) => {
      if (element instanceof HTMLInputElement) element.value = '42';
    });
    await ready(cards().first());
    expect(await input.inputValue()).toBe('42');
  });

  it('the link to a problem leads to the same numbers on the page of its kind', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openLesson();
    const numbers = await whole(cards().first());
    await cards().first().locator('[data-copy-link]').click();
    await expect.poll(() => cards().first().locator('.card-note').innerText()).toContain('copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('en/practice/');
    await page.goto(link);
    await ready(cards().first());
    expect(await whole(cards().first())).toBe(numbers);
  });

  it('shows on the course map', async () => {
    await openLesson();
    await page.goto(`${origin}en/`);
    const cell = page.locator('[data-lesson="convolution"]');
    await expect.poll(() => cell.getAttribute('data-state')).toBe('begun');
    for (const kind of exercises.filter(({ lesson }) => lesson === 'softmax')) {
      await open(`en/practice/${kind.id}/?seed=3&level=1`);
      await solveCard(cards().first());
    }
    await page.goto(`${origin}zh/`);
    await expect.poll(() => page.locator('[data-lesson="softmax"]').getAttribute('data-state')).toBe('done');
    await expect.poll(() => page.locator('[data-summary]').innerText()).toContain('1');
  });
});
