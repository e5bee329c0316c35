import { describe, expect, it } from 'vitest';
import { exercises } from '@/exercises/index.ts';
import { printProgress } from '@/state/progress-file.ts';
import { cards, events, field, focused, newPage, origin, page, press, records, status } from './exercise-page.ts';
import { answer, goOn, openPractice, problemShown, why } from './practice-page.ts';

const said = () => page.locator('[data-said]').last().innerText();
const upload = (name: string, text: string) =>
  page.locator('[data-add]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

describe('mixed practice', () => {
  it('goes on by spaced repetition, says why, and brings back soon what was shown', async () => {
    await openPractice();
    const first = await problemShown();
    expect(first).toMatchObject({ exercise: exercises[0]?.id, level: 1 });
    expect(await why()).toContain('not met this kind yet');
    await press('show');
    expect(await status()).toBe('shown');
    await goOn();
    expect((await problemShown()).exercise).toBe(exercises[1]?.id);
    expect(await page.locator('.run-cells li[data-result="shown"]').count()).toBe(1);
    await page.clock.install();
    await page.clock.fastForward(2 * 60_000);
    await answer();
    expect(await status()).toBe('correct');
    await goOn();
    expect(await problemShown()).toMatchObject({ exercise: first.exercise, level: 1 });
    expect(await why()).toMatch(/shown 2 minutes ago, so this kind comes back soon/);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('task');
  });

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

  it('after the same slip twice offers its place in the lesson and an easier problem', async () => {
    await openPractice('?exercise=convolve-map&seed=7&level=2');
    await answer('flipped');
    await expect.poll(async () => (await events()).length).toBe(1);
    expect(await page.locator('practice-advice').innerText()).toBe('');
    await press('next');
    await openPractice('?exercise=convolve-map&seed=8&level=2');
    await answer('flipped');
    const advice = page.locator('practice-advice');
    await expect.poll(() => advice.innerText()).toContain('The same slip, twice. The kernel was flipped.');
    expect(await advice.getAttribute('role')).toBe('status');
    await advice.locator('[data-to-lesson]').click();
    await page.waitForURL(/lessons\/convolution\/#pitfall-convolve-map-flipped$/);
    expect(await page.locator(':target').innerText()).toContain('flipped');
    await page.goBack();
    await page.waitForSelector('exercise-card[data-ready]');
    await page.locator('[data-easier]').click();
    await page.waitForSelector('exercise-card[data-addressed][data-ready]');
    expect(await problemShown()).toMatchObject({ exercise: 'convolve-map', level: 1 });
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
});

describe('progress as a file', () => {
  it('is saved, and merged elsewhere: nothing twice, nothing overwritten', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await answer();
    await expect.poll(async () => (await events()).length).toBe(1);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
    expect(download.suggestedFilename()).toMatch(/^convolution-by-hand-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const before = await events();
    await newPage();
    await openPractice('?exercise=padded-size&seed=2&level=1');
    await answer('padding-once');
    await expect.poll(async () => (await events()).length).toBe(1);
    await page.locator('[data-add]').setInputFiles(file);
    await expect.poll(said).toBe('1 entry added.');
    await expect
      .poll(async () => (await records()).map(({ seed, outcome }) => [seed, outcome]))
      .toEqual([
        [1, 'right'],
        [2, 'open'],
      ]);
    expect(await events()).toContainEqual(before[0]);
    await page.locator('[data-add]').setInputFiles(file);
    await expect.poll(said).toBe('0 entries added; 1 was here already.');
    expect((await events()).length).toBe(2);
    expect(await page.locator('a[data-kind="padded-size"]').innerText()).toContain('1 of 2 right');
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
      for (const [text, sentence] of [
        ['{"shopping":["milk"]}', foreign],
        [good.slice(0, -40), broken],
        [good.replace('"level": 1', '"level": 9'), broken],
        [good.replace('"version": 1', '"version": 2'), newer],
      ] as const) {
        await upload('file.json', text);
        await expect.poll(said).toContain(sentence);
        expect(await said()).toContain(same);
      }
      expect(await events()).toEqual(before);
    },
  );

  it('is erased only after a question, with what was typed', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await answer();
    await expect.poll(async () => (await events()).length).toBe(1);
    await page.locator('[data-erase]').click();
    await page.keyboard.press('Escape');
    await page.locator('[data-erase]').click();
    await page.locator('dialog [value="keep"]').click();
    expect((await events()).length).toBe(1);
    await page.locator('[data-erase]').click();
    await page.locator('dialog [value="erase"]').click();
    await expect.poll(said).toBe('All progress is erased.');
    expect(await events()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('exercise:')))).toEqual(
      [],
    );
    expect(await page.locator('[data-kept]').innerText()).toBe('Nothing is kept yet.');
    await expect.poll(() => cards().first().getAttribute('data-status')).toBe('open');
  });
});

describe('where the browser keeps nothing', () => {
  it('practice works from memory, says so, and the file holds what was done', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Blocked.', 'SecurityError');
      };
      indexedDB.open = refuse;
      Storage.prototype.setItem = refuse;
      Storage.prototype.getItem = refuse;
    });
    await openPractice('?exercise=padded-size&seed=1&level=1');
    const note = page.locator('[data-not-kept]');
    await expect.poll(() => note.innerText()).toContain('keeps nothing for this site');
    await answer();
    expect(await status()).toBe('correct');
    await expect.poll(() => page.locator('[data-kept]').innerText()).toContain('1 answer to 1 problem');
    await goOn();
    await expect.poll(() => page.locator('a[data-kind="padded-size"]').innerText()).toContain('1 of 1 right');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save]').click()]);
    expect(await (await download.createReadStream()).toArray().then(String)).toContain('"padded-size"');
  });
});

describe('without a mouse', () => {
  it('a problem is solved and the next one reached', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await page.goto(`${origin}en/practice/?exercise=padded-size&seed=1&level=1`);
    await page.waitForSelector('exercise-card[data-ready]');
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
