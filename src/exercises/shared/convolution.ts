import {
  bothOf,
  convolve2d,
  fromRows,
  type PaddingMode,
  type PairOption,
  type Tensor,
  toRows,
  windowTerms,
} from '../../core/index.ts';
import type { Answer, Block, Matrix, Misconception, Part, Problem, Window, Working } from '../kit/definition.ts';
import { format, type Text, kernel as weightText } from '../kit/text.ts';
import { sumOfProducts, term } from '../kit/working.ts';
import { columnsOf, cutTo, matrix, rowsOf } from './maps.ts';
import { convolved, names } from './names.ts';
import { type Axis, sizeLines } from './sizes.ts';

/** A convolution of one input channel with one kernel. What is left out is none (stride: 1). */
export interface Setting {
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly bias?: number;
  readonly padding?: number;
  readonly paddingMode?: PaddingMode;
  readonly stride?: PairOption;
}

const tensors = ({ input, kernel }: Setting): [Tensor, Tensor] => [fromRows([input]), fromRows([[kernel]])];

const options = ({ bias = 0, padding, paddingMode, stride }: Setting) => ({
  bias: fromRows([bias]),
  padding,
  paddingMode,
  stride,
});

/** The map, by the site's own convolution. */
export const mapOf = (setting: Setting): Matrix => toRows(convolve2d(...tensors(setting), options(setting)), 0);

/** An input value and the weight that lies on it. */
export type Pair = readonly [value: number, weight: number];

/** The pairs of one cell, counted from 0, row by row. Throws `RangeError` where the map has no such cell. */
export const pairsOf = (setting: Setting, row: number, column: number): Pair[] =>
  windowTerms(...tensors(setting), options(setting), { row, column }).terms.map(
    (term): Pair => [term.input, term.weight],
  );

/** The calculation of one cell; its window is on the grid with the id `input`. `undefined` where there is no such cell. */
export function cellWorking(setting: Setting, row: number, column: number): Working | undefined {
  const map = mapOf(setting);
  if (row < 0 || column < 0 || row >= rowsOf(map) || column >= columnsOf(map)) return undefined;
  const { bias = 0, padding = 0, kernel } = setting;
  const [down, across] = bothOf(setting.stride ?? 1);
  const window: Window = {
    grid: 'input',
    row: row * down - padding,
    column: column * across - padding,
    rows: rowsOf(kernel),
    columns: columnsOf(kernel),
  };
  return sumOfProducts(pairsOf(setting, row, column), bias === 0 ? [] : [bias], [window]);
}

/** The sizes in one direction; axis 0 is the height, 1 the width. */
export function axisOf({ input: cells, kernel: weights, padding = 0, stride = 1 }: Setting, axis: number): Axis {
  const size = axis === 0 ? rowsOf : columnsOf;
  const [down, across] = bothOf(stride);
  return { input: size(cells), kernel: size(weights), padding, stride: axis === 0 ? down : across, dilation: 1 };
}

/** The calculation of the map's height (axis 0) or width (1). */
export const sizeWorking = (setting: Setting, axis: number): Working => sizeLines(axisOf(setting, axis));

/** The size of the map in words: `3 × 3`, with the sign of times as the language sets it. */
export function sizeText(setting: Setting, times: string): string {
  const map = mapOf(setting);
  return `${rowsOf(map)}${times}${columnsOf(map)}`;
}

/** The input and the kernel as they stand on a card. */
export const gridsOf = ({ input: cells, kernel: weights }: Setting): Block[] => [
  { kind: 'grid', id: 'input', label: names.input, role: 'input', cells },
  convolved,
  { kind: 'grid', id: 'kernel', label: names.kernel, role: 'kernel', cells: weights },
];

/** What a kind asks that has a whole map as its answer: first the size, then the cells. */
export const mapParts = (map: Matrix): Part[] => [
  { id: 'shape', kind: 'shape', label: names.outputSize, axes: [names.height, names.width], role: 'output' },
  {
    id: 'map',
    kind: 'grid',
    label: names.output,
    rows: rowsOf(map),
    columns: columnsOf(map),
    entry: 'integer',
    role: 'output',
  },
];

/** An answer to these parts: the shape is the map's own, and of its cells those count that the true map has. */
export const mapAnswer = (map: Matrix, truth: Matrix): Answer => ({
  shape: [rowsOf(map), columnsOf(map)],
  map: cutTo(map, rowsOf(truth), columnsOf(truth)),
});

/** The calculation of one field of these parts; `truth` is the setting whose map the grid has the size of. */
export function mapWorking(setting: Setting, truth: Setting, part: string, index: number): Working | undefined {
  if (part === 'shape') return sizeWorking(setting, index);
  const columns = columnsOf(mapOf(truth));
  return cellWorking(setting, Math.floor(index / columns), index % columns);
}

type Rule<P extends Problem> = Pick<Misconception<P>, 'answer'> & Required<Pick<Misconception<P>, 'working'>>;

/**
 * A wrong rule that works out the map as if the problem were another one: its answer and its calculations.
 * `change` gives that other problem, or `undefined` where the rule does not apply.
 */
export const asIf = <P extends Setting>(change: (problem: P) => Setting | undefined): Rule<P> => ({
  answer(problem) {
    const other = change(problem);
    return other === undefined ? undefined : mapAnswer(mapOf(other), mapOf(problem));
  },
  working(problem, part, index) {
    const other = change(problem);
    return other === undefined ? undefined : mapWorking(other, problem, part, index);
  },
});

/** How a wrong rule makes one cell: its value, and the lines of its calculation before that. */
interface CellRule {
  value(products: readonly number[], pairs: readonly Pair[]): number;
  lines(products: readonly number[], pairs: readonly Pair[]): readonly (readonly Text[])[];
}

/** The bias as the last piece of a sum; none where it is 0. */
export const biasTerm = (bias: number): Text[] => (bias === 0 ? [] : [weightText(term(bias))]);

/**
 * A wrong rule that lays the windows rightly but makes each cell in some other way than by adding its products.
 * `rule` is `undefined` where it does not apply to the problem.
 */
export const cellsBy = <P extends Setting>(rule: (problem: P) => CellRule | undefined): Rule<P> => ({
  answer(problem) {
    const cell = rule(problem);
    if (cell === undefined) return undefined;
    const map = mapOf(problem);
    const made = matrix(rowsOf(map), columnsOf(map), (row, column) => {
      const pairs = pairsOf(problem, row, column);
      return cell.value(productsOf(pairs), pairs);
    });
    return mapAnswer(made, map);
  },
  working(problem, part, index) {
    const cell = rule(problem);
    if (cell === undefined || part !== 'map') return undefined;
    const columns = columnsOf(mapOf(problem));
    const pairs = pairsOf(problem, Math.floor(index / columns), index % columns);
    const products = productsOf(pairs);
    return { lines: [...cell.lines(products, pairs), [format(cell.value(products, pairs))]] };
  },
});

const productsOf = (pairs: readonly Pair[]): number[] => pairs.map(([x, w]) => x * w + 0);
