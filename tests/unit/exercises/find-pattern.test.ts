import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/find-pattern';
import { tick, tip } from './pictures.ts';

describe('find-pattern', () => {
  const problem = { picture: tick, pattern: tip };

  it('finds the tip of the tick', () => {
    expect(solve(exercise, problem)).toEqual({ place: ['3', '2'], value: ['9'] });
    expect(mistake(exercise, problem, 'rows-and-columns-swapped')?.['place']).toEqual(['2', '3']);
    expect(mistake(exercise, problem, 'counted-from-zero')?.['place']).toEqual(['2', '1']);
    expect(mistake(exercise, problem, 'middle-of-window')?.['place']).toEqual(['4', '3']);
    // Two places share the smallest sum, −5, so no one place is the worst.
    expect(mistake(exercise, problem, 'most-negative')).toBeUndefined();
  });
});
