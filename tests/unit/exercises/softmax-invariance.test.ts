import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/softmax-invariance';

describe('softmax-invariance', () => {
  it('keeps what differences and order keep', () => {
    // 2, −1, 0 become: 7, 4, 5 (same differences); 4, −2, 0 (same order); −2, 1, 0 (turned round);
    // 2, 2.5, 0 (dog now above cat); 4, 1, 0 (dog now above bird).
    const problem = {
      scores: [2, -1, 0],
      changes: [
        { kind: 'add', value: 5 },
        { kind: 'multiply', value: 2 },
        { kind: 'multiply', value: -1 },
        { kind: 'add-to-one', index: 1, value: 3.5 },
        { kind: 'square' },
      ],
    };
    const right = { a: ['probabilities'], b: ['order'], c: ['neither'], d: ['neither'], e: ['neither'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'scaling-is-harmless')).toEqual({ ...right, b: ['probabilities'] });
    expect(mistake(exercise, problem, 'shift-matters')).toEqual({ ...right, a: ['order'] });
    expect(mistake(exercise, problem, 'order-thought-lost')).toEqual({ ...right, b: ['neither'] });
    expect(mistake(exercise, problem, 'minus-keeps-order')).toEqual({ ...right, c: ['order'] });
    expect(mistake(exercise, problem, 'one-score-like-all')).toEqual({ ...right, d: ['probabilities'] });
    expect(mistake(exercise, problem, 'square-keeps-order')).toEqual({ ...right, e: ['order'] });
    // Only a scaling keeps the order alone, and that has its own name.
    expect(mistake(exercise, problem, 'same-order-same-probabilities')).toBeUndefined();
  });

  it('tells a second softmax from a logarithm', () => {
    const problem = {
      scores: [2, 1, 0],
      changes: [{ kind: 'probability' }, { kind: 'log-probability' }, { kind: 'subtract-largest' }],
    };
    const right = { a: ['order'], b: ['probabilities'], c: ['probabilities'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'softmax-twice-is-once')).toEqual({ ...right, a: ['probabilities'] });
    expect(mistake(exercise, problem, 'logarithm-changes')).toEqual({ ...right, b: ['order'] });
  });
});
