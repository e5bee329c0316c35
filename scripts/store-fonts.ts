/**
 * Cuts KaTeX's fonts down to the characters that the formulas of the built lessons show (src/styles/formulas): a page then
 * loads a few kilobytes for its formulas. A character that is missing there comes from the whole font, so nothing looks
 * wrong until this is run again. Run with `npm run build && npm run store:fonts`.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import subset from 'subset-font';
import { firstBrowser } from './browser.ts';
import { type FormulaCharacters, formulaCharacters } from './formula-characters.ts';
import { serve } from './server.ts';

const folder = new URL('../src/styles/formulas/', import.meta.url);
const whole = new URL('../node_modules/katex/dist/fonts/', import.meta.url);
const directory = new URL('../dist/', import.meta.url);

/** What the browser measures a font by, whether or not a formula shows it. */
const ALWAYS = ' ';

const files = await readdir(directory, { recursive: true });
const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => /lessons\/.*index\.html$/.test(file));
const browser = await firstBrowser({});
if (!browser) throw new Error('No Chromium could be started: run `node scripts/ensure-browser.ts`.');
const server = await serve({ directory, base: process.env['SITE_BASE'] ?? '/', host: '127.0.0.1', port: 0 });
const characters: FormulaCharacters = {};
try {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  for (const path of pages.toSorted()) {
    await page.goto(new URL(path.replace('index.html', ''), server.address).href);
    for (const [font, found] of Object.entries(await formulaCharacters(page)))
      characters[font] = [...new Set(`${ALWAYS}${characters[font] ?? ''}${found}`)].sort().join('');
  }
} finally {
  await browser.close();
  server.server.close();
}

for (const file of await readdir(folder)) if (file.endsWith('.woff2')) await rm(new URL(file, folder));
for (const [font, text] of Object.entries(characters)) {
  const small = await subset(await readFile(new URL(`${font}.woff2`, whole)), text, { targetFormat: 'woff2' });
  await writeFile(new URL(`${font}.woff2`, folder), small);
  console.log(`${font}: ${small.length} bytes for ${text.length} characters.`);
}
const sorted = Object.fromEntries(Object.entries(characters).toSorted());
await writeFile(new URL('characters.json', folder), `${JSON.stringify(sorted, null, 2)}\n`);
