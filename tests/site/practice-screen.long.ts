import { describe, expect, it } from 'vitest';
import { exercises } from '@/exercises/index.ts';
import { blockStorage, events, newPage, page, press, records, status } from './exercise-page.ts';
import { answer, goOn, openPractice, problemShown, said, save, upload, why } from './practice-page.ts';

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
});

describe('progress as a file', () => {
  it('is saved, and merged elsewhere: nothing twice, nothing overwritten', async () => {
    await openPractice('?exercise=padded-size&seed=1&level=1');
    await answer();
    await expect.poll(async () => (await events()).length).toBe(1);
    const { name, text } = await save();
    expect(name).toMatch(/^convolution-by-hand-\d{4}-\d\d-\d\d\.json$/);
    const before = await events();
    await newPage();
    await openPractice('?exercise=padded-size&seed=2&level=1');
    await answer('padding-once');
    await expect.poll(async () => (await events()).length).toBe(1);
    await upload('mine.json', text);
    await expect.poll(said).toBe('1 entry added.');
    await expect
      .poll(async () => (await records()).map(({ seed, outcome }) => [seed, outcome]))
      .toEqual([
        [1, 'right'],
        [2, 'open'],
      ]);
    expect(await events()).toContainEqual(before[0]);
    await upload('mine.json', text);
    await expect.poll(said).toBe('0 entries added; 1 was here already.');
    await upload('shopping.json', '{"shopping":["milk"]}');
    await expect.poll(said).toBe('“shopping.json” is not a progress file of this site. Nothing was changed.');
    expect((await events()).length).toBe(2);
    expect(await page.locator('a[data-kind="padded-size"]').innerText()).toContain('1 of 2 right');
  });
});

describe('where the browser keeps nothing', () => {
  it('practice works from memory, says so, and the file holds what was done', async () => {
    await blockStorage(page);
    await openPractice('?exercise=padded-size&seed=1&level=1');
    const note = page.locator('[data-not-kept]');
    await expect.poll(() => note.innerText()).toContain('keeps nothing for this site');
    await answer();
    expect(await status()).toBe('correct');
    await expect.poll(() => page.locator('[data-kept]').innerText()).toContain('1 problem with 1 answer');
    await goOn();
    await expect.poll(() => page.locator('a[data-kind="padded-size"]').innerText()).toContain('1 of 1 right');
    expect((await save()).text).toContain('"padded-size"');
  });
});
