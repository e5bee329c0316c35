import { expect, it } from 'vitest';
import { tooLarge } from '@/runtime/pictures/limits.ts';

const plenty = 50e6;

it.each([
  ['a phone photo', 4032, 3024, 3e6],
  ['64 megapixels', 8000, 8000, plenty],
  ['a long side of 16,384', 16_384, 1000, plenty],
  ['a drawing of 25 megapixels in few bytes', 5000, 5000, 100],
  ['26 megapixels with a byte for every 50', 6500, 4000, 520_000],
])('%s may be decoded', (_, width, height, bytes) => expect(tooLarge(width, height, bytes)).toBeUndefined());

it.each([
  ['more than 64 megapixels', 8001, 8000, plenty, 'picture-large'],
  ['a side above 16,384', 16_385, 1, plenty, 'picture-large'],
  ['a height above 16,384', 1, 60_000, plenty, 'picture-large'],
  ['a 35-byte file of 46,000 × 46,000', 46_000, 46_000, 35, 'picture-large'],
  ['26 megapixels with a byte less than one for every 50', 6500, 4000, 519_999, 'picture-suspicious'],
])('%s may not', (_, width, height, bytes, code) =>
  expect(tooLarge(width, height, bytes)).toMatchObject({ code, width, height }),
);
