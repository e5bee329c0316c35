import { readFileSync } from 'node:fs';

interface Rule {
  readonly path: RegExp;
  readonly headers: (readonly [name: string, value: string])[];
}

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
const pattern = (path: string) => new RegExp(`^${path.split('*').map(escaped).join('.*')}$`);

/**
 * Reads a `_headers` file in the form that static hosts agree on: a path with `*`, then indented `Name: value` lines; every rule
 * that matches applies, a later one replaces what an earlier one set, and `! Name` takes a header away.
 * @returns the headers of a path (without the base path).
 * @throws Error naming the line that is neither a path, a header nor a comment.
 */
export function readHeaders(file: URL): (path: string) => Map<string, string> {
  const rules: Rule[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('/')) {
      rules.push({ path: pattern(line.trim()), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+(?:!\s*)?([A-Za-z-]+)(?::\s*(.*))?$/.exec(line) ?? [];
    if (!name)
      throw new Error(`_headers, line ${index + 1}: expected a path, a comment or "  Name: value", found "${line}".`);
    rules.at(-1)?.headers.push([name, value?.trim() ?? '']);
  }
  return (path) => {
    const headers = new Map<string, string>();
    for (const [name, value] of rules.filter((rule) => rule.path.test(path)).flatMap((rule) => rule.headers)) {
      if (value) headers.set(name, value);
      else headers.delete(name);
    }
    return headers;
  };
}
