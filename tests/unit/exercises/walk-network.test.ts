import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/walk-network';

describe('walk-network', () => {
  const problem = {
    input: [3, 29, 29] as const,
    layers: [
      { kind: 'conv2d', outputs: 8, kernel: 5, padding: 1, stride: 2 },
      { kind: 'relu' },
      { kind: 'maxPool2d', window: 3, stride: 2 },
      { kind: 'conv2d', outputs: 4, kernel: 3 },
      { kind: 'flatten' },
    ] as const,
  };

  it('walks through the layers', () => {
    // (29 + 2 − 5) / 2 = 13, + 1 = 14; (14 − 3) / 2 = 5.5, down to 5, + 1 = 6; 6 − 3 + 1 = 4; 4 × 4 × 4 = 64.
    expect(solve(exercise, problem)).toEqual({
      'layer-1': ['8', '14', '14'],
      'layer-2': ['8', '14', '14'],
      'layer-3': ['8', '6', '6'],
      'layer-4': ['4', '4', '4'],
      'layer-5': ['64'],
    });
  });

  it('carries a slip on through the layers', () => {
    const walked = (name: string) => {
      const typed = mistake(exercise, problem, name) ?? {};
      return ['layer-1', 'layer-3', 'layer-4', 'layer-5'].map((part) => (typed[part] ?? []).join('×'));
    };
    expect(walked('pooling-changes-channels')).toEqual(['8×14×14', '4×6×6', '4×4×4', '64']);
    expect(walked('size-kept')).toEqual(['8×14×14', '8×6×6', '4×6×6', '144']);
    // 5.5 rounds up to 6, + 1 = 7; 7 − 3 + 1 = 5; 4 × 5 × 5 = 100.
    expect(walked('rounded-up')).toEqual(['8×14×14', '8×7×7', '4×5×5', '100']);
    // (29 + 1 − 5) / 2 = 12.5, so 13; (13 − 3) / 2 = 5, so 6.
    expect(walked('padding-once')).toEqual(['8×13×13', '8×6×6', '4×4×4', '64']);
    expect(walked('padding-ignored')).toEqual(['8×13×13', '8×6×6', '4×4×4', '64']);
    // 13; (13 − 3) / 2 = 5; 5 − 3 = 2; 4 × 2 × 2 = 16.
    expect(walked('one-forgotten')).toEqual(['8×13×13', '8×5×5', '4×2×2', '16']);
    // 29 + 2 − 5 + 1 = 27; (27 − 3) / 2 = 12, so 13; 11; 4 × 11 × 11 = 484.
    expect(walked('stride-ignored')).toEqual(['8×27×27', '8×13×13', '4×11×11', '484']);
    // (14 − 3) / 3 = 3.7, so 4; 2; 4 × 2 × 2 = 16.
    expect(walked('overlap-ignored')).toEqual(['8×14×14', '8×4×4', '4×2×2', '16']);
    expect(walked('channels-kept')).toEqual(['3×14×14', '3×6×6', '3×4×4', '48']);
    expect(walked('channels-multiplied')).toEqual(['24×14×14', '24×6×6', '96×4×4', '1536']);
    expect(walked('channels-not-flattened')).toEqual(['8×14×14', '8×6×6', '4×4×4', '16']);
  });
});
