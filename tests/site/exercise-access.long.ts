import { source } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { field, flipped, focused, newPage, open, origin, page, press, typeAll } from './exercise-page.ts';

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

  it('finds no fault of axe, in any state', { timeout: 120_000 }, async () => {
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
    await newPage({ viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true });
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
    await newPage({ javaScriptEnabled: false });
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
