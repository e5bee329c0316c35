import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/dropped-columns';

describe('dropped-columns', () => {
  const columns = (count: number, ...dropped: number[]) =>
    Array.from({ length: count }, (_, index) => (dropped.includes(index + 1) ? 'yes' : 'no'));

  it('leaves out what comes after the last window', () => {
    // Windows at 1, 4, 7 of 11 columns, 3 wide: the last ends in column 9.
    const problem = { input: 9, kernel: 3, stride: 3, padding: 1, dilation: 1, square: false };
    const answer = (windows: number, ...dropped: number[]) => ({
      windows: [`${windows}`],
      dropped: columns(11, ...dropped),
    });
    expect(solve(exercise, problem)).toEqual(answer(3, 10, 11));
    expect(mistake(exercise, problem, 'none-dropped')).toEqual(answer(4));
    expect(mistake(exercise, problem, 'first-instead-of-last')).toEqual(answer(3, 1, 2));
    expect(mistake(exercise, problem, 'between-the-starts')).toEqual(answer(3, 2, 3, 5, 6, 8, 9, 10, 11));
    // 11 / 3 is 3, rest 2: the same answer, so the rule does not show.
    expect(mistake(exercise, problem, 'kernel-forgotten')).toBeUndefined();
    expect(mistake(exercise, problem, 'start-not-counted')).toEqual(answer(2, 7, 8, 9, 10, 11));
    // Column 11 is padding, column 10 the last of the input.
    expect(mistake(exercise, problem, 'padding-does-not-count')).toEqual(answer(3, 10));
    expect(mistake(exercise, problem, 'corner-counted-twice')).toBeUndefined();
  });

  it('counts the squares of dropped rows and columns', () => {
    // 8 columns, windows at 1, 3, 5, 3 wide: they cover 7. 8 × 8 − 7 × 7 = 15.
    const problem = { input: 6, kernel: 3, stride: 2, padding: 1, dilation: 1, square: true };
    const answer = (windows: number, squares: number, ...dropped: number[]) => ({
      windows: [`${windows}`],
      dropped: columns(8, ...dropped),
      squares: [`${squares}`],
    });
    expect(solve(exercise, problem)).toEqual(answer(3, 15, 8));
    expect(mistake(exercise, problem, 'corner-counted-twice')).toEqual(answer(3, 16, 8));
    expect(mistake(exercise, problem, 'only-the-columns')).toEqual(answer(3, 8, 8));
    expect(mistake(exercise, problem, 'none-dropped')).toEqual(answer(4, 0));
    // 8 / 2 = 4 without a rest.
    expect(mistake(exercise, problem, 'kernel-forgotten')).toEqual(answer(4, 0));
    // Two windows reach to column 5: 64 − 25.
    expect(mistake(exercise, problem, 'start-not-counted')).toEqual(answer(2, 39, 6, 7, 8));
    // Starts 1, 3, 5: 64 − 9.
    expect(mistake(exercise, problem, 'between-the-starts')).toEqual(answer(3, 55, 2, 4, 6, 7, 8));
  });
});
