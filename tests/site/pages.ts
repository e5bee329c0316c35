import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built pages in a folder, as paths under the site's address: "", "en/", "en/lessons/padding/", "404.html". */
export function builtPages(directory = new URL('../../dist/', import.meta.url)): string[] {
  const root = fileURLToPath(directory);
  return readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** What a page is one of: "lessons/*" for each lesson in either language, "embed/*" for each widget. */
const kindOf = (path: string): string =>
  path
    .replace(/^(en|zh)\//, '')
    .replace(/^embed\/\w+\//, 'embed/')
    .replace(/^([^/]+\/)[^/]+\/$/, '$1*');

/** One page of every kind there is, in each language; the longest of its kind by name, so that the choice is stable. */
export function pagesOfEveryKind(): string[] {
  const chosen = new Map<string, string>();
  for (const path of builtPages()) {
    const language = /^(?:embed\/)?(en|zh)\//.exec(path)?.[1] ?? '';
    const key = `${language} ${kindOf(path)}`;
    if (path.length > (chosen.get(key)?.length ?? -1)) chosen.set(key, path);
  }
  return [...chosen.values()];
}
