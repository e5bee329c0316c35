import { equalities, evaluate, plainMath } from './equalities.ts';
import type { Block } from './lesson-text.ts';

/** `2,400`, or four digits and more without a comma; not a year, a decimal or a Chinese "6000万". */
const LARGE = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d{4,})(?![\d.]*\d|[万亿])/g;
const SHAPE = /(?<![\d.,])\d[\d,]*(?: ?× ?\d[\d,]*)+/g;
const ARROW = /(\d[\d,]*) ?→ ?(\d[\d,]*)/g;

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
/** One digit and zeros: chosen, not computed. */
const isRound = (value: number): boolean => /^\d0+$/.test(`${value}`);

/** In formulas `\;` parts numbers. */
const textsOf = ({ text, formulas }: Block): string[] => [
  text,
  ...formulas.map((tex) => plainMath(tex.replaceAll(/\\[,;: ]/g, ' '))),
];

/** All numbers that some texts account for: sides of true equalities, and what the shapes in them count. */
export function accountedFor(blocks: readonly Block[]): ReadonlySet<number> {
  const texts = blocks.flatMap(textsOf);
  const sides = texts.flatMap(equalities).flatMap(({ left, right, holds }) => (holds ? [left, right] : []));
  const shapes = texts.flatMap((text) => [...text.matchAll(SHAPE)].map(([shape]) => shape.split('×').map(numberOf)));
  const dense = texts.flatMap((text) => [...text.matchAll(ARROW)].map((match) => match.slice(1).map(numberOf)));
  return new Set([...sides, ...shapes.flatMap((shape) => countsOf(shape, shapes)), ...dense.flatMap(denseCounts)]);
}

/** What a shape counts: its values; as a bank of kernels its parameters, and the multiply-adds on the maps beside it. */
function countsOf(shape: readonly number[], others: readonly (readonly number[])[]): number[] {
  const values = shape.reduce((product, size) => product * size, 1);
  const [kernels = 0] = shape;
  if (shape.length !== 4) return [values];
  const maps = others.filter(([channels, , , ...more]) => channels === kernels && more.length === 0);
  const macs = maps.map(([, rows = 0, columns = 0]) => values * rows * columns);
  return [values, values + kernels, ...macs];
}

const denseCounts = ([inputs = 0, outputs = 0]: readonly number[]): number[] => [
  inputs * outputs,
  inputs * outputs + outputs,
];

/** The large numbers of a text that nothing accounts for. */
export function strayNumbers(block: Block, known: readonly ReadonlySet<number>[]): string[] {
  return textsOf(block)
    .flatMap((text) => text.match(LARGE) ?? [])
    .filter((written) => {
      const value = evaluate(written) ?? numberOf(written);
      return !isYear(written) && !isRound(value) && !known.some((numbers) => numbers.has(value));
    });
}

/** Large numbers of running text that lack the comma at their thousands. */
export const withoutComma = ({ text }: Block): string[] =>
  (text.match(LARGE) ?? []).filter((written) => !written.includes(',') && !isYear(written));
