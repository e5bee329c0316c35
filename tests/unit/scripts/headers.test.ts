import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readHeaders } from '../../../scripts/headers.ts';

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'headers-')), '_headers');
  writeFileSync(file, text);
  return readHeaders(pathToFileURL(file));
}

it('applies every rule that matches, later ones last, and lets one take a header away', () => {
  const headersOf = read('# all\n/*\n  X-A: 1\n  X-B: 2\n/embed/*\n  X-A: 3\n  ! X-B\n');
  expect(Object.fromEntries(headersOf('/en/'))).toEqual({ 'X-A': '1', 'X-B': '2' });
  expect(Object.fromEntries(headersOf('/embed/en/a/'))).toEqual({ 'X-A': '3' });
});

it('takes dots and plus signs of a path literally', () => {
  expect(read('/sw.js\n  X-A: 1\n')('/swxjs').size).toBe(0);
});

it('names the line that it cannot read', () => {
  expect(() => read('/*\n  no header here\n')).toThrow('_headers, line 2');
});
