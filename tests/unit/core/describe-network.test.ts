import { describe, expect, it } from 'vitest';
import { alexNet, resNet18, vgg13, vgg16 } from '@/core/classic-networks.ts';
import { describeNetwork, type Layer, NetworkError } from '@/core/index.ts';

const photo = [3, 224, 224];

/** The error that a network ends in. */
function errorOf(layers: readonly Layer[], shape: readonly number[] = photo): NetworkError {
  try {
    describeNetwork(layers, shape);
  } catch (error) {
    if (error instanceof NetworkError) return error;
    throw error;
  }
  return expect.fail('the network was accepted');
}

describe('describeNetwork', () => {
  it.each([
    ['AlexNet', alexNet, 61_100_840, 714_188_480],
    ['VGG13', vgg13, 133_047_848, 11_308_466_176],
    ['VGG16', vgg16, 138_357_544, 15_470_264_320],
    ['ResNet18', resNet18, 11_689_512, 1_814_073_344],
  ])('counts %s as published', (_, layers, parameters, macs) => {
    expect(describeNetwork(layers, photo).total).toEqual({ parameters, macs });
  });

  it('sums its layers', () => {
    const { layers, total } = describeNetwork(resNet18, photo);
    expect(layers).toHaveLength(resNet18.length);
    expect(layers.reduce((sum, layer) => sum + layer.parameters, 0)).toBe(total.parameters);
    expect(layers.reduce((sum, layer) => sum + layer.macs, 0)).toBe(total.macs);
    const projected = layers.find((layer) => layer.skip && layer.skip.length > 0);
    const inside = [...(projected?.body ?? []), ...(projected?.skip ?? [])];
    expect(inside).toHaveLength(7);
    expect(inside.reduce((sum, layer) => sum + layer.macs, 0)).toBe(projected?.macs);
  });

  it("follows AlexNet's shapes and what they see", () => {
    const { layers } = describeNetwork(alexNet, photo);
    const maps = layers.filter((_, index) => alexNet[index]?.kind === 'conv2d' || alexNet[index]?.kind === 'maxPool2d');
    expect(maps.map(({ shape, receptiveField, jump }) => [shape.join('×'), receptiveField, jump])).toEqual([
      ['64×55×55', 11, 4],
      ['64×27×27', 19, 8],
      ['192×27×27', 51, 8],
      ['192×13×13', 67, 16],
      ['384×13×13', 99, 16],
      ['256×13×13', 131, 16],
      ['256×13×13', 163, 16],
      ['256×6×6', 195, 32],
    ]);
    expect(layers.find((_, index) => alexNet[index]?.kind === 'flatten')?.shape).toEqual([9216]);
    expect(layers.at(-1)).toMatchObject({ shape: [1000], parameters: 4_097_000, macs: 4_096_000 });
    // A dense layer joins all 6×6 places, 32 pixels apart.
    expect(layers.at(-1)?.receptiveField).toBe(195 + 5 * 32);
  });

  it.each([
    ['VGG16', vgg16, [512, 7, 7], 212, 32],
    ['ResNet18', resNet18, [512, 7, 7], 435, 32],
  ])('follows %s to its last maps', (_, layers, shape, receptiveField, jump) => {
    const last = layers.findIndex(({ kind }) => kind === 'adaptiveAveragePool2d') - 1;
    expect(describeNetwork(layers, photo).layers[last]).toMatchObject({ shape, receptiveField, jump });
  });

  it('names rows and columns where they differ', () => {
    const [layer] = describeNetwork([{ kind: 'conv2d', outputs: 1, kernel: [3, 1], stride: [1, 2] }], [1, 5, 6]).layers;
    expect(layer).toMatchObject({ shape: [1, 3, 3], receptiveField: [3, 1], jump: [1, 2] });
  });

  it('sees through the widest window of an adaptive pooling', () => {
    // Windows of 7 to 4: 0–2, 1–4, 3–6, 5–7, so 2 to 3 wide and 7/4 apart.
    const [layer] = describeNetwork([{ kind: 'adaptiveAveragePool2d', outputSize: 4 }], [1, 7, 7]).layers;
    expect(layer).toMatchObject({ shape: [1, 4, 4], receptiveField: 3, jump: 1.75 });
  });

  const dense = (outputSize: number): Layer[] => [
    { kind: 'adaptiveAveragePool2d', outputSize },
    { kind: 'flatten' },
    { kind: 'linear', outputs: 10 },
  ];

  it.each<[string, readonly Layer[], readonly number[], number]>([
    // 7 cells of AlexNet's last maps, 9 of VGG13's, 32 pixels apart: a dense layer sees all of them.
    ['AlexNet at 256', alexNet, [3, 256, 256], 195 + 6 * 32],
    ['VGG13 at 300', vgg13, [3, 300, 300], 156 + 8 * 32],
    ['one cell given seven times', dense(7), [1, 1, 1], 1],
    ['a pooling after a pooling', [{ kind: 'adaptiveAveragePool2d', outputSize: 5 }, ...dense(3)], [1, 32, 32], 32],
  ])('sees through uneven windows to the picture: %s', (_, layers, shape, receptiveField) => {
    expect(describeNetwork(layers, shape).layers.at(-1)?.receptiveField).toBe(receptiveField);
  });

  it('sees through a convolution behind uneven windows', () => {
    // Fields of 5 cells: pixels 0–8, 6–15, 12–21, 19–27, 25–33 (a pixel of padding before and after); the first three are the widest.
    const conv = (padding: number): Layer => ({ kind: 'conv2d', outputs: 8, kernel: 3, padding });
    const layers = [conv(1), { kind: 'adaptiveAveragePool2d', outputSize: 5 } as const, conv(0)];
    expect(describeNetwork(layers, [3, 32, 32]).layers.at(-1)).toMatchObject({ receptiveField: 22, jump: 6.4 });
  });

  it.each<[string, Layer, readonly number[], readonly number[], number, number]>([
    ['groups', { kind: 'conv2d', outputs: 6, kernel: 3, groups: 2 }, [4, 5, 5], [6, 3, 3], 114, 972],
    ['dilation', { kind: 'conv2d', outputs: 1, kernel: 3, dilation: 2, bias: false }, [1, 5, 5], [1, 1, 1], 9, 9],
    ['ceil mode', { kind: 'averagePool2d', window: 3, stride: 2, ceilMode: true }, [2, 2, 6], [2, 1, 3], 0, 0],
    ['no bias', { kind: 'linear', outputs: 3, bias: false }, [4, 1, 1], [3], 12, 12],
  ])('counts a layer with %s', (_, layer, shape, output, parameters, macs) => {
    const layers: Layer[] = layer.kind === 'linear' ? [{ kind: 'flatten' }, layer] : [layer];
    expect(describeNetwork(layers, shape).layers.at(-1)).toMatchObject({ shape: output, parameters, macs });
  });

  it('takes a setting that is undefined as absent', () => {
    const absent = { stride: undefined, padding: undefined, dilation: undefined, groups: undefined };
    const layer: Layer = { kind: 'conv2d', outputs: 2, kernel: 3, ...absent, bias: undefined, name: undefined };
    expect(describeNetwork([layer], photo)).toEqual(
      describeNetwork([{ kind: 'conv2d', outputs: 2, kernel: 3 }], photo),
    );
  });

  it('has nothing to say of no layers', () => {
    expect(describeNetwork([], photo)).toEqual({ layers: [], total: { parameters: 0, macs: 0 } });
  });

  it.each([[[3, 224]], [[3, 0, 4]], [[1, 2.5, 4]]])('refuses the input %j', (shape) => {
    expect(() => describeNetwork([], shape)).toThrow(RangeError);
  });
});

