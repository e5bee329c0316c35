import { expect, test } from 'vitest';
import { layerText } from '@/components/networks/layer-text.ts';
import { layerRows } from '@/components/networks/rows.ts';
import { describeNetwork, type Layer } from '@/core/index.ts';

const layers: Layer[] = [
  { kind: 'conv2d', name: 'conv1', outputs: 4, kernel: 3, padding: 1, bias: false },
  {
    kind: 'residual',
    name: 'add',
    body: [{ kind: 'conv2d', name: 'body', outputs: 8, kernel: 3, stride: 2, padding: 1 }],
    skip: [{ kind: 'conv2d', name: 'skip', outputs: 8, kernel: 1, stride: 2 }],
  },
  { kind: 'flatten', name: 'flatten' },
  { kind: 'linear', name: 'logits', outputs: 10 },
];

test('a residual layer becomes its body, its skip and the addition, and the rows add up to the whole', () => {
  const rows = layerRows(layers, [3, 8, 8]);
  expect(rows.map(({ name, road, shape }) => [name, road, shape.join('×')])).toEqual([
    ['conv1', undefined, '4×8×8'],
    ['body', 'body', '8×4×4'],
    ['skip', 'skip', '8×4×4'],
    ['add', undefined, '8×4×4'],
    ['flatten', undefined, '128'],
    ['logits', undefined, '10'],
  ]);
  const { total } = describeNetwork(layers, [3, 8, 8]);
  expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(total.parameters);
  expect(rows.reduce((sum, { macs }) => sum + macs, 0)).toBe(total.macs);
});

test('a layer is named in both languages with the settings that are not the default', () => {
  const layer: Layer = {
    kind: 'conv2d',
    outputs: 8,
    kernel: [3, 5],
    stride: 2,
    padding: [0, 1],
    groups: 4,
    bias: false,
  };
  expect(layerText(layer, 'en').replaceAll('\u00a0', ' ')).toBe(
    'convolution 3 × 5, stride 2, padding 0 × 1, groups: 4, no bias',
  );
  expect(layerText(layer, 'zh')).toBe('卷积3×5，步长2，填充0×1，分组4，无偏置');
  expect(layerText({ kind: 'maxPool2d', window: 2 }, 'zh')).toBe('最大池化2×2，步长2');
  expect(layerText({ kind: 'residual', body: [], skip: [] }, 'en')).toBe('addition: body + input');
});
