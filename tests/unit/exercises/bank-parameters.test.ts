import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/bank-parameters';

describe('bank-parameters', () => {
  it('counts one layer', () => {
    const problem = { input: [3, 10, 10] as const, layers: [{ kernels: 4, size: 3 }] };
    // 4 × 3 × 3 × 3 = 4 × 27 = 108.
    expect(solve(exercise, problem)).toEqual({ kernel: ['3', '3', '3'], weights: ['108'], biases: ['4'] });
    const typed = (name: string) => mistake(exercise, problem, name);
    expect(typed('depth-forgotten')).toEqual({ kernel: ['1', '3', '3'], weights: ['36'], biases: ['4'] });
    expect(typed('outputs-forgotten')).toEqual({ kernel: ['3', '3', '3'], weights: ['27'], biases: ['4'] });
    expect(typed('kernels-as-depth')).toEqual({ kernel: ['4', '3', '3'], weights: ['144'], biases: ['4'] });
    expect(typed('side-not-squared')).toEqual({ kernel: ['3', '3', '3'], weights: ['36'], biases: ['4'] });
    // The window has 8 × 8 places: 64 × 108.
    expect(typed('places-counted')).toEqual({ kernel: ['3', '3', '3'], weights: ['6912'], biases: ['4'] });
    expect(typed('bias-per-plane')).toEqual({ kernel: ['3', '3', '3'], weights: ['108'], biases: ['12'] });
    expect(typed('one-bias')).toEqual({ kernel: ['3', '3', '3'], weights: ['108'], biases: ['1'] });
    expect(typed('depth-of-the-picture')).toBeUndefined();
  });

  it('counts two layers', () => {
    const layers = [
      { kernels: 10, size: 3 },
      { kernels: 20, size: 2 },
    ];
    const problem = { input: [3, 10, 10] as const, layers };
    // The second: 20 × 10 × 2 × 2 = 800 and 20. The first: 10 × 27 = 270 and 10. Together 1,100.
    expect(solve(exercise, problem)).toEqual({
      kernel: ['10', '2', '2'],
      weights: ['800'],
      biases: ['20'],
      parameters: ['1100'],
    });
    // 20 × 3 × 4 = 240 instead of 800.
    expect(mistake(exercise, problem, 'depth-of-the-picture')).toEqual({
      kernel: ['3', '2', '2'],
      weights: ['240'],
      biases: ['20'],
      parameters: ['540'],
    });
    // 30 and 200 biases.
    expect(mistake(exercise, problem, 'bias-per-plane')?.['parameters']).toEqual(['1300']);
  });
});
