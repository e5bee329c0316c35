import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/initial-loss';

describe('initial-loss', () => {
  it('is ln n for an even guess', () => {
    // ln 10 = 2.302585.
    const problem = { classes: 10, favoured: null, asksOthers: false, others: [5, 20] };
    expect(solve(exercise, problem)).toEqual({ start: ['2.303'] });
    expect(mistake(exercise, problem, 'probability-for-loss')).toEqual({ start: ['0.100'] });
    expect(mistake(exercise, problem, 'base-ten')).toEqual({ start: ['1.000'] });
    expect(mistake(exercise, problem, 'minus-forgotten')).toEqual({ start: ['-2.303'] });
    expect(mistake(exercise, problem, 'one-minus-probability')).toEqual({ start: ['0.900'] });
    expect(mistake(exercise, problem, 'right-or-wrong')).toEqual({ start: ['0.693'] });
    expect(mistake(exercise, problem, 'sum-over-classes')).toEqual({ start: ['23.026'] });
    expect(mistake(exercise, problem, 'rest-for-label')).toBeUndefined();
  });

  it('asks for the favoured class', () => {
    // ln 0.8 = −0.223144, ln 0.2 = −1.609438.
    const problem = { classes: 10, favoured: 0.8, asksOthers: false, others: [5, 20, 0.2] };
    expect(solve(exercise, problem)).toEqual({ start: ['2.303'], favoured: ['0.223'] });
    expect(mistake(exercise, problem, 'rest-for-label')).toEqual({ start: ['2.303'], favoured: ['1.609'] });
  });

  it('shares the rest among the others', () => {
    // 0.1 over 10 classes is 1/100: ln 100 = 4.605170; ln 11 = 2.397895; ln 0.9 = −0.105361.
    const problem = { classes: 11, favoured: 0.9, asksOthers: true, others: [10, 110] };
    const right = { start: ['2.398'], favoured: ['0.105'], other: ['4.605'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'rest-not-shared')).toEqual({ ...right, other: ['2.303'] });
    // 0.1 / 11 = 1/110: ln 110 = 4.700480.
    expect(mistake(exercise, problem, 'rest-shared-by-all')).toEqual({ ...right, other: ['4.700'] });
    expect(mistake(exercise, problem, 'label-not-looked-at')).toEqual({ ...right, other: ['0.105'] });
  });
});
