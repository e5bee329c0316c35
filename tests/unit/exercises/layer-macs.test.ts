import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/layer-macs';

describe('layer-macs', () => {
  // ⌊(8 + 2 − 3) / 2⌋ + 1 = 4; 6 × 4 × 4 = 96 values. A kernel reads 4 / 2 = 2 channels: 2 × 9 = 18 weights.
  // 6 × 18 = 108 weights and 6 biases; 96 × 18 = 1,728.
  const problem = { input: [4, 8, 8] as const, kernels: 6, kernel: 3, padding: 1, stride: 2, groups: 2 };
  const counts = (values: number, parameters: number, macs: number) => ({
    values: [`${values}`],
    parameters: [`${parameters}`],
    macs: [`${macs}`],
  });

  it('counts values, parameters and multiply-adds', () => {
    expect(solve(exercise, problem)).toEqual(counts(96, 114, 1728));
  });

  it('runs the wrong rules', () => {
    const wrong = (name: string) => mistake(exercise, problem, name);
    expect(wrong('output-size-forgotten')).toEqual(counts(96, 114, 108));
    expect(wrong('parameters-for-macs')).toEqual(counts(96, 114, 114));
    // 96 × 19 = 1,824.
    expect(wrong('bias-as-mac')).toEqual(counts(96, 114, 1824));
    // 6 × 8 × 8 × 18 = 6,912.
    expect(wrong('input-size-taken')).toEqual(counts(96, 114, 6912));
    // 6 × 9 + 6 = 60; 96 × 9 = 864.
    expect(wrong('depth-forgotten')).toEqual(counts(96, 60, 864));
    // 6 × 36 + 6 = 222; 96 × 36 = 3,456.
    expect(wrong('groups-ignored')).toEqual(counts(96, 222, 3456));
    expect(wrong('bias-forgotten')).toEqual(counts(96, 108, 1728));
    expect(wrong('one-map')).toEqual(counts(16, 114, 288));
    expect(wrong('counted-twice')).toEqual(counts(96, 114, 3456));
    // ⌊(8 − 3) / 2⌋ + 1 = 3; 6 × 9 = 54; 54 × 18 = 972.
    expect(wrong('padding-ignored')).toEqual(counts(54, 114, 972));
    expect(mistake(exercise, { ...problem, groups: 1 }, 'groups-ignored')).toBeUndefined();
  });
});
