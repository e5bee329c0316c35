import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSquares, linear, softmax, softmaxRegression, solvePositive, tensor } from '@/core/index.ts';

describe('solvePositive', () => {
  it('solves 4x + 2y = 10, 2x + 3y = 9', () => {
    const [x, y] = solvePositive(tensor([2, 2], [4, 2, 2, 3]), tensor([2], [10, 9])).data;
    expect(x).toBeCloseTo(1.5, 12);
    expect(y).toBeCloseTo(2, 12);
  });
  it('says what it cannot solve', () => {
    expect(() => solvePositive(tensor([2, 2], [1, 2, 2, 1]), tensor([2], [1, 1]))).toThrow(/positive definite/);
    expect(() => solvePositive(tensor([1, 2], [1, 2]), tensor([1], [1]))).toThrow(/as many columns as rows/);
  });
});

describe('leastSquares', () => {
  const fit = (inputs: number[], targets: number[]) =>
    leastSquares(tensor([inputs.length, 1], inputs), tensor([targets.length], targets));
  // By hand: means 2 and 1; slope Σ(x − 2)(y − 1) / Σ(x − 2)².
  it.each([
    [[0, 1, 2], 1, -1],
    [[0, 2, 1], 0.5, 0],
    [[2, 1, 0], -1, 3],
  ])('fits the class numbers %j at 1, 2, 3', (targets, slope, start) => {
    const { weight, bias } = fit([1, 2, 3], targets);
    expect(weight.data[0]).toBeCloseTo(slope, 4);
    expect(bias.data[0]).toBeCloseTo(start, 4);
  });
  it('needs no more than one point', () => {
    const { weight, bias } = fit([3], [2]);
    expect(linear(tensor([1], [3]), weight, bias).data[0]).toBeCloseTo(2, 5);
  });
  it('refuses targets that are too few', () => expect(() => fit([1, 2], [1])).toThrow(/targets/));
});

describe('softmaxRegression', () => {
  it('gives each class its share where there is nothing to tell them apart', () => {
    const inputs = tensor([4, 1], [0, 0, 0, 0]);
    const { weight, bias } = softmaxRegression(inputs, [0, 0, 0, 1], { classes: 2, decay: 1e-6 });
    const shares = softmax(linear(tensor([1, 1], [0]), weight, bias)).data;
    expect([...weight.data]).toEqual([0, 0]);
    expect(shares[0]).toBeCloseTo(0.75, 4);
    expect(shares[1]).toBeCloseTo(0.25, 4);
  });

  it('parts two classes half way', () => {
    const { weight, bias } = softmaxRegression(tensor([2, 1], [2, 4]), [0, 1], { classes: 2, decay: 1e-3 });
    const [low = 0, high = 0] = linear(tensor([1, 1], [3]), weight, bias).data;
    expect(high - low).toBeCloseTo(0, 1);
    const [one = 0, two = 0] = linear(tensor([1, 1], [4]), weight, bias).data;
    expect(two).toBeGreaterThan(one + 2);
  });

  it('does not care what the classes are called', () => {
    const coordinate = fc.integer({ min: 0, max: 100 }).map((value) => value / 10);
    const example = fc.tuple(coordinate, coordinate, fc.integer({ min: 0, max: 2 }));
    const order = fc.constantFrom([1, 2, 0], [0, 2, 1], [2, 1, 0]);
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 20 }), order, (examples, names) => {
        const places = examples.map(([x, y]) => [x, y]);
        const inputs = tensor([examples.length, 2], places.flat());
        const fit = (targets: number[]) => softmaxRegression(inputs, targets, { classes: 3, decay: 1e-3 });
        const plain = fit(examples.map(([, , kind]) => kind));
        const renamed = fit(examples.map(([, , kind]) => names[kind] ?? 0));
        for (const [kind, name] of names.entries()) {
          for (const column of [0, 1])
            expect(renamed.weight.data[2 * name + column]).toBeCloseTo(plain.weight.data[2 * kind + column] ?? 0, 6);
          expect(renamed.bias.data[name]).toBeCloseTo(plain.bias.data[kind] ?? 0, 6);
        }
      }),
    );
  });

  it('refuses a target that is no class, and no decay', () => {
    const inputs = tensor([1, 1], [1]);
    expect(() => softmaxRegression(inputs, [3], { classes: 3, decay: 1 })).toThrow(/targets\[0\]/);
    expect(() => softmaxRegression(inputs, [0], { classes: 3, decay: 0 })).toThrow(/decay/);
  });
});
