import { expect, inject, it } from 'vitest';
import { launch } from './browser.ts';

const screens = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

/** What the question that a lesson opens with asks the reader to use. */
const asked = {
  classification: '[data-part=plum] button',
  images: '[data-part=whole] [data-part=mark]', // it stands on the orange breast
  convolution: 'button.cell',
  channels: '[data-part=play]',
  padding: '[data-part=padding] input',
  'receptive-field': '[data-part=add]',
  stride: '[data-part=stride] input',
  pooling: 'input.cell',
  shapes: '[data-part=maxPool2d]',
  softmax: '[data-part=range]',
};

it.each(Object.entries(asked))('what %s opens with is asked of something on the first screen', async (lesson, part) => {
  const browser = await launch();
  for (const viewport of screens) {
    for (const locale of ['en', 'zh']) {
      const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
      await page.goto(new URL(`${locale}/lessons/${lesson}/`, inject('origin')).href);
      const control = page.locator(`.opener [data-ready] ${part}`).first();
      const isInSight = await control.evaluate((element) => {
        const { left, width, bottom } = element.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, bottom - 2);
        return element.parentElement?.contains(seen) ?? false;
      });
      expect(isInSight, `${locale}, ${viewport.width} px`).toBe(true);
      await page.close();
    }
  }
  await browser.close();
});
