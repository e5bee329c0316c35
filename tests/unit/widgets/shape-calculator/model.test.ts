import { describe, expect, it } from 'vitest';
import type { Layer } from '@/core/index.ts';
import { initialState } from '@/state/codec.ts';
import { derive, fields } from '@/widgets/shape-calculator/model.ts';
import { presetNames, presets } from '@/widgets/shape-calculator/presets.ts';
import { repairOf } from '@/widgets/shape-calculator/repair.ts';
import { isStack, parseStack, printStack } from '@/widgets/shape-calculator/stack-text.ts';
import words from '@/widgets/shape-calculator/words.ts';

const manifests = import.meta.glob<{ readonly layers: readonly Layer[] }>('../../../../content/networks/*.json', {
  eager: true,
});

const derived = (layers: string, size = 32) => derive(initialState(fields, { layers, rows: size, columns: size }));

describe('presets', () => {
  it.each([
    ['alexnet', 61_100_840, 714_188_480],
    ['vgg13', 133_047_848, 11_308_466_176],
    ['vgg16', 138_357_544, 15_470_264_320],
    ['resnet18', 11_689_512, 1_814_073_344],
  ])('counts %s as published', (name, parameters, macs) => {
    expect(derived(name, 224).total).toMatchObject({ parameters, macs, shape: [1000] });
    expect(derived(name, 224).preset).toBe(name);
  });

  it.each(['alexnet', 'vgg13', 'resnet18'])('holds the %s of this site as its manifest does, names too', (id) => {
    const manifest = manifests[`../../../../content/networks/${id}.json`];
    expect(presets).toHaveProperty(`${id}-32.text`, printStack(manifest?.layers ?? []));
  });

  it.each(presetNames)('%s stands in the address by its name', (name) => {
    const layers = parseStack(presets[name].text);
    expect(layers && fields.layers.print(layers)).toBe(name);
    expect(fields.layers.parse(name)).toEqual(layers);
  });
});

describe('the text of a stack', () => {
  it('is as short as it can be', () => {
    expect(
      printStack([
        { kind: 'conv2d', name: 'c1', outputs: 8, kernel: [3, 3], stride: 1, padding: [1, 2], bias: true, inputs: 3 },
        { kind: 'maxPool2d', window: 2, stride: 2 },
        {
          kind: 'residual',
          body: [
            { kind: 'batchNorm2d', inputs: 8 },
            { kind: 'dropout', rate: 0.5 },
          ],
          skip: [],
        },
      ]),
    ).toBe('c1:conv8k3p1x2i3,max2,res(normi8,drop/)');
  });

  it.each([
    'conv',
    'conv8',
    'conv8k3q1',
    'conv8k3k3',
    'conv0k3',
    'conv8k3x3x3',
    'conv99999k3',
    'relu1',
    'res(relu)',
    'res(relu/relu/relu)',
    'res(relu/',
    'res(res(res(res(relu/)/)/)/)',
    'relu,,relu',
    'na me:relu',
    'drop1.5',
    'relu,'.repeat(300),
  ])('refuses %j', (text) => expect(parseStack(text)).toBeUndefined());

  it('refuses what only looks like a layer', () => {
    expect(isStack([{ kind: 'relu', extra: 1 }])).toBe(false);
    expect(isStack([{ kind: 'conv2d', outputs: 8, kernel: '3' }])).toBe(false);
    expect(isStack([null])).toBe(false);
    expect(isStack([{ kind: 'toString' }])).toBe(false);
  });
});

describe('rows', () => {
  it('follow a small network by hand', () => {
    const { rows, total } = derived('conv8k3,max2,flatten,dense10', 10);
    expect(rows.map(({ description }) => description?.shape)).toEqual([[8, 8, 8], [8, 4, 4], [128], [10]]);
    expect(rows.map(({ description }) => description?.receptiveField)).toEqual([3, 4, 4, 10]);
    // 8·27 + 8 and 128·10 + 10; 216·64 + 1280; 512 + 128 + 128 + 10
    expect(total).toEqual({ shape: [10], parameters: 224 + 1290, macs: 13_824 + 1280, values: 778 });
  });

  it('number the layers of a block, and count the sum of its roads as an output of its own', () => {
    const { rows, total } = derived('res(conv3k3p1,relu/norm),relu', 2);
    expect(rows.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '1′1', '2']);
    expect(total.values).toBe(5 * 12);
    expect(total.parameters).toBe(3 * 27 + 3 + 6);
  });

  it('have numbers as far as the layer that cannot be, which has the fault', () => {
    const { rows, faulty, total } = derived('conv4k3,max2,conv4k3,relu', 6);
    expect(rows.map(({ description }) => description?.shape)).toEqual([[4, 4, 4], [4, 2, 2], undefined, undefined]);
    expect(faulty).toMatchObject({ number: '3', fault: { code: 'input-too-small', needs: [3, 3], gets: [2, 2] } });
    expect(total.shape).toEqual([4, 2, 2]);
  });

  it('name the layer inside a block, and go on with its other road', () => {
    const { rows, faulty, total } = derived('res(conv3k9,relu/norm),relu', 6);
    expect(faulty?.number).toBe('1.1');
    expect(total.values).toBe(0);
    expect(rows.map(({ description }) => description?.shape)).toEqual([
      undefined,
      undefined,
      undefined,
      [3, 6, 6],
      undefined,
    ]);
  });
});

describe('the remedy', () => {
  it.each([
    ['a window too large', 'conv4k3,max2,conv4k3', 6, 'conv4k3,max2,conv4k3p1'],
    ['a dense layer on maps', 'relu,dense3', 6, 'relu,flatten,dense3'],
    ['a layer made for others', 'conv4k3,conv4k3i5', 6, 'conv4k3,conv4k3'],
    ['groups that do not divide', 'conv6k3g4', 6, 'conv6k3g3'],
    ['too much padding', 'max3p2', 6, 'max3p1'],
    ['a body that shrinks', 'res(conv8k3s2p1/)', 6, 'res(conv8k3s2p1/conv8k1s2b0)'],
    ['a layer inside a block', 'res(conv3k9p3,relu/)', 2, 'res(conv3k9p4,relu/)'],
  ])('mends %s', (_, layers, size, mended) => {
    const before = derived(layers, size);
    const repair = before.faulty && repairOf(parseStack(layers) ?? [], before.faulty, words.en);
    expect(printStack(repair?.layers ?? [])).toBe(mended);
    expect(derived(mended, size).faulty).toBeUndefined();
  });

  it('is only a sentence where several things would do', () => {
    const { faulty } = derived('flatten,conv4k3', 6);
    expect(faulty && repairOf(parseStack('flatten,conv4k3') ?? [], faulty, words.en)).toEqual({
      text: words.en.beforeFlatten,
    });
  });
});
