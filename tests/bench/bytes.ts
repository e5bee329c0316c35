/** What a visitor's browser asks the server for, and how many bytes that is. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Kinds of file that static hosts compress; networks, pictures and fonts go as they are. */
const COMPRESSED = /\.(html|js|mjs|css|svg|json|wasm|webmanifest|xml|txt)$/;

export interface Asked {
  /** Below the site's address, without the query. */
  readonly path: string;
  /** By the service worker, for use offline. */
  readonly offline: boolean;
}

/** Notes the requests to a server that it answers with a file, from now on: those of workers too. */
export function watchRequests(server: Server): Asked[] {
  const asked: Asked[] = [];
  server.on('request', ({ url = '/', headers }, response) => {
    const path = url.slice(1).replace(/\?.*/, '');
    const offline = /\/sw\.js$/.test(headers.referer ?? '');
    response.on('finish', () => response.statusCode === 200 && asked.push({ path, offline }));
  });
  return asked;
}

export interface Bytes {
  readonly stored: number;
  /** As static hosts send them: level 6, and quality 5. The preview server sends WebAssembly as stored. */
  readonly gzip: number;
  readonly brotli: number;
}

const measured = new Map<string, Bytes>();

/** Bytes of the file that answers a path. */
export function bytesOf(directory: URL, path: string): Bytes {
  const known = measured.get(path);
  if (known) return known;
  const file = path.replace(/(^|\/)$/, '$1index.html');
  const content = readFileSync(new URL(file, directory));
  const stored = content.length;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const bytes = COMPRESSED.test(file)
    ? { stored, gzip: gzipSync(content).length, brotli: brotliCompressSync(content, quality).length }
    : { stored, gzip: stored, brotli: stored };
  measured.set(path, bytes);
  return bytes;
}

export const sum = (all: readonly Bytes[]): Bytes => ({
  stored: all.reduce((total, { stored }) => total + stored, 0),
  gzip: all.reduce((total, { gzip }) => total + gzip, 0),
  brotli: all.reduce((total, { brotli }) => total + brotli, 0),
});
