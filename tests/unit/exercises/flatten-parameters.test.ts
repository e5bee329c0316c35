import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/flatten-parameters';

describe('flatten-parameters', () => {
  // ⌊(8 − 3) / 2⌋ + 1 = 3; 4 × 3 × 3 = 36, 36 × 10 + 10 = 370; after global average pooling 4, 4 × 10 + 10 = 50.
  const problem = { shape: [4, 8, 8] as const, outputs: 10, pool: { window: 3, stride: 2 }, global: true };
  const counts = (length: number, parameters: number, averaged: number, fewer: number) => ({
    length: [`${length}`],
    parameters: [`${parameters}`],
    'global-length': [`${averaged}`],
    'global-parameters': [`${fewer}`],
  });

  it('counts the vector and the layer, with and without global average pooling', () => {
    expect(solve(exercise, problem)).toEqual(counts(36, 370, 4, 50));
    // 4 × 8 × 8 = 256, 256 × 10 + 10 = 2,570.
    expect(solve(exercise, { ...problem, pool: null, global: false })).toEqual({
      length: ['256'],
      parameters: ['2570'],
    });
  });

  it('runs the wrong rules', () => {
    const wrong = (name: string) => mistake(exercise, problem, name);
    expect(wrong('channels-forgotten')).toEqual(counts(9, 100, 4, 50));
    expect(wrong('sizes-added')).toEqual(counts(10, 110, 4, 50));
    expect(wrong('bias-forgotten')).toEqual(counts(36, 360, 4, 40));
    expect(wrong('bias-per-input')).toEqual(counts(36, 396, 4, 44));
    expect(wrong('one-bias')).toEqual(counts(36, 361, 4, 41));
    expect(wrong('inputs-plus-outputs')).toEqual(counts(36, 56, 4, 24));
    expect(wrong('averaged-over-channels')).toEqual(counts(36, 370, 9, 100));
    expect(wrong('one-number-left')).toEqual(counts(36, 370, 1, 20));
    expect(wrong('average-changes-nothing')).toEqual(counts(36, 370, 36, 370));
    expect(wrong('pooling-ignored')).toEqual(counts(256, 2570, 4, 50));
    expect(wrong('pooling-changes-channels')).toEqual(counts(18, 190, 2, 30));
    // Rounded up 4: 4 × 4 × 4 = 64.
    expect(wrong('rounded-up')).toEqual(counts(64, 650, 4, 50));
    expect(mistake(exercise, { ...problem, pool: null }, 'pooling-ignored')).toBeUndefined();
  });
});
