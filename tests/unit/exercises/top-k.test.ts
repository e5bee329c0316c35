import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/top-k';

describe('top-k', () => {
  // Largest first: 8 (index 3), 5 (index 1), 2 (index 0), −1 (4), −7 (5), −9 (2).
  const problem = { scores: [2, 5, -9, 8, -1, -7], k: 3 as const, label: null };

  it('ranks by score', () => {
    expect(solve(exercise, problem)).toEqual({ argmax: ['3'], top: ['3', '1', '0'] });
    // By size: 9, 8, 7.
    expect(mistake(exercise, problem, 'largest-magnitude')).toEqual({ argmax: ['2'], top: ['2', '3', '5'] });
    expect(mistake(exercise, problem, 'smallest')).toEqual({ argmax: ['2'], top: ['2', '5', '4'] });
    expect(mistake(exercise, problem, 'order-of-places')).toEqual({ argmax: ['3'], top: ['0', '1', '3'] });
    expect(mistake(exercise, problem, 'worst-first')).toEqual({ argmax: ['3'], top: ['0', '1', '3'] });
    expect(mistake(exercise, problem, 'scores-for-indices')).toEqual({ argmax: ['8'], top: ['8', '5', '2'] });
    expect(mistake(exercise, problem, 'counted-from-one')).toEqual({ argmax: ['4'], top: ['4', '2', '1'] });
    expect(mistake(exercise, problem, 'only-first-counts')).toBeUndefined();
  });

  it('says how the prediction counts', () => {
    const judged = { ...problem, label: 1 };
    expect(solve(exercise, judged)['verdict']).toEqual(['top-k']);
    expect(solve(exercise, { ...problem, label: 3 })['verdict']).toEqual(['top-1']);
    expect(solve(exercise, { ...problem, label: 4 })['verdict']).toEqual(['none']);
    expect(mistake(exercise, judged, 'only-first-counts')?.['verdict']).toEqual(['none']);
    // Class 1 is not among the three scores of the largest size.
    expect(mistake(exercise, judged, 'largest-magnitude')?.['verdict']).toEqual(['none']);
  });
});
