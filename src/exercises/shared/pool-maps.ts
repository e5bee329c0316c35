import { poolWindows } from '../../core/index.ts';
import type { Answer, Level, Values, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { cutTo, drawMatrix, matrix } from './maps.ts';
import {
  maxWorking,
  meanOf,
  meanWorking,
  type Pooling,
  poolSizeWorking,
  windowsOf,
  windowValues,
  withWholeMeans,
} from './pooling.ts';

/** What a pooling makes of the numbers of one window. */
interface Makes {
  max(values: readonly number[]): number;
  average(values: readonly number[], counted: number): string;
}

/** What a pooling does make of them. */
export const poolMakes: Makes = { max: (values) => Math.max(...values), average: meanOf };

/** The windows of a pooling, row by row: what they cover, what their mean divides by, and where they lie. */
export const windowsIn = (pooling: Pooling) =>
  windowsOf(pooling, 0).map((row, r) =>
    windowsOf(pooling, 1).map((column, c) => ({
      values: windowValues(pooling.input, row, column),
      counted: row.counted * column.counted,
      lies: { row: r * pooling.stride - pooling.padding, column: c * pooling.stride - pooling.padding },
    })),
  );

/** The rows and columns of the true output. */
export const sizesOf = (problem: Pooling): [number, number] => [
  windowsOf(problem, 0).length,
  windowsOf(problem, 1).length,
];

/** What is answered to the size and the two maps by who pools in this way; the maps are cut to the fields that there are. */
export function poolAnswer(pooling: Pooling, problem: Pooling, makes: Makes = poolMakes): Answer {
  const [rows, columns] = sizesOf(problem);
  const windows = windowsIn(pooling);
  const averages = windows.map((line) => line.map(({ values, counted }) => makes.average(values, counted)));
  const averageFields: Values = Array.from(
    { length: rows * columns },
    (_, index) => averages[Math.floor(index / columns)]?.[index % columns],
  );
  return {
    shape: [windows.length, windows[0]?.length],
    max: cutTo(
      windows.map((line) => line.map(({ values }) => makes.max(values))),
      rows,
      columns,
    ),
    average: averageFields,
  };
}

/** The calculation of one field under this pooling. */
export function poolWorking(pooling: Pooling, problem: Pooling, part: string, index: number): Working | undefined {
  if (part === 'shape') return poolSizeWorking(pooling, index === 0 ? 0 : 1);
  const columns = sizesOf(problem)[1];
  const window = windowsIn(pooling)[Math.floor(index / columns)]?.[index % columns];
  if (window === undefined) return undefined;
  const { values, counted, lies } = window;
  const working = part === 'max' ? maxWorking(values) : meanWorking(values, counted);
  return { ...working, windows: [{ grid: 'input', ...lies, rows: pooling.window, columns: pooling.window }] };
}

/** A map whose means come out whole. At level 3 the first window holds negative numbers only: there the padding is no maximum. */
export function drawPooling(random: Random, level: Level): Pooling {
  const setting =
    level === 1
      ? { window: 2, stride: 2, padding: 0, countsPadding: true }
      : { window: 3, stride: 2, padding: level === 2 ? 0 : 1, countsPadding: level === 2 || random.chance() };
  const rows = level === 2 ? 5 : 4;
  const columns = random.pick({ 1: [4, 6], 2: [5, 7], 3: [4, 5] }[level]);
  const isCold = (row: number, column: number) => level === 3 && row < 2 && column < 2;
  const mild = drawMatrix(random, rows, columns, level === 1 ? 0 : -3, level === 1 ? 7 : 5);
  const cold = drawMatrix(random, rows, columns, -5, -1);
  const drawn = matrix(rows, columns, (row, column) => (isCold(row, column) ? cold : mild)[row]?.[column] ?? 0);
  const along = (size: number) => poolWindows({ ...setting, input: size }, setting.countsPadding);
  const input = withWholeMeans(drawn, along(rows), along(columns), (row, column) => {
    if (isCold(row, column)) return setting.countsPadding ? -9 : -5;
    return level === 1 ? random.integer(0, 4) : -3;
  });
  return { input, ...setting };
}
