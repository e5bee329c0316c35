import {
  adaptiveAveragePool2d,
  convolve2d,
  fromRows,
  linear,
  reshape,
  softmax,
  tensor,
  toRows,
} from '../../core/index.ts';
import type { Answer, Level, Matrix, Value, Working } from '../kit/definition.ts';
import { fraction } from '../kit/exact.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { sumOfProducts } from '../kit/working.ts';
import { cellAt, columnsOf, drawMatrix, matrix, rowsOf } from './maps.ts';

/** The last maps of a network that ends in global average pooling and a dense layer without biases. */
export interface ClassMap {
  /** One map for each channel. */
  readonly maps: readonly Matrix[];
  /** The names of one or two classes, by their place in the list of all class names. */
  readonly classes: readonly number[];
  /** For each of them, one weight for each channel. */
  readonly weights: Matrix;
}

/** How someone works out maps and scores. */
export interface CamRules {
  /** The weights of one class as they are used. */
  weights(weights: readonly number[]): readonly number[];
  /** One number for a whole map: truly its mean. */
  summary(cells: Matrix): number;
  /** What becomes of a cell of the class map. */
  cell(sum: number, channels: number): Value;
  /** Whether the map of the class with the smaller score is given. */
  loser: boolean;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const cellsOf = (cells: Matrix): number => rowsOf(cells) * columnsOf(cells);
export const meanOfMap = (cells: Matrix): number => total(cells.flat()) / cellsOf(cells);
export const sumOfMap = (cells: Matrix): number => total(cells.flat());

/** The right rules. */
export const trueRules: CamRules = {
  weights: (weights) => weights,
  summary: meanOfMap,
  cell: (sum) => sum,
  loser: false,
};

/** Softmax of the weights, by the site's own function. */
export const softened = (weights: readonly number[]): number[] => [...softmax(fromRows([[...weights]])).data];

const scoresBy = (rules: CamRules, { maps, weights }: ClassMap): number[] =>
  weights.map((row) => total(rules.weights(row).map((weight, channel) => weight * rules.summary(maps[channel] ?? []))));

/** The place of the class whose map is asked for: of two, the one with the larger score. */
function classBy(rules: CamRules, problem: ClassMap): number {
  const [first = 0, second] = scoresBy(rules, problem);
  const winner = second !== undefined && second > first ? 1 : 0;
  return rules.loser ? 1 - winner : winner;
}

/** One cell of a class map before `rules.cell`, counted row by row. */
function cellSum(rules: CamRules, problem: ClassMap, index: number): number {
  const weights = rules.weights(problem.weights[classBy(rules, problem)] ?? []);
  return total(problem.maps.map((cells, channel) => (weights[channel] ?? 0) * (cells.flat()[index] ?? 0)));
}

const sizeOf = ({ maps: [first = []] }: ClassMap): number => cellsOf(first);

/** Scores and map under these rules. */
export const answerBy = (rules: CamRules, problem: ClassMap): Answer => ({
  scores: scoresBy(rules, problem),
  map: Array.from({ length: sizeOf(problem) }, (_, index) =>
    rules.cell(cellSum(rules, problem, index), problem.maps.length),
  ),
});

/** Scores and map by the site's own pooling, dense layer and 1×1 convolution. */
export function trueAnswer({ maps, weights }: ClassMap): Answer {
  const input = fromRows(maps);
  const means = reshape(adaptiveAveragePool2d(input, 1), [maps.length]);
  const scores = [...linear(means, fromRows(weights)).data];
  const winner = (scores[1] ?? Number.NEGATIVE_INFINITY) > (scores[0] ?? 0) ? 1 : 0;
  const kernel = tensor([1, maps.length, 1, 1], weights[winner] ?? []);
  return { scores, map: toRows(convolve2d(input, kernel, {}), 0).flat() };
}

/** The class whose map is asked for. */
export const winnerOf = (problem: ClassMap): number => classBy(trueRules, problem);

/** The calculation of one field under these rules, up to the sum. */
export function workingBy(rules: CamRules, problem: ClassMap, part: string, index: number): Working {
  const { maps } = problem;
  const place = part === 'scores' ? index : classBy(rules, problem);
  const weights = rules.weights(problem.weights[place] ?? []);
  const value = (cells: Matrix): number => (part === 'scores' ? rules.summary(cells) : (cells.flat()[index] ?? 0));
  const pairs = maps.map((cells, channel) => [value(cells), weights[channel] ?? 0] as const);
  if (part === 'scores') return sumOfProducts(pairs);
  const columns = columnsOf(maps[0] ?? []);
  const windows = maps.map((_, channel) => ({
    grid: `map-${channel + 1}`,
    row: Math.floor(index / columns),
    column: index % columns,
    rows: 1,
    columns: 1,
  }));
  return sumOfProducts(pairs, [], windows);
}

/** A map that has a whole mean: one cell, drawn where, makes up for the others. */
function drawMap(random: Random, size: number, high: number): Matrix {
  const cells = drawMatrix(random, size, size, 0, high);
  const [row, column] = [random.integer(0, size - 1), random.integer(0, size - 1)];
  const count = size * size;
  const rest = total(cells.flat()) - cellAt(cells, row, column);
  return matrix(size, size, (r, c) =>
    r === row && c === column ? (count - (rest % count)) % count : cellAt(cells, r, c),
  );
}

/** Two maps of 2×2 and one class at level 1, three maps at level 2, three of 3×3 and two classes at level 3. */
export function drawClassMap(random: Random, level: Level): ClassMap {
  const channels = level === 1 ? 2 : 3;
  const classes = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, level === 3 ? 2 : 1);
  return drawUntil(
    () => ({
      maps: Array.from({ length: channels }, () => (level === 3 ? drawMap(random, 3, 4) : drawMap(random, 2, 5))),
      classes,
      weights: matrix(classes.length, channels, () => random.pick([-2, -1, 1, 2, 3])),
    }),
    (problem) => {
      const [first, second] = scoresBy(trueRules, problem);
      return problem.maps.every((cells) => meanOfMap(cells) > 0) && first !== second;
    },
  );
}

/** A cell of the class map as a part of the channels: a whole number or a fraction. */
export const averaged = (sum: number, channels: number): Value => fraction(sum, channels);
