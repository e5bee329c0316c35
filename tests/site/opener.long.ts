import { expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const screens = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

it('the padding is on the first screen of its lesson', async () => {
  const browser = await launch();
  for (const viewport of screens) {
    for (const locale of ['en', 'zh']) {
      const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
      await page.goto(new URL(`${locale}/lessons/padding/`, inject('origin')).href);
      const box = await page.locator('.opener [data-part=padding] input').boundingBox();
      expect(box && box.y + box.height, `${locale}, ${viewport.width} px`).toBeLessThanOrEqual(viewport.height);
    }
  }
  await browser.close();
});
