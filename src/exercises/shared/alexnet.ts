import { describeNetwork, type Layer, type LayerDescription } from '../../core/index.ts';
import type { Label } from '../kit/definition.ts';
import { format, type Text } from '../kit/text.ts';
import { type Count, productOf, shapeIn } from './counts.ts';

/** One row of AlexNet's table. What a kind of layer does not have is 0 (stride: 1). */
export interface Row {
  readonly id: string;
  readonly kind: 'convolution' | 'pooling' | 'adaptive' | 'flatten' | 'dense';
  readonly name: Label;
  readonly outputs: number;
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
}

const convolution = (number: number, outputs: number, size: number, padding: number, stride = 1): Row => ({
  id: `convolution-${number}`,
  kind: 'convolution',
  name: { en: `Convolution ${number}`, zh: `卷积${number}` },
  ...{ outputs, size, stride, padding },
});

const pooling = (number: number): Row => ({
  id: `pooling-${number}`,
  kind: 'pooling',
  name: { en: `Pooling ${number}`, zh: `池化${number}` },
  ...{ outputs: 0, size: 3, stride: 2, padding: 0 },
});

const plain = (id: string, kind: Row['kind'], name: Label, outputs = 0, size = 0): Row => ({
  ...{ id, kind, name, outputs, size, stride: 1, padding: 0 },
});

const dense = (number: number, outputs: number): Row =>
  plain(`dense-${number}`, 'dense', { en: `Dense ${number}`, zh: `全连接${number}` }, outputs);

/** AlexNet with one tower, as in torchvision; ReLU and dropout are left out, since they change neither shapes nor counts. */
export const rows: readonly Row[] = [
  convolution(1, 64, 11, 2, 4),
  pooling(1),
  convolution(2, 192, 5, 2),
  pooling(2),
  convolution(3, 384, 3, 1),
  convolution(4, 256, 3, 1),
  convolution(5, 256, 3, 1),
  pooling(3),
  plain('adaptive', 'adaptive', { en: 'Adaptive pooling', zh: '自适应池化' }, 0, 6),
  plain('flatten', 'flatten', { en: 'Flatten', zh: '展平' }),
  dense(1, 4096),
  dense(2, 4096),
  dense(3, 1000),
];

/** The place of a row in the table. */
export const rowNamed = (id: string): number => rows.findIndex((row) => row.id === id);

/** The kernels of the next convolution after a row; of none, what is given. */
export const nextOutputs = ({ id }: Row, otherwise: number): number =>
  rows.slice(rowNamed(id)).find(({ kind }) => kind === 'convolution')?.outputs ?? otherwise;

function asLayer({ kind, outputs, size, stride, padding }: Row): Layer {
  if (kind === 'convolution') return { kind: 'conv2d', outputs, kernel: size, stride, padding };
  if (kind === 'pooling') return { kind: 'maxPool2d', window: size, stride };
  if (kind === 'adaptive') return { kind: 'adaptiveAveragePool2d', outputSize: size };
  return kind === 'flatten' ? { kind: 'flatten' } : { kind: 'linear', outputs };
}

/** Every row's shape and parameters, by the site's own count of a network's layers. */
export const describeRows = (side: number): readonly LayerDescription[] =>
  describeNetwork(rows.map(asLayer), [3, side, side]).layers;

/** What a row does, in both languages. */
export function settingOf({ kind, outputs, size, stride, padding }: Row): { en: Text; zh: Text } {
  const square = shapeIn([size, size]);
  const last = padding === 0 ? { en: '', zh: '' } : { en: `, padding ${padding}`, zh: `，填充${padding}` };
  const step =
    kind === 'convolution' && stride === 1 ? { en: '', zh: '' } : { en: `, stride ${stride}`, zh: `，步长${stride}` };
  if (kind === 'convolution') {
    return {
      en: `${outputs} kernels of ${square.en}${step.en}${last.en}`,
      zh: `${outputs}个${square.zh}卷积核${step.zh}${last.zh}`,
    };
  }
  if (kind === 'pooling')
    return { en: `max, window ${square.en}${step.en}`, zh: `最大池化，窗口${square.zh}${step.zh}` };
  if (kind === 'adaptive') return { en: `average, output ${square.en}`, zh: `平均池化，输出${square.zh}` };
  return kind === 'dense'
    ? { en: `${format(outputs)} outputs`, zh: `${format(outputs)}个输出` }
    : { en: 'into one vector', zh: '变成一个向量' };
}

/** How one side of a map comes out: its calculation, rounding down unless `up`. */
export interface Sizing {
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
  /** How often the padding counts: 2, once for each end. */
  readonly ends?: number;
  readonly up?: boolean;
  readonly plusOne?: boolean;
}

/** ⌊(I + 2P − K) / S⌋ + 1, or what a wrong rule makes of it. */
export function sideOf(before: number, sizing: Sizing): Count {
  const { size, stride, padding, ends = 2, up = false, plusOne = true } = sizing;
  const room = before + ends * padding - size;
  const steps = up ? Math.ceil(room / stride) : Math.floor(room / stride);
  const [open, close] = up ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const rim = ends === 1 ? `+ ${padding}` : `+ ${ends} × ${padding}`;
  const inside = [format(before), ...(padding === 0 ? [] : [rim])];
  const end = plusOne ? ['+ 1'] : [];
  const value = steps + (plusOne ? 1 : 0);
  const [first = '', ...others] = inside;
  const lines =
    stride === 1
      ? [[...inside, `− ${size}`, ...end]]
      : [
          [`${open}(${first}`, ...others, `− ${size}) / ${stride}${close}`, ...end],
          [`${open}${format(room)} / ${stride}${close}`, ...end],
        ];
  return { value, lines: [...lines, [format(value)]] };
}

/** Weights and, unless there are none, biases: 64 × 3 × 11 × 11 + 64 = 23,232 + 64 = 23,296. */
export function parametersOf(factors: readonly number[], biases: number): Count {
  const weights = productOf(factors);
  if (biases === 0) return weights;
  const value = weights.value + biases;
  const end = `+ ${format(biases)}`;
  const whole = weights.lines[0] ?? [];
  return { value, lines: [[...whole, end], [format(weights.value), end], [format(value)]] };
}
