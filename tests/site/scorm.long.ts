import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Frame, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readTasks } from '@/components/worksheet/tasks.ts';
import { setProblems } from '@/components/worksheet/variants.ts';
import { exercises, mistake, solve } from '@/exercises/index.ts';
import type { Typed } from '@/exercises/kit/definition.ts';
import { launch } from './browser.ts';

const tasks = 'convolve-map,2,1;padded-size,1,1';
const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const problems = setProblems(readTasks(tasks, kinds).tasks, 5, kinds);
const right = problems.map(({ exercise, problem }) => solve(exercise, problem));
const flipped = problems.map(({ exercise, problem }) => mistake(exercise, problem, 'flipped'))[0] ?? {};

/** A learning platform: scorm-again's API in the page around the frame, what it is told kept between two visits. */
const platformPage = `<!doctype html><html><body><script src="/scorm12.js"></script><script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 4 });
  const kept = localStorage.getItem('cmi');
  if (kept) {
    const { suspend, status } = JSON.parse(kept);
    window.API.cmi.suspend_data = suspend;
    window.API.cmi.core.lesson_status = status;
  }
  window.API.on('LMSSetValue.cmi.core.session_time', (element, value) => { window.sessionTime = value; });
  window.keep = () => localStorage.setItem('cmi', JSON.stringify({
    suspend: window.API.cmi.suspend_data, status: window.API.cmi.core.lesson_status }));
</script><iframe src="/package/index.html" width="1000" height="800"></iframe></body></html>`;

let browser: Browser;
let server: Server;
let folder: string;
let platform: string;
const asked: string[] = [];

/** Makes a package on the worksheet's page, as a teacher does. */
async function downloadPackage(language: string): Promise<Uint8Array> {
  const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(
    `${inject('origin')}${language}/worksheet/#sheet.title=Week%203%20%26%20more&sheet.tasks=${tasks}&sheet.seed=5`,
  );
  await page.waitForSelector('work-sheet[data-ready]');
  const downloading = page.waitForEvent('download');
  await page.locator('[data-scorm]').click();
  const bytes = new Uint8Array(readFileSync(await (await downloading).path()));
  await context.close();
  return bytes;
}

beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'scorm-package-'));
  const files = sirv(folder, { dev: true });
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = server.address();
  if (found === null || typeof found === 'string') throw new Error('The server has no port.');
  platform = `http://127.0.0.1:${found.port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function unpack(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'package'), { recursive: true });
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, 'package', name), data);
  writeFileSync(join(folder, 'index.html'), platformPage);
  const runtime = new URL('../../node_modules/scorm-again/dist/scorm12.min.js', import.meta.url);
  writeFileSync(join(folder, 'scorm12.js'), readFileSync(runtime));
  return Object.keys(files).sort();
}

const value = (page: Page, element: string) => page.evaluate(`window.API.lmsGetValue('${element}')`);

async function visit(page: Page): Promise<Frame> {
  await page.goto(platform);
  const frame = page.frame({ url: /package/ });
  if (frame === null) throw new Error('The frame is missing.');
  await frame.waitForSelector('problem-set[data-status]');
  return frame;
}

async function answer(frame: Frame, place: number, typed: Typed) {
  for (const [part, fields] of Object.entries(typed))
    for (const [index, text] of fields.entries())
      await frame.locator(`[data-place="${place}"] input[data-part="${part}"][data-index="${index}"]`).fill(text);
}

describe('a SCORM package', () => {
  it.each(['en', 'zh'])(
    'runs in a learning platform, reports, and goes on where it was left (%s)',
    async (language) => {
      const files = unpack(await downloadPackage(language));
      expect(files).toEqual(['imsmanifest.xml', 'index.html', 'player.css', 'player.js']);
      expect(readFileSync(join(folder, 'package/imsmanifest.xml'), 'utf8')).toContain(
        '<title>Week 3 &amp; more</title>',
      );

      const context = await browser.newContext();
      const page = await context.newPage();
      const faults: string[] = [];
      const foreign: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(platform)) foreign.push(request.url());
      });

      const first = await visit(page);
      expect(await value(page, 'cmi.core.lesson_status')).toBe('incomplete');
      await answer(first, 0, flipped);
      await first.locator('[data-place="0"] [data-check]').click();
      expect(await first.locator('[data-misconception]').getAttribute('data-misconception')).toBe('flipped');
      // The learner leaves: the frame goes away, the platform keeps what it was told.
      await page.evaluate(`document.querySelector('iframe').src = 'about:blank'`);
      await expect.poll(() => page.evaluate('window.API.isTerminated()')).toBe(true);
      expect(await page.evaluate<string>('window.API.cmi.suspend_data')).toContain(JSON.stringify(flipped['map']));
      await page.evaluate('window.keep()');

      const second = await visit(page);
      const typed = second.locator('[data-place="0"] input[data-part="map"]');
      expect(await typed.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value')))).toEqual(
        flipped['map'],
      );
      await answer(second, 1, right[1] ?? {});
      await second.locator('[data-hand-in]').click();
      await second.waitForSelector('problem-set[data-status=handed-in]');
      expect(await value(page, 'cmi.core.score.raw')).toBe('50');
      expect(await value(page, 'cmi.core.score.min')).toBe('0');
      expect(await value(page, 'cmi.core.score.max')).toBe('100');
      expect(await value(page, 'cmi.core.lesson_status')).toBe('completed');
      await page.evaluate(`document.querySelector('iframe').src = 'about:blank'`);
      await expect.poll(() => page.evaluate('window.API.isTerminated()')).toBe(true);
      expect(await page.evaluate<string>('window.sessionTime')).toMatch(/^\d{4}:\d\d:\d\d\.\d\d$/);
      expect(faults).toEqual([]);
      expect(foreign).toEqual([]);
      expect(
        asked.filter((url) => !/^\/(|scorm12\.js|favicon\.ico|package\/(index\.html|player\.(js|css)))$/.test(url)),
      ).toEqual([]);
      await context.close();
    },
  );

  it('says that nothing was reported where the platform refuses, and reports when asked again', async () => {
    unpack(await downloadPackage('en'));
    const context = await browser.newContext();
    const page = await context.newPage();
    const frame = await visit(page);
    // The learner's session at the platform has run out.
    await page.evaluate(`({ LMSSetValue: window.set, LMSCommit: window.commit } = window.API);
      window.API.LMSSetValue = window.API.LMSCommit = () => 'false'`);
    await answer(frame, 1, right[1] ?? {});
    expect(await frame.locator('.set-warning').innerText()).toContain('does not keep what you type');
    await frame.locator('[data-hand-in]').click();
    await frame.locator('[data-hand-in]').click();
    expect(await frame.locator('.set-result').innerText()).toContain('could not be reported');
    await page.evaluate('Object.assign(window.API, { LMSSetValue: window.set, LMSCommit: window.commit })');
    await frame.locator('[data-report]').click();
    expect(await frame.locator('.set-result').innerText()).toContain('has been reported');
    expect(await value(page, 'cmi.core.score.raw')).toBe('50');
    expect(await frame.locator('[data-report]').count()).toBe(0);
    await context.close();
  });
});
