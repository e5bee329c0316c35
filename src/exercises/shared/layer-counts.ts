import { sizeOf } from '../../core/index.ts';
import type { Answer, Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { lineText } from '../kit/working.ts';
import { type Count, productOf, sumOf } from './counts.ts';
import { slidingSize } from './network-walks.ts';

/** A convolution of square maps with square kernels, each with a bias. */
export interface LayerMacs {
  /** Channels, height and width; the last two are equal. */
  readonly input: readonly [number, number, number];
  readonly kernels: number;
  readonly kernel: number;
  readonly padding: number;
  readonly stride: number;
  readonly groups: number;
}

/** What is counted of the layer, each with its calculation. */
interface Counts {
  readonly values: Count;
  readonly parameters: Count;
  readonly macs: Count;
}

/** The layer as `describeNetwork` takes it. */
export const layerOf = ({ kernels, kernel, padding, stride, groups }: LayerMacs) =>
  ({ kind: 'conv2d', outputs: kernels, kernel, padding, stride, groups }) as const;

const slidingOf = ({ input: [, size], kernel, padding, stride }: LayerMacs) =>
  ({ size, window: kernel, padding, stride, pools: false }) as const;

/** The calculation of the output's height, and width. */
export const sizeOfOutput = (problem: LayerMacs) => slidingSize(slidingOf(problem));

/** The channels, height and width of one kernel. */
export const kernelShape = ({ input: [channels], kernel, groups }: LayerMacs): number[] => [
  channels / groups,
  kernel,
  kernel,
];

/** A product whose first factors are taken together, and so the last: 8 × 4 × 4 × 3 × 3 = 128 × 9 = 1,152. */
export function twofold(first: readonly number[], last: readonly number[]): Count {
  const [a, b] = [sizeOf(first), sizeOf(last)];
  const whole = [...first, ...last].map((factor, index) => (index === 0 ? format(factor) : `× ${format(factor)}`));
  return { value: a * b, lines: [whole, [format(a), `× ${format(b)}`], [format(a * b)]] };
}

/** Weights and biases: 8 × 3 × 3 × 3 + 8 = 216 + 8 = 224. */
function withBiases(factors: readonly number[], biases: number): Count {
  const sum = sumOf([sizeOf(factors), biases]);
  return { ...sum, lines: [[lineText(productOf(factors), 0), `+ ${format(biases)}`], ...sum.lines] };
}

/** All counts of the layer, for an output of this height and kernels of this shape. */
export function countsOf(problem: LayerMacs, size = sizeOfOutput(problem).value, shape = kernelShape(problem)): Counts {
  const values = [problem.kernels, size, size];
  return {
    values: productOf(values),
    parameters: withBiases([problem.kernels, ...shape], problem.kernels),
    macs: twofold(values, shape),
  };
}

const asAnswer = ({ values, parameters, macs }: Counts): Answer => ({
  values: [values.value],
  parameters: [parameters.value],
  macs: [macs.value],
});

/** The calculation of one part. */
export const workingOf = (counts: Counts, part: string): Working | undefined =>
  part === 'values' || part === 'parameters' || part === 'macs' ? { lines: counts[part].lines } : undefined;

/** A wrong rule that counts some things otherwise; `undefined` where it does not apply. */
export const miscounted = (change: (problem: LayerMacs, right: Counts) => Partial<Counts> | undefined) => {
  const counted = (problem: LayerMacs): Counts | undefined => {
    const right = countsOf(problem);
    const changed = change(problem, right);
    return changed && { ...right, ...changed };
  };
  return {
    answer(problem: LayerMacs) {
      const counts = counted(problem);
      return counts && asAnswer(counts);
    },
    working(problem: LayerMacs, part: string) {
      const counts = counted(problem);
      return counts && workingOf(counts, part);
    },
  };
};

/** A layer: without padding at level 1, with groups and stride at level 3. */
export function drawLayer(random: Random, level: Level): LayerMacs {
  const plain = { padding: 0, stride: 1, groups: 1 };
  if (level === 1) {
    const size = random.integer(3, 6);
    return { ...plain, input: [random.pick([1, 2, 3]), size, size], kernels: random.integer(2, 6), kernel: 2 };
  }
  if (level === 2) {
    const size = random.pick([8, 10, 12, 20]);
    const [kernel, padding] = random.pick([
      [3, 1],
      [3, 0],
      [5, 2],
    ] as const);
    return {
      ...plain,
      input: [random.pick([2, 3, 4, 8]), size, size],
      kernels: random.pick([5, 6, 8, 10, 16]),
      kernel,
      padding,
    };
  }
  const size = random.pick([8, 16, 20, 32, 40]);
  const groups = random.pick([2, 4]);
  return {
    input: [groups * random.pick([2, 3, 4, 5]), size, size],
    kernels: groups * random.pick([4, 5, 6, 8]),
    kernel: 3,
    padding: 1,
    stride: 2,
    groups,
  };
}
