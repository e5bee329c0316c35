import { fromRows, residualBlockSteps, type Tensor, toRows } from '../../core/index.ts';
import type { Level, Matrix, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format, input } from '../kit/text.ts';
import { productText, sumOfProducts, term } from '../kit/working.ts';
import { cellAt, columnsOf, drawMatrix, rowsOf } from './maps.ts';

/** A block with one channel. */
export interface ResidualBlock {
  readonly input: Matrix;
  /** What the convolutions make of the input, where that is given; else the input is one row and there are kernels. */
  readonly convolved: Matrix | null;
  /** 1×3, with padding 1 along the row; empty where `convolved` is given. */
  readonly kernel1: readonly number[];
  readonly kernel2: readonly number[];
  /** The weight of the 1×1 convolution on the skip; 0 where there is none. */
  readonly projection: number;
  /** Of the first convolution and the projection. */
  readonly stride: number;
}

/** What arrives at the sum on both roads, and what was there on the way. */
export interface Roads {
  readonly first: Matrix;
  readonly activated: Matrix;
  readonly convolved: Matrix;
  readonly skip: Matrix;
}

/** How somebody goes along the roads; all of it is so unless said otherwise. */
export interface Habits {
  readonly innerRelu?: boolean;
  readonly projected?: boolean;
  readonly skipStride?: boolean;
  readonly flipped?: boolean;
}

/** An input value and the weight that lies on it. */
type Pair = readonly [value: number, weight: number];

/** The products of one cell of a row that is padded with a zero at each end. */
export const pairsAt = (row: readonly number[], kernel: readonly number[], stride: number, cell: number): Pair[] =>
  kernel.map((weight, index): Pair => [row[cell * stride + index - 1] ?? 0, weight]);

const slide = (row: readonly number[], kernel: readonly number[], stride: number): number[] =>
  Array.from({ length: Math.ceil(row.length / stride) }, (_, cell) =>
    pairsAt(row, kernel, stride, cell).reduce((sum, [value, weight]) => sum + value * weight, 0),
  );

/** The roads of somebody with these habits. */
export function roadsOf(problem: ResidualBlock, habits: Habits = {}): Roads {
  const { innerRelu = true, projected = true, skipStride = true, flipped = false } = habits;
  const { input, projection, stride } = problem;
  if (problem.convolved !== null) {
    return { first: problem.convolved, activated: problem.convolved, convolved: problem.convolved, skip: input };
  }
  const row = input[0] ?? [];
  const turn = (kernel: readonly number[]) => (flipped ? kernel.toReversed() : kernel);
  const first = slide(row, turn(problem.kernel1), stride);
  const activated = innerRelu ? first.map((value) => Math.max(0, value)) : first;
  const convolved = slide(activated, turn(problem.kernel2), 1);
  const weight = projection === 0 || !projected ? 1 : projection;
  const skip = convolved.map((_, cell) => weight * (row[skipStride ? cell * stride : cell] ?? 0) + 0);
  return { first: [first], activated: [activated], convolved: [convolved], skip: [skip] };
}

/** The right roads and what comes out, by the site's own residual block. */
export function truthOf(problem: ResidualBlock): Pick<Roads, 'convolved' | 'skip'> & { readonly output: Matrix } {
  const { input, projection, stride } = problem;
  if (problem.convolved !== null) {
    const { convolved } = problem;
    const output = input.map((row, r) => row.map((value, c) => Math.max(0, value + (convolved[r]?.[c] ?? 0))));
    return { convolved, skip: input, output };
  }
  const steps = residualBlockSteps(fromRows([input]), {
    kernel1: fromRows([[[problem.kernel1]]]),
    kernel2: fromRows([[[problem.kernel2]]]),
    ...(projection === 0 ? {} : { projection: fromRows([[[[projection]]]]) }),
    stride: [1, stride],
  });
  const rows = (map: Tensor): Matrix => toRows(map, 0).map((row) => row.map((value) => value + 0));
  return { convolved: rows(steps.second), skip: rows(steps.skip), output: rows(steps.output) };
}

/** Inputs as they come out of a ReLU; at level 1 with what the convolutions make of them. */
export function drawBlock(random: Random, level: Level): ResidualBlock {
  if (level === 1) {
    const input = drawMatrix(random, random.pick([2, 3]), 3, 0, 4);
    const convolved = drawMatrix(random, rowsOf(input), 3, -5, 4);
    return { input, convolved, kernel1: [], kernel2: [], projection: 0, stride: 1 };
  }
  const [kernel1 = [], kernel2 = []] = drawMatrix(random, 2, 3, -1, level === 2 ? 1 : 2);
  const [length, stride] = level === 2 ? [4, 1] : [8, 2];
  const projection = level === 2 ? 0 : random.pick([-2, -1, 2, 3]);
  return { input: drawMatrix(random, 1, length, 0, 4), convolved: null, kernel1, kernel2, projection, stride };
}

/** The calculation of the first cell after the first convolution. */
export const firstWorking = ({ input: [row = []], kernel1, stride }: ResidualBlock): Working =>
  sumOfProducts(pairsAt(row, kernel1, stride, 0));

export const relu = (value: number): number => Math.max(0, value);

/** How a cell comes out of what both roads bring to it: the pieces of each line before the result, and the result. */
export type Joining = (convolved: number, skip: number) => { readonly value: number; readonly lines: Working['lines'] };

/** The right way. */
export const sumThenRelu: Joining = (f, x) => ({
  value: relu(f + x),
  lines: [[`max(0, ${format(f)}`, `${input(term(x))})`], [`max(0, ${format(f + x)})`]],
});

/** What comes out of both roads. */
export const joined = ({ convolved, skip }: Roads, join: Joining): Matrix =>
  convolved.map((row, r) => row.map((f, c) => join(f, cellAt(skip, r, c)).value + 0));

/** The calculation of one field by somebody with these habits. */
export function workingUnder(
  problem: ResidualBlock,
  habits: Habits,
  join: Joining,
  part: string,
  index: number,
): Working | undefined {
  const roads = roadsOf(problem, habits);
  const columns = columnsOf(roads.convolved);
  const [row, column] = [Math.floor(index / columns), index % columns];
  if (part === 'convolved') {
    const weights = habits.flipped === true ? problem.kernel2.toReversed() : problem.kernel2;
    return sumOfProducts(pairsAt(roads.activated[0] ?? [], weights, 1, column));
  }
  if (part === 'skip') {
    const { skipStride = true, projected = true } = habits;
    const value = cellAt(problem.input, 0, skipStride ? column * problem.stride : column);
    return {
      lines: projected
        ? [[productText(value, problem.projection)], [format(value * problem.projection)]]
        : [[format(value)]],
    };
  }
  const { value, lines } = join(cellAt(roads.convolved, row, column), cellAt(roads.skip, row, column));
  return { lines: [...lines, [format(value)]] };
}
