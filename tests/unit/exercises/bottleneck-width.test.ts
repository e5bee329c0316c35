import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/bottleneck-width';

describe('bottleneck-width', () => {
  // 16 × 16 × 9 = 2,304, a quarter of which is 576.
  const problem = { inputs: 16, outputs: 16, size: 3, most: 576, factor: 4, step: 2 };
  const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();

  it('finds the largest width that is allowed', () => {
    // Width 6: 96 + 324 + 96 = 516; width 8: 128 + 576 + 128 = 832.
    expect(solve(exercise, problem)).toEqual({ width: ['6'], weights: ['516'] });
    expect(typed('too-wide')).toEqual(['8', '832']);
    expect(typed('smallest')).toEqual(['2', '100']);
    // 16 / 4 = 4: 64 + 144 + 64 = 272.
    expect(typed('width-divided')).toEqual(['4', '272']);
    // 9 × 64 = 576 is just allowed.
    expect(typed('one-by-one-forgotten')).toEqual(['8', '576']);
    // 32 a width: 18 × 32 = 576.
    expect(typed('spatial-forgotten')).toEqual(['18', '576']);
    // 16 + 144 + 16 = 176 a width: 2 × 176 = 352.
    expect(typed('spatial-reads-input')).toEqual(['2', '352']);
    // 96 + 324 = 420, and with 8 128 + 576 = 704: the same width as the right one.
    expect(mistake(exercise, problem, 'expand-forgotten')).toBeUndefined();
    // 2 × 16 × 9 + 36 + 288 = 612: no width would do.
    expect(mistake(exercise, problem, 'one-by-one-as-large')).toBeUndefined();
  });
});
