import { describeNetwork } from '../../core/index.ts';
import type { Translated } from '../../state/locale.ts';
import { format, type Text } from '../kit/text.ts';
import { type Count, productOf, sumOf } from './counts.ts';

/** A 1×1 convolution to the middle width, a K×K one that keeps it, and a 1×1 one to the outputs; none has a bias. */
export interface Widths {
  readonly inputs: number;
  readonly middle: number;
  readonly outputs: number;
  /** K of the middle kernels. */
  readonly size: number;
}

/** The factors of one layer's weights. */
type Factors = readonly number[];

const reduce = ({ inputs, middle }: Widths): Factors => [inputs, middle];
const spatial = ({ middle, size }: Widths): Factors => [middle, middle, size, size];
const expand = ({ middle, outputs }: Widths): Factors => [middle, outputs];

/** The layers of a bottleneck as they are. */
export const layersOf = (widths: Widths): Factors[] => [reduce(widths), spatial(widths), expand(widths)];

/** The one layer that the bottleneck stands for. */
export const directOf = ({ inputs, outputs, size }: Widths): Count => productOf([inputs, outputs, size, size]);

/** The sum of the weights of some layers: 16 × 4 + 4 × 4 × 3 × 3 + 4 × 16 = 64 + 144 + 64 = 272. */
export function weightsOf(layers: readonly Factors[]): Count {
  const [only] = layers;
  if (layers.length === 1 && only !== undefined) return productOf(only);
  const products = layers.map((factors) => factors.map((factor) => format(factor)).join(' × '));
  const sum = sumOf(layers.map((factors) => productOf(factors).value));
  return {
    value: sum.value,
    lines: [products.map((text, index) => `${index === 0 ? '' : '+ '}${text}`), ...sum.lines],
  };
}

/** The weights of a bottleneck, by the site's own count of a network's layers. */
export const trueWeights = ({ inputs, middle, outputs, size }: Widths): number =>
  describeNetwork(
    [
      { kind: 'conv2d', outputs: middle, kernel: 1, bias: false },
      { kind: 'conv2d', outputs: middle, kernel: size, bias: false },
      { kind: 'conv2d', outputs, kernel: 1, bias: false },
    ],
    [inputs, size, size],
  ).total.parameters;

/** What both kinds about bottlenecks call a wrong way to count one. */
export interface CostSlip {
  readonly layers: (widths: Widths) => readonly Factors[];
  readonly words: Translated<{ readonly head: string; text(widths: Omit<Widths, 'middle'>): Text }>;
}

export const costSlips = {
  'one-by-one-forgotten': {
    layers: (widths) => [spatial(widths)],
    words: {
      en: {
        head: 'The 1 × 1 convolutions were not counted.',
        text: ({ inputs }) =>
          `A 1 × 1 kernel has a weight for every channel that it reads: the first layer’s kernels have ${inputs} each.`,
      },
      zh: {
        head: '没有算1×1卷积的权重。',
        text: ({ inputs }) => `1×1卷积核对读到的每个通道都有一个权重：第一层的每个卷积核有${inputs}个。`,
      },
    },
  },
  'expand-forgotten': {
    layers: (widths) => [reduce(widths), spatial(widths)],
    words: {
      en: {
        head: 'The last 1 × 1 convolution was left out.',
        text: ({ outputs }) =>
          `The middle width is brought back to ${outputs} channels by a 1 × 1 convolution of its own.`,
      },
      zh: {
        head: '漏了最后的1×1卷积。',
        text: ({ outputs }) => `从中间宽度回到${outputs}个通道，还要一个1×1卷积。`,
      },
    },
  },
  'spatial-forgotten': {
    layers: (widths) => [reduce(widths), expand(widths)],
    words: {
      en: {
        head: 'The middle layer was left out.',
        text: ({ size }) =>
          `Between the two 1 × 1 convolutions stands one of ${size} × ${size}, with weights of its own.`,
      },
      zh: {
        head: '漏了中间那一层。',
        text: ({ size }) => `两个1×1卷积之间还有一个${size}×${size}的卷积，它也有权重。`,
      },
    },
  },
  'spatial-reads-input': {
    layers: (widths) => [reduce(widths), [widths.inputs, widths.middle, widths.size, widths.size], expand(widths)],
    words: {
      en: {
        head: 'The middle layer was counted as reading the input.',
        text: ({ inputs }) =>
          `It reads what the first 1 × 1 convolution gives: the middle width, not ${inputs} channels. That is where the saving comes from.`,
      },
      zh: {
        head: '中间那层按读输入来算了。',
        text: ({ inputs }) => `它读的是第一个1×1卷积的输出，通道数是中间宽度，不是${inputs}。节省就在这里。`,
      },
    },
  },
  'one-by-one-as-large': {
    layers: (widths) => [
      [...reduce(widths), widths.size, widths.size],
      spatial(widths),
      [...expand(widths), widths.size, widths.size],
    ],
    words: {
      en: {
        head: 'All three layers were counted with large kernels.',
        text: ({ size }) => `Only the middle one is ${size} × ${size}. A 1 × 1 kernel has one weight for each channel.`,
      },
      zh: {
        head: '三层都按大卷积核算了。',
        text: ({ size }) => `只有中间那层是${size}×${size}。1×1卷积核在每个通道上只有一个权重。`,
      },
    },
  },
} as const satisfies Record<string, CostSlip>;
