import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/adaptive-windows';

describe('adaptive-windows', () => {
  // 5 into 3: 0 to 5/3, 5/3 to 10/3, 10/3 to 5; starts down and ends up: 0–2, 1–4, 3–5.
  const problem = { cells: [[1, 3, 2, 4, 6]], outputs: [1, 3] as const };

  it('rounds the starts down and the ends up', () => {
    // (1 + 3) / 2 = 2, (3 + 2 + 4) / 3 = 3, (4 + 6) / 2 = 5.
    expect(solve(exercise, problem)).toEqual({ columns: ['0', '2', '1', '4', '3', '5'], averages: ['2', '3', '5'] });
  });

  it('runs the wrong rules', () => {
    const columns = (name: string) => mistake(exercise, problem, name)?.['columns'];
    expect(columns('equal-windows')).toEqual(['0', '1', '1', '2', '2', '3']);
    expect(mistake(exercise, problem, 'end-rounded-down')).toEqual({
      columns: ['0', '1', '1', '3', '3', '5'],
      averages: ['1', '5/2', '5'],
    });
    expect(columns('start-rounded-up')).toEqual(['0', '2', '2', '4', '4', '5']);
    expect(columns('end-included')).toEqual(['0', '1', '1', '3', '3', '4']);
    expect(columns('counted-from-one')).toEqual(['1', '3', '2', '5', '4', '6']);
    // One window of 3 fits whole: (1 + 3 + 2) / 3 = 2.
    expect(mistake(exercise, problem, 'output-as-window')).toEqual({
      columns: ['0', '3', '', '', '', ''],
      averages: ['2', '', ''],
    });
    expect(mistake(exercise, problem, 'sum-for-mean')?.['averages']).toEqual(['4', '9', '10']);
  });

  it('takes a map in both directions', () => {
    // 3 into 2: 0–2 and 1–3 both ways, so each window has 2 × 2 numbers: 8 / 4, 12 / 4, 0 / 4, 4 / 4.
    const cells = [
      [1, 2, 3],
      [4, 1, 6],
      [-5, 0, -3],
    ];
    const answers = solve(exercise, { cells, outputs: [2, 2] as const });
    expect(answers).toEqual({
      rows: ['0', '2', '1', '3'],
      columns: ['0', '2', '1', '3'],
      averages: ['2', '3', '0', '1'],
    });
    expect(mistake(exercise, { cells: [[2, 4, 1, 3]], outputs: [1, 2] as const }, 'equal-windows')).toBeUndefined();
  });
});
