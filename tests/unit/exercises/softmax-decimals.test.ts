import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/softmax-decimals';

describe('softmax-decimals', () => {
  const problem = { scores: [2, 1, 0], temperature: 1 };

  it('divides exponentials', () => {
    // 7.3891 + 2.7183 + 1 = 11.1074.
    expect(solve(exercise, problem)).toEqual({ probabilities: ['0.665', '0.245', '0.090'] });
    expect(mistake(exercise, problem, 'scores-divided-by-sum')).toEqual({ probabilities: ['0.667', '0.333', '0.000'] });
    expect(mistake(exercise, problem, 'not-normalised')).toEqual({ probabilities: ['7.389', '2.718', '1.000'] });
    expect(mistake(exercise, problem, 'cut-off')).toEqual({ probabilities: ['0.665', '0.244', '0.090'] });
    expect(mistake(exercise, problem, 'temperature-ignored')).toBeUndefined();
    // At temperature 2 the exponents are 1, 0.5, 0: 2.7183 + 1.6487 + 1 = 5.3670.
    expect(solve(exercise, { ...problem, temperature: 2 })).toEqual({ probabilities: ['0.506', '0.307', '0.186'] });
  });
});
