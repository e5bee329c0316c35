import { argmax, type Fit, leastSquares, linear, softmaxRegression, type Tensor, tensor } from '../../core/index.ts';
import { type Affine, chord, clip, minus, type Place, roomiest, valueAt } from './geometry.ts';

/** Kinds of fruit. A point's kind is its place in this list; the class number of a kind is another matter. */
export const kinds = ['cherry', 'plum', 'apple'] as const;
export type Kind = (typeof kinds)[number];

/** Width and length go from 0 to this many centimetres. */
export const SIZE = 10;

/** A fruit of a known kind on the plane of width (x) and length (y). */
export interface Fruit extends Place {
  readonly kind: number;
}

/** The part of the plane that one kind gets; no corners where it gets none. */
export interface Region {
  readonly kind: number;
  readonly corners: readonly Place[];
  /** Where its name has room. */
  readonly label: Place | undefined;
}

/** One of the two methods, fitted. */
export interface Method {
  /** The fitted functions of width and length: one number, or one score for each kind. */
  readonly functions: readonly Affine[];
  readonly regions: readonly Region[];
  /** The lines between regions, each as its two ends. */
  readonly boundaries: readonly (readonly Place[])[];
  /** The kind that each point is taken for. */
  readonly guesses: readonly number[];
  readonly wrong: number;
}

/** Weight decay of the scores: small, so that clearly parted kinds stay so. */
const DECAY = 0.001;
/** A name needs so much room, in centimetres of the plane. */
const ROOM = 0.45;

const NOTHING: Affine = { a: 0, b: 0, c: 0 };
const SQUARE: readonly Place[] = [
  { x: 0, y: 0 },
  { x: SIZE, y: 0 },
  { x: SIZE, y: SIZE },
  { x: 0, y: SIZE },
];

const inputsOf = (points: readonly Fruit[]): Tensor =>
  tensor(
    [points.length, 2],
    points.flatMap(({ x, y }) => [x, y]),
  );

const targetsOf = (points: readonly Fruit[], numbers: readonly number[]): number[] =>
  points.map(({ kind }) => numbers[kind] ?? 0);

const functionsOf = ({ weight, bias }: Fit): Affine[] =>
  [...bias.data].map((c, row) => ({ a: weight.data[2 * row] ?? 0, b: weight.data[2 * row + 1] ?? 0, c }));

/** The steps of training end somewhere within a millionth: what is the same must come out the same. */
const settled = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Regression: one number, fitted to the class number of each kind; the kind with the nearest number is the guess. */
export function oneNumber(points: readonly Fruit[], numbers: readonly number[]): Method {
  const inputs = inputsOf(points);
  const fit = leastSquares(inputs, tensor([points.length], targetsOf(points, numbers)));
  const [value = NOTHING] = functionsOf(fit);
  const last = kinds.length - 1;
  const above = (limit: number): Affine => ({ ...value, c: value.c - limit });
  const below = (limit: number): Affine => minus(NOTHING, above(limit));
  const guesses = [...linear(inputs, fit.weight, fit.bias).data].map((number) =>
    numbers.indexOf(Math.min(last, Math.max(0, Math.round(number)))),
  );
  return fitted(points, {
    functions: [value],
    guesses,
    linesOf(kind) {
      const number = numbers[kind] ?? 0;
      return [...(number > 0 ? [above(number - 0.5)] : []), ...(number < last ? [below(number + 0.5)] : [])];
    },
    boundaries: Array.from({ length: last }, (_, number) => chord(SQUARE, above(number + 0.5))),
  });
}

/** Softmax regression on the class numbers: one score for each; the kind with the largest score is the guess. */
export function oneScoreEach(points: readonly Fruit[], numbers: readonly number[]): Method {
  const inputs = inputsOf(points);
  const fit = softmaxRegression(inputs, targetsOf(points, numbers), { classes: kinds.length, decay: DECAY });
  const byNumber = functionsOf(fit).map(({ a, b, c }) => ({ a: settled(a), b: settled(b), c: settled(c) }));
  const functions = numbers.map((number) => byNumber[number] ?? NOTHING);
  // Where two kinds have the same score everywhere, the first of them gets the plane, whatever its number.
  const lead = (kind: number, other: number) => {
    const ahead = minus(functions[kind] ?? NOTHING, functions[other] ?? NOTHING);
    return ahead.a === 0 && ahead.b === 0 && ahead.c === 0 && other < kind ? { ...NOTHING, c: -1 } : ahead;
  };
  const others = (...not: number[]) => [...kinds.keys()].filter((kind) => !not.includes(kind));
  const between = (kind: number, other: number) => {
    const ahead = others(kind, other).reduce((part, third) => clip(part, lead(kind, third)), SQUARE);
    return chord(ahead, lead(kind, other));
  };
  return fitted(points, {
    functions,
    guesses: points.map((point) => argmax(functions.map((score) => valueAt(score, point)))),
    linesOf: (kind) => others(kind).map((other) => lead(kind, other)),
    boundaries: others().flatMap((kind) =>
      others(kind)
        .filter((other) => other > kind)
        .map((other) => between(kind, other)),
    ),
  });
}

function fitted(
  points: readonly Fruit[],
  parts: Pick<Method, 'functions' | 'guesses' | 'boundaries'> & { linesOf(kind: number): readonly Affine[] },
): Method {
  const { functions, guesses, boundaries, linesOf } = parts;
  const regions = [...kinds.keys()].map((kind) => {
    const corners = linesOf(kind).reduce(clip, SQUARE);
    const room = (avoided: readonly Place[]) => roomiest(SIZE, linesOf(kind), avoided, ROOM);
    return { kind, corners, label: corners.length > 0 ? (room(points) ?? room([])) : undefined };
  });
  return {
    functions,
    regions,
    boundaries: boundaries.filter((ends) => ends.length > 0),
    guesses,
    wrong: guesses.filter((guess, index) => guess !== points[index]?.kind).length,
  };
}

/** A hundredth of a millimetre on the plane. */
const NEAR = 1e-3;

/** Whether two fits give every kind the same part of the plane. */
export const sameRegions = (one: Method, other: Method): boolean => {
  const has = (all: readonly Place[], place: Place) =>
    all.some(({ x, y }) => Math.abs(x - place.x) < NEAR && Math.abs(y - place.y) < NEAR);
  return one.regions.every(({ corners }, index) => {
    const others = other.regions[index]?.corners ?? [];
    return corners.every((place) => has(others, place)) && others.every((place) => has(corners, place));
  });
};
