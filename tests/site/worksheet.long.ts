import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { printCode } from '@/components/worksheet/code.ts';
import { exercises } from '@/exercises/index.ts';
import { localeKeys } from '@/state/locale.ts';
import { launch } from './browser.ts';

/** Width and height of a page of A4 or Letter within its margins, in CSS pixels. */
const pages = [
  ['a4', (180 * 96) / 25.4, (267 * 96) / 25.4],
  ['letter', (185.9 * 96) / 25.4, (249.4 * 96) / 25.4],
] as const;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage({ serviceWorkers: 'block' });
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

/** What of the problems on paper is wider than its column, higher than a page, or may be torn. */
const faults = `[...document.querySelectorAll('.paper-problem')].flatMap((problem) => {
  const name = problem.querySelector('h3').textContent.replace(/\\s+/g, ' ');
  const box = problem.getBoundingClientRect();
  const wide = [...problem.querySelectorAll('*')].find((part) => !part.closest('.hidden-visually, svg')
    && part.getBoundingClientRect().right > box.right + 1);
  return [
    ...(wide ? [name + ': ' + wide.className + ' is wider by ' + (wide.getBoundingClientRect().right - box.right)] : []),
    ...(box.height > PAGE ? [name + ' is higher than a page'] : []),
    ...(getComputedStyle(problem).breakInside !== 'avoid' ? [name + ' may be torn'] : []),
  ];
})`;

const cases = localeKeys.flatMap((language) =>
  pages.map(([paper, width, height]) => ({ language, paper, width, height })),
);

describe('every kind on paper', () => {
  it.each(cases)(
    '$language, $paper: stays within its column and on one page',
    async ({ language, paper, width, height }) => {
      const found: unknown[] = [];
      await page.setViewportSize({ width: Math.round(width), height: 900 });
      await page.goto(`${inject('origin')}${language}/worksheet/`);
      for (const { id } of exercises) {
        // Within one page, by its address: the sheet follows.
        await page.evaluate((hash) => location.replace(hash), `#sheet.tasks=${id},1-3,6&sheet.paper=${paper}`);
        const first = printCode({ kind: id, level: 1, seed: 0 }).slice(0, 4);
        await page.locator(`.paper-problem:first-child .code-sign:text("${first}")`).waitFor();
        expect(await page.locator('.paper-problem').count()).toBe(6);
        const here = await page.evaluate(faults.replace('PAGE', String(height)));
        found.push(...(Array.isArray(here) ? here : []));
      }
      expect(found).toEqual([]);
    },
  );
});

describe('the print', () => {
  it('prints on A4 and on Letter, sheets and keys each on pages of their own', async () => {
    await page.goto(`${inject('origin')}en/worksheet/#sheet.variants=2&sheet.tasks=padded-size,1,1`);
    await page.waitForSelector('work-sheet[data-ready]');
    await page.emulateMedia({ media: null });
    const sizes = async () => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((found) =>
        found
          .slice(1)
          .map((length) => Math.round(Number(length)))
          .join(' × '),
      );
    };
    const [a4, letter] = ['595 × 842', '612 × 792'];
    expect(await sizes()).toEqual([a4, a4, a4, a4]);
    await page.locator('[name=paper]').selectOption('letter');
    await page.locator('.paper[data-paper=letter]').first().waitFor();
    expect(await sizes()).toEqual([letter, letter, letter, letter]);
  });
});
