import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/flatten-length';

describe('flatten-length', () => {
  // 3 × 20 × 30 = 3 × 600 = 1,800; with both sides doubled 3 × 40 × 60 = 3 × 2,400 = 7,200.
  const problem = { channels: 3, height: 20, width: 30, scale: 2 as const };

  it('multiplies the three sizes', () => {
    expect(solve(exercise, problem)).toEqual({ length: ['1800'], enlarged: ['7200'] });
    expect(solve(exercise, { ...problem, scale: 1 })).toEqual({ length: ['1800'] });
    expect(mistake(exercise, problem, 'channels-forgotten')).toEqual({ length: ['600'], enlarged: ['2400'] });
    expect(mistake(exercise, problem, 'channels-added')).toEqual({ length: ['603'], enlarged: ['2403'] });
    expect(mistake(exercise, problem, 'sizes-added')).toEqual({ length: ['53'], enlarged: ['103'] });
    expect(mistake(exercise, problem, 'one-side-forgotten')).toEqual({ length: ['60'], enlarged: ['120'] });
    expect(mistake(exercise, problem, 'one-side-enlarged')).toEqual({ length: ['1800'], enlarged: ['3600'] });
    expect(mistake(exercise, problem, 'channels-enlarged')).toEqual({ length: ['1800'], enlarged: ['14400'] });
    expect(mistake(exercise, { ...problem, scale: 1 }, 'one-side-enlarged')).toBeUndefined();
  });
});
