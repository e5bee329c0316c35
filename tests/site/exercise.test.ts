import { source } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import convolveMap from '@/exercises/convolve-map.ts';
import { generate, mistake, solve } from '@/exercises/index.ts';
import type { Typed } from '@/exercises/kit/definition.ts';
import { launch } from './browser.ts';

const origin = inject('origin');
/** Storing the site for offline use is not what is looked at here. */
const quiet = { serviceWorkers: 'block' } as const;
const problem = generate(convolveMap, 7, 2);
const right = solve(convolveMap, problem);
const flipped = mistake(convolveMap, problem, 'flipped') ?? {};

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ ...quiet, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

const card = () => page.locator('exercise-card');
const field = (part: string, index: number) => page.locator(`input[data-part="${part}"][data-index="${index}"]`);
const press = (name: string) => page.locator(`button[data-${name}]`).first().click();

async function open(path = 'en/practice/convolve-map/?seed=7&level=2') {
  await page.goto(`${origin}${path}`);
  await page.waitForSelector('exercise-card[data-ready]');
}

async function typeAll(typed: Typed) {
  for (const [part, fields] of Object.entries(typed)) {
    for (const [index, text] of fields.entries()) await field(part, index).fill(text);
  }
}

const values = (inside: Locator = card()) =>
  inside.locator('input[data-part]').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')));

const status = () => card().getAttribute('data-status');
const feedback = () => page.locator('[data-feedback]').innerText();

const grid = () => page.locator('.work').first().innerText();

/** The seed, the level and the numbers that are shown. */
async function shown() {
  const element = card();
  return [await element.getAttribute('data-seed'), await element.getAttribute('data-level'), await grid()];
}

interface KeptRecord {
  seed: number;
  outcome: string;
  attempts: number;
  hints: number;
  misconceptions: string[];
}

const readRecords = `new Promise((done, fail) => {
  const opening = indexedDB.open('convolution-by-hand');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('problems').objectStore('problems').getAll();
    all.onsuccess = () => { opening.result.close(); done(all.result); };
  };
})`;
const records = () => page.evaluate<KeptRecord[]>(readRecords);

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

const focused = () =>
  page.evaluate(() => [
    document.activeElement?.getAttribute('data-part'),
    document.activeElement?.getAttribute('data-index'),
  ]);

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
    const numbers = (await grid()).match(/[\d.−]+/g);
    await open('zh/practice/softmax-decimals/?seed=4021973&level=3');
    expect((await grid()).match(/[\d.−]+/g)).toEqual(numbers);
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
    expect(await card().locator('img').count()).toBe(0);
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
  it('keeps 200 records of two tabs that write 100 answers each', { timeout: 90_000 }, async () => {
    const other = await context.newPage();
    const write = async (tab: Page) => {
      await tab.goto(`${origin}en/practice/padded-size/?seed=1&level=1`);
      await tab.waitForSelector('exercise-card[data-ready]');
      await tab.evaluate(async () => {
        for (let answer = 0; answer < 100; answer += 1) {
          for (const input of document.querySelectorAll<HTMLInputElement>('input[data-part]')) {
            input.value = '999';
            input.dispatchEvent(new Event('input', { bubbles: true }));
          }
          document.querySelector<HTMLButtonElement>('[data-check]')?.click();
          document.querySelector<HTMLButtonElement>('[data-new]')?.click();
        }
      });
    };
    await Promise.all([write(page), write(other)]);
    await expect.poll(async () => (await records()).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(199);
    const kept = await records();
    // Both tabs begin with the same problem; every other one is a tab's own.
    expect(kept.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(200);
  });

  it('works from memory where the browser keeps nothing, and says so once', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Blocked.', 'SecurityError');
      };
      indexedDB.open = refuse;
      Storage.prototype.setItem = refuse;
      Storage.prototype.getItem = refuse;
    });
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

  it('is shown in the list, which proposes what was never right', async () => {
    await open();
    await typeAll(right);
    await press('check');
    await expect.poll(async () => (await records()).length).toBe(1);
    await page.goto(`${origin}en/practice/`);
    const link = page.locator('[data-kind="convolve-map"]');
    await expect.poll(() => link.innerText()).toContain('1 of 1 right');
    const proposal = page.locator('[data-proposal]');
    await expect.poll(() => proposal.innerText()).toMatch(/^Go on: /);
    expect(await proposal.getAttribute('href')).not.toContain('convolve-map');
    await page.locator('[data-random]').click();
    await page.waitForSelector('exercise-card[data-ready]');
  });
});

describe('everyone', () => {
  it('hears a name for every field, and the state of it', async () => {
    await open();
    await field('map', 5).fill('999');
    await press('check');
    const tree = await page.locator('.parts').ariaSnapshot();
    expect(tree).toContain('textbox "Size of the output, height"');
    expect(tree).toContain('textbox "Output, row 2, column 3"');
    expect(await field('map', 5).getAttribute('aria-invalid')).toBe('true');
    const mark = await field('map', 5).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${mark}"]`).innerText()).toContain('wrong');
  });

  it('finds no fault of axe, in any state', async () => {
    const faults = async () => {
      await page.evaluate(source);
      return page.evaluate<string[]>(
        `axe.run('main', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) => found.violations.map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html).join(' ')))`,
      );
    };
    await open();
    expect(await faults()).toEqual([]);
    await typeAll({ ...flipped, shape: ['3x', ''] });
    await press('hint');
    await press('check');
    expect(await faults()).toEqual([]);
    await press('show');
    expect(await faults()).toEqual([]);
    await page.goto(`${origin}zh/practice/`);
    expect(await faults()).toEqual([]);
  });

  it('gets keys for minus and fraction on a device without a mouse', async () => {
    await context.close();
    context = await browser.newContext({
      ...quiet,
      viewport: { width: 360, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    page = await context.newPage();
    await open();
    expect(await page.locator('.touch-keys').count()).toBe(0);
    await field('map', 0).tap();
    await page.locator('[data-sign="−"]').tap();
    await page.keyboard.type('3');
    expect(await field('map', 0).inputValue()).toBe('−3');
    expect(await focused()).toEqual(['map', '0']);
    await page.locator('[data-check]').tap();
    expect(await page.locator('.touch-keys').isVisible()).toBe(false);
  });

  it('sees a problem with its worked steps where there is no script', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    await page.goto(`${origin}en/practice/convolve-map/`);
    expect(await page.locator('.answer input').count()).toBe(11);
    await page.locator('.steps summary').click();
    expect(await page.locator('.steps li').first().isVisible()).toBe(true);
    expect(await page.locator('[data-check]').isVisible()).toBe(false);
  });

  it.each([320, 360, 768, 1280])('fits a screen of %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const kind of ['convolve-map', 'softmax-decimals', 'find-pattern']) {
      await open(`zh/practice/${kind}/?seed=7&level=3`);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
    }
  });
});
