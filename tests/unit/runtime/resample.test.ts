import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, planOf, span } from '@/runtime/pictures/plan.ts';
import { areaTaps, bilinearTaps, Resampler, roundHalfEven, type Taps } from '@/runtime/pictures/resample.ts';
import { manifestOf } from './networks.ts';

const square = manifestOf('alexnet').preprocessing;
const imagenet = { ...square, resize: 'short-side-bilinear', short: 256, size: 224 } as const;

/** A picture of one row of grey values, resampled across. */
function across(values: readonly number[], taps: readonly Taps[]): number[] {
  const resampler = new Resampler(areaTaps(1, 1), taps);
  resampler.add(0, Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255])), 0, 0);
  return [...resampler.finish()].filter((_, i) => i % 4 === 0);
}

describe('area average', () => {
  it('counts a pixel by the part of it that lies inside', () => {
    expect(across([0, 90, 30], areaTaps(3, 2))).toEqual([30, 50]);
    expect(across([10, 20, 30, 40], areaTaps(4, 2))).toEqual([15, 35]);
  });

  it('repeats pixels where there are too few', () => {
    expect(across([7], areaTaps(1, 4))).toEqual([7, 7, 7, 7]);
    expect(across([0, 90], areaTaps(2, 3))).toEqual([0, 45, 90]);
  });

  it('covers every pixel once, whatever the sizes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 64 }), (inputs, outputs) => {
        const covered = new Float64Array(inputs);
        for (const { start, weights } of areaTaps(inputs, outputs))
          for (const [i, weight] of weights.entries()) covered[start + i] = (covered[start + i] ?? Number.NaN) + weight;
        expect(Math.max(...covered.map((value) => Math.abs(value - 1)))).toBeLessThan(1e-9);
      }),
    ));
});

describe('bilinear with antialiasing', () => {
  it('makes the same values as torch.nn.functional.interpolate(mode="bilinear", antialias=True)', () => {
    // Half-width 2 around 1: the pixels at 0.5, 1.5, 2.5 weigh 0.75, 0.75, 0.25; then the same from the other side.
    expect(across([0, 40, 80, 120], bilinearTaps(4, 2, 0, 2))).toEqual([Math.round(50 / 1.75), Math.round(160 / 1.75)]);
    // Enlarging: half-width 1, as plain bilinear: centres at −0.25, 0.25, 0.75, 1.25.
    expect(across([0, 100], bilinearTaps(2, 4, 0, 4))).toEqual([0, 25, 75, 100]);
  });

  it('gives a part of the outputs as it gives the whole', () => {
    expect(bilinearTaps(500, 256, 16, 224)).toEqual(bilinearTaps(500, 256, 0, 256).slice(16, 240));
  });
});

describe('plan', () => {
  it('takes the centre square for the 32×32 networks, rounding down', () => {
    const { rows, columns } = planOf(square, 641, 480);
    expect([rows.length, columns.length]).toEqual([32, 32]);
    expect([span(rows), span(columns)]).toEqual([
      { from: 0, to: 480 },
      { from: 80, to: 560 },
    ]);
  });

  it('never reads outside the picture, however thin it is', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(square, imagenet),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (preprocessing, width, height) => {
          const { rows, columns } = planOf(preprocessing, width, height);
          for (const [taps, length] of [
            [rows, height],
            [columns, width],
          ] as const) {
            expect(taps).toHaveLength(preprocessing.size);
            expect(taps.every(({ weights }) => weights.some((weight) => weight > 0))).toBe(true);
            const { from, to } = span(taps);
            expect(from >= 0 && to <= length).toBe(true);
          }
        },
      ),
    ));

  it('centres 224 of 341 as torchvision does: from 58, half rounded to even', () => {
    expect(planOf(imagenet, 400, 300).columns).toEqual(bilinearTaps(400, 341, 58, 224));
  });
});

it.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [2.4999, 2],
  [2.5001, 3],
  [254.5, 254],
])('rounds %d to %d', (value, rounded) => expect(roundHalfEven(value)).toBe(rounded));

it('normalises by channel, planes one after another', () => {
  const data = Uint8ClampedArray.from([255, 0, 51, 255, 0, 255, 102, 255]);
  const { shape, data: values } = normalise({ width: 2, height: 1, data }, square);
  expect(shape).toEqual([1, 3, 1, 2]);
  const [m0, m1, m2] = [0.4914, 0.4822, 0.4465];
  const expected = [
    (1 - m0) / 0.247,
    -m0 / 0.247,
    -m1 / 0.2435,
    (1 - m1) / 0.2435,
    (0.2 - m2) / 0.2616,
    (0.4 - m2) / 0.2616,
  ];
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 5);
});
