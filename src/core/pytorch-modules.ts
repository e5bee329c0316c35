/** PyTorch's modules as layers: how each is called, and what of a call is a layer's setting. */
import type { Layer } from './network-layers.ts';
import { bothOf, type PairOption, pairOption } from './pair.ts';
import { type Call, isCall, type Value } from './pytorch-syntax.ts';

type Kind = Exclude<Layer['kind'], 'residual'>;

interface Parameter {
  readonly name: string;
  /** The layer's setting; none for a parameter that no layer here has. */
  readonly key?: string;
  readonly type: 'whole' | 'pair' | 'flag' | 'decimal' | 'any';
  /** What PyTorch takes where it is not given. */
  readonly standard?: Value;
  readonly needed?: boolean;
  /** Whether it changes a shape or a count. */
  readonly counts?: boolean;
}

interface Module {
  readonly kind: Kind;
  readonly parameters: readonly Parameter[];
}

const needs = (name: string, key: string, type: 'whole' | 'pair' = 'whole'): Parameter => ({
  name,
  key,
  type,
  needed: true,
});
const may = (name: string, key: string, type: Parameter['type'], standard: Value): Parameter => ({
  name,
  key,
  type,
  standard,
});
/** Without effect on any shape or count. */
const without = (name: string, standard: Value): Parameter => ({ name, type: 'any', standard });
/** With an effect that no layer here has. */
const only = (name: string, standard: Value): Parameter => ({ name, type: 'any', standard, counts: true });

const convolution = [
  needs('out_channels', 'outputs'),
  needs('kernel_size', 'kernel', 'pair'),
  may('stride', 'stride', 'pair', 1),
  may('padding', 'padding', 'pair', 0),
  may('dilation', 'dilation', 'pair', 1),
  may('groups', 'groups', 'whole', 1),
  may('bias', 'bias', 'flag', true),
  without('padding_mode', 'zeros'),
];
const normalisation = [
  without('eps', 1e-5),
  without('momentum', 0.1),
  only('affine', true),
  without('track_running_stats', true),
];
const dense = [needs('out_features', 'outputs'), may('bias', 'bias', 'flag', true)];
const window = [
  needs('kernel_size', 'window', 'pair'),
  may('stride', 'stride', 'pair', null),
  may('padding', 'padding', 'pair', 0),
];
const ceilMode = may('ceil_mode', 'ceilMode', 'flag', false);

const modules: Readonly<Record<string, Module>> = {
  Conv2d: { kind: 'conv2d', parameters: [needs('in_channels', 'inputs'), ...convolution] },
  LazyConv2d: { kind: 'conv2d', parameters: convolution },
  MaxPool2d: {
    kind: 'maxPool2d',
    parameters: [...window, only('dilation', 1), without('return_indices', false), ceilMode],
  },
  AvgPool2d: {
    kind: 'averagePool2d',
    parameters: [...window, ceilMode, without('count_include_pad', true), without('divisor_override', null)],
  },
  AdaptiveAvgPool2d: { kind: 'adaptiveAveragePool2d', parameters: [needs('output_size', 'outputSize', 'pair')] },
  BatchNorm2d: { kind: 'batchNorm2d', parameters: [needs('num_features', 'inputs'), ...normalisation] },
  LazyBatchNorm2d: { kind: 'batchNorm2d', parameters: normalisation },
  ReLU: { kind: 'relu', parameters: [] },
  Flatten: { kind: 'flatten', parameters: [only('start_dim', 1), only('end_dim', -1)] },
  Dropout: { kind: 'dropout', parameters: [may('p', 'rate', 'decimal', 0.5)] },
  Linear: { kind: 'linear', parameters: [needs('in_features', 'inputs'), ...dense] },
  LazyLinear: { kind: 'linear', parameters: dense },
};

/** What every module takes and what changes nothing here. */
const SILENT = ['inplace', 'device', 'dtype'];

/** Something in a call that is not in the layer. */
export interface ModuleProblem {
  readonly code: /** No setting of this module. */
    | 'unknown-setting'
    /** Left out: it changes no shape and no count. */
    | 'no-effect'
    /** Left out, though it changes a shape or a count. */
    | 'not-supported'
    /** The layer is left out: a setting is no number, or missing. */
    | 'bad-value'
    | 'missing';
  readonly line: number;
  readonly name: string;
  /** The setting as it is written. */
  readonly text: string;
}

/** `Conv2d` of `torch.nn.Conv2d`. */
export const moduleName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export const isModule = (name: string): boolean => Object.hasOwn(modules, moduleName(name));

/** A value as Python writes it. */
export function valueText(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number') return String(value);
  if (isCall(value)) return `${value.name}(…)`;
  return 'type' in value ? value.text : `(${value.map(valueText).join(', ')})`;
}

const isWhole = (value: Value | undefined): value is number => typeof value === 'number' && Number.isInteger(value);

