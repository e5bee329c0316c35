import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '@/runtime/words.ts';
import { ids, manifestOf, samples } from '../unit/runtime/networks.ts';
import { launch } from './browser.ts';
import { chooseSample, LAB, results, START } from './lab.ts';
import { apart, buildsIn, logitsOf, openRecorded } from './runtime-driver.ts';

describe.each([
  ['wasm', [], 'wasm', words.en.reasons['no-adapter']],
  ['webgpu', ['--enable-unsafe-webgpu'], 'jspi', words.en.reasons['adapter-software']],
] as const)('on %s', (backend, args, build, reason) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch({ args: [...args] });
  });
  afterAll(() => browser.close());

  test.each(ids)('%s gives the logits of PyTorch on every sample photo', { timeout: 3 * START }, async (id) => {
    const { golden } = manifestOf(id);
    const { page, asked } = await openRecorded(browser, id);
    for (const { file, logits } of samples.photos) {
      expect(await chooseSample(page, file), file).toBe('done');
      expect(apart(await logitsOf(page), logits[id] ?? []), file).toBeLessThan(golden.tolerance);
      const [first] = await results(page);
      expect(first?.label, file).toBe(golden.pictures.find(({ picture }) => picture === file)?.top1);
    }
    expect(await page.getAttribute(LAB, 'data-backend')).toBe(backend);
    expect(await page.textContent('[data-why]')).toContain(reason);
    expect(buildsIn(asked)).toEqual([build]);
    await page.context().close();
  });
});
