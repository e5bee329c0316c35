import type { Layer } from './network-layers.ts';

/** The classics as torchvision builds them, for 3×224×224 and 1,000 classes. */

const relu: Layer = { kind: 'relu' };
const dropout: Layer = { kind: 'dropout' };
const flatten: Layer = { kind: 'flatten' };
const conv = (outputs: number, kernel: number, stride = 1, padding = (kernel - 1) / 2): Layer[] => [
  { kind: 'conv2d', outputs, kernel, stride, padding },
  relu,
];
const pool = (window: number, stride = window, padding = 0): Layer => ({ kind: 'maxPool2d', window, stride, padding });
const dense = (outputs: number): Layer => ({ kind: 'linear', outputs });
const average = (outputSize: number): Layer => ({ kind: 'adaptiveAveragePool2d', outputSize });

export const alexNet: Layer[] = [
  ...conv(64, 11, 4, 2),
  pool(3, 2),
  ...conv(192, 5),
  pool(3, 2),
  ...conv(384, 3),
  ...conv(256, 3),
  ...conv(256, 3),
  pool(3, 2),
  average(6),
  flatten,
  dropout,
  dense(4096),
  relu,
  dropout,
  dense(4096),
  relu,
  dense(1000),
];

/** How many 3×3 convolutions each of the five blocks has. */
const vgg = (...counts: readonly number[]): Layer[] => [
  ...[64, 128, 256, 512, 512].flatMap((outputs, block) => [
    ...Array.from({ length: counts[block] ?? 0 }, () => conv(outputs, 3)).flat(),
    pool(2),
  ]),
  average(7),
  flatten,
  dense(4096),
  relu,
  dropout,
  dense(4096),
  relu,
  dropout,
  dense(1000),
];
export const vgg13 = vgg(2, 2, 2, 2, 2);
export const vgg16 = vgg(2, 2, 3, 3, 3);

const normalised = (outputs: number, kernel: number, stride = 1): Layer[] => [
  { kind: 'conv2d', outputs, kernel, stride, padding: (kernel - 1) / 2, bias: false },
  { kind: 'batchNorm2d' },
];
const basicBlock = (outputs: number, stride: number, projected: boolean): Layer[] => [
  {
    kind: 'residual',
    body: [...normalised(outputs, 3, stride), relu, ...normalised(outputs, 3)],
    skip: projected ? normalised(outputs, 1, stride) : [],
  },
  relu,
];
const stage = (outputs: number, stride: number): Layer[] => [
  ...basicBlock(outputs, stride, stride > 1),
  ...basicBlock(outputs, 1, false),
];

export const resNet18: Layer[] = [
  ...normalised(64, 7, 2),
  relu,
  pool(3, 2, 1),
  ...stage(64, 1),
  ...stage(128, 2),
  ...stage(256, 2),
  ...stage(512, 2),
  average(1),
  flatten,
  dense(1000),
];
