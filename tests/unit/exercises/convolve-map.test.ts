import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/convolve-map';
import { tick, tip } from './pictures.ts';

describe('convolve-map', () => {
  const small = {
    input: [
      [2, 0, 1, 3],
      [1, -1, 2, 0],
      [0, 3, 1, -2],
      [1, 2, 0, 1],
    ],
    kernel: [
      [1, 2],
      [0, -1],
    ],
    bias: 0,
  };

  it('fills the map', () => {
    // 2·1 + 0·2 + 1·0 + (−1)(−1) = 3, and so on.
    expect(solve(exercise, small)).toEqual({
      shape: ['3', '3'],
      map: ['3', '0', '7', '-4', '2', '4', '4', '5', '-4'],
    });
    expect(solve(exercise, { input: tick, kernel: tip, bias: 0 })['map']).toEqual([
      '-1',
      '-1',
      '7',
      '5',
      '-1',
      '3',
      '-5',
      '9',
      '-5',
    ]);
  });

  it('runs the wrong rules', () => {
    // Flipped the kernel is −1 0 / 2 1: −2 + 2 − 1 = −1.
    expect(mistake(exercise, small, 'flipped')?.['map']?.[0]).toBe('-1');
    expect(mistake(exercise, small, 'padded-anyway')?.['shape']).toEqual(['5', '5']);
    expect(mistake(exercise, small, 'rows-and-columns-swapped')?.['map']).toEqual([
      '3',
      '-4',
      '4',
      '0',
      '2',
      '5',
      '7',
      '4',
      '-4',
    ]);
    expect(mistake(exercise, small, 'largest-product')?.['map']?.slice(0, 2)).toEqual(['2', '2']);
    expect(mistake(exercise, small, 'minus-times-minus')?.['map']?.[0]).toBe('1');
    expect(mistake(exercise, small, 'bias-forgotten')).toBeUndefined();
    expect(mistake(exercise, { ...small, bias: 2 }, 'bias-forgotten')?.['map']?.[0]).toBe('3');
  });
});
