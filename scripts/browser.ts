import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from 'playwright-core';

/** Where a Chromium may be: what CHROMIUM_PATH names, Playwright's cache, the system's, Chrome, Edge; in this order. */
function candidates(): LaunchOptions[] {
  const named = process.env['CHROMIUM_PATH'];
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'].filter((path) =>
    existsSync(path),
  );
  return [
    ...(named ? [{ executablePath: named }] : []),
    ...(existsSync(chromium.executablePath()) ? [{}] : []),
    ...system.map((executablePath) => ({ executablePath })),
    { channel: 'chrome' },
    { channel: 'msedge' },
  ];
}

/** A root user's Chromium (a container, a CI machine) has no sandbox to start in. */
const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The first Chromium that starts, headless; `undefined` where there is none. */
export async function firstBrowser(options: LaunchOptions = {}) {
  const args = [...rootArguments, '--disable-background-networking', ...(options.args ?? [])];
  for (const candidate of candidates()) {
    const browser = await chromium.launch({ ...options, ...candidate, args }).catch(() => undefined);
    if (browser) return browser;
  }
  return undefined;
}
