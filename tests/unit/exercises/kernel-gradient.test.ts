import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/kernel-gradient';

describe('kernel-gradient', () => {
  const input = [
    [1, 2, 0],
    [0, 3, 1],
    [2, 1, 4],
  ];
  const gradient = [
    [1, 0],
    [2, -1],
  ];

  it('sums input × gradient over all places', () => {
    const problem = { input, gradient, size: 2, stride: 1, asksBias: true };
    // 1·1 + 2·0 + 0·2 + 3·(−1) = −2; 2·1 + 0 + 3·2 + 1·(−1) = 7; 0·1 + 0 + 2·2 + 1·(−1) = 3; 3·1 + 0 + 1·2 + 4·(−1) = 1.
    const right = { kernel: ['-2', '7', '3', '1'], bias: ['2'] };
    expect(solve(exercise, problem)).toEqual(right);
    expect(mistake(exercise, problem, 'one-position')).toEqual({ ...right, kernel: ['1', '2', '0', '3'] });
    expect(mistake(exercise, problem, 'mean-for-sum')).toEqual({ ...right, kernel: ['-0.5', '1.75', '0.75', '0.25'] });
    expect(mistake(exercise, problem, 'output-gradient-ignored')).toEqual({ ...right, kernel: ['6', '6', '6', '9'] });
    // The input turned: 4 1 2 / 1 3 0 / 0 2 1.
    expect(mistake(exercise, problem, 'input-flipped')).toEqual({ ...right, kernel: ['3', '7', '-1', '6'] });
    // The gradient turned: −1 2 / 0 1.
    expect(mistake(exercise, problem, 'gradient-flipped')).toEqual({ ...right, kernel: ['6', '-1', '7', '3'] });
    expect(mistake(exercise, problem, 'rows-and-columns-swapped')).toEqual({ ...right, kernel: ['-2', '3', '7', '1'] });
    expect(mistake(exercise, problem, 'bias-mean')).toEqual({ ...right, bias: ['0.5'] });
    expect(mistake(exercise, problem, 'bias-is-one')).toEqual({ ...right, bias: ['1'] });
    expect(mistake(exercise, problem, 'stride-ignored')).toBeUndefined();
  });

  it('steps by the stride', () => {
    const wide = [
      [1, 0, 2, 0, 0],
      [0, 1, 0, 3, 0],
      [4, 0, 5, 0, 0],
      [0, 1, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ];
    const problem = { input: wide, gradient, size: 2, stride: 2, asksBias: false };
    // 1·1 + 2·0 + 4·2 + 5·(−1) = 4; all 0; all 0; 1·1 + 3·0 + 1·2 + 1·(−1) = 2.
    expect(solve(exercise, problem)).toEqual({ kernel: ['4', '0', '0', '2'] });
    // 1·1 + 0 + 0·2 + 1·(−1) = 0; 0·1 + 2·0 + 1·2 + 0 = 2; 0·1 + 1·0 + 4·2 + 0 = 8; 1·1 + 0 + 0·2 + 5·(−1) = −4.
    expect(mistake(exercise, problem, 'stride-ignored')).toEqual({ kernel: ['0', '2', '8', '-4'] });
  });
});
