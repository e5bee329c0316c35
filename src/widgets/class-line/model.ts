import { choice, decimal, flag, integer, list, record, type StateOf } from '../../state/fields.ts';
import { formatNumber } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { type Place, roomiest } from './geometry.ts';
import { type Kind, kinds, type Method, oneNumber, oneScoreEach, SIZE, sameRegions } from './methods.ts';

/** At most so many points. */
export const MOST = 24;

const point = record({
  x: decimal({ initial: 0, min: 0, max: SIZE }),
  y: decimal({ initial: 0, min: 0, max: SIZE }),
  kind: integer({ initial: 0, min: 0, max: kinds.length - 1 }),
});

/** Five fruits of each kind: width and length in centimetres. */
const FRUITS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [1.2, 1.9],
    [2.2, 1.2],
    [2.9, 2.2],
    [1.6, 3],
    [2.1, 2.1],
  ],
  [
    [4.2, 4.3],
    [5.6, 4.1],
    [5, 5.1],
    [4.1, 5.6],
    [6, 5.5],
  ],
  [
    [7.3, 7],
    [8.6, 7.2],
    [8, 8.1],
    [7.1, 8.6],
    [9, 8.7],
  ],
];

export const fields = {
  points: list(point, {
    initial: FRUITS.flatMap((places, kind) => places.map(([x, y]) => ({ x, y, kind }))),
    minLength: 1,
    maxLength: MOST,
  }),
  /** The class numbers of cherry, plum and apple, in this order. */
  numbers: choice(['012', '021', '102', '120', '201', '210']),
  /** Which point is chosen, from 0; the last one where there are fewer. */
  chosen: integer({ initial: 7, min: 0, max: MOST - 1 }),
  /** Shows how the chosen point is worked out. */
  sums: flag(),
};
export type State = StateOf<typeof fields>;
export type Point = State['points'][number];

export interface Derived {
  readonly points: readonly Point[];
  /** The class number of each kind. */
  readonly numbers: readonly number[];
  readonly chosen: number;
  readonly line: Method;
  readonly scores: Method;
  /** The same with the numbers 0, 1, 2, where others are set. */
  readonly before: { readonly line: Method; readonly scores: Method } | undefined;
  /** Whether the numbers that are set have moved a boundary of the one number. */
  readonly moved: boolean;
  /** Where a new point has most room. */
  readonly free: Place;
}

const numbersOf = (setting: State['numbers']): number[] => [...setting].map(Number);

/** The setting after a kind is given a number: the kind that had it gets the other's. */
export function renumbered(setting: State['numbers'], kind: number, number: number): State['numbers'] {
  const numbers = numbersOf(setting);
  const text = numbers.map((old, index) => (index === kind ? number : old === number ? numbers[kind] : old)).join('');
  return fields.numbers.options.find((option) => option === text) ?? setting;
}

export function derive({ points, numbers: setting, chosen }: State): Derived {
  const fit = (numbers: readonly number[]) => ({
    line: oneNumber(points, numbers),
    scores: oneScoreEach(points, numbers),
  });
  const numbers = numbersOf(setting);
  const now = fit(numbers);
  const { initial } = fields.numbers;
  const before = setting === initial ? undefined : fit(numbersOf(initial));
  return {
    points,
    numbers,
    chosen: Math.min(chosen, points.length - 1),
    ...now,
    before,
    moved: before !== undefined && !sameRegions(before.line, now.line),
    free: roomiest(SIZE, [], points, 0) ?? { x: SIZE / 2, y: SIZE / 2 },
  };
}

/** The points with one of them changed. */
export const withPoint = ({ points, chosen }: Derived, patch: Partial<Point>): Point[] =>
  points.map((one, index) => (index === chosen ? { ...one, ...patch } : one));

/** The points with one more, of the kind of the chosen one, which is chosen then; nothing where there are enough. */
export const withOneMore = ({ points, chosen }: Derived, { x, y }: Place): Partial<State> =>
  points.length < MOST ? { points: [...points, { x, y, kind: points[chosen]?.kind ?? 0 }], chosen: points.length } : {};

/** The points without the chosen one; the last one stays. */
export const withoutChosen = ({ points, chosen }: Derived): Partial<State> =>
  points.length > 1 ? { points: points.filter((_, index) => index !== chosen) } : {};

export type Words = Readonly<
  Record<Kind | 'describe' | 'numbers' | 'counts' | 'start' | 'moved' | 'stayed' | 'chosenPoint', string>
>;

/** What the numbers that are set have done, in a sentence or two. */
export function finding({ before, moved, line }: Derived, words: Words): string {
  if (!before) return words.start;
  return fill(moved ? words.moved : words.stayed, { wrong: line.wrong, before: before.line.wrong });
}

/** The chosen point: its kind, width and length. */
export function chosenPoint({ points, chosen }: Derived, words: Words): string {
  const { x, y, kind } = points[chosen] ?? point.initial;
  return fill(words.chosenPoint, {
    name: words[kinds[kind] ?? 'cherry'],
    width: formatNumber(x),
    length: formatNumber(y),
  });
}

/** The numbers, how many points each method gets wrong, what follows, and the chosen point. */
export function describe(derived: Derived, words: Words): string {
  const { numbers, line, scores, points } = derived;
  const [cherry = 0, plum = 0, apple = 0] = numbers;
  return fill(words.describe, {
    numbers: fill(words.numbers, { cherry, plum, apple }),
    counts: fill(words.counts, { line: line.wrong, scores: scores.wrong, count: points.length }),
    finding: finding(derived, words),
    point: chosenPoint(derived, words),
  });
}
