import { source } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exercises } from '@/exercises/index.ts';
import { printProgress } from '@/state/progress-file.ts';
import { event } from '../unit/practice/problems.ts';
import {
  cards,
  context,
  events,
  field,
  focused,
  newPage,
  origin,
  page,
  press,
  records,
  status,
} from './exercise-page.ts';
import { answer, goOn, openPractice, problemShown, said, save, upload, why } from './practice-page.ts';

describe('mixed practice', () => {
  it('keeps the problem through a reload, the way back and a change of language', async () => {
    await openPractice('?exercise=convolve-map&seed=7&level=2');
    expect(await why()).toContain('The address names this problem');
    await field('map', 0).fill('42');
    await press('next');
    await expect.poll(async () => (await problemShown()).exercise).not.toBe('convolve-map');
    await page.goBack();
    await page.waitForSelector('exercise-card[data-exercise="convolve-map"][data-ready]');
    await page.locator('a[data-language="zh"]').first().click();
    await page.waitForSelector('html[lang="zh-CN"] exercise-card[data-ready]');
    expect(await problemShown()).toEqual({ exercise: 'convolve-map', seed: 7, level: 2 });
    expect(await field('map', 0).inputValue()).toBe('42');
  });

  it('keeps to the lessons that are ticked', async () => {
    await openPractice();
    await page.locator('.narrow summary').click();
    await page.getByLabel('5 Padding').check();
    await expect.poll(async () => (await problemShown()).exercise).toBe('padded-map');
    expect(await page.locator('[data-narrowed]').innerText()).toBe('5');
    await openPractice('', 'zh');
    expect((await problemShown()).exercise).toBe('padded-map');
    expect(await page.locator('[data-narrowed]').innerText()).toBe('第5课');
  });

  it('says what of a hostile address it could not have', async () => {
    await openPractice('?exercise=<img src=x onerror=alert(1)>&seed=abc&level=7');
    expect((await problemShown()).exercise).toBe(exercises[0]?.id);
    const notes = await page.locator('[data-notes]').innerText();
    expect(notes).toContain('<img src=x');
    expect(notes).toContain('problem “abc”');
    expect(notes).toContain('level “7”');
    expect(await page.locator('main img').count()).toBe(0);
  });

  it('shows in the list how the reader stands, and on the course map what is done', async () => {
    await openPractice('?exercise=softmax-logs&seed=3&level=1');
    await answer();
    const link = page.locator('a[data-kind="softmax-logs"]');
    await expect.poll(() => link.innerText()).toMatch(/1 of 1 right, now level 2, back in \d+ minutes/);
    expect(await link.locator('.lesson-cell').getAttribute('data-state')).toBe('begun');
    expect(await page.locator('practice-list [data-summary]').innerText()).toContain('0 mastered, 1 begun');
    for (const level of [2, 3]) {
      await openPractice(`?exercise=softmax-logs&seed=3&level=${level}`, 'zh');
      await answer();
    }
    await expect.poll(() => link.innerText()).toContain('做了3道，对3道，已掌握');
    expect(await link.locator('.lesson-cell').getAttribute('data-state')).toBe('done');
    for (const { id } of exercises.filter(({ lesson }) => lesson === 'softmax')) {
      await openPractice(`?exercise=${id}&seed=3&level=1`);
      await answer();
    }
    await page.goto(`${origin}en/`);
    await expect.poll(() => page.locator('[data-lesson="softmax"]').getAttribute('data-state')).toBe('done');
  });
});

