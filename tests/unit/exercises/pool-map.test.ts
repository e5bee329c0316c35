import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/pool-map';

describe('pool-map', () => {
  it('keeps the largest of each window, and its mean', () => {
    const problem = {
      input: [
        [1, 3, 0, 2],
        [5, 7, 4, 2],
      ],
      window: 2,
      stride: 2,
      padding: 0,
      countsPadding: true,
    };
    // Left: 1 + 3 + 5 + 7 = 16, 16 / 4 = 4. Right: 0 + 2 + 4 + 2 = 8, 8 / 4 = 2.
    expect(solve(exercise, problem)).toEqual({ shape: ['1', '2'], max: ['7', '4'], average: ['4', '2'] });
    expect(mistake(exercise, problem, 'sum-for-mean')?.['average']).toEqual(['16', '8']);
    expect(mistake(exercise, problem, 'maps-exchanged')).toEqual({
      shape: ['1', '2'],
      max: ['4', '2'],
      average: ['7', '4'],
    });
    // One square at a time there is a third window, in the middle: 3 + 0 + 7 + 4 = 14, 14 / 4 = 7/2.
    expect(mistake(exercise, problem, 'stride-ignored')).toEqual({
      shape: ['1', '3'],
      max: ['7', '7'],
      average: ['4', '7/2'],
    });
    expect(mistake(exercise, problem, 'overlap-ignored')).toBeUndefined();
  });

  // With its ring the map is 6 × 6; a 3 × 3 window with stride 2 has its places at 0 and 2, and covers rows 1 to 2, then 2 to 4.
  const problem = {
    input: [
      [-5, -4, 1, 2],
      [-4, -5, 0, 3],
      [0, 2, 3, 1],
      [4, 3, 5, 5],
    ],
    window: 3,
    stride: 2,
    padding: 1,
    countsPadding: true,
  };

  it('lays windows on the padding', () => {
    // Upper left −5 − 4 − 4 − 5 = −18, −18 / 9 = −2. Lower left −4 − 5 + 0 + 2 + 4 + 3 = 0.
    // Upper right −4 + 1 + 2 − 5 + 0 + 3 = −3, −3 / 9 = −1/3. Lower right −5 + 0 + 3 + 2 + 3 + 1 + 3 + 5 + 5 = 17, 17 / 9.
    expect(solve(exercise, { ...problem, countsPadding: false })['max']).toEqual(['-4', '3', '4', '5']);
    expect(mistake(exercise, { ...problem, countsPadding: false }, 'mean-the-other-way')?.['average']).toEqual([
      '-2',
      '-1/3',
      '0',
      '17/9',
    ]);
    // On the input there are 4, 6, 6 and 9 squares.
    expect(mistake(exercise, problem, 'mean-the-other-way')?.['average']).toEqual(['-9/2', '-1/2', '0', '17/9']);
  });

  it('runs the wrong rules', () => {
    expect(mistake(exercise, problem, 'padding-in-the-maximum')?.['max']).toEqual(['0', '3', '4', '5']);
    expect(mistake(exercise, problem, 'largest-magnitude')?.['max']).toEqual(['-5', '-5', '-5', '-5']);
    // Without the ring only one window fits: −5 − 4 + 1 − 4 − 5 + 0 + 0 + 2 + 3 = −12, −12 / 9 = −4/3.
    expect(mistake(exercise, problem, 'padding-ignored')).toEqual({
      shape: ['1', '1'],
      max: ['3', '', '', ''],
      average: ['-4/3', '', '', ''],
    });
    expect(mistake(exercise, problem, 'last-window-kept')?.['shape']).toEqual(['3', '3']);
    // Side by side on a 6 × 6 padded map: rows 1 to 2, then 3 to 4.
    expect(mistake(exercise, problem, 'overlap-ignored')?.['max']).toEqual(['-4', '3', '4', '5']);
  });
});
