import { describe, expect, it } from 'vitest';
import { check, mistake, solve } from '@/exercises';
import exercise from '@/exercises/softmax-logs';

describe('softmax-logs', () => {
  const scores = (...numbers: [times: number, number: number][]) =>
    numbers.map(([times, number]) => ({ times, number }));

  it('gives exact fractions', () => {
    const plain = { scores: scores([1, 1], [1, 2], [1, 5]), shift: 0 };
    expect(solve(exercise, plain)).toEqual({ probabilities: ['1/8', '1/4', '5/8'] });
    expect(mistake(exercise, plain, 'not-divided')).toEqual({ probabilities: ['1', '2', '5'] });
    // ln 2 / (ln 2 + ln 5) = 0.6931 / 2.3026.
    expect(mistake(exercise, plain, 'logs-divided-by-sum')).toEqual({ probabilities: ['0', '0.301', '0.699'] });
    const typed = { probabilities: ['0.125', '0.250', '10/16'] };
    expect(check(exercise, plain, typed)['probabilities']?.status).toBe('correct');
  });

  it('knows factors, minus signs and shifts', () => {
    // 1/2, 9 and 4: in halves 1 + 18 + 8 = 27.
    const mixed = { scores: scores([-1, 2], [2, 3], [1, 4]), shift: 3 };
    expect(solve(exercise, mixed)).toEqual({ probabilities: ['1/27', '2/3', '8/27'] });
    expect(mistake(exercise, mixed, 'factor-multiplied')).toEqual({ probabilities: ['1/21', '4/7', '8/21'] });
    expect(mistake(exercise, mixed, 'minus-dropped')).toEqual({ probabilities: ['2/15', '3/5', '4/15'] });
    // 3.5 + 12 + 7 = 22.5.
    expect(mistake(exercise, mixed, 'shift-added')).toEqual({ probabilities: ['7/45', '8/15', '14/45'] });
  });

  it('shows the calculation of a wrong rule in its own whole numbers', () => {
    const logs = [
      { times: -1, number: 4 },
      { times: 1, number: 3 },
      { times: 1, number: 5 },
    ] as const;
    const lines = exercise.misconceptions['minus-dropped']?.working?.(
      { scores: logs, shift: 0 },
      'probabilities',
      0,
    )?.lines;
    expect(lines?.slice(1)).toEqual([['4/12'], ['1/3']]);
  });
});
