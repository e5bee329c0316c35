import { type Given, pairOf, shapesThrough } from './torch-modules.ts';
import { tensorOf, unknown, type Value } from './torch-values.ts';

const numberOf = (value: Value | undefined): number | undefined => (value?.kind === 'number' ? value.value : undefined);

/** Numbers given one by one, or as one list. */
function numbersOf(values: readonly Value[]): number[] | undefined {
  const [first] = values;
  const given = first?.kind === 'list' ? first.items : values;
  const numbers = given.flatMap((value) => numberOf(value) ?? []);
  return numbers.length === given.length ? numbers : undefined;
}

/** The shape of a nested list of numbers. */
function shapeOfList(value: Value): number[] | undefined {
  if (value.kind === 'number') return [];
  if (value.kind !== 'list') return undefined;
  const [first] = value.items;
  const inner = first ? shapeOfList(first) : [];
  return inner && [value.items.length, ...inner];
}

const orUnknown = (shape: readonly number[] | undefined): Value => (shape ? tensorOf(shape) : unknown);

/** `torch.…(…)` and `F.…(…)`. */
export function functionOf(name: string, given: Given): Value {
  const { positional, named } = given;
  const [first, second] = positional;
  switch (name) {
    case 'randn':
    case 'rand':
    case 'zeros':
    case 'ones':
      return orUnknown(numbersOf(positional));
    case 'randint': {
      const size = named['size'] ?? positional[2] ?? second;
      return orUnknown(size && numbersOf([size]));
    }
    case 'interpolate': {
      const size = named['size']?.kind === 'list' ? numbersOf([named['size']]) : undefined;
      return first?.kind === 'tensor' && size ? tensorOf([...first.shape.slice(0, 2), ...size]) : unknown;
    }
    case 'linear':
      return first?.kind === 'tensor' && second?.kind === 'tensor'
        ? tensorOf([...first.shape.slice(0, -1), second.shape[0] ?? 0])
        : unknown;
    case 'tensor':
      return orUnknown(first && shapeOfList(first));
    case 'conv2d':
      return first?.kind === 'tensor' && second?.kind === 'tensor'
        ? convolved(first.shape, second.shape, given)
        : unknown;
    case 'pad': {
      const sides = second?.kind === 'list' ? numbersOf([second]) : undefined;
      return first?.kind === 'tensor' && sides ? tensorOf(padded(first.shape, sides)) : unknown;
    }
    case 'max_pool2d':
    case 'avg_pool2d':
      return first?.kind === 'tensor' ? pooled(name, first.shape, { positional: positional.slice(1), named }) : unknown;
    case 'adaptive_avg_pool2d': {
      const outputSize = pairOf(second ?? named['output_size']);
      if (first?.kind !== 'tensor' || !outputSize) return unknown;
      return through(first.shape, { kind: 'adaptiveAveragePool2d', outputSize });
    }
    default:
      return first?.kind === 'tensor'
        ? methodOf(first.shape, name, { positional: positional.slice(1), named })
        : unknown;
  }
}

const through = (
  shape: readonly number[],
  layer: Parameters<typeof shapesThrough>[0]['layers'][number]['layer'],
): Value =>
  orUnknown(shapesThrough({ kind: 'module', layers: [{ layer, line: undefined }], parameters: 0 }, shape).at(-1));

function convolved(input: readonly number[], bank: readonly number[], { named, positional }: Given): Value {
  const [outputs = 0, depth = 0, rows = 0, columns = 0] = bank;
  const [stride, padding, dilation] = (['stride', 'padding', 'dilation'] as const).map((name, index) =>
    pairOf(named[name] ?? positional[3 + index]),
  );
  if (stride === null || padding === null || dilation === null) return unknown;
  const groups = numberOf(named['groups'] ?? positional[6]) ?? 1;
  const inputs = depth * groups;
  return through(input, {
    kind: 'conv2d',
    inputs,
    outputs,
    kernel: [rows, columns],
    stride,
    padding,
    dilation,
    groups,
  });
}

function pooled(name: 'max_pool2d' | 'avg_pool2d', input: readonly number[], { positional, named }: Given): Value {
  const [window, stride, padding] = (['kernel_size', 'stride', 'padding'] as const).map((option, index) =>
    pairOf(named[option] ?? positional[index]),
  );
  if (window === undefined || window === null || stride === null || padding === null) return unknown;
  const ceilMode = named['ceil_mode']?.kind === 'name' && named['ceil_mode'].name === 'True';
  return through(input, {
    kind: name === 'max_pool2d' ? 'maxPool2d' : 'averagePool2d',
    window,
    stride,
    padding,
    ceilMode,
  });
}

/** `F.pad` names two sides for each dimension, beginning with the last. */
const padded = (shape: readonly number[], sides: readonly number[]): number[] =>
  shape.map((size, index) => {
    const pair = 2 * (shape.length - 1 - index);
    return size + (sides[pair] ?? 0) + (sides[pair + 1] ?? 0);
  });

const SAME = [
  'relu',
  'sigmoid',
  'tanh',
  'softmax',
  'log_softmax',
  'exp',
  'log',
  'abs',
  'flip',
  'float',
  'clone',
  'detach',
];

/** A method of a tensor of this shape. */
export function methodOf(shape: readonly number[], name: string, { positional, named }: Given): Value {
  if (SAME.includes(name)) return tensorOf(shape);
  const count = shape.reduce((product, size) => product * size, 1);
  const numbers = numbersOf(positional);
  const axes = numbersOf([named['dim'] ?? named['axis'], ...positional].flatMap((value) => value ?? []));
  switch (name) {
    case 'reshape':
    case 'view': {
      const known = numbers?.reduce((product, size) => (size < 0 ? product : product * size), 1) ?? 0;
      return orUnknown(numbers?.map((size) => (size < 0 ? count / known : size)));
    }
    case 'flatten': {
      const start = axes?.[0] ?? numberOf(named['start_dim']) ?? 0;
      return tensorOf([...shape.slice(0, start), shape.slice(start).reduce((product, size) => product * size, 1)]);
    }
    case 'unsqueeze':
      return axes?.length === 1 && (axes[0] ?? -1) >= 0 ? tensorOf(shape.toSpliced(axes[0] ?? 0, 0, 1)) : unknown;
    case 'permute':
      return orUnknown(numbers?.map((axis) => shape[axis] ?? 0));
    case 'sum':
    case 'mean':
    case 'argmax': {
      if (named['keepdim'] !== undefined || axes === undefined) return unknown;
      if (axes.length === 0) return tensorOf([]);
      const gone = axes.map((axis) => (axis < 0 ? axis + shape.length : axis));
      return tensorOf(shape.filter((_, axis) => !gone.includes(axis)));
    }
    case 'numel':
      return { kind: 'number', value: count };
    default:
      return unknown;
  }
}
