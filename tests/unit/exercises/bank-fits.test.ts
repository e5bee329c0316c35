import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/bank-fits';

describe('bank-fits', () => {
  const outputs = (...values: number[]) => ({ outputs: values.map(String) });

  it('compares the depth with the input, and the window with its size', () => {
    const banks = [
      { kernels: 8, depth: 4, size: 3, groups: 1 },
      { kernels: 4, depth: 3, size: 3, groups: 1 },
      { kernels: 6, depth: 6, size: 2, groups: 1 },
      { kernels: 5, depth: 4, size: 7, groups: 1 },
    ];
    const problem = { input: [4, 6, 6] as const, banks };
    expect(solve(exercise, problem)).toEqual(outputs(8, 0, 0, 0));
    expect(mistake(exercise, problem, 'any-depth-fits')).toEqual(outputs(8, 4, 6, 0));
    expect(mistake(exercise, problem, 'smaller-depth-fits')).toEqual(outputs(8, 4, 0, 0));
    expect(mistake(exercise, problem, 'depth-equals-kernels')).toEqual(outputs(0, 0, 6, 0));
    expect(mistake(exercise, problem, 'number-for-depth')).toEqual(outputs(0, 4, 0, 0));
    expect(mistake(exercise, problem, 'numbers-exchanged')).toEqual(outputs(0, 3, 0, 0));
    expect(mistake(exercise, problem, 'channels-kept')).toEqual(outputs(4, 0, 0, 0));
    expect(mistake(exercise, problem, 'a-map-per-plane')).toEqual(outputs(32, 0, 0, 0));
    expect(mistake(exercise, problem, 'size-not-looked-at')).toEqual(outputs(8, 0, 0, 5));
    expect(mistake(exercise, problem, 'groups-ignored')).toBeUndefined();
  });

  it('deals channels and kernels out to groups', () => {
    // 8 channels in 2 groups: a kernel reads 4. 6 kernels make 3 a group, 5 cannot be dealt out.
    const banks = [
      { kernels: 6, depth: 4, size: 1, groups: 2 },
      { kernels: 10, depth: 8, size: 3, groups: 2 },
      { kernels: 5, depth: 4, size: 1, groups: 2 },
      { kernels: 7, depth: 8, size: 3, groups: 1 },
    ];
    const problem = { input: [8, 6, 6] as const, banks };
    expect(solve(exercise, problem)).toEqual(outputs(6, 0, 0, 7));
    expect(mistake(exercise, problem, 'groups-ignored')).toEqual(outputs(0, 10, 0, 7));
    expect(mistake(exercise, problem, 'kernels-not-dealt-out')).toEqual(outputs(6, 0, 5, 7));
    expect(mistake(exercise, problem, 'any-depth-fits')).toEqual(outputs(6, 10, 0, 7));
    expect(mistake(exercise, problem, 'size-not-looked-at')).toBeUndefined();
  });
});
