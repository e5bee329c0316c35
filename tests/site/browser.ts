import type { LaunchOptions } from 'playwright-core';
import { firstBrowser } from '../../scripts/browser.ts';

/** A headless Chromium, or an error that says what to do: never a silent skip. */
export async function launch(options: LaunchOptions = {}) {
  const browser = await firstBrowser(options);
  if (!browser) throw new Error('No Chromium could be started: run `node scripts/ensure-browser.ts`.');
  return browser;
}
