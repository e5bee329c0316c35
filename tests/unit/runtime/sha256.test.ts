import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256, sha256Plain } from '@/runtime/sha256.ts';

const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

afterEach(() => vi.unstubAllGlobals());

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('hashes %i bytes in plain code', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
  expect(Buffer.from(sha256Plain(bytes)).toString('hex')).toBe(expected(bytes));
});

it('agrees with the platform on any bytes, also on a part of a buffer', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, from) => {
      const part = bytes.subarray(Math.min(from, bytes.length));
      expect(Buffer.from(sha256Plain(part)).toString('hex')).toBe(expected(part));
    }),
  ));

it('gives the same digits with and without crypto.subtle', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i);
  const secure = await sha256(bytes);
  vi.stubGlobal('crypto', {});
  expect(await sha256(bytes)).toBe(secure);
  expect(secure).toBe(expected(bytes));
});
