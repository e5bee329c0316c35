import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../../scripts/server.ts';

const long = Array.from({ length: 200_000 }, (_, i) => `${i * i}`).join(' ');
const folder = mkdtempSync(join(tmpdir(), 'served-'));
let served: Served;
beforeAll(async () => {
  mkdirSync(join(folder, 'en'));
  for (const [name, text] of [
    ['_headers', '/*\n  X-A: 1\n'],
    ['404.html', 'none'],
    ['en/index.html', '<p>en'],
    ['/long.js', long],
    ['/network.onnx', long],
  ] as const)
    writeFileSync(join(folder, name), text);
  served = await serve({ directory: pathToFileURL(`${folder}/`) });
});
afterAll(() => {
  served.server.close();
  rmSync(folder, { recursive: true });
});

/** An answer as it comes over the wire, to a path as it is given: `fetch` would unpack the one and tidy the other. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(served.address, { path, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    }).on('error', reject);
  });
}
const takesGzip = { 'accept-encoding': 'gzip, deflate, br' };

it.each([
  ['/long.js', long],
  ['/en/', '<p>en'],
])('sends the text %s in gzip, with its headers', async (path, text) => {
  const { status, headers, body } = await ask(path, takesGzip);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding', 'x-a': '1' });
  expect(headers['content-length']).toBeUndefined();
  expect(gunzipSync(body).toString()).toBe(text);
});

it.each([
  ['to a browser that does not take gzip', '/long.js', {}, 200, long],
  ['what is no text', '/network.onnx', takesGzip, 200, long],
  ['a part', '/long.js', { ...takesGzip, range: 'bytes=3-7' }, 206, long.slice(3, 8)],
  ['what is not there', '/other.js', takesGzip, 404, 'none'],
])('sends as it is %s', async (_, path, given, expected, text) => {
  const { status, headers, body } = await ask(path, given);
  expect(status).toBe(expected);
  expect(headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe(text);
});

it('sends nothing that the browser has', async () => {
  const { headers } = await ask('/long.js', takesGzip);
  const { status, body } = await ask('/long.js', { ...takesGzip, 'if-none-match': headers.etag ?? '' });
  expect([status, body.length]).toEqual([304, 0]);
});

it.each([
  '//',
  '//en/',
  '///',
  '/\\',
  '*',
  'http://host/en/',
  '/?',
  '/%',
  '/%ff%00',
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  `/${'a'.repeat(10_000)}`,
  '/en/?//',
])('answers %s, and goes on', async (path) => {
  const { status, body } = await ask(path);
  expect([200, 404]).toContain(status);
  expect(['<p>en', 'none', '']).toContain(body.toString());
  expect((await ask('/en/')).status).toBe(200);
});

it.each(['bytes=7-3', 'bytes=0-99999999999999999999', 'bytes=-5', 'bytes=a-b', 'lines=1-2', 'bytes=1-2,4-5', ''])(
  'sends the whole for the range "%s", which it cannot read',
  async (range) => {
    const { status, body } = await ask('/long.js', { range });
    expect([status, body.toString()]).toEqual([200, long]);
  },
);
