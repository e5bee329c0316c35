import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { writeServiceWorker } from '../../../src/integrations/offline.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('lists pages, scripts and pictures to store, and nothing that only a host reads', async () => {
  const files = ['index.html', 'en/lab/index.html', '_astro/a.js', 'pictures/a.jpg', 'favicon.svg'];
  const hosts = ['_headers', '.nojekyll', '404.html', 'sitemap-0.xml', 'networks/a.onnx'];
  for (const file of [...files, ...hosts]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  expect(await writeServiceWorker(pathToFileURL(`${folder}/`))).toBe(files.length);
  const list = readFileSync(join(folder, 'sw.js'), 'utf8').split('\n')[0] ?? '';
  const listed = files.map((file) => `"${file.replace(/index\.html$/, '')}":`);
  expect(listed.filter((text) => !list.includes(text))).toEqual([]);
});

it('has the file by which GitHub Pages serves folders whose name begins with "_"', () => {
  expect(existsSync(new URL('../../../public/.nojekyll', import.meta.url))).toBe(true);
});

it('stores what the search reads however large it is, other large files only once they were used', async () => {
  for (const file of ['search/en.json', 'data/en.json']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'x'.repeat(1_000_000));
  }
  await writeServiceWorker(pathToFileURL(`${folder}/`));
  const build = /^self\.BUILD = (.*);$/m.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1] ?? '';
  const { rest, used } = JSON.parse(build);
  expect(Object.keys(rest)).toContain('search/en.json');
  expect(Object.keys(used)).toEqual(['data/en.json']);
});
