import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { readTasks } from '@/components/worksheet/tasks.ts';
import { setProblems } from '@/components/worksheet/variants.ts';
import { exercises, mistake, solve } from '@/exercises/index.ts';
import type { Typed } from '@/exercises/kit/definition.ts';
import { launch } from './browser.ts';

const origin = inject('origin');
const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const tasks = 'convolve-map,2,1;padded-size,1,1';
const problems = setProblems(readTasks(tasks, kinds).tasks, 5, kinds);
const right = problems.map(({ exercise, problem }) => solve(exercise, problem));
const flipped = problems.map(({ exercise, problem }) => mistake(exercise, problem, 'flipped'))[0] ?? {};

let browser: Browser;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await context.close();
  expect(errors.splice(0)).toEqual([]);
});

const address = (settings = '', language = 'en') =>
  `${origin}${language}/assignment/#set.title=Week%203&set.tasks=${tasks}&set.seed=5${settings}`;

async function open(settings = '', language = 'en') {
  await page.goto(address(settings, language));
  await page.waitForSelector('problem-set[data-status=open]');
}

const field = (place: number, part: string, index: number) =>
  page.locator(`[data-place="${place}"] input[data-part="${part}"][data-index="${index}"]`);

async function answer(place: number, typed: Typed) {
  for (const [part, fields] of Object.entries(typed))
    for (const [index, text] of fields.entries()) await field(place, part, index).fill(text);
}

const score = () => page.locator('.set-score').innerText();
const handIn = () => page.locator('[data-hand-in]').click();

