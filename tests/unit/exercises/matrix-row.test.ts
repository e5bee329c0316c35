import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/matrix-row';

const kernel = [
  [1, 2],
  [3, 4],
];

describe('matrix-row', () => {
  it('writes the kernel where the window lies', () => {
    const problem = { rows: 3, columns: 3, kernel, stride: 1, padding: 0, row: 2 };
    const typed = (name: string) => mistake(exercise, problem, name)?.row?.join(' ');
    // Output 2 is the upper right one: its window covers inputs 2, 3, 5, 6.
    expect(solve(exercise, problem).row?.join(' ')).toBe('0 1 2 0 3 4 0 0 0');
    expect(typed('shifted-by-one')).toBe('0 0 1 0 0 3 0 0 0');
    // Input 2 lies under the weight 2 in the first window and under 1 in the second.
    expect(mistake(exercise, problem, 'column-for-row')?.row).toEqual(['2', '1', '0', '0', '', '', '', '', '']);
    expect(typed('packed')).toBe('0 1 2 3 4 0 0 0 0');
    expect(typed('flattened-down')).toBe('0 0 0 1 3 0 2 4 0');
    expect(typed('flipped')).toBe('0 4 3 0 2 1 0 0 0');
    // The lower left window, inputs 4, 5, 7, 8.
    expect(typed('outputs-counted-down')).toBe('0 0 0 1 2 0 3 4 0');
    expect(typed('padding-forgotten')).toBeUndefined();
    expect(typed('stride-ignored')).toBeUndefined();
  });

  it('leaves out what lies on the padding', () => {
    const problem = { rows: 3, columns: 3, kernel, stride: 2, padding: 1, row: 2 };
    const typed = (name: string) => mistake(exercise, problem, name)?.row?.join(' ');
    // The window starts 1 above the input, at its second column: only its lower row lies on inputs, 2 and 3.
    expect(solve(exercise, problem).row?.join(' ')).toBe('0 3 4 0 0 0 0 0 0');
    expect(typed('padding-forgotten')).toBe('0 0 1 0 0 3 0 0 0');
    expect(typed('stride-ignored')).toBe('3 4 0 0 0 0 0 0 0');
  });
});
