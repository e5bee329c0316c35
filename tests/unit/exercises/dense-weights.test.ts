import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/dense-weights';

describe('dense-weights', () => {
  // 3 × 4 × 5 = 60 numbers.
  const shape = [3, 4, 5] as const;

  it('counts a layer without biases', () => {
    const problem = { shape, outputs: [10], bias: false };
    expect(solve(exercise, problem)).toEqual({ weights: ['600'] });
    expect(mistake(exercise, problem, 'inputs-plus-outputs')).toEqual({ weights: ['70'] });
    expect(mistake(exercise, problem, 'channels-forgotten')).toEqual({ weights: ['200'] });
    expect(mistake(exercise, problem, 'biases-among-weights')).toEqual({ weights: ['610'] });
    expect(mistake(exercise, problem, 'bias-forgotten')).toBeUndefined();
  });

  it('counts two layers with biases', () => {
    const problem = { shape, outputs: [10, 4], bias: true };
    // 60 × 10 + 10 × 4 = 640 weights and 10 + 4 biases.
    expect(solve(exercise, problem)).toEqual({ weights: ['640'], parameters: ['654'] });
    expect(mistake(exercise, problem, 'bias-forgotten')).toEqual({ weights: ['640'], parameters: ['640'] });
    // 60 + 10 biases, 600 + 40 biases, 1 + 1 biases.
    expect(mistake(exercise, problem, 'bias-per-input')).toEqual({ weights: ['640'], parameters: ['710'] });
    expect(mistake(exercise, problem, 'bias-per-weight')).toEqual({ weights: ['640'], parameters: ['1280'] });
    expect(mistake(exercise, problem, 'one-bias')).toEqual({ weights: ['640'], parameters: ['642'] });
    // 60 + 10 + 10 + 4 = 84 weights.
    expect(mistake(exercise, problem, 'inputs-plus-outputs')).toEqual({ weights: ['84'], parameters: ['98'] });
    // 20 × 10 + 10 × 4 = 240 weights.
    expect(mistake(exercise, problem, 'channels-forgotten')).toEqual({ weights: ['240'], parameters: ['254'] });
    // 60 × 10 + 60 × 4 = 840 weights.
    expect(mistake(exercise, problem, 'second-layer-reads-picture')).toEqual({ weights: ['840'], parameters: ['854'] });
    expect(mistake(exercise, problem, 'biases-among-weights')).toEqual({ weights: ['654'], parameters: ['654'] });
  });
});
