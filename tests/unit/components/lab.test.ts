import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '@/components/lab/address.ts';
import { cropOf } from '@/components/lab/crop.ts';
import { licenceAddress } from '@/components/lab/licence.ts';
import { answerLines } from '@/components/lab/results.ts';
import { sharesWithRest, wholeShares } from '@/components/lab/shares.ts';
import type { Preprocessing } from '@/runtime/manifest.ts';
import { runtimeBytes } from '@/runtime/sizes.ts';

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 12 });

test('whole shares add up, stray less than one step, and keep the order', () => {
  fc.assert(
    fc.property(weights, (parts) => {
      const sum = parts.reduce((total, each) => total + each, 0);
      fc.pre(sum > 0);
      const shares = parts.map((each) => each / sum);
      const steps = wholeShares(shares, 1000);
      expect(steps.reduce((total, each) => total + each, 0)).toBe(1000);
      for (const [i, step] of steps.entries()) {
        expect(Math.abs(step - 1000 * (shares[i] ?? 0))).toBeLessThan(1);
        for (const [j, other] of steps.entries())
          if ((shares[i] ?? 0) > (shares[j] ?? 0)) expect(step).toBeGreaterThanOrEqual(other);
      }
    }),
  );
});

test('each share is rounded and the rest takes what is missing', () => {
  expect(sharesWithRest([0.8916, 0.0222, 0.0144, 0.0139, 0.012], 0.0459, 1000)).toEqual([892, 22, 14, 14, 12, 46]);
  expect(sharesWithRest([0.02466, 0.5], 0.47534, 1000)).toEqual([25, 500, 475]);
});

test('where rounding alone would show more than the whole, all are shared out', () => {
  const shown = sharesWithRest([0.99951, 0.00049], 0, 1000);
  expect(shown.reduce((sum, each) => sum + each, 0)).toBe(1000);
  expect(Math.min(...sharesWithRest([0.9995, 0.0005], 0.000001, 1000))).toBeGreaterThanOrEqual(0);
});

test('the answer shows five classes and the rest, 100 % together', () => {
  const ranked = [0.4, 0.3, 0.1, 0.08, 0.06, 0.04, 0.02].map((probability, i) => ({
    id: `class${i}`,
    name: `class ${i}`,
    probability,
  }));
  const { top, rest } = answerLines(ranked);
  expect(top.map(({ id, tenths }) => [id, tenths])).toEqual([
    ['class0', 400],
    ['class1', 300],
    ['class2', 100],
    ['class3', 80],
    ['class4', 60],
  ]);
  expect(rest).toEqual({ count: 2, tenths: 60 });
});

const square: Preprocessing = {
  resize: 'square-area-average',
  size: 32,
  order: 'RGB',
  mean: [0, 0, 0],
  std: [1, 1, 1],
};
const centre: Preprocessing = { ...square, resize: 'short-side-bilinear', short: 256, size: 224 };

test('the crop is the centre square, or the part of the short side that the manifest says', () => {
  expect(cropOf(square, 640, 480)).toEqual({ left: 0.125, top: 0, width: 0.75, height: 1 });
  expect(cropOf(square, 480, 640)).toEqual({ left: 0, top: 0.125, width: 1, height: 0.75 });
  expect(cropOf(centre, 256, 512)).toEqual({ left: 0.0625, top: 0.28125, width: 0.875, height: 0.4375 });
});

const choices = { networks: ['alexnet', 'vgg13'], samples: ['a.jpg', 'b.jpg'] };

test('the address comes back as it was written, beside what else is in it', () => {
  for (const network of choices.networks)
    for (const sample of [...choices.samples, undefined])
      for (const backend of ['auto', 'wasm'] as const) {
        const query = writeAddress('?seed=3', { network, sample, backend });
        expect(readAddress(query, choices)).toEqual({ network, sample, backend, refused: [] });
        expect(new URLSearchParams(query).get('seed')).toBe('3');
      }
});

test('a value that does not exist falls back for its field alone, and is named', () => {
  expect(readAddress('?network=vgg99&sample=b.jpg&backend=wasm', choices)).toEqual({
    network: 'alexnet',
    sample: 'b.jpg',
    backend: 'wasm',
    refused: ['network'],
  });
  expect(readAddress('?network=vgg13&sample=../../x&backend=', choices)).toEqual({
    network: 'vgg13',
    sample: undefined,
    backend: 'auto',
    refused: ['sample', 'backend'],
  });
});

test('Creative Commons licences are linked, the public domain has no text', () => {
  expect(licenceAddress('CC0-1.0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
  expect(licenceAddress('CC-BY-SA-4.0')).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
  expect(licenceAddress('CC-BY-2.5')).toBe('https://creativecommons.org/licenses/by/2.5/');
  expect(licenceAddress('public domain')).toBeUndefined();
});

test('the sizes told before the runtime is fetched are those of its files', () => {
  const { resolve } = createRequire(import.meta.url);
  const size = (name: string) => statSync(resolve(`onnxruntime-web/ort-wasm-simd-threaded${name}.wasm`)).size;
  expect(runtimeBytes).toEqual({ wasm: size(''), jspi: size('.jspi'), asyncify: size('.asyncify') });
});

test('every sample photo has a small copy', () => {
  const missing = readdirSync('public/pictures')
    .filter((file) => file.endsWith('.jpg'))
    .filter((file) => !existsSync(`public/pictures/small/${file}`));
  expect(
    missing,
    'make each with: magick X.jpg -resize 128x128^ -gravity center -extent 128x128 -quality 72 small/X.jpg',
  ).toEqual([]);
});