describe('progress', () => {
  it('keeps all 200 answers of two tabs that write 100 each', { timeout: 90_000 }, async () => {
    const other = await context.newPage();
    const write = async (tab: Page, seed: number) => {
      await tab.goto(`${origin}en/practice/padded-size/?seed=${seed}&level=1`);
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
    await Promise.all([write(page, 1), write(other, 2)]);
    await expect.poll(async () => (await events()).length, { timeout: 60_000 }).toBe(200);
    expect((await records()).length).toBe(200);
    expect(new Set((await events()).map(({ name }) => name)).size).toBe(200);
  });

  it.each([
    ['en', 'not a progress file', 'is damaged', 'newer version', 'Nothing was changed.'],
    ['zh', '不是本站的进度文件', '已损坏', '更新的版本', '什么都没有改。'],
  ])(
    'that is foreign, broken or newer is refused with a sentence (%s)',
    async (language, foreign, broken, newer, same) => {
      await openPractice('?exercise=padded-size&seed=1&level=1', language);
      await answer();
      await expect.poll(async () => (await events()).length).toBe(1);
      const before = await events();
      const good = printProgress({ events: before, visits: [] }, 0);
      const files = [
        ['shopping', '{"shopping":["milk"]}', foreign],
        ['cut', good.slice(0, -40), broken],
        ['level', good.replace('"level": 1', '"level": 9'), broken],
        ['later', good.replace('"version": 1', '"version": 2'), newer],
      ] as const;
      for (const [name, text, sentence] of files) {
        await upload(`${name}.json`, text);
        await expect.poll(said).toMatch(new RegExp(`“${name}.json”.*${sentence}.*${same}`));
      }
      expect(await events()).toEqual(before);
    },
  );

  it('is erased only after a question, with what was typed', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await answer();
    await expect.poll(async () => (await events()).length).toBe(1);
    await page.evaluate(() => {
      for (const key of ['assignment:set.tasks=padded-size,1,1', 'problem:GC2-C1S'])
        localStorage.setItem(key, '{"n":"Ann"}');
    });
    await page.locator('[data-erase]').click();
    await page.keyboard.press('Escape');
    await page.locator('[data-erase]').click();
    await page.locator('dialog [value="keep"]').click();
    expect((await events()).length).toBe(1);
    await page.locator('[data-erase]').click();
    await page.locator('dialog [value="erase"]').click();
    await expect.poll(said).toBe('All progress is erased.');
    expect(await events()).toEqual([]);
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => /^(exercise|assignment|problem):/.test(key))).toEqual([]);
    expect(await page.locator('[data-kept]').innerText()).toBe('Nothing is kept yet.');
    await expect.poll(() => cards().first().getAttribute('data-status')).toBe('open');
  });

  it('comes over from the first version of the store', async () => {
    await page.goto(`${origin}favicon.svg`);
    await page.evaluate(`new Promise((done) => {
      const opening = indexedDB.open('convolution-by-hand', 1);
      opening.onupgradeneeded = () => {
        const { result } = opening;
        result.createObjectStore('visits', { keyPath: 'lesson' }).put({ lesson: 'padding', begun: 1, time: 2 });
        result.createObjectStore('problems', { keyPath: ['exercise', 'level', 'seed'] }).put({
          exercise: 'padded-size', level: 2, seed: 5, begun: 10, time: 20, outcome: 'right', attempts: 2, hints: 0,
          misconceptions: ['padding-once'],
        });
      };
      opening.onsuccess = () => { opening.result.close(); done(); };
    })`);
    await openPractice();
    await expect
      .poll(() => page.locator('[data-kept]').innerText())
      .toContain('1 problem with 2 answers, 1 lesson opened');
    expect(await records()).toMatchObject([{ outcome: 'right', attempts: 2, misconceptions: ['padding-once'] }]);
  });

  it('goes on from memory, and says so, where the device is full', async () => {
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(origin).origin, quotaSize: 1 });
    await openPractice('?exercise=padded-size&seed=1&level=1');
    const many = Array.from({ length: 8000 }, (_, seed) => event('padded-size', 'right', { seed, level: 3 }));
    await upload('many.json', printProgress({ events: many, visits: [] }, 0));
    await expect.poll(() => page.locator('[data-not-kept]').innerText()).toContain('blocked or full');
    await expect.poll(() => page.locator('[data-kept]').innerText()).toContain('8000 problems with 8000 answers');
    expect(await events()).toEqual([]);
    expect(JSON.parse((await save()).text)['events'].length).toBe(8000);
    await answer();
    expect(await status()).toBe('correct');
    await goOn();
  });
});

describe('without a mouse', () => {
  it('a problem is solved and the next one reached', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await answer();
    await cards().locator('[data-check]').focus();
    for (let tab = 0; tab < 10; tab += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-next'))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForSelector('exercise-card[data-ready]:not([data-exercise="padded-size"])');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('task');
    await page.keyboard.press('Tab');
    expect((await focused())[0]).toBeTruthy();
  });
});

describe('everyone', () => {
  const faults = async () => {
    await page.evaluate(source);
    return page.evaluate<string[]>(
      `axe.run('main', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((found) => found.violations.map((fault) => fault.id + ': ' + fault.nodes.map((node) => node.html).join(' ')))`,
    );
  };

  it.each(['en', 'zh'])('hears the advice once, and finds no fault of axe, at 320 px too (%s)', async (language) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await openPractice('?exercise=convolve-map&seed=7&level=2', language);
    await answer('flipped');
    await openPractice('?exercise=convolve-map&seed=8&level=2', language);
    await page.evaluate(`
      globalThis.changes = 0;
      new MutationObserver((list) => { globalThis.changes += list.length; })
        .observe(document.querySelector('practice-advice'), { childList: true, subtree: true, characterData: true });
    `);
    await answer('flipped');
    await page.waitForSelector('[data-easier]');
    await expect.poll(async () => (await events()).length).toBe(2);
    expect(await page.evaluate('globalThis.changes')).toBe(1);
    await page.locator('.narrow summary').click();
    await page.evaluate(() => scrollTo(0, 0));
    expect(await faults()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.locator('[data-erase]').click();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.hasAttribute("data-erase")')).toBe(true);
  });

  it('without script sees every kind in the list, and no part that would not work', async () => {
    await newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}zh/practice/`);
    expect(await page.locator('practice-list a[data-kind]').count()).toBe(exercises.length);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator('practice-session').isVisible()).toBe(false);
    expect(await page.locator('progress-keeper').isVisible()).toBe(false);
  });
});
