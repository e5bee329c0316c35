import { z } from 'astro/zod';
import { alexNet, resNet18, vgg13 } from '../core/classic-networks.ts';
import {
  cellsSeen,
  convolutionOutputSize,
  describeNetwork,
  inputUsage,
  pathCounts,
  poolOutputSize,
  receptiveFields,
  softmax,
  tensor,
} from '../core/index.ts';

/** A number that running text may name: what it takes, checked at build, and how core computes it. */
interface Computation {
  readonly options: z.ZodType;
  compute(options: unknown): number;
}

function computation<Options>(options: z.ZodType<Options>, compute: (options: Options) => number): Computation {
  return { options, compute: (given) => compute(options.parse(given)) };
}

const whole = z.int();
const sizes = { input: whole, stride: whole.optional(), padding: whole.optional() };
const stack = z
  .array(
    z.strictObject({ kernel: whole, stride: whole.optional(), padding: whole.optional(), dilation: whole.optional() }),
  )
  .min(1);
const scores = z.array(z.number()).min(1);
const probabilities = (values: number[], temperature?: number) =>
  softmax(tensor([1, values.length], values), temperature === undefined ? {} : { temperature }).data;

const classics = { alexNet, vgg13, resNet18 };
const networkOptions = z.strictObject({
  network: z.enum(['alexNet', 'vgg13', 'resNet18']),
  count: z.enum(['parameters', 'macs']),
  /** Only the layers of this kind that stand outside of residual blocks. */
  kind: z.enum(['conv2d', 'linear']).optional(),
  /** Height and width of the picture. */
  size: whole.optional(),
});

function networkCount({ network, count, kind, size = 224 }: z.infer<typeof networkOptions>): number {
  const layers = classics[network];
  return describeNetwork(layers, [3, size, size]).layers.reduce(
    (sum, layer, index) => (kind === undefined || layers[index]?.kind === kind ? sum + layer[count] : sum),
    0,
  );
}

/** Every number that `<Value of="…">` can print; options are the props of the same name. */
export const computations = {
  /** Output of a convolution along one direction. */
  outputSize: computation(
    z.strictObject({ ...sizes, kernel: whole, dilation: whole.optional() }),
    convolutionOutputSize,
  ),
  /** Output of a pooling along one direction. */
  poolSize: computation(z.strictObject({ ...sizes, window: whole, ceilMode: z.boolean().optional() }), poolOutputSize),
  /** Padding that keeps the size at stride 1: P = D(K − 1)/2. */
  samePadding: computation(
    z.strictObject({ kernel: whole, dilation: whole.optional() }),
    ({ kernel, dilation = 1 }) => {
      const ring = (dilation * (kernel - 1)) / 2;
      if (!Number.isInteger(ring)) throw new RangeError(`kernel is ${kernel}; no whole padding keeps the size`);
      return ring;
    },
  ),
  /** How many windows use one pixel of a square picture; row and column count from 1. */
  timesUsed: computation(
    z.strictObject({ ...sizes, kernel: whole, row: whole, column: whole }),
    ({ input, kernel, row, column, ...options }) => {
      const used = inputUsage(input, { kernel, ...options }).data[(row - 1) * input + column - 1];
      if (used === undefined)
        throw new RangeError(`row ${row}, column ${column} is outside the ${input} × ${input} picture`);
      return used;
    },
  ),
  /** How many pixels a cell of the last layer sees along one direction. */
  receptiveField: computation(
    z.strictObject({ layers: stack }),
    ({ layers }) => receptiveFields(layers).at(-1)?.receptiveField ?? 1,
  ),
  /** The ways to one cell (counted from 1) that begin in the `middle` × `middle` pixels of its field, in per cent. */
  waysFromMiddle: computation(
    z.strictObject({ layers: stack, input: whole, cell: whole, middle: whole }),
    ({ layers, input, cell, middle }) => {
      const [{ first, last } = { first: 0, last: 0 }] = cellsSeen(layers, cell - 1);
      const ways = pathCounts(layers, input, cell - 1)[0] ?? [];
      const cut = (last - first + 1 - middle) / 2;
      const sum = (some: readonly number[]) => some.reduce((total, count) => total + count, 0);
      return 100 * (sum(ways.slice(first + cut, last - cut + 1)) / sum(ways)) ** 2;
    },
  ),
  /** One probability of a softmax; the index counts from 0. */
  probability: computation(
    z.strictObject({ scores, index: whole, temperature: z.number().optional() }),
    ({ scores: values, index, temperature }) => {
      const value = probabilities(values, temperature)[index];
      if (value === undefined) throw new RangeError(`index is ${index}; it should be from 0 to ${values.length - 1}`);
      return value;
    },
  ),
  /** e to a power. */
  exponential: computation(z.strictObject({ power: z.number() }), ({ power }) => Math.exp(power)),
  /** The sum that softmax divides by: Σ e^z. */
  exponentialSum: computation(z.strictObject({ scores }), ({ scores: values }) =>
    values.reduce((sum, value) => sum + Math.exp(value), 0),
  ),
  /** Natural logarithm. */
  logarithm: computation(z.strictObject({ value: z.number().positive() }), ({ value }) => Math.log(value)),
  /** A product of whole numbers: values of a shape, products of a kernel. */
  product: computation(z.strictObject({ factors: z.array(whole).min(1) }), ({ factors }) =>
    factors.reduce((product, factor) => product * factor, 1),
  ),
  /** Parameters or multiply-adds of a classic network as torchvision builds it, or of one kind of its layers. */
  networkCount: computation(networkOptions, networkCount),
  /** The same in per cent of the whole network. */
  networkShare: computation(networkOptions, (options) => {
    return (100 * networkCount(options)) / networkCount({ ...options, kind: undefined });
  }),
} satisfies Record<string, Computation>;

const names = Object.keys(computations).join(', ');

/** Thousands with a comma, a true minus; `places` decimals, or as many as the number has up to three. */
function printed(value: number, places?: number): string {
  const limits =
    places === undefined
      ? { maximumFractionDigits: 3 }
      : { minimumFractionDigits: places, maximumFractionDigits: places };
  return new Intl.NumberFormat('en', { ...limits, signDisplay: 'negative' }).format(value).replace('-', '\u2212');
}

/**
 * The text of `<Value of="outputSize" input={5} kernel={3} />`.
 * @throws Error that says what is wrong with the props.
 */
export function valueText({ of, places, ...options }: Record<string, unknown>): string {
  const entry = Object.entries(computations).find(([name]) => name === of)?.[1];
  if (!entry) throw new Error(`there is no value "${of}". There are: ${names}.`);
  const decimals = z.int().min(0).max(10).optional().parse(places);
  const checked = entry.options.safeParse(options);
  if (!checked.success) throw new Error(z.prettifyError(checked.error));
  return printed(entry.compute(options), decimals);
}
