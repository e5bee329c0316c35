import { describe, expect, it } from 'vitest';
import { generate, mistake, solve } from '@/exercises';
import exercise from '@/exercises/impossible-layer';
import { faultBy, trueBeliefs, trueFault } from '@/exercises/shared/faulty-networks';
import type { NetworkLayer } from '@/exercises/shared/network-layers';

const blame = (layer: string, reason: string) => ({ layer: [layer], reason: [reason] });

describe('impossible-layer', () => {
  // 12 − 3 + 1 = 10, half of it 5, 5 − 3 + 1 = 3, and ⌊(3 − 2) / 2⌋ + 1 = 1; 8 channels of 1 × 1 make 8 numbers.
  const layers: readonly NetworkLayer[] = [
    { kind: 'conv2d', outputs: 4, inputs: 3, kernel: 3 },
    { kind: 'maxPool2d', window: 2, stride: 2 },
    { kind: 'conv2d', outputs: 8, inputs: 4, kernel: 3 },
    { kind: 'maxPool2d', window: 2, stride: 2 },
    { kind: 'flatten' },
    { kind: 'linear', outputs: 10, inputs: 8 },
  ];
  const problem = { input: [3, 12, 12] as const, layers };

  it('finds nothing in a network that fits', () => {
    expect(solve(exercise, problem)).toEqual(blame('none', 'none'));
    expect(mistake(exercise, problem, 'nothing-wrong')).toBeUndefined();
    expect(mistake(exercise, problem, 'depth-equals-kernels')).toEqual(blame('layer-1', 'inputs'));
    expect(mistake(exercise, problem, 'pooling-changes-channels')).toEqual(blame('layer-3', 'inputs'));
    // 3 into windows of 2 leaves a rest.
    expect(mistake(exercise, problem, 'rest-is-an-error')).toEqual(blame('layer-4', 'size'));
    // If convolutions kept the size: 12, 6, 6, 3, and 8 × 3 × 3 = 72 numbers for 8 inputs.
    expect(mistake(exercise, problem, 'size-kept')).toEqual(blame('layer-6', 'inputs'));
  });

  it('finds the first layer that cannot be, and why', () => {
    // 6 − 3 + 1 = 4, half of it 2: a window of 3 does not fit.
    const small = { ...problem, input: [3, 6, 6] as const };
    expect(solve(exercise, small)).toEqual(blame('layer-3', 'size'));
    expect(mistake(exercise, small, 'layer-after')).toEqual(blame('layer-4', 'size'));
    expect(mistake(exercise, small, 'nothing-wrong')).toEqual(blame('none', 'none'));
    const deep = { ...problem, layers: layers.with(2, { kind: 'conv2d', outputs: 8, inputs: 2, kernel: 3 }) };
    expect(solve(exercise, deep)).toEqual(blame('layer-3', 'inputs'));
    expect(mistake(exercise, deep, 'window-blamed')).toEqual(blame('layer-3', 'size'));
    expect(solve(exercise, { ...problem, layers: layers.toSpliced(4, 1) })).toEqual(blame('layer-5', 'flatten'));
    const early = { ...problem, layers: [...layers.slice(0, 3), { kind: 'flatten' }, ...layers.slice(3)] };
    expect(solve(exercise, early)).toEqual(blame('layer-5', 'maps'));
  });

  it('counts the padding where a window is larger than the map', () => {
    const padded = { ...problem, layers: [{ kind: 'conv2d', outputs: 4, inputs: 3, kernel: 5, padding: 2 }] };
    const tiny = { ...padded, input: [3, 4, 4] as const };
    expect(solve(exercise, tiny)).toEqual(blame('none', 'none'));
    expect(mistake(exercise, tiny, 'padding-forgotten')).toEqual(blame('layer-1', 'size'));
  });

  it('judges as the site does', () => {
    for (const level of [1, 2, 3] as const) {
      for (let seed = 0; seed < 30; seed += 1) {
        const drawn = generate(exercise, seed, level);
        expect(faultBy(trueBeliefs, drawn)).toEqual(trueFault(drawn));
      }
    }
  });
});
