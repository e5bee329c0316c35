import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/matrix-counts';

describe('matrix-counts', () => {
  const counts = (rows: number, columns: number, nonzero: number, distinct: number) => ({
    size: [`${rows}`, `${columns}`],
    nonzero: [`${nonzero}`],
    distinct: [`${distinct}`],
  });

  it('counts the matrix of the lesson', () => {
    // 2 × 2 outputs, 4 × 4 inputs: 4 × 16 with 4 × 9 = 36 entries that are not 0, and 9 different ones.
    const problem = { input: [4, 4] as const, kernel: [3, 3] as const, padding: 0, stride: 1 };
    expect(solve(exercise, problem)).toEqual(counts(4, 16, 36, 9));
    expect(mistake(exercise, problem, 'padding-counted-as-input')).toBeUndefined();
    expect(mistake(exercise, problem, 'stride-ignored')).toBeUndefined();
  });

  // A ring around 4 × 5, stride 2: windows start at −1 and 1 downwards, at −1, 1 and 3 across; outputs 2 × 3.
  // On the input lie 2 and 3 rows, 2, 3 and 2 columns: (2 + 3) × (2 + 3 + 2) = 5 × 7 = 35.
  const problem = { input: [4, 5] as const, kernel: [3, 3] as const, padding: 1, stride: 2 };

  it('leaves out what lies on the padding', () => {
    expect(solve(exercise, problem)).toEqual(counts(6, 20, 35, 9));
  });

  it('runs the wrong rules', () => {
    const wrong = (name: string) => mistake(exercise, problem, name);
    expect(wrong('all-entries')).toEqual(counts(6, 20, 120, 9));
    expect(wrong('one-row-counted')).toEqual(counts(6, 20, 9, 9));
    expect(wrong('nothing-shared')).toEqual(counts(6, 20, 35, 35));
    expect(wrong('zero-counted')).toEqual(counts(6, 20, 35, 10));
    expect(wrong('rows-and-columns-exchanged')).toEqual(counts(20, 6, 35, 9));
    expect(wrong('size-not-flattened')).toEqual(counts(2, 4, 35, 9));
    expect(wrong('size-kept')).toEqual(counts(20, 20, 180, 9));
    // With stride 1: 4 × 5 outputs, (2 + 3 + 3 + 2) × (2 + 3 + 3 + 3 + 2) = 10 × 13 = 130.
    expect(wrong('stride-ignored')).toEqual(counts(20, 20, 130, 9));
    // 6 × 7 = 42 columns and 6 × 9 = 54 entries.
    expect(wrong('padding-counted-as-input')).toEqual(counts(6, 42, 54, 9));
    expect(wrong('whole-windows-everywhere')).toEqual(counts(6, 20, 54, 9));
  });
});
