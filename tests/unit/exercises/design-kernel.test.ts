import { describe, expect, it } from 'vitest';
import { check, generate, solve } from '@/exercises';
import exercise from '@/exercises/design-kernel';
import { diagnose } from '@/exercises/kit/diagnose';

describe('design-kernel', () => {
  const a = [
    [1, 1, -1],
    [-1, 1, 1],
    [1, 1, 1],
  ];
  const b = [
    [-1, 1, -1],
    [-1, -1, 1],
    [1, 1, -1],
  ];
  const status = (limit: object, kernel: string[]) => check(exercise, { a, b, limit }, { kernel })['kernel'];

  it('takes any kernel that reaches the maximum', () => {
    const free = { kind: 'none' };
    expect(status(free, ['1', '0', '0', '0', '1', '0', '0', '0', '1'])?.status).toBe('correct');
    expect(status(free, a.flat().map(String))?.status).toBe('correct');
    expect(status(free, ['1', '-1', '1', '1', '1', '0', '-1', '0', '1'])?.status).toBe('correct');
    expect(status(free, ['1', '0', '0', '0', '1', '0', '0', '0', '-1'])?.fields.at(-1)).toBe('wrong');
    expect(status(free, ['1', '2', '0', '0', '1', '0', '0', '0', '1'])?.fields[1]).toBe('wrong');
    expect(status(free, ['1', '0.5', '0', '0', '1', '0', '0', '0', '1'])?.fields[1]).toBe('wrong');
  });

  it('holds a balanced kernel to its sum, wherever the balance is', () => {
    const balanced = { kind: 'balanced' };
    expect(status(balanced, ['1', '-1', '-1', '-1', '1', '0', '0', '0', '1'])?.status).toBe('correct');
    expect(status(balanced, ['1', '0', '1', '-1', '1', '-1', '-1', '-1', '1'])?.status).toBe('correct');
    expect(status(balanced, ['1', '0', '0', '0', '1', '0', '0', '0', '1'])?.misconceptions).toEqual(['limit-ignored']);
    expect(status(balanced, ['1', '-1', '-1', '', '1', '', '', '', '1'])?.status).toBe('unreadable');
  });

  it('keeps the largest differences where few entries are allowed', () => {
    const patches = {
      a: [
        [3, 0, 1],
        [0, -2, 0],
        [2, 0, 0],
      ],
      b: [
        [0, 0, 0],
        [0, 2, 0],
        [0, 1, 0],
      ],
      limit: { kind: 'few', most: 3 },
    };
    expect(solve(exercise, patches)['kernel']).toEqual(['1', '0', '0', '0', '-1', '0', '1', '0', '0']);
  });

  it.each([
    ['all the same', 7, 1, '1,1,1,1,1,1,1,1,1'],
    ['half the signs wrong, though it prefers A', 29, 2, '1,1,-1,-1,0,1,-1,1,0'],
  ] as const)('names no slip for a kernel with three values that fit one by chance: %s', (_, seed, level, kernel) => {
    const problem = generate(exercise, seed, level);
    expect(diagnose(exercise, problem, { kernel: kernel.split(',') })?.kind).toBe('unexplained');
  });
});
