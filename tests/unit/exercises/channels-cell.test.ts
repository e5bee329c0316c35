import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/channels-cell';

describe('channels-cell', () => {
  const problem = {
    input: [
      [
        [1, 2, 0],
        [3, 0, 1],
        [0, 1, 2],
      ],
      [
        [0, 1, 1],
        [2, 1, 0],
        [1, 0, 1],
      ],
    ],
    kernel: [
      [
        [1, 0],
        [-1, 1],
      ],
      [
        [2, 1],
        [1, -1],
      ],
    ],
    bias: 3,
    row: 1,
    column: 1,
  };
  const typed = (name: string) => mistake(exercise, problem, name);

  it('adds the products of all channels', () => {
    // Channel 1: 1 + 0 − 3 + 0 = −2. Channel 2: 0 + 1 + 2 − 1 = 2. With the bias −2 + 2 + 3 = 3.
    expect(solve(exercise, problem)).toEqual({ value: ['3'] });
    expect(typed('first-channel-only')).toEqual({ value: ['1'] });
    // The first plane on channel 2: 0 + 0 − 2 + 1 = −1.
    expect(typed('one-plane-for-all')).toEqual({ value: ['0'] });
    expect(typed('bias-per-channel')).toEqual({ value: ['6'] });
    expect(typed('bias-forgotten')).toEqual({ value: ['0'] });
    // Turned: 1 − 2 + 0 + 0 = −1 and 0 + 1 + 2 + 2 = 5.
    expect(typed('flipped')).toEqual({ value: ['7'] });
    // Row 2, column 2: 0 + 0 − 1 + 2 = 1 and 2 + 0 + 0 − 1 = 1.
    expect(typed('counted-from-zero')).toEqual({ value: ['5'] });
    expect(typed('rows-and-columns-swapped')).toBeUndefined();
  });

  it('tells row and column apart', () => {
    // Row 1, column 2: 2 + 0 + 0 + 1 = 3 and 2 + 1 + 1 + 0 = 4. Row 2, column 1: 3 + 0 + 0 + 1 = 4 and 4 + 1 + 1 + 0 = 6.
    const other = { ...problem, column: 2 };
    expect(solve(exercise, other)).toEqual({ value: ['10'] });
    expect(mistake(exercise, other, 'rows-and-columns-swapped')).toEqual({ value: ['13'] });
    // There is no cell below and to the right.
    expect(mistake(exercise, other, 'counted-from-zero')).toBeUndefined();
  });
});
