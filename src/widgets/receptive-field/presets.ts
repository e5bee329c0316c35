import type { StackLayer, State } from './model.ts';

const conv = (settings: Partial<StackLayer> = {}): StackLayer => ({
  kind: 'conv',
  kernel: 3,
  stride: 1,
  padding: 1,
  dilation: 1,
  ...settings,
});
const pool: StackLayer = { kind: 'pool', kernel: 2, stride: 2, padding: 0, dilation: 1 };

/** Stacks to start from. */
export const presets: Readonly<
  Record<'two' | 'three' | 'seven' | 'pooled' | 'strided' | 'dilated' | 'vgg', readonly StackLayer[]>
> = {
  two: [conv(), conv()],
  three: [conv(), conv(), conv()],
  seven: [conv({ kernel: 7, padding: 3 })],
  pooled: [conv(), pool, conv()],
  strided: [conv({ stride: 2 }), conv({ stride: 2 })],
  dilated: [conv(), conv({ padding: 2, dilation: 2 }), conv({ padding: 4, dilation: 4 })],
  vgg: [conv(), conv(), pool, conv(), conv(), pool],
};

export type Preset = keyof typeof presets;

export const presetNames: readonly Preset[] = ['two', 'three', 'seven', 'pooled', 'strided', 'dilated', 'vgg'];

/** The preset that a stack is, if it is one. */
export const presetOf = ({ layers }: State): Preset | undefined =>
  presetNames.find((name) => JSON.stringify(presets[name]) === JSON.stringify(layers));
