import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/strided-map';

describe('strided-map', () => {
  const input = [
    [1, 0, 2, 1, 3],
    [0, 1, 1, 2, 0],
    [2, 1, 0, 1, 1],
    [1, 3, 1, 0, 2],
    [0, 1, 2, 1, 1],
  ];
  const kernel = [
    [1, 1],
    [0, -1],
  ];
  const problem = { input, kernel, stride: 2, padding: 0 };
  const answer = (size: readonly string[], ...map: readonly string[]) => ({ shape: size, map });

  it('moves by two, and leaves out what does not fit', () => {
    // ⌊(5 − 2) / 2⌋ + 1 = 2. Windows at 1,1: 1 + 0 − 1; 1,3: 2 + 1 − 2; 3,1: 2 + 1 − 3; 3,3: 0 + 1 − 0.
    expect(solve(exercise, problem)).toEqual(answer(['2', '2'], '0', '1', '0', '1'));
  });

  it('runs the wrong rules', () => {
    // 1,2: 0 + 2 − 1; 2,1: 0 + 1 − 1; 2,2: 1 + 1 − 0.
    expect(mistake(exercise, problem, 'stride-ignored')).toEqual(answer(['4', '4'], '0', '1', '0', '2'));
    // 2,3: 1 + 2 − 1.
    expect(mistake(exercise, problem, 'stride-across-only')).toEqual(answer(['4', '2'], '0', '1', '0', '2'));
    // 3,2: 1 + 0 − 1.
    expect(mistake(exercise, problem, 'stride-down-only')).toEqual(answer(['2', '4'], '0', '1', '0', '0'));
    // By three, 1,4: 1 + 3 − 0; 4,1: 1 + 3 − 1; 4,4: 0 + 2 − 1.
    expect(mistake(exercise, problem, 'squares-skipped')).toEqual(answer(['2', '2'], '0', '4', '3', '1'));
    expect(mistake(exercise, problem, 'last-window-kept')).toEqual(answer(['3', '3'], '0', '1', '0', '1'));
    // Turned: −1 × upper left + lower left + lower right.
    expect(mistake(exercise, problem, 'flipped')).toEqual(answer(['2', '2'], '0', '1', '2', '1'));
    expect(mistake(exercise, problem, 'padding-ignored')).toBeUndefined();
  });

  it('starts in the ring of zeros', () => {
    // ⌊(5 + 2 − 2) / 2⌋ + 1 = 3; the first window is 0, 0 / 0, 1.
    const padded = solve(exercise, { ...problem, padding: 1 });
    expect(padded['shape']).toEqual(['3', '3']);
    expect(padded['map']?.[0]).toBe('-1');
    expect(mistake(exercise, { ...problem, padding: 1 }, 'padding-ignored')?.['shape']).toEqual(['2', '2']);
  });
});
