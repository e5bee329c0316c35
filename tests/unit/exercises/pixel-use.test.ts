import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/pixel-use';

describe('pixel-use', () => {
  const uses = (...values: number[]) => ({ uses: values.map(String) });
  const pixels = [
    { row: 1, column: 1 },
    { row: 5, column: 3 },
    { row: 2, column: 5 },
  ];
  const problem = { rows: 5, columns: 6, kernel: 3, padding: 0, pixels };

  it('multiplies the places of both directions', () => {
    // A: 1 × 1. B: the last row, 1; column 3 with starts 1 to 3, 3. C: row 2 with starts 1, 2; column 5 with starts 3, 4.
    expect(solve(exercise, problem)).toEqual(uses(1, 3, 4));
    expect(mistake(exercise, problem, 'every-pixel-in-all-places')).toEqual(uses(9, 9, 9));
    expect(mistake(exercise, problem, 'all-windows-counted')).toEqual(uses(12, 12, 12));
    expect(mistake(exercise, problem, 'directions-added')).toEqual(uses(2, 4, 4));
    expect(mistake(exercise, problem, 'one-direction-only')).toEqual(uses(1, 3, 2));
    expect(mistake(exercise, problem, 'far-edge-forgotten')).toEqual(uses(1, 9, 6));
    expect(mistake(exercise, problem, 'padding-ignored')).toBeUndefined();
    // A window without end reaches as far as the nearer edge: 1 × 1, 1 × 3, 2 × 2 are right here, 3 × 3 for a kernel of 2 is not.
    expect(mistake(exercise, problem, 'window-without-end')).toBeUndefined();
    const inner = { ...problem, kernel: 2, pixels: [{ row: 3, column: 3 }] };
    expect(solve(exercise, inner)).toEqual(uses(4));
    expect(mistake(exercise, inner, 'window-without-end')).toEqual(uses(9));
  });

  it('lets the window start in the padding', () => {
    // With one more row and column on each side: 2 × 2, 2 × 3, 3 × 3.
    const padded = { ...problem, padding: 1 };
    expect(solve(exercise, padded)).toEqual(uses(4, 6, 9));
    expect(mistake(exercise, padded, 'padding-ignored')).toEqual(uses(1, 3, 4));
    // In the padded 7 × 8 map: row 1 column 1; row 5 column 3 (3 × 3); row 2 column 5 (2 × 3).
    expect(mistake(exercise, padded, 'ring-taken-for-the-edge')).toEqual(uses(1, 9, 6));
  });
});
