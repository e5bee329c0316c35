import { adaptiveWindows, type Window } from '../../core/index.ts';
import type { Answer, Level, Matrix, Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, input } from '../kit/text.ts';
import { columnsOf, drawMatrix, rowsOf } from './maps.ts';
import { meanOf, meanWorking, windowValues, withWholeMeans } from './pooling.ts';

/** An adaptive pooling of one map. */
export interface AdaptiveWindows {
  /** A single row, or a map. */
  readonly cells: Matrix;
  /** How many windows there are downwards and across. */
  readonly outputs: readonly [number, number];
}

/** Where the windows lie along one direction, by some rule. */
type Along = (input: number, output: number) => Window[];

const windowFrom = (start: number, end: number): Window => ({ start, end, counted: end - start });
/** Windows whose bounds follow from their number, counted from 0. */
export const windowsBy =
  (bounds: (index: number, input: number, output: number) => readonly [number, number]): Along =>
  (input, output) =>
    Array.from({ length: output }, (_, index) => windowFrom(...bounds(index, input, output)));

/** The windows downwards and across. */
const bothBy = ({ cells, outputs }: AdaptiveWindows, along: Along) => ({
  rows: along(rowsOf(cells), outputs[0]),
  columns: along(columnsOf(cells), outputs[1]),
});

/** Whether there are several rows, and so windows downwards. */
export const isMap = ({ cells }: AdaptiveWindows): boolean => rowsOf(cells) > 1;
/** The start and the end of every window, one after the other. */
export const bounds = (windows: readonly Window[]): number[] => windows.flatMap(({ start, end }) => [start, end]);

/** The numbers of every window, row by row. */
export function windowsIn(problem: AdaptiveWindows, along: Along): number[][] {
  const { rows, columns } = bothBy(problem, along);
  return rows.flatMap((row) => columns.map((column) => windowValues(problem.cells, row, column)));
}

/** What is answered by who lays the windows in this way. */
export function answerBy(problem: AdaptiveWindows, along: Along): Answer {
  const { rows, columns } = bothBy(problem, along);
  return {
    ...(isMap(problem) ? { rows: bounds(rows) } : {}),
    columns: bounds(columns),
    averages: windowsIn(problem, along).map((values) => meanOf(values, values.length)),
  };
}

/** ⌊2 × 7 / 3⌋ = ⌊14 / 3⌋ = 4: the start (or, rounded up, the end of the window before). */
const boundWorking = (index: number, size: number, count: number, value: number, up = false): Working => {
  const [open, close] = up ? '⌈⌉' : '⌊⌋';
  return {
    lines: [
      [`${open}${index} × ${input(size)} / ${format(count)}${close}`],
      [`${open}${format(index * size)} / ${format(count)}${close}`],
      [format(value)],
    ],
  };
};

/** The true calculation of one field. */
export function trueWorking(problem: AdaptiveWindows, part: string, index: number): Working | undefined {
  if (part === 'averages') {
    const values = windowsIn(problem, adaptiveWindows)[index] ?? [];
    return meanWorking(values, values.length);
  }
  const size = part === 'rows' ? rowsOf(problem.cells) : columnsOf(problem.cells);
  const count = problem.outputs[part === 'rows' ? 0 : 1];
  const windows = adaptiveWindows(size, count);
  const [place, isEnd] = [Math.floor(index / 2), index % 2 === 1];
  const value = bounds(windows)[index] ?? 0;
  return boundWorking(isEnd ? place + 1 : place, size, count, value, isEnd);
}

/** A wrong rule that lays the windows in another way; `undefined` where all lie rightly by chance of the sizes. */
export const laid = (along: Along) => ({
  answer(problem: AdaptiveWindows) {
    const [wrong, right] = [bothBy(problem, along), bothBy(problem, adaptiveWindows)];
    const same = JSON.stringify(wrong) === JSON.stringify(right);
    const isEmpty = [...wrong.rows, ...wrong.columns].some(({ start, end }) => end <= start);
    return same || isEmpty ? undefined : answerBy(problem, along);
  },
});

/** A wrong rule about how the bounds are written down; the averages are right. */
export const written = (change: (value: number, isEnd: boolean) => number) => ({
  answer(problem: AdaptiveWindows) {
    const { rows, columns } = bothBy(problem, adaptiveWindows);
    const changed = (windows: readonly Window[]) =>
      bounds(windows).map((value, index) => change(value, index % 2 === 1));
    return { ...(isMap(problem) ? { rows: changed(rows) } : {}), columns: changed(columns) };
  },
});

type Sizes = readonly (readonly [size: number, windows: number])[];
/** Sizes of a row and how many windows: those that divide, then those that do not. */
const dividing: Sizes = [
  [6, 3],
  [6, 2],
  [8, 4],
  [8, 2],
  [9, 3],
  [10, 5],
  [4, 2],
];
const uneven: Sizes = [
  [5, 2],
  [7, 2],
  [5, 3],
  [7, 3],
  [8, 3],
  [7, 4],
  [10, 3],
  [9, 2],
  [9, 4],
];

/** A row whose size divides at level 1 and does not at level 2; a map at level 3. All means come out whole. */
export function drawAdaptive(random: Random, level: Level): AdaptiveWindows {
  const side = () => random.pick([3, 5, 7]);
  const [size, count] = random.pick(level === 1 ? dividing : uneven);
  const [height, width] =
    level < 3
      ? [1, size]
      : drawUntil(
          () => [side(), side()] as const,
          ([h, w]) => h * w > 9 && h * w <= 25,
        );
  const outputs = level < 3 ? ([1, count] as const) : ([2, 2] as const);
  const drawn = drawMatrix(random, height, width, level === 1 ? 0 : -4, 8);
  const [rows, columns] = [adaptiveWindows(height, outputs[0]), adaptiveWindows(width, outputs[1])];
  return {
    cells: withWholeMeans(drawn, rows, columns, () => (level === 1 ? random.integer(0, 4) : random.integer(-4, 0))),
    outputs,
  };
}
