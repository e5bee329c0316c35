import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../../scripts/headers.ts';

const file = new URL('../../../public/_headers', import.meta.url);
const headersOf = readHeaders(file);

const paths = [
  '/',
  '/404.html',
  '/en',
  '/zh',
  '/en/',
  '/zh/lessons/convolution/',
  '/en/practice/convolve-map/',
  '/embed/zh/convolution-stepper/',
  '/_astro/page.C01xXOsp.css',
  '/search/en.json',
  '/scorm/player.js',
  '/networks/alexnet.onnx',
  '/pictures/bird-kingfisher.jpg',
  '/favicon.svg',
  '/manifest.webmanifest',
  '/sw.js',
];

/** Which rules set a header on a path: hosts that add rules up instead of replacing must come to the same answer. */
function rulesFor(path: string): string[] {
  const set: string[] = [];
  let matches = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      const [before = '', after] = line.trim().split('*');
      matches = after === undefined ? path === before : path.startsWith(before);
    } else if (matches && line.startsWith('  ')) set.push(line.trim().split(':')[0] ?? '');
  }
  return set;
}

describe('public/_headers', () => {
  it.each(paths)('sets no header of %s twice', (path) => {
    const names = rulesFor(path);
    expect(names).toEqual([...new Set(names)]);
    expect(names.toSorted()).toEqual([...headersOf(path).keys()].toSorted());
  });

  it('lets a page be framed by nobody and a widget by anyone', () => {
    for (const path of ['/', '/en', '/zh', '/en/lab/', '/zh/', '/404.html'])
      expect(headersOf(path).get('Content-Security-Policy'), path).toBe("frame-ancestors 'none'");
    expect(headersOf('/embed/en/padding-count/').get('Content-Security-Policy')).toBe('frame-ancestors *');
    expect(headersOf('/embed/en/padding-count/').get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  });

  it.each(paths)('isolates %s, so that networks may use threads', (path) => {
    const headers = headersOf(path);
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Permissions-Policy')).toContain('camera=(self)');
  });

  it('keeps only what has a hash in its name', () => {
    expect(headersOf('/_astro/page.C01xXOsp.css').get('Cache-Control')).toContain('immutable');
    for (const path of ['/', '/en/', '/zh/lab/', '/embed/en/softmax-bench/', '/sw.js', '/search/en.json'])
      expect(headersOf(path).get('Cache-Control'), path).toBe('no-cache');
  });
});
