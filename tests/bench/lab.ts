/** The built site's lab, as a visitor uses it. */
import type { Browser, Page } from 'playwright-core';

export const LAB = 'classification-lab';

/** A page of its own, with no stores of before, that will load networks and photos from the server once. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(180_000);
  return page;
}

export async function openLab(page: Page, address: string, network: string): Promise<void> {
  await page.goto(new URL(`en/lab/?network=${network}`, address).href);
  await page.waitForSelector('[data-camera]:visible');
}

/** Throws what the page says where it failed. */
export async function answered(page: Page): Promise<void> {
  const lab = await page.waitForSelector(`${LAB}:is([data-state=done], [data-state=failed])`);
  if ((await lab.getAttribute('data-state')) === 'failed') throw new Error(`${await page.textContent('[role=alert]')}`);
}

/** Clicks a sample photo and gives the milliseconds from the click to the answer on the page. */
export async function classifySample(page: Page, file: string): Promise<number> {
  const milliseconds = await page.evaluate(
    ([tag, sample]) =>
      new Promise<number>((resolve) => {
        const lab = document.querySelector<HTMLElement>(tag);
        const button = document.querySelector<HTMLElement>(`button[data-sample="${sample}"]`);
        const begin = performance.now();
        button?.click();
        const check = () => /done|failed/.test(lab?.dataset['state'] ?? '') && resolve(performance.now() - begin);
        if (lab) new MutationObserver(check).observe(lab, { attributes: true });
      }),
    [LAB, file] as const,
  );
  await answered(page);
  return milliseconds;
}
