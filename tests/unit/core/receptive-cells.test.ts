import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellsSeen,
  convolve2d,
  describeNetwork,
  type Layer,
  pathCounts,
  receptiveCells,
  receptiveFields,
  tensor,
} from '@/core/index.ts';

const three = { kernel: 3, padding: 1 };

describe('what one cell sees', () => {
  it('is 3, 5, 7 pixels through one, two, three 3×3 layers, around its own place', () => {
    expect(cellsSeen([three], 5)[0]).toEqual({ first: 4, last: 6 });
    expect(cellsSeen([three, three], 5)).toEqual([
      { first: 3, last: 7 },
      { first: 4, last: 6 },
      { first: 5, last: 5 },
    ]);
    expect(cellsSeen([three, three, three], 0)[0]).toEqual({ first: -3, last: 3 });
  });

  it('steps by the stride and by the dilation', () => {
    // A pooling of 2 by 2: cell 2 sees pixels 4 and 5. A window with gaps: from 4 − 2 to 4 − 2 + 2 × 2.
    expect(cellsSeen([{ kernel: 2, stride: 2 }], 2)[0]).toEqual({ first: 4, last: 5 });
    expect(cellsSeen([{ kernel: 3, dilation: 2, padding: 2 }], 4)[0]).toEqual({ first: 2, last: 6 });
  });

  it('has the size of the receptive field, and neighbours lie a jump apart', () => {
    const layer = fc.record({
      kernel: fc.integer({ min: 1, max: 5 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.integer({ min: 0, max: 3 }),
      dilation: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 30 }), (stack, cell) => {
        const [here, next] = [cellsSeen(stack, cell)[0], cellsSeen(stack, cell + 1)[0]];
        const seen = receptiveFields(stack).at(-1);
        expect((here?.last ?? 0) - (here?.first ?? 0) + 1).toBe(seen?.receptiveField);
        expect((next?.first ?? 0) - (here?.first ?? 0)).toBe(seen?.jump);
      }),
    );
  });
});

describe('the ways from a pixel to a cell', () => {
  it('are 1 2 3 2 1 through two 3×3 layers, and fewer where the field reaches into padding', () => {
    expect(pathCounts([three, three], 9, 4)[0]).toEqual([0, 0, 1, 2, 3, 2, 1, 0, 0]);
    // Cell 0 sees cells −1, 0, 1 of the first layer; −1 is a zero that comes from nowhere.
    expect(pathCounts([three, three], 9, 0)[0]).toEqual([2, 2, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('leave holes where two dilations are equal', () => {
    expect(
      pathCounts(
        [
          { kernel: 3, dilation: 2 },
          { kernel: 3, dilation: 2 },
        ],
        9,
        0,
      )[0],
    ).toEqual([1, 0, 2, 0, 3, 0, 2, 0, 1]);
  });

  it('are the values of convolutions with kernels of ones', () => {
    const layers = [
      { kernel: 3, stride: 2, padding: 1 },
      { kernel: 2, padding: 0 },
      { kernel: 3, padding: 2, dilation: 2 },
    ];
    for (let pixel = 0; pixel < 11; pixel++) {
      const row = Array.from({ length: 11 }, (_, index) => (index === pixel ? 1 : 0));
      const out = layers.reduce(
        (input, { kernel, stride = 1, padding, dilation = 1 }) =>
          convolve2d(
            input,
            tensor(
              [1, 1, 1, kernel],
              Float64Array.from({ length: kernel }, () => 1),
            ),
            {
              stride: [1, stride],
              padding: [0, padding],
              dilation: [1, dilation],
            },
          ),
        tensor([1, 1, 11], Float64Array.from(row)),
      );
      const counted = [...out.data].map((_, cell) => pathCounts(layers, 11, cell)[0]?.[pixel]);
      expect(counted).toEqual([...out.data]);
    }
  });
});

describe('in a network', () => {
  const read = (id: string): { layers: Layer[] } =>
    JSON.parse(readFileSync(new URL(`../../../content/networks/${id}.json`, import.meta.url), 'utf8'));
  const size = ({ first, last }: { first: number; last: number }) => last - first + 1;

  it.each(['alexnet', 'vgg13', 'resnet18'])('%s: as large as its description says, at every layer with maps', (id) => {
    const { layers } = read(id);
    let seen = 0;
    for (const [index, { shape, receptiveField }] of describeNetwork(layers, [3, 32, 32]).layers.entries()) {
      const layer = layers[index];
      if (!layer?.name || shape.length !== 3 || layer.kind === 'adaptiveAveragePool2d') continue;
      expect([layer.name, ...receptiveCells(layers, layer.name, [1, 2]).map(size)]).toEqual([
        layer.name,
        receptiveField,
        receptiveField,
      ]);
      seen++;
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('follows the body of a residual layer, or its skip, as named', () => {
    const { layers } = read('resnet18');
    // conv1 and two blocks see 11; the skip looks at every second of these cells.
    expect(receptiveCells(layers, 'stage2.block1.skip.conv', [0, 3])).toEqual([
      { first: -5, last: 5 },
      { first: 1, last: 11 },
    ]);
    expect(receptiveCells(layers, 'stage2.block1.conv1', [0, 3])[1]).toEqual({ first: 0, last: 12 });
  });

  it('refuses what has no place', () => {
    const { layers } = read('resnet18');
    expect(() => receptiveCells(layers, 'logits', [0, 0])).toThrow(/no place/);
    expect(() => receptiveCells(layers, 'conv9', [0, 0])).toThrow(/conv9/);
  });
});
