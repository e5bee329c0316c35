import { fromRows, relu, reluDerivative, sigmoid, sigmoidDerivative, tanh, tanhDerivative } from '../../core/index.ts';
import type { Block, Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format, input, type Text, variable } from '../kit/text.ts';
import { power, printed } from './exponentials.ts';

type Name = 'sigmoid' | 'tanh' | 'relu';

export interface Point {
  readonly of: Name;
  readonly x: number;
  /** The value there where it is exact, and `x` is rounded; else it comes from `x`. */
  readonly value?: number;
}

export interface PointTable {
  readonly points: readonly Point[];
  /** What the table says of each point: its exact value, its rounded value, or only the exponentials that make it. */
  readonly table: 'exact' | 'values' | 'exponentials';
}

/** What the site's own functions give at a point, and their slopes there. */
const functions = { sigmoid, tanh, relu } as const;
const derivatives = { sigmoid: sigmoidDerivative, tanh: tanhDerivative, relu: reluDerivative } as const;
/** The names of the functions as they are written. */
export const titles = { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' } as const;

/** The value of the function at a point. */
export const valueAt = ({ of, x, value }: Point): number => value ?? functions[of](fromRows([x])).data[0] ?? 0;

/** The slope, from the exact value where there is one. */
export function slopeAt(point: Point): number {
  const { of, x, value } = point;
  if (value === undefined) return derivatives[of](fromRows([x])).data[0] ?? 0;
  return of === 'sigmoid' ? value * (1 - value) : 1 - value * value;
}

/** The decimals of the answers, and of the values from which they are worked out. */
export const placesOf = ({ table }: PointTable): number => (table === 'exact' ? 2 : 3);
const valuePlaces = 4;

/** A value as the table has it, or as it is worked out from the exponentials. */
function shownValue({ table }: PointTable, { of, x, value }: Point): number {
  if (value !== undefined || of === 'relu') return value ?? Math.max(0, x);
  if (table === 'values') return Number(valueAt({ of, x }).toFixed(valuePlaces));
  const [up, down] = [printed(x), printed(-x)];
  return Number((of === 'sigmoid' ? 1 / (1 + down) : (up - down) / (up + down)).toFixed(valuePlaces));
}

export const valueText = (problem: PointTable, point: Point): string =>
  format(shownValue(problem, point), point.of === 'relu' || problem.table === 'exact' ? undefined : valuePlaces);

export const xText = ({ x, value }: Point): Text => `${variable('x')} ${value === undefined ? '=' : '≈'} ${format(x)}`;

/** A first line of a calculation, and then its result: as such, or rounded. */
export const toResult = (problem: PointTable, pieces: readonly Text[], result: number): Working => ({
  lines: [pieces, [`${problem.table === 'exact' ? '' : '≈ '}${format(result, placesOf(problem))}`]],
});

/** The value as a factor, in its hue. */
export const valueFactor = (problem: PointTable, point: Point): Text => {
  const text = valueText(problem, point);
  return input(text.startsWith('−') ? `(${text})` : text);
};

/** s × (1 − s) for the sigmoid, 1 − t × t for tanh. */
export function curvePieces(problem: PointTable, point: Point, form: 'sigmoid' | 'tanh'): Text[] {
  const value = valueFactor(problem, point);
  return form === 'sigmoid' ? [value, `× (1 − ${value})`] : ['1', `− ${value} × ${value}`];
}

export const trueWorking = (problem: PointTable, point: Point): Working | undefined =>
  point.of === 'relu' ? undefined : toResult(problem, curvePieces(problem, point, point.of), slopeAt(point));

/** The definitions of the three functions. */
export const formulas: Block = {
  kind: 'values',
  items: [
    { label: { en: `sigmoid(${variable('x')})`, zh: `sigmoid(${variable('x')})` }, value: `1 / (1 + ${power('−x')})` },
    {
      label: { en: `tanh(${variable('x')})`, zh: `tanh(${variable('x')})` },
      value: `(${power('x')} − ${power('−x')}) / (${power('x')} + ${power('−x')})`,
    },
    { label: { en: `ReLU(${variable('x')})`, zh: `ReLU(${variable('x')})` }, value: `max(0, ${variable('x')})` },
  ],
};

/** How the values come from the exponentials; nothing where they are given. */
export const valueSteps = (problem: PointTable): Text[] =>
  problem.table !== 'exponentials'
    ? []
    : problem.points.flatMap((point) => {
        if (point.of === 'relu') return [];
        const [up, down] = [point.x, -point.x].map((x) => format(printed(x), 4));
        const made = point.of === 'sigmoid' ? `1 / (1 + ${down})` : `(${up} − ${down}) / (${up} + ${down})`;
        return [`${titles[point.of]}(${format(point.x)}) = ${made} ≈ ${input(valueText(problem, point))}`];
      });

/** Whether no rounding on the way, of the value or of what is made of it, reaches the last place asked for. */
export function isClear(problem: PointTable, point: Point): boolean {
  if (point.of === 'relu' || point.value !== undefined) return true;
  const [exact, read] = [valueAt(point), shownValue(problem, point)];
  const made = (v: number): number[] => [v, 1 - v, v * (1 - v), 1 - v * v];
  return made(exact).every((value, index) => {
    const past = Math.abs(value * 1000) % 1;
    return Math.abs(past - 0.5) > 0.1 && value.toFixed(3) === made(read)[index]?.toFixed(3);
  });
}

/** Points with values of one decimal: a slope from them needs no rounding. */
function drawExact(random: Random): readonly Point[] {
  const s = random.pick([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
  const t = random.pick([-0.9, -0.8, -0.6, -0.5, -0.4, -0.2, 0.2, 0.4, 0.5, 0.6, 0.8, 0.9]);
  const rounded = (x: number): number => Number(x.toFixed(2)) + 0;
  return [
    { of: 'sigmoid', x: rounded(Math.log(s / (1 - s))), value: s },
    { of: 'tanh', x: rounded(Math.log((1 + t) / (1 - t)) / 2), value: t },
    { of: 'relu', x: random.pick([-3, -2, -1, 1, 2, 3, 4]) },
  ];
}

/** One point of each function; at level 2 two of the sigmoid. */
export function drawPoints(random: Random, level: Level): PointTable {
  if (level === 1) return { points: drawExact(random), table: 'exact' };
  const halves = [-4, -3, -2.5, -2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2, 2.5, 3, 4];
  const [first = 1, second = 2] = random.shuffle(halves);
  const small = random.pick(halves.filter((x) => Math.abs(x) <= 2));
  const points: Point[] = [
    { of: 'sigmoid', x: first },
    { of: 'tanh', x: small },
    { of: 'relu', x: random.pick([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]) },
  ];
  if (level === 3) return { points, table: 'exponentials' };
  return { points: [...points.slice(0, 1), { of: 'sigmoid', x: second }, ...points.slice(1)], table: 'values' };
}
