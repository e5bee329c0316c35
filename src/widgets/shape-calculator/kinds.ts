import type { Layer } from '../../core/index.ts';

export type Kind = Layer['kind'];

/** What a setting of a layer may be. A pair is one number for both directions, or two. */
export interface Option {
  /** The layer's property. */
  readonly key:
    | 'outputs'
    | 'kernel'
    | 'window'
    | 'outputSize'
    | 'stride'
    | 'padding'
    | 'dilation'
    | 'groups'
    | 'bias'
    | 'ceilMode'
    | 'rate'
    | 'inputs';
  readonly type: 'whole' | 'pair' | 'decimal' | 'flag';
  /** What stands before its value in the text of a stack; nothing before the first. */
  readonly letter: string;
  readonly min: number;
  readonly max: number;
  /** The value of a new layer, where it must have one. */
  readonly needed?: number;
  /** What an absent value means, where it is a fixed one. */
  readonly standard?: number | boolean;
}

const whole = (key: Option['key'], letter: string, most: number, more: Partial<Option> = {}): Option => ({
  key,
  type: 'whole',
  letter,
  min: 1,
  max: most,
  ...more,
});
const pair = (key: Option['key'], letter: string, more: Partial<Option> = {}): Option => ({
  key,
  type: 'pair',
  letter,
  min: 1,
  max: 99,
  ...more,
});
const flag = (key: Option['key'], letter: string, standard: boolean): Option => ({
  key,
  type: 'flag',
  letter,
  min: 0,
  max: 1,
  standard,
});

const OUTPUTS = 16_384;
const inputs = whole('inputs', 'i', 1_000_000_000);
const padding = pair('padding', 'p', { min: 0, standard: 0 });
const bias = flag('bias', 'b', true);
const pool: readonly Option[] = [
  pair('window', '', { needed: 2 }),
  pair('stride', 's'),
  padding,
  flag('ceilMode', 'u', false),
];

/** Every kind of layer: its word in the text of a stack, and its settings in order. */
export const kinds: Readonly<Record<Kind, { readonly word: string; readonly options: readonly Option[] }>> = {
  conv2d: {
    word: 'conv',
    options: [
      whole('outputs', '', OUTPUTS, { needed: 16 }),
      pair('kernel', 'k', { needed: 3 }),
      pair('stride', 's', { standard: 1 }),
      padding,
      pair('dilation', 'd', { standard: 1 }),
      whole('groups', 'g', OUTPUTS, { standard: 1 }),
      bias,
      inputs,
    ],
  },
  maxPool2d: { word: 'max', options: pool },
  averagePool2d: { word: 'avg', options: pool },
  adaptiveAveragePool2d: { word: 'adaptive', options: [pair('outputSize', '', { needed: 1, max: 999 })] },
  batchNorm2d: { word: 'norm', options: [inputs] },
  relu: { word: 'relu', options: [] },
  dropout: { word: 'drop', options: [{ key: 'rate', type: 'decimal', letter: '', min: 0, max: 1, standard: 0.5 }] },
  flatten: { word: 'flatten', options: [] },
  linear: { word: 'dense', options: [whole('outputs', '', OUTPUTS, { needed: 10 }), bias, inputs] },
  residual: { word: 'res', options: [] },
};

export const kindNames: readonly Kind[] = [
  'conv2d',
  'maxPool2d',
  'averagePool2d',
  'adaptiveAveragePool2d',
  'batchNorm2d',
  'relu',
  'dropout',
  'flatten',
  'linear',
  'residual',
];

/** What stands in the layer's own setting; `undefined` where it is absent. */
export const settingOf = (layer: Layer, key: Option['key']): unknown => Reflect.get(layer, key);

/** The value in use: the layer's own, the fixed standard, or a pooling's window for its stride. */
export function settingInUse(layer: Layer, { key, standard }: Option): unknown {
  const own = settingOf(layer, key) ?? standard;
  return own ?? (key === 'stride' ? settingOf(layer, 'window') : undefined);
}

const isNumber = (value: unknown, { min, max, type }: Option): boolean =>
  typeof value === 'number' && value >= min && value <= max && (type === 'decimal' || Number.isInteger(value));

/** Whether a value may stand in this setting. */
export function allows(option: Option, value: unknown): boolean {
  if (value === undefined) return option.needed === undefined;
  if (option.type === 'flag') return typeof value === 'boolean';
  if (option.type !== 'pair' || !Array.isArray(value)) return isNumber(value, option);
  return value.length === 2 && value.every((one) => isNumber(one, option));
}
