import { fromRows, windowTerms } from '../../core/index.ts';
import { integer, optional, type StateOf } from '../../state/fields.ts';
import { fill } from '../kit/fill.ts';
import type { Words } from './words.ts';

/** A tick and its tip: filled squares are 1, empty ones −1. */
const PICTURE = [
  [-1, -1, -1, -1, 1],
  [-1, -1, -1, -1, 1],
  [1, -1, -1, 1, -1],
  [-1, 1, -1, 1, -1],
  [-1, -1, 1, -1, -1],
];
const PATTERN = [
  [-1, -1, 1],
  [1, -1, 1],
  [-1, 1, -1],
];
/** Places across and down at which the pattern fits into the picture. */
const PLACES = PICTURE.length - PATTERN.length + 1;

export const fields = {
  /** Where the pattern's middle was put: 1 to 9, row by row. */
  place: optional(integer({ initial: 1, min: 1, max: PLACES * PLACES })),
};
export type State = StateOf<typeof fields>;

/** A square of the pattern: filled or not, and whether the picture differs from it there. */
export interface PatternSquare {
  readonly filled: boolean;
  readonly differs: boolean;
}

export interface Derived {
  readonly size: number;
  /** The picture's squares, row by row; `place` where the pattern's middle fits. */
  readonly picture: readonly { readonly filled: boolean; readonly place: number | undefined }[];
  readonly pattern: readonly PatternSquare[];
  /** What the chosen place gives; its row and column count from 0. */
  readonly found: Found | undefined;
}

export interface Found {
  readonly row: number;
  readonly column: number;
  readonly agree: number;
  readonly differ: number;
  /** The convolution's sum of products, which is agree − differ. */
  readonly sum: number;
  readonly whole: boolean;
}

export function derive({ place }: State): Derived {
  const inner = (index: number) => index >= 1 && index <= PLACES;
  const picture = PICTURE.flatMap((squares, row) =>
    squares.map((value, column) => ({
      filled: value === 1,
      place: inner(row) && inner(column) ? (row - 1) * PLACES + column : undefined,
    })),
  );
  const products = place === null ? undefined : productsAt(place);
  const pattern = PATTERN.flat().map((value, index) => ({
    filled: value === 1,
    differs: products?.products[index] === -1,
  }));
  if (!products) return { size: PICTURE.length, picture, pattern, found: undefined };
  const { row, column, sum } = products;
  const differ = pattern.filter((square) => square.differs).length;
  const agree = pattern.length - differ;
  return { size: PICTURE.length, picture, pattern, found: { row, column, agree, differ, sum, whole: differ === 0 } };
}

function productsAt(place: number) {
  const [row, column] = [Math.floor((place - 1) / PLACES), (place - 1) % PLACES];
  const { terms, value } = windowTerms(fromRows([PICTURE]), fromRows([[PATTERN]]), {}, { row, column });
  return { row, column, products: terms.map(({ product }) => product), sum: value };
}

/** A number with a true minus. */
const signed = (value: number) => (value < 0 ? `−${-value}` : String(value));

/** What the figure says in words; the same sentence stands below it. */
export function describe({ found }: Derived, words: Words): string {
  if (!found) return words.start;
  const { agree, differ, sum, whole } = found;
  return fill(whole ? words.whole : words.partly, { agree, differ, sum: signed(sum) });
}
