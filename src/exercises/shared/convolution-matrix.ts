import { convolutionOutputSize, convolve2d, sizeOf, tensor, zeros } from '../../core/index.ts';
import type { Answer, Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { sumPieces } from '../kit/working.ts';
import { type Count, productOf } from './counts.ts';

/** A convolution of one channel, written as a matrix. */
export interface MatrixCounts {
  /** Height and width. */
  readonly input: readonly [number, number];
  readonly kernel: readonly [number, number];
  readonly padding: number;
  readonly stride: number;
}

/** The size of the matrix and what is counted in it. */
interface Counts {
  readonly rows: Count;
  readonly columns: Count;
  readonly nonzero: Count;
  readonly distinct: Count;
}

/** Downwards and across. */
export const axes = [0, 1] as const;

/** Height and width of the output. */
export const outputOf = ({ input, kernel, ...options }: MatrixCounts): [number, number] => {
  const [height = 1, width = 1] = axes.map((axis) =>
    convolutionOutputSize({ input: input[axis], kernel: kernel[axis], ...options }),
  );
  return [height, width];
};

/** How many rows (or columns) of the kernel lie on the input at each place of the window. */
export const covered = ({ input, kernel, padding, stride }: MatrixCounts, axis: 0 | 1): number[] =>
  Array.from({ length: outputOf({ input, kernel, padding, stride })[axis] }, (_, place) => {
    const start = place * stride - padding;
    return Math.min(start + kernel[axis], input[axis]) - Math.max(start, 0);
  });

/** Every output has all weights of the kernel in its row; with padding only those that lie on the input. */
export function nonzeroOf(problem: MatrixCounts): Count {
  if (problem.padding === 0) return entriesOf(outputOf(problem), problem.kernel);
  const [down, across] = axes.map((axis) => covered(problem, axis));
  const sums = [down, across].map((counts = []) => counts.reduce((sum, count) => sum + count, 0));
  const value = sizeOf(sums);
  const written = [down, across].map(
    (counts = [], index) => `${index === 0 ? '' : '× '}(${sumPieces(counts).join(' ')})`,
  );
  return {
    value,
    lines: [written, sums.map((sum, index) => (index === 0 ? format(sum) : `× ${format(sum)}`)), [format(value)]],
  };
}

/** Outputs times weights of the kernel: 4 × 9 = 36. */
export const entriesOf = (rows: readonly number[], kernel: readonly number[]): Count =>
  productOf([sizeOf(rows), sizeOf(kernel)]);

/** What is counted, each with its calculation. */
export const countsOf = (problem: MatrixCounts): Counts => ({
  rows: productOf(outputOf(problem)),
  columns: productOf(problem.input),
  nonzero: nonzeroOf(problem),
  distinct: productOf(problem.kernel),
});

const asAnswer = ({ rows, columns, nonzero, distinct }: Counts): Answer => ({
  size: [rows.value, columns.value],
  nonzero: [nonzero.value],
  distinct: [distinct.value],
});

/** The counts of the matrix itself: the site's own convolution of every picture that has a single 1. */
export function trueCounts({ input, kernel, padding, stride }: MatrixCounts): Answer {
  const pixels = sizeOf(input);
  const pictures = zeros([pixels, 1, ...input]);
  for (let pixel = 0; pixel < pixels; pixel += 1) pictures.data[pixel * pixels + pixel] = 1;
  const weights = Array.from({ length: sizeOf(kernel) }, (_, index) => index + 1);
  const entries = convolve2d(pictures, tensor([1, 1, ...kernel], weights), { padding, stride });
  const nonzero = [...entries.data].filter((entry) => entry !== 0);
  return { size: [entries.data.length / pixels, pixels], nonzero: [nonzero.length], distinct: [new Set(nonzero).size] };
}

/** The calculation of one field. */
export function workingOf(counts: Counts | undefined, part: string, index: number): Working | undefined {
  if (counts === undefined) return undefined;
  const count = {
    size: index === 0 ? counts.rows : counts.columns,
    nonzero: counts.nonzero,
    distinct: counts.distinct,
  }[part];
  return count && { lines: count.lines };
}

/** A wrong rule that counts some things otherwise; `undefined` where it does not apply. */
export const miscounted = (change: (problem: MatrixCounts, right: Counts) => Partial<Counts> | undefined) => {
  const counted = (problem: MatrixCounts): Counts | undefined => {
    const right = countsOf(problem);
    const changed = change(problem, right);
    return changed && { ...right, ...changed };
  };
  return {
    answer(problem: MatrixCounts) {
      const counts = counted(problem);
      return counts && asAnswer(counts);
    },
    working: (problem: MatrixCounts, part: string, index: number) => workingOf(counted(problem), part, index),
  };
};

/** The input with its ring. */
export const ringed = ({ input, padding }: MatrixCounts): [number, number] => [
  input[0] + 2 * padding,
  input[1] + 2 * padding,
];

/** No padding at levels 1 and 2; a ring of zeros at level 3. */
export function drawMatrixCounts(random: Random, level: Level): MatrixCounts {
  const sides = (low: number, high: number) => [random.integer(low, high), random.integer(low, high)] as const;
  const square = (sizes: readonly number[]) => {
    const size = random.pick(sizes);
    return [size, size] as const;
  };
  if (level === 1) {
    const kernel = random.pick([
      [2, 2],
      [3, 3],
      [2, 3],
      [3, 2],
    ] as const);
    return { input: sides(3, 6), kernel, padding: 0, stride: 1 };
  }
  if (level === 2) return { input: sides(5, 9), kernel: square([2, 3]), padding: 0, stride: random.pick([1, 2]) };
  return { input: sides(4, 9), kernel: square([3]), padding: 1, stride: random.pick([1, 2]) };
}
