import { describeNetwork, type Layer, type PairOption } from '../../src/core/index.ts';
import type { Value } from './torch-values.ts';

/** A PyTorch module as layers of core, each with the line of the snippet on which it ends. */
export interface Module {
  readonly kind: 'module';
  readonly layers: readonly { readonly layer: Layer; readonly line: number | undefined }[];
  /** Shapes of its own weight and bias, where it has them. */
  readonly weight?: readonly number[] | undefined;
  readonly bias?: readonly number[] | undefined;
  readonly parameters: number;
}

/** The arguments of a call: by place, and by name. */
export interface Given {
  readonly positional: readonly Value[];
  readonly named: Readonly<Record<string, Value>>;
}

const pick = ({ positional, named }: Given, place: number, name: string): Value | undefined =>
  named[name] ?? positional[place];

const wholeOf = (value: Value | undefined): number | undefined => (value?.kind === 'number' ? value.value : undefined);

/** `undefined` where it is not given; `null` where it cannot be read. */
export function pairOf(value: Value | undefined): PairOption | undefined | null {
  if (value === undefined || (value.kind === 'name' && value.name === 'None')) return undefined;
  if (value.kind === 'number') return value.value;
  if (value.kind !== 'list') return null;
  const [rows, columns] = value.items.map(wholeOf);
  return rows !== undefined && columns !== undefined ? [rows, columns] : null;
}

const flagOf = (value: Value | undefined, standard: boolean): boolean =>
  value?.kind === 'name' ? value.name === 'True' : standard;

const single = (layer: Layer, own: Partial<Module> = {}): Module => ({
  kind: 'module',
  layers: [{ layer, line: undefined }],
  parameters: 0,
  ...own,
});

/** How large an input is counted with: any that the kernel fits will do. */
const ROOM = 512;

function convolution(given: Given): Module | undefined {
  const [inputs, outputs] = [wholeOf(pick(given, 0, 'in_channels')), wholeOf(pick(given, 1, 'out_channels'))];
  const kernel = pairOf(pick(given, 2, 'kernel_size'));
  const [stride, dilation] = [pairOf(pick(given, 3, 'stride')), pairOf(pick(given, 5, 'dilation'))];
  const groups = wholeOf(pick(given, 6, 'groups')) ?? 1;
  const padding = paddingOf(pick(given, 4, 'padding'), kernel, dilation);
  if (inputs === undefined || outputs === undefined || kernel === undefined || kernel === null) return undefined;
  if (stride === null || dilation === null || padding === null) return undefined;
  const bias = flagOf(pick(given, 7, 'bias'), true);
  const layer: Layer = { kind: 'conv2d', inputs, outputs, kernel, stride, padding, dilation, groups, bias };
  const [rows, columns] = typeof kernel === 'number' ? [kernel, kernel] : kernel;
  return single(layer, {
    weight: [outputs, inputs / groups, rows, columns],
    bias: bias ? [outputs] : undefined,
    parameters: describeNetwork([layer], [inputs, ROOM, ROOM]).total.parameters,
  });
}

/** `padding='same'` is D(K − 1)/2 where that is whole. */
function paddingOf(
  value: Value | undefined,
  kernel: PairOption | undefined | null,
  dilation: PairOption | undefined | null,
) {
  if (value?.kind !== 'text') return pairOf(value);
  if (value.value === 'valid') return 0;
  if (typeof kernel !== 'number' || (dilation !== undefined && typeof dilation !== 'number')) return null;
  const ring = ((dilation ?? 1) * (kernel - 1)) / 2;
  return Number.isInteger(ring) ? ring : null;
}

function pooling(kind: 'maxPool2d' | 'averagePool2d', given: Given): Module | undefined {
  const [window, stride] = [pairOf(pick(given, 0, 'kernel_size')), pairOf(pick(given, 1, 'stride'))];
  const padding = pairOf(pick(given, 2, 'padding'));
  if (window === undefined || window === null || stride === null || padding === null) return undefined;
  const ceilMode = flagOf(pick(given, kind === 'maxPool2d' ? 5 : 3, 'ceil_mode'), false);
  return single({ kind, window, stride, padding, ceilMode });
}

function dense(given: Given): Module | undefined {
  const [inputs, outputs] = [wholeOf(pick(given, 0, 'in_features')), wholeOf(pick(given, 1, 'out_features'))];
  if (inputs === undefined || outputs === undefined) return undefined;
  const bias = flagOf(pick(given, 2, 'bias'), true);
  const layer: Layer = { kind: 'linear', inputs, outputs, bias };
  return single(layer, {
    weight: [outputs, inputs],
    bias: bias ? [outputs] : undefined,
    parameters: describeNetwork([{ kind: 'flatten' }, layer], [inputs, 1, 1]).total.parameters,
  });
}

function adaptive(given: Given): Module | undefined {
  const outputSize = pairOf(pick(given, 0, 'output_size'));
  return outputSize ? single({ kind: 'adaptiveAveragePool2d', outputSize }) : undefined;
}

function normalisation(given: Given): Module | undefined {
  const channels = wholeOf(pick(given, 0, 'num_features'));
  if (channels === undefined) return undefined;
  return single({ kind: 'batchNorm2d' }, { weight: [channels], bias: [channels], parameters: 2 * channels });
}

function sequence({ positional }: Given, lines: readonly number[]): Module | undefined {
  const modules = positional.flatMap((value) => (value.kind === 'module' ? [value] : []));
  if (modules.length !== positional.length) return undefined;
  return {
    kind: 'module',
    layers: modules.flatMap(({ layers }, index) =>
      layers.map(({ layer, line }, place) => ({ layer, line: place === layers.length - 1 ? lines[index] : line })),
    ),
    parameters: modules.reduce((sum, { parameters }) => sum + parameters, 0),
  };
}

/** `nn.Conv2d(…)` and its like; `undefined` for a module that this reader does not know. */
export function moduleOf(name: string, given: Given, lines: readonly number[]): Module | undefined {
  switch (name) {
    case 'Conv2d':
      return convolution(given);
    case 'MaxPool2d':
      return pooling('maxPool2d', given);
    case 'AvgPool2d':
      return pooling('averagePool2d', given);
    case 'AdaptiveAvgPool2d':
      return adaptive(given);
    case 'Linear':
      return dense(given);
    case 'BatchNorm2d':
      return normalisation(given);
    case 'Flatten':
      return single({ kind: 'flatten' });
    case 'ReLU':
    case 'Sigmoid':
    case 'Tanh':
    case 'Softmax':
      return single({ kind: 'relu' });
    case 'Dropout':
      return single({ kind: 'dropout' });
    case 'Identity':
      return { kind: 'module', layers: [], parameters: 0 };
    case 'Sequential':
      return sequence(given, lines);
    default:
      return undefined;
  }
}

/** Shapes after each layer of a module on N×C×H×W or N×values, by core; a `NetworkError` where it cannot be. */
export function shapesThrough(module: Module, [batch = 1, ...shape]: readonly number[]): (readonly number[])[] {
  const layers = module.layers.map(({ layer }) => layer);
  if (shape.length === 3) return describeNetwork(layers, shape).layers.map((layer) => [batch, ...layer.shape]);
  const flat = describeNetwork([{ kind: 'flatten' }, ...layers], [...shape, 1, 1, 1].slice(0, 3));
  return flat.layers.slice(1).map((layer) => [batch, ...layer.shape]);
}
