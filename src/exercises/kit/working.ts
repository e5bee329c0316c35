import type { Window, Working } from './definition.ts';
import { factor, format, input, kernel, product, type Text } from './text.ts';

/** A later term of a sum with its sign before it: `+ 3`, `− 3`. */
export const term = (value: number, places?: number): string =>
  value < 0 ? `− ${format(-value, places)}` : `+ ${format(value, places)}`;

/** The pieces of a sum of numbers: `2`, `+ 0`, `− 1`. */
export const sumPieces = (values: readonly number[]): string[] =>
  values.map((value, index) => (index === 0 ? format(value) : term(value)));

/** A product of an input and a weight, each in its hue: 2 × (−1). */
export const productText = (value: number, weight: number): Text =>
  `${input(factor(value))} × ${kernel(factor(weight))}`;

/** The pieces of a sum of products, written out: `2 × 1`, `+ 0 × (−1)`. */
export const productPieces = (pairs: readonly (readonly [number, number])[]): Text[] =>
  pairs.map(([value, weight], index) => `${index === 0 ? '' : '+ '}${productText(value, weight)}`);

/**
 * The calculation of a sum of products: the products written out, then their values, then the sum.
 * Each pair is an input and its weight; `extra` are terms that are added as they are, such as a bias.
 */
export function sumOfProducts(
  pairs: readonly (readonly [number, number])[],
  extra: readonly number[] = [],
  windows?: readonly Window[],
): Working {
  const products = pairs.map(([value, weight]) => value * weight);
  const terms = [...products, ...extra];
  const lines = [
    [...productPieces(pairs), ...extra.map((value) => kernel(term(value)))],
    sumPieces(terms).map((piece) => product(piece)),
    [format(terms.reduce((sum, value) => sum + value, 0))],
  ];
  return windows === undefined ? { lines } : { lines, windows };
}

/** One line of a calculation as marked text. */
export const lineText = (working: Working, line: number): Text => (working.lines[line] ?? []).join(' ');

/** The whole calculation in one line: 2 × 1 + 0 × 2 = 2 + 0 = 2. A line that brings its own sign (`≈ 0.090`) keeps it. */
export const workingText = (working: Working): Text =>
  working.lines.map((pieces, line) => `${line === 0 || isRounded(pieces) ? '' : '= '}${pieces.join(' ')}`).join(' ');

/** Whether a line is the one before, rounded: it brings its own sign. */
const isRounded = ([first = '']: readonly Text[]): boolean => first.startsWith('≈');

/** A piece of a line, and whether it differs from the other calculation. */
export interface ComparedPiece {
  readonly text: Text;
  readonly differs: boolean;
}

/**
 * The lines of a calculation, with the pieces marked that another one lacks (the longest common subsequence stays).
 * A rounded result stands in the line of what it is rounded from: the lines that remain are equal.
 */
export function compareWorkings(working: Working, other: Working | undefined): ComparedPiece[][] {
  const compared: ComparedPiece[][] = [];
  for (const [index, line] of working.lines.entries()) {
    const otherLine = other?.lines[index];
    const common = otherLine === undefined ? undefined : commonPieces(line, otherLine);
    const pieces = line.map((text, piece) => ({ text, differs: common !== undefined && !common.has(piece) }));
    if (isRounded(line)) compared.at(-1)?.push(...pieces);
    else compared.push(pieces);
  }
  return compared;
}

/** Which places of `line` belong to the longest subsequence that it shares with `other`. */
function commonPieces(line: readonly string[], other: readonly string[]): Set<number> {
  const lengths: number[][] = Array.from({ length: line.length + 1 }, () => Array(other.length + 1).fill(0));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = line.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const best = line[i] === other[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
      lengths[i]?.splice(j, 1, best);
    }
  }
  const common = new Set<number>();
  for (let i = 0, j = 0; i < line.length && j < other.length; ) {
    if (line[i] === other[j]) {
      common.add(i);
      i += 1;
      j += 1;
    } else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}
