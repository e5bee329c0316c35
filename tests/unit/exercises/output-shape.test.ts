import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/output-shape';

describe('output-shape', () => {
  const shape = (...values: number[]) => ({ shape: values.map(String) });
  const alexnet = {
    input: [3, 224, 224],
    kernels: 64,
    kernel: [11, 11],
    stride: [4, 4],
    padding: [2, 2],
    dilation: 1,
    code: false,
  } as const;

  it('gives the first layer of AlexNet', () => {
    // 224 + 4 − 11 = 217, ⌊217 / 4⌋ = 54, and 1.
    expect(solve(exercise, alexnet)).toEqual(shape(64, 55, 55));
    expect(mistake(exercise, alexnet, 'channels-kept')).toEqual(shape(3, 55, 55));
    expect(mistake(exercise, alexnet, 'a-map-per-channel')).toEqual(shape(192, 55, 55));
    expect(mistake(exercise, alexnet, 'channels-last')).toEqual(shape(55, 55, 64));
    expect(mistake(exercise, alexnet, 'rounded-up')).toEqual(shape(64, 56, 56));
    expect(mistake(exercise, alexnet, 'one-forgotten')).toEqual(shape(64, 54, 54));
    expect(mistake(exercise, alexnet, 'stride-ignored')).toEqual(shape(64, 218, 218));
    expect(mistake(exercise, alexnet, 'height-and-width-swapped')).toBeUndefined();
    expect(mistake(exercise, alexnet, 'dilation-ignored')).toBeUndefined();
  });

  it('takes height and width each with its own settings', () => {
    const problem = {
      ...alexnet,
      input: [3, 20, 30],
      kernel: [3, 5],
      stride: [1, 2],
      padding: [1, 0],
      dilation: 2,
      code: true,
    } as const;
    // Height: the kernel spans 5, 20 + 2 − 5 + 1 = 18. Width: it spans 9, ⌊21 / 2⌋ + 1 = 11.
    expect(solve(exercise, problem)).toEqual(shape(64, 18, 11));
    // 20 + 2 − 3 + 1 = 20; ⌊25 / 2⌋ + 1 = 13.
    expect(mistake(exercise, problem, 'dilation-ignored')).toEqual(shape(64, 20, 13));
    expect(mistake(exercise, problem, 'padding-once')).toEqual(shape(64, 17, 11));
    expect(mistake(exercise, problem, 'height-and-width-swapped')).toEqual(shape(64, 11, 18));
    expect(exercise.given(problem).at(-1)).toEqual({
      kind: 'code',
      code: 'nn.Conv2d(3, 64, kernel_size=(3, 5), stride=(1, 2), padding=(1, 0), dilation=2)',
    });
  });
});