describe('NetworkError', () => {
  const flatten: Layer = { kind: 'flatten' };
  const conv = (settings: object = {}): Layer => ({ kind: 'conv2d', outputs: 4, kernel: 3, ...settings });

  it('names the layer and the reason', () => {
    const error = errorOf([conv(), { kind: 'maxPool2d', window: 2 }, conv({ name: 'deep' })], [3, 6, 6]);
    expect(error).toMatchObject({ name: 'NetworkError', index: 2, layerName: 'deep', code: 'input-too-small' });
    expect(error.fault).toEqual({ code: 'input-too-small', needs: [3, 3], gets: [2, 2] });
    expect(error.reason).toBe('this layer needs at least a 3×3 input; it gets 2×2');
    expect(error.message).toBe(`layers[2] (conv2d "deep"): ${error.reason}`);
  });

  it('names a layer inside a residual one', () => {
    const error = errorOf(
      [conv(), { kind: 'residual', body: [conv({ padding: 1 }), conv({ kernel: 9 })], skip: [] }],
      [3, 6, 6],
    );
    expect(error).toMatchObject({ index: 1, layerName: undefined });
    expect(error.place.path).toBe('layers[1].body[1]');
    expect(error.message).toBe('layers[1].body[1] (conv2d): this layer needs at least a 9×9 input; it gets 4×4');
  });

  it.each<[readonly Layer[], readonly number[], object, string]>([
    [
      [conv({ kernel: [5, 1], padding: [1, 0], dilation: 2 })],
      [1, 6, 6],
      { code: 'input-too-small', needs: [7, 1], gets: [6, 6] },
      'this layer needs at least a 7×1 input; it gets 6×6',
    ],
    [
      [{ kind: 'maxPool2d', window: 5, stride: 2, ceilMode: true }],
      [1, 3, 4],
      { code: 'input-too-small', needs: [4, 4], gets: [3, 4] },
      'this layer needs at least a 4×4 input; it gets 3×4',
    ],
    [
      [conv({ inputs: 3 })],
      [4, 6, 6],
      { code: 'inputs-differ', needs: 3, gets: 4 },
      'this layer was made for 3 inputs; it gets 4',
    ],
    [
      [flatten, { kind: 'linear', outputs: 2, inputs: 36 }],
      [4, 6, 6],
      { code: 'inputs-differ', needs: 36, gets: 144 },
      'this layer was made for 36 inputs; it gets 144',
    ],
    [
      [conv({ groups: 2 })],
      [3, 6, 6],
      { code: 'groups', groups: 2, inputs: 3, outputs: 4 },
      '2 groups do not divide both 3 input channels and 4 kernels',
    ],
    [
      [{ kind: 'linear', outputs: 10 }],
      [3, 6, 6],
      { code: 'needs-flatten', gets: [3, 6, 6] },
      'this layer needs a flat vector; it gets 3×6×6, so flatten first',
    ],
    [
      [flatten, { kind: 'batchNorm2d' }],
      [3, 6, 6],
      { code: 'needs-maps', gets: [108] },
      'this layer needs maps, C×H×W; it gets a flat vector of 108',
    ],
    [
      [{ kind: 'averagePool2d', window: [2, 4], padding: [1, 3] }],
      [3, 6, 6],
      { code: 'padding-too-large', padding: [1, 3], window: [2, 4] },
      'the padding is 1×3; it should be at most half the window of 2×4',
    ],
    [
      [{ kind: 'residual', body: [conv({ stride: 2 })], skip: [] }],
      [3, 7, 7],
      { code: 'shapes-differ', body: [4, 3, 3], skip: [3, 7, 7] },
      'the body gives 4×3×3 and the skip 3×7×7; they should be the same',
    ],
    [
      [conv({ stride: [2, 0] })],
      [3, 6, 6],
      { code: 'setting', setting: 'stride', value: '2,0', minimum: 1 },
      'stride is 2,0; it should be a whole number from 1',
    ],
    [
      [conv({ outputs: 1.5 })],
      [3, 6, 6],
      { code: 'setting', setting: 'outputs', value: '1.5', minimum: 1 },
      'outputs is 1.5; it should be a whole number from 1',
    ],
    [
      [conv({ kernel: undefined })],
      [3, 6, 6],
      { code: 'setting', setting: 'kernel', value: 'undefined', minimum: 1 },
      'kernel is undefined; it should be a whole number from 1',
    ],
    [
      [{ kind: 'adaptiveAveragePool2d', outputSize: 0 }],
      [3, 6, 6],
      { code: 'setting', setting: 'outputSize', value: '0', minimum: 1 },
      'outputSize is 0; it should be a whole number from 1',
    ],
    [
      JSON.parse('[{ "kind": "conv3d" }]'),
      [3, 6, 6],
      { code: 'kind', kind: 'conv3d' },
      'there is no layer of the kind "conv3d"',
    ],
  ])('of %j on %j', (layers, shape, fault, reason) => {
    const error = errorOf(layers, shape);
    expect(error.fault).toEqual(fault);
    expect(error.reason).toBe(reason);
  });

  it('asks for exactly the smallest input that works', () => {
    const settings: readonly Layer[] = [
      conv({ kernel: 5, padding: 1, dilation: 2, stride: 3 }),
      { kind: 'maxPool2d', window: 5, stride: 2, padding: 1, ceilMode: true },
      { kind: 'averagePool2d', window: 3 },
    ];
    for (const layer of settings) {
      const { fault } = errorOf([layer], [1, 1, 1]);
      const needs = fault.code === 'input-too-small' ? fault.needs[0] : Number.NaN;
      expect(errorOf([layer], [1, needs - 1, needs]).code).toBe('input-too-small');
      expect(describeNetwork([layer], [1, needs, needs]).layers[0]?.shape.slice(1)).toEqual([1, 1]);
    }
  });
});
