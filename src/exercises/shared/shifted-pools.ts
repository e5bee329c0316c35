import type { Answer, Label, Level, Matrix } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, input } from '../kit/text.ts';
import { drawMatrix, matrix } from './maps.ts';
import { averageMap, maxMap, total, windowsOf, windowValues } from './pooling.ts';

/** A map that moves one square to the right: a column enters on the left, the last one leaves. */
export interface PoolShift {
  readonly map: Matrix;
  readonly entering: readonly number[];
  readonly window: number;
  readonly stride: number;
  /** Whether average pooling is asked about too. */
  readonly withAverage: boolean;
}

/** The poolings that are asked about. */
export type Kind = 'max' | 'average';

/** The poolings of this problem, in the order in which they are asked about. */
export const kindsOf = ({ withAverage }: PoolShift): readonly Kind[] => (withAverage ? ['max', 'average'] : ['max']);

/** The map after the move. */
export const moved = ({ map, entering }: PoolShift): Matrix =>
  map.map((row, index) => [entering[index] ?? 0, ...row.slice(0, -1)]);

const pooling = ({ window, stride }: PoolShift, cells: Matrix) =>
  ({ input: cells, window, stride, padding: 0, countsPadding: true }) as const;

/** The outputs of a pooling, by the site's own. */
const pooledMap = (problem: PoolShift, cells: Matrix, kind: Kind): Matrix =>
  (kind === 'max' ? maxMap : averageMap)(pooling(problem, cells));

/** How many windows there are downwards and across. */
export const outputSize = (problem: PoolShift): readonly [rows: number, columns: number] => [
  windowsOf(pooling(problem, problem.map), 0).length,
  windowsOf(pooling(problem, problem.map), 1).length,
];

/** The numbers of one window, counted row by row. */
function valuesIn(problem: PoolShift, cells: Matrix, index: number): number[] {
  const columns = outputSize(problem)[1];
  const row = windowsOf(pooling(problem, cells), 0)[Math.floor(index / columns)];
  const column = windowsOf(pooling(problem, cells), 1)[index % columns];
  return row === undefined || column === undefined ? [] : windowValues(cells, row, column);
}

/** Which outputs are another number after the move. */
export function changes(problem: PoolShift, kind: Kind, after = moved(problem)): boolean[] {
  const [was, is] = [pooledMap(problem, problem.map, kind).flat(), pooledMap(problem, after, kind).flat()];
  return was.map((value, index) => value !== is[index]);
}

/** The answer that names outputs for each pooling. */
export const naming = (problem: PoolShift, change: (kind: Kind) => readonly boolean[]): Answer =>
  Object.fromEntries(kindsOf(problem).map((kind) => [kind, change(kind).map((changed) => (changed ? 'yes' : 'no'))]));

/** The name of an output; a single row needs no row number. */
export function outputName(problem: PoolShift, index: number): Label {
  const [rows, columns] = outputSize(problem);
  const [row, column] = [Math.floor(index / columns) + 1, (index % columns) + 1];
  return rows === 1
    ? { en: `output ${column}`, zh: `第${column}个输出` }
    : { en: `row ${row}, column ${column}`, zh: `第${row}行第${column}列` };
}

const kindNames: Readonly<Record<Kind, Label>> = {
  max: { en: 'max pooling', zh: '最大池化' },
  average: { en: 'average pooling', zh: '平均池化' },
};

const listed = (values: readonly number[], comma: string): string => values.map((value) => input(value)).join(comma);

/** What one window held and what it holds after the move, without a full stop. */
export function windowChange(problem: PoolShift, kind: Kind, index: number): Label {
  const [was, is] = [valuesIn(problem, problem.map, index), valuesIn(problem, moved(problem), index)];
  const name = outputName(problem, index);
  return {
    en: `In ${name.en} of ${kindNames[kind].en} the window held ${listed(was, ', ')} and now holds ${listed(is, ', ')}`,
    zh: `${kindNames[kind].zh}的${name.zh}，窗口里原来是${listed(was, '、')}，现在是${listed(is, '、')}`,
  };
}

/** What decides whether the output changes: the largest number of a window, or its sum. */
const measured = (values: readonly number[], kind: Kind): number =>
  kind === 'max' ? Math.max(...values) : total(values);

/** The same of all windows, in the form of the output. */
export function measures(problem: PoolShift, cells: Matrix, kind: Kind): Matrix {
  const [rows, columns] = outputSize(problem);
  return matrix(rows, columns, (row, column) => measured(valuesIn(problem, cells, row * columns + column), kind));
}

/** The change in one window, and whether its maximum or its sum is another number. */
export function windowStory(problem: PoolShift, kind: Kind, index: number): Label {
  const [was, is] = [problem.map, moved(problem)].map((cells) =>
    format(measured(valuesIn(problem, cells, index), kind)),
  );
  const change = windowChange(problem, kind, index);
  const what = kind === 'max' ? { en: 'largest', zh: '最大的' } : { en: 'sum', zh: '和' };
  return {
    en: `${change.en}: the ${what.en} ${was === is ? `is ${is} both times` : `was ${was} and is ${is}`}.`,
    zh: `${change.zh}：${what.zh}${was === is ? `前后都是${is}` : `从${was}变成了${is}`}。`,
  };
}

/** A map of which some outputs change and some stay, for each pooling that is asked about. */
export function drawShift(random: Random, level: Level): PoolShift {
  const [rows, columns] = ({ 1: [2, 8], 2: [4, 6], 3: [5, 7] } as const)[level];
  const high = level === 1 ? 9 : 3;
  return drawUntil(
    () => ({
      map: drawMatrix(random, rows, columns, 0, high),
      entering: drawMatrix(random, 1, rows, 0, high)[0] ?? [],
      window: level === 3 ? 3 : 2,
      stride: 2,
      withAverage: level > 1,
    }),
    (problem) => kindsOf(problem).every((kind) => new Set(changes(problem, kind)).size === 2),
  );
}

/** The map after a move to the left, the new column on the right. */
export const movedLeft = ({ map, entering }: PoolShift): Matrix =>
  map.map((row, index) => [...row.slice(1), entering[index] ?? 0]);

/** Of every window, the largest number before the move, of what enters it, and of what stays in it. */
export function largestOf(problem: PoolShift): { before: number; entering: number; staying: number }[] {
  const [rows, columns] = outputSize(problem);
  return Array.from({ length: rows * columns }, (_, index) => {
    const [top, left] = [Math.floor(index / columns) * problem.stride, (index % columns) * problem.stride];
    const lines = problem.map.slice(top, top + problem.window);
    const enters = lines.map((row, r) => row[left - 1] ?? problem.entering[top + r] ?? 0);
    const stays = lines.flatMap((row) => row.slice(left, left + problem.window - 1));
    return {
      before: Math.max(...valuesIn(problem, problem.map, index)),
      entering: Math.max(...enters),
      staying: Math.max(...stays),
    };
  });
}
