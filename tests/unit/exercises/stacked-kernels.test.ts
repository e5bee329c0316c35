import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/stacked-kernels';

describe('stacked-kernels', () => {
  it('counts three layers against one', () => {
    const problem = { layers: 3, channels: 10, asked: 'weights' };
    const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();
    // 1 + 2 + 2 + 2 = 7; 3 × 9 × 100 = 2,700; 49 × 100 = 4,900.
    expect(solve(exercise, problem)).toEqual({ field: ['7'], stacked: ['2700'], single: ['4900'] });
    expect(typed('one-channel-only')).toEqual(['7', '27', '49']);
    expect(typed('channels-once')).toEqual(['7', '270', '490']);
    expect(typed('one-layer-only')).toEqual(['7', '900', '4900']);
    // 3 × 3 × 100 and 7 × 100.
    expect(typed('kernel-side-once')).toEqual(['7', '900', '700']);
    // The kernel with which it is compared is as large as the field is thought to be: 81, 36, 25, 729 weights a pair.
    expect(typed('three-a-layer')).toEqual(['9', '2700', '8100']);
    expect(typed('pixel-forgotten')).toEqual(['6', '2700', '3600']);
    expect(typed('one-layer-off')).toEqual(['5', '2700', '2500']);
    expect(typed('sizes-multiplied')).toEqual(['27', '2700', '72900']);
    expect(typed('biases-counted')).toEqual(['7', '2730', '4910']);
    expect(mistake(exercise, problem, 'ratio-inverted')).toBeUndefined();
  });

  it('finds how many layers stand for a large kernel', () => {
    const problem = { layers: 4, channels: 10, asked: 'layers' };
    const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();
    // 9 × 9 is seen by 4 layers: 4 × 900 = 3,600 against 8,100.
    expect(solve(exercise, problem)).toEqual({ layers: ['4'], stacked: ['3600'], single: ['8100'], ratio: ['4/9'] });
    expect(typed('three-a-layer')).toEqual(['3', '2700', '8100', '1/3']);
    expect(typed('one-layer-off')).toEqual(['5', '4500', '8100', '5/9']);
    expect(typed('sizes-multiplied')).toEqual(['2', '1800', '8100', '2/9']);
    expect(typed('ratio-inverted')).toEqual(['4', '3600', '8100', '9/4']);
    // 9 is not divisible by 2.
    expect(mistake(exercise, problem, 'pixel-forgotten')).toBeUndefined();
  });
});
