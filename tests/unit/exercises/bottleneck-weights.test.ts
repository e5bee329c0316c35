import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/bottleneck-weights';

describe('bottleneck-weights', () => {
  const problem = { inputs: 8, middle: 2, outputs: 8, size: 3, ratio: true };
  const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();

  it('adds up three layers', () => {
    // 64 × 9 = 576; 16 + 36 + 16 = 68; 576 / 68 = 8.47.
    expect(solve(exercise, problem)).toEqual({ direct: ['576'], bottleneck: ['68'], ratio: ['8.5'] });
    expect(typed('one-by-one-forgotten')).toEqual(['576', '36', '16.0']);
    // 16 + 36 = 52, 576 / 52 = 11.08.
    expect(typed('expand-forgotten')).toEqual(['576', '52', '11.1']);
    expect(typed('spatial-forgotten')).toEqual(['576', '32', '18.0']);
    // 16 + 8 × 2 × 9 + 16 = 176, 576 / 176 = 3.27.
    expect(typed('spatial-reads-input')).toEqual(['576', '176', '3.3']);
    // 144 + 36 + 144 = 324, 576 / 324 = 1.78.
    expect(typed('one-by-one-as-large')).toEqual(['576', '324', '1.8']);
    // 8 × 9 = 72; 2 + 18 + 8 = 28; 72 / 28 = 2.57.
    expect(typed('channels-forgotten')).toEqual(['72', '28', '2.6']);
    // 64 × 3 = 192; 16 + 12 + 16 = 44; 192 / 44 = 4.36.
    expect(typed('kernel-side-once')).toEqual(['192', '44', '4.4']);
    expect(typed('ratio-inverted')).toEqual(['576', '68', '0.1']);
    expect(typed('widths-divided')).toEqual(['576', '68', '4.0']);
  });

  it('knows the example of the lesson', () => {
    // 589,824 / 69,632 = 8.47.
    const lesson = { inputs: 256, middle: 64, outputs: 256, size: 3, ratio: true };
    expect(solve(exercise, lesson)).toEqual({ direct: ['589824'], bottleneck: ['69632'], ratio: ['8.5'] });
  });
});