function pairOf(value: Value): PairOption | undefined {
  if (isWhole(value)) return value;
  if (!Array.isArray(value)) return undefined;
  const [rows, columns = rows, more]: readonly Value[] = value;
  if (!isWhole(rows) || !isWhole(columns) || more !== undefined) return undefined;
  return pairOption([rows, columns]);
}

/** The settings of a layer under their keys, by their type. */
class Settings {
  readonly numbers = new Map<string, number>();
  readonly pairs = new Map<string, PairOption>();
  readonly flags = new Map<string, boolean>();

  /** Takes a value; false where it is none of the parameter's type. */
  take({ key = '', type }: Parameter, value: Value): boolean {
    if (type === 'pair') {
      const pair = typeof value === 'string' ? this.paddingOf(value) : pairOf(value);
      if (pair !== undefined) this.pairs.set(key, pair);
      return pair !== undefined;
    }
    if (type === 'flag' && typeof value === 'boolean') this.flags.set(key, value);
    else if (typeof value === 'number' && (type === 'decimal' || isWhole(value))) this.numbers.set(key, value);
    else return false;
    return true;
  }

  /** PyTorch's padding by a word: the one that keeps the size, or none. */
  paddingOf(word: string): PairOption | undefined {
    if (word === 'valid') return 0;
    const [kernel, dilation] = [this.pairs.get('kernel') ?? 1, this.pairs.get('dilation') ?? 1].map(bothOf);
    const [rows = 0, columns = 0] = [0, 1].map((axis) => (((kernel?.[axis] ?? 1) - 1) * (dilation?.[axis] ?? 1)) / 2);
    return word === 'same' ? pairOf([rows, columns]) : undefined;
  }

  layer(kind: Kind): Layer {
    const { numbers, pairs, flags } = this;
    const outputs = numbers.get('outputs') ?? 1;
    const kernel = pairs.get('kernel') ?? 1;
    const window = pairs.get('window') ?? 1;
    const weights = { inputs: numbers.get('inputs'), bias: flags.get('bias') };
    const steps = { stride: pairs.get('stride'), padding: pairs.get('padding') };
    switch (kind) {
      case 'conv2d': {
        const [dilation, groups] = [pairs.get('dilation'), numbers.get('groups')];
        return { kind, outputs, kernel, ...steps, dilation, groups, ...weights };
      }
      case 'maxPool2d':
      case 'averagePool2d':
        return { kind, window, ...steps, ceilMode: flags.get('ceilMode') };
      case 'adaptiveAveragePool2d':
        return { kind, outputSize: pairs.get('outputSize') ?? 1 };
      case 'linear':
        return { kind, outputs, ...weights };
      case 'batchNorm2d':
        return { kind, inputs: numbers.get('inputs') };
      case 'dropout':
        return { kind, rate: numbers.get('rate') };
      default:
        return { kind };
    }
  }
}

/**
 * The layer that a module is, and what of the call is not in it; no layer where a setting that it needs is missing or is
 * no number.
 */
export function readModule(call: Call): {
  readonly layer: Layer | undefined;
  readonly problems: readonly ModuleProblem[];
} {
  const name = moduleName(call.name);
  const module = modules[name];
  const problems: ModuleProblem[] = [];
  if (!module) return { layer: undefined, problems };
  const { kind, parameters } = module;
  const say = (code: ModuleProblem['code'], text: string) => problems.push({ code, line: call.line, name, text });
  const given = new Map(call.keywords);
  for (const [index, value] of call.positional.entries()) {
    const parameter = parameters[index];
    if (parameter) given.set(parameter.name, value);
    // A last argument beyond these is `inplace`.
    else if (typeof value !== 'boolean') say('unknown-setting', valueText(value));
  }
  const settings = new Settings();
  let isWholeLayer = true;
  // `padding='same'` needs the dilation, which stands behind it.
  const isLate = ({ name: parameter }: Parameter) => Number(typeof given.get(parameter) === 'string');
  for (const parameter of [...parameters].sort((a, b) => isLate(a) - isLate(b))) {
    const value = given.get(parameter.name);
    given.delete(parameter.name);
    if (value === undefined && parameter.needed) say('missing', parameter.name);
    if (value === undefined) isWholeLayer &&= !parameter.needed;
    else if (isStandard(value, parameter)) continue;
    else if (parameter.key === undefined)
      say(parameter.counts ? 'not-supported' : 'no-effect', `${parameter.name}=${valueText(value)}`);
    else if (!settings.take(parameter, value)) {
      say('bad-value', `${parameter.name}=${valueText(value)}`);
      isWholeLayer = false;
    }
  }
  for (const [key, value] of given) if (!SILENT.includes(key)) say('unknown-setting', `${key}=${valueText(value)}`);
  const { pairs } = settings;
  if (pairs.has('window') && same(pairs.get('stride'), pairs.get('window'))) pairs.delete('stride');
  return { layer: isWholeLayer ? settings.layer(kind) : undefined, problems };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isStandard = (value: Value, { standard, type }: Parameter): boolean =>
  standard !== undefined && same(type === 'pair' ? (pairOf(value) ?? value) : value, standard);