describe('an assignment', () => {
  it('is done, handed in and checked by the teacher', async () => {
    await open();
    await page.locator('[data-learner]').fill('李雷');
    await answer(0, flipped);
    await page.locator('[data-place="0"] [data-check]').click();
    expect(await page.locator('[data-misconception]').getAttribute('data-misconception')).toBe('flipped');
    await answer(1, right[1] ?? {});
    await handIn();
    expect(await score()).toBe('1 of 2 problems right.');
    await expect.poll(() => page.locator('[data-text]').inputValue()).toContain('"checksum"');
    await page.locator('[data-copy-text]').click();
    await expect.poll(() => page.locator('.set-result').innerText()).toContain('copied');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const saving = page.waitForEvent('download');
    await page.locator('[data-save]').click();
    expect((await saving).suggestedFilename()).toBe('result-李雷.txt');

    await page.goto(`${origin}en/results/`);
    await page.waitForSelector('handed-in-results[data-ready]');
    const files = [
      { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
      { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from(text.replaceAll('"right":1', '"right":2')) },
      { name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') },
    ];
    const [sound, altered, none] = files;
    if (!sound || !altered || !none) throw new Error('There are three files.');
    await page.locator('input[type=file]').setInputFiles([sound, none]);
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(1);
    expect(await page.locator('[data-verdict=sound]').innerText()).toContain('1 / 2');
    expect(await page.locator('[data-verdict=sound] bdi').first().innerText()).toBe('李雷');
    expect(await page.locator('.note-line').innerText()).toContain('c.txt');
    await page.locator('[data-clear]').click();
    await page.locator('input[type=file]').setInputFiles([altered]);
    await expect.poll(() => page.locator('[data-verdict=altered]').count()).toBe(1);
  });

  it('keeps what was typed through reload and language switch, and after handing in', async () => {
    await open();
    await answer(0, right[0] ?? {});
    await field(1, 'size', 0).fill('1e3');
    await page.reload();
    await page.waitForSelector('problem-set[data-status=open]');
    expect(await field(1, 'size', 0).inputValue()).toBe('1e3');
    await page.locator('[data-language]').first().click();
    await page.waitForURL('**/zh/assignment/**');
    await page.waitForSelector('problem-set[data-status=open]');
    expect(await field(0, 'shape', 0).inputValue()).toBe(right[0]?.['shape']?.[0]);
    await handIn();
    expect(await score()).toBe('2题中对了1题。');
    await page.reload();
    await page.waitForSelector('problem-set[data-status=handed-in]');
    expect(await field(1, 'size', 0).inputValue()).toBe('1e3');
    expect(await field(1, 'size', 0).getAttribute('readonly')).not.toBeNull();
    await page.locator('[data-go-on]').click();
    await answer(1, right[1] ?? {});
    await handIn();
    expect(await score()).toBe('2题中对了2题。');
  });

  it('is handed in over plain http, where the browser has no crypto.subtle', async () => {
    await page.addInitScript('Object.defineProperty(Crypto.prototype, "subtle", { value: undefined })');
    await open();
    await answer(1, right[1] ?? {});
    await handIn();
    await handIn();
    const text = page.locator('[data-text]');
    await expect.poll(() => text.inputValue()).toContain('"checksum"');
    await page.reload();
    await page.waitForSelector('problem-set[data-status=handed-in]');
    await expect.poll(() => text.inputValue()).toContain('"checksum"');
    const result = await text.inputValue();
    await page.goto(`${origin}en/results/`);
    await page.waitForSelector('handed-in-results[data-ready]');
    await page.locator('textarea').fill(result);
    await page.locator('[data-check]').click();
    await expect.poll(() => page.locator('[data-verdict=sound]').count()).toBe(1);
    await page.locator('textarea').fill(result.replace('"name":""', '"name":"Eve"'));
    await page.locator('[data-check]').click();
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(2);
    expect(await page.locator('[data-verdict=altered] bdi').first().innerText()).toBe('Eve');
    expect(await page.locator('.note-line').innerText()).toContain('“—”, “Eve”');
  });

  it('open in two tabs keeps what is typed in both, and is handed in in both', async () => {
    await open();
    const other = await context.newPage();
    await other.goto(address());
    await other.waitForSelector('problem-set[data-status=open]');
    await page.locator('[data-learner]').fill('Ann');
    await answer(0, right[0] ?? {});
    const learner = other.locator('[data-learner]');
    await expect.poll(() => learner.inputValue()).toBe('Ann');
    await other.locator('[data-place="1"] input[data-part="size"]').fill(right[1]?.['size']?.[0] ?? '');
    await expect.poll(() => field(1, 'size', 0).inputValue()).toBe(right[1]?.['size']?.[0]);
    await other.locator('[data-hand-in]').click();
    await page.waitForSelector('problem-set[data-status=handed-in]');
    expect(await score()).toBe('2 of 2 problems right.');
    await expect.poll(() => page.locator('[data-text]').inputValue()).toContain('Name: Ann');
  });

  it('asks before it is handed in with empty fields, by keyboard alone', async () => {
    await open('&set.feedback=end');
    expect(await page.locator('[data-check]').count()).toBe(0);
    await field(1, 'size', 0).focus();
    await page.keyboard.type(right[1]?.['size']?.[0] ?? '');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.hasAttribute("data-hand-in")')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-hand-in]').innerText()).toBe('Hand in all the same');
    await page.keyboard.press('Enter');
    expect(await score()).toBe('1 of 2 problems right.');
    await expect.poll(() => page.locator('[data-say]').innerText()).toBe('1 of 2 problems right.');
  });

  it('opens the worked steps after handing in, or holds them back', async () => {
    await open();
    expect(await page.locator('[data-steps]').count()).toBe(0);
    await answer(0, flipped);
    await handIn();
    await handIn();
    expect(await page.locator('[data-steps]').count()).toBe(2);
    expect(await page.locator('.calc').count()).toBeGreaterThan(0);
    await open('&set.steps=held');
    await answer(0, flipped);
    await handIn();
    await handIn();
    expect(await page.locator('[data-misconception]').count()).toBe(1);
    expect(await page.locator('[data-steps], .calc').count()).toBe(0);
  });

  it('of a hostile or empty address says what is wrong and stays usable', async () => {
    const title = encodeURIComponent('<script>alert(1)</script>\u202e');
    await page.goto(`${origin}en/assignment/#set.title=${title}&set.tasks=gone,1,1;padded-size,1,1&set.steps=maybe`);
    await page.waitForSelector('problem-set[data-status=open]');
    expect(await page.locator('problem-set bdi').innerText()).toContain('<script>');
    expect(await page.locator('.sheet-notes p').count()).toBe(3);
    await page.goto(`${origin}en/assignment/#set.tasks=${'x'.repeat(10_000)}`);
    await page.waitForSelector('problem-set[data-status=empty]');
    expect(await page.locator('problem-set a.btn').getAttribute('href')).toMatch(/\/en\/worksheet\/$/);
  });

  it('says where its link was changed, and takes a whole one as it is', async () => {
    await page.goto(`${origin}en/worksheet/#sheet.title=Week%203&sheet.tasks=${tasks}&sheet.seed=5`);
    await page.waitForSelector('work-sheet[data-ready]');
    const link = (await page.locator('[data-open-set]').getAttribute('href')) ?? '';
    const notes = async (at: string) => {
      await page.goto('about:blank');
      await page.goto(at);
      await page.waitForSelector('problem-set[data-status=open]');
      return page.locator('.sheet-notes p').allInnerTexts();
    };
    expect(await notes(link)).toEqual([]);
    expect((await notes(link.replace('seed=5', 'seed=6'))).join()).toContain('does not fit');
    expect((await notes(link.replace(/&set\.check.*/, ''))).join()).toContain('no check sign');
  });

  it('of one problem opens by a code that holds the steps back', async () => {
    await page.goto(`${origin}en/problem/#GC2-C1S-H`);
    await page.locator('problem-code [data-check]').waitFor();
    await page.locator('problem-code input[data-part=shape]').first().fill('9');
    await page.locator('problem-code [data-check]').click();
    expect(await page.locator('problem-code .feedback.wrong').count()).toBe(1);
    expect(await page.locator('problem-code [data-steps], problem-code [data-hint], problem-code .calc').count()).toBe(
      0,
    );
  });
});
