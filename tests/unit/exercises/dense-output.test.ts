import { describe, expect, it } from 'vitest';
import { mistake, solve } from '@/exercises';
import exercise from '@/exercises/dense-output';

describe('dense-output', () => {
  const layer = {
    weights: [
      [1, -1, 2],
      [0, 2, -2],
    ],
    biases: [1, -3],
    relu: true,
  };
  const problem = { input: [2, 1, 3], layers: [layer] };
  const output = (...values: number[]) => ({ output: values.map(String) });

  it('multiplies rows, adds biases, and takes ReLU', () => {
    // 2 − 1 + 6 + 1 = 8 and 0 + 2 − 6 − 3 = −7.
    expect(solve(exercise, problem)).toEqual(output(8, 0));
    expect(solve(exercise, { ...problem, layers: [{ ...layer, relu: false }] })).toEqual(output(8, -7));
  });

  it('runs the wrong rules', () => {
    const wrong = (name: string) => mistake(exercise, problem, name);
    // Down the columns: 1, 0, −1 and 2, 2, −2: 2 + 0 − 3 + 1 = 0 and 4 + 2 − 6 − 3 = −3.
    expect(wrong('weights-read-down')).toEqual(output(0, 0));
    expect(wrong('bias-forgotten')).toEqual(output(7, 0));
    expect(wrong('bias-per-product')).toEqual(output(10, 0));
    expect(wrong('relu-skipped')).toEqual(output(8, -7));
    expect(wrong('magnitude-for-relu')).toEqual(output(8, 7));
    expect(wrong('one-bias')).toBeUndefined();
    expect(mistake(exercise, { ...problem, layers: [{ ...layer, relu: false }] }, 'one-bias')).toEqual(output(8, -3));
    expect(mistake(exercise, { ...problem, layers: [{ ...layer, relu: false }] }, 'relu-at-the-end')).toEqual(
      output(8, 0),
    );
  });

  it('passes the outputs of one layer on to the next', () => {
    const square = { ...layer, weights: [...layer.weights, [1, 0, 0]], biases: [1, -3, 2] };
    const last = { weights: [[1, 2, -1]], biases: [-6], relu: false };
    const two = { input: problem.input, layers: [square, last] };
    // 8, 0, and 2 + 2 = 4; then 8 + 0 − 4 − 6 = −2.
    expect(solve(exercise, two)).toEqual({ hidden: ['8', '0', '4'], output: ['-2'] });
    // 2 + 2 − 3 − 6 = −5 from the input; 8 − 14 − 4 − 6 = −16 without ReLU.
    expect(mistake(exercise, two, 'second-layer-reads-input')?.['output']).toEqual(['-5']);
    expect(mistake(exercise, two, 'relu-skipped')).toEqual({ hidden: ['8', '-7', '4'], output: ['-16'] });
    expect(mistake(exercise, two, 'relu-at-the-end')?.['output']).toEqual(['0']);
  });
});
