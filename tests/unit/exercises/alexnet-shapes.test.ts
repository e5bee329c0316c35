import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/alexnet-shapes';

describe('alexnet-shapes', () => {
  it('walks the paper’s picture', () => {
    const problem = { side: 224, shapes: ['convolution-1', 'pooling-1', 'convolution-2', 'pooling-3'], counts: [] };
    // (224 + 4 − 11) / 4 = 54.25 → 55; (55 − 3) / 2 + 1 = 27; 27 + 4 − 5 + 1 = 27; (13 − 3) / 2 + 1 = 6.
    const truth = {
      'convolution-1': ['64', '55', '55'],
      'pooling-1': ['64', '27', '27'],
      'convolution-2': ['192', '27', '27'],
      'pooling-3': ['256', '6', '6'],
    };
    expect(solve(exercise, problem)).toEqual(truth);
    // 54.25 → 55, + 1 = 56; (56 − 3) / 2 = 26.5 → 27, + 1 = 28, and 28 stays.
    expect(mistake(exercise, problem, 'rounded-up')).toEqual({
      'convolution-1': ['64', '56', '56'],
      'pooling-1': ['64', '28', '28'],
      'convolution-2': ['192', '28', '28'],
      'pooling-3': ['256', '6', '6'],
    });
    // (55 − 3) / 3 = 17.3 → 17, + 1 = 18; (13 − 3) / 3 = 3.3 → 3, + 1 = 4.
    expect(mistake(exercise, problem, 'pool-stride-is-window')).toEqual({
      ...truth,
      'pooling-1': ['64', '18', '18'],
      'convolution-2': ['192', '18', '18'],
      'pooling-3': ['256', '4', '4'],
    });
    expect(mistake(exercise, problem, 'channels-kept')).toEqual({
      ...truth,
      'convolution-1': ['3', '55', '55'],
      'pooling-1': ['3', '27', '27'],
      'convolution-2': ['3', '27', '27'],
    });
    expect(mistake(exercise, problem, 'pool-changes-channels')).toEqual({ ...truth, 'pooling-1': ['192', '27', '27'] });
    // All sides are odd, where a window of 2 gives the same.
    expect(mistake(exercise, problem, 'pool-halves')).toBeUndefined();
  });

  it('counts the parameters', () => {
    const problem = { side: 224, shapes: ['flatten'], counts: ['convolution-2', 'dense-1'] };
    const typed = (name: string) => Object.values(mistake(exercise, problem, name) ?? {}).flat();
    // 192 × 64 × 25 = 307,200, + 192; 256 × 36 = 9,216; 9,216 × 4,096 = 37,748,736, + 4,096.
    expect(solve(exercise, problem)).toEqual({
      flatten: ['9216'],
      'parameters-convolution-2': ['307392'],
      'parameters-dense-1': ['37752832'],
    });
    expect(typed('biases-forgotten')).toEqual(['9216', '307200', '37748736']);
    // 192 × 25 + 192 = 4,992.
    expect(typed('depth-forgotten')).toEqual(['9216', '4992', '37752832']);
    // 36 × 4,096 + 4,096 = 151,552.
    expect(typed('one-channel-flattened')).toEqual(['36', '307392', '151552']);
  });
});
