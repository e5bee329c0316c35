import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../src/core/', import.meta.url);
const files = readdirSync(folder);

describe('src/core', () => {
  it('runs under plain node, with no build', () => {
    const script = `
      const core = await import(${JSON.stringify(new URL('index.ts', folder).href)});
      const output = core.convolve2d(core.fromRows([[[1, 2], [3, 4]]]), core.tensor([1, 1, 2, 2], [1, 1, 1, 1]));
      console.log(JSON.stringify([...output.data]));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
    expect(printed.trim()).toBe('[10]');
  });

  it.each(files)('imports nothing outside itself: %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/\bfrom '([^']+)'|\bimport\(/g)) {
      expect(specifier.startsWith('./') && files.includes(specifier.slice(2)), specifier).toBe(true);
    }
    expect(text).not.toMatch(/^import ['"]/m);
  });
});
