/** What to do about a layer that cannot be: a sentence, and where it can be done at once, the stack after it. */
import { bothOf, convolutionOutputSize, type Layer, pairOption } from '../../core/index.ts';
import { fill } from '../kit/fill.ts';
import { insert, inside, replace, withSetting } from './edits.ts';
import { allows, kinds, type Option, settingOf } from './kinds.ts';
import { pairIn, pairText } from './layer-words.ts';
import type { Row } from './model.ts';
import type { Words } from './words.ts';

export interface Repair {
  readonly text: string;
  readonly layers?: readonly Layer[];
}

const both = (along: (axis: 0 | 1) => number): readonly [number, number] => [along(0), along(1)];

const largestDivisor = (most: number, first: number, second: number): number => {
  for (let divisor = Math.min(most, first, second); divisor > 1; divisor--)
    if (first % divisor === 0 && second % divisor === 0) return divisor;
  return 1;
};

/** The stride with which a 1×1 convolution makes one size of another. */
const strideBetween = (input: number, output: number): number | undefined => {
  for (let stride = 1; stride <= Math.min(99, input); stride++)
    if (convolutionOutputSize({ input, kernel: 1, stride }) === output) return stride;
  return undefined;
};

export function repairOf(layers: readonly Layer[], row: Row, words: Words): Repair {
  const { path, layer, fault, before } = row;
  const change = (key: Option['key'], value: unknown) => replace(layers, path, (old) => withSetting(old, key, value));
  switch (fault?.code) {
    case 'input-too-small': {
      const now = bothOf(pairIn(settingOf(layer, 'padding') ?? 0));
      const padding = pairOption(
        both((axis) => now[axis] + Math.max(0, Math.ceil((fault.needs[axis] - fault.gets[axis]) / 2))),
      );
      const window = settingOf(layer, 'window');
      const most = window === undefined ? undefined : bothOf(pairIn(window)).map((size) => Math.floor(size / 2));
      const option = kinds[layer.kind].options.find(({ key }) => key === 'padding');
      const fits = bothOf(padding).every((size, axis) => size <= (most?.[axis] ?? size));
      if (!option || !fits || !allows(option, padding)) return { text: words.leaveOut };
      return { text: fill(words.padIt, { padding: pairText(padding) }), layers: change('padding', padding) };
    }
    case 'inputs-differ':
      return { text: fill(words.fitInputs, { gets: pairText(fault.gets) }), layers: change('inputs', undefined) };
    case 'groups': {
      const groups = largestDivisor(fault.groups, fault.inputs, fault.outputs);
      const isOnly = largestDivisor(fault.inputs, fault.inputs, fault.outputs) === 1;
      return { text: fill(isOnly ? words.fitOneGroup : words.fitGroups, { groups }), layers: change('groups', groups) };
    }
    case 'needs-flatten':
      return { text: words.addFlatten, layers: insert(layers, path, { kind: 'flatten' }) };
    case 'needs-maps':
      return { text: words.beforeFlatten };
    case 'padding-too-large': {
      const padding = pairOption(both((axis) => Math.min(fault.padding[axis], Math.floor(fault.window[axis] / 2))));
      return { text: fill(words.lessPadding, { padding: pairText(padding) }), layers: change('padding', padding) };
    }
    case 'shapes-differ': {
      const [outputs = 1, ...size] = fault.body;
      const strides = size.map((output, axis) => strideBetween(before?.[axis + 1] ?? 0, output));
      const [down, across] = strides;
      const isPlain = layer.kind === 'residual' && layer.skip.length === 0;
      if (!isPlain || down === undefined || across === undefined) return { text: words.fitRoads };
      const stride = pairOption([down, across]);
      const projection: Layer = { kind: 'conv2d', outputs, kernel: 1, stride, bias: false };
      return {
        text: fill(words.fitSkip, { outputs, stride: pairText(stride) }),
        layers: insert(layers, inside(path, 'skip', 0), projection),
      };
    }
    default:
      return { text: '' };
  }
}
