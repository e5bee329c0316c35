import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/padded-map';

describe('padded-map', () => {
  const problem = {
    input: [
      [1, 2, 0],
      [0, 1, 3],
      [2, 0, 1],
    ],
    kernel: [
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, -1],
    ],
    padding: 1,
    paddingMode: 'zeros',
  };

  it('pads with zeros, and with the other modes', () => {
    // Row 1: above is 0; left neighbour; minus the lower right one: 0 − 1, 1 − 3, 2 − 0.
    expect(solve(exercise, problem)['map']).toEqual(['-1', '-2', '2', '1', '1', '1', '0', '3', '3']);
    // Reflect, upper left: above is row 2 (0), left is column 2 (2), lower right 1.
    expect(solve(exercise, { ...problem, paddingMode: 'reflect' })['map']?.[0]).toBe('1');
    // Replicate, upper left: above is itself (1), left is itself (1), lower right 1.
    expect(solve(exercise, { ...problem, paddingMode: 'replicate' })['map']?.[0]).toBe('1');
    expect(solve(exercise, { ...problem, paddingMode: 'replicate' })['map']?.[8]).toBe('2');
  });

  it('runs the wrong rules', () => {
    expect(mistake(exercise, problem, 'no-padding')).toEqual({
      shape: ['1', '1'],
      map: ['1', '', '', '', '', '', '', '', ''],
    });
    expect(mistake(exercise, problem, 'padded-on-one-side')?.['shape']).toEqual(['2', '2']);
    expect(mistake(exercise, problem, 'output-padded')?.['map']).toEqual(['0', '0', '0', '0', '1', '0', '0', '0', '0']);
    expect(mistake(exercise, problem, 'zeros-instead')).toBeUndefined();
    expect(mistake(exercise, { ...problem, paddingMode: 'replicate' }, 'zeros-instead')?.['map']?.[8]).toBe('3');
  });
});
