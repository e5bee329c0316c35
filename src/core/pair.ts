import { isWhole } from './check.ts';
import { wrong } from './tensor.ts';

/** Rows, then columns. */
export type Pair = readonly [rows: number, columns: number];

/** One number for both directions, or `[rows, columns]`. */
export type PairOption = number | Pair;

/** Both numbers of an option that has been checked, or that core has made. */
export const bothOf = (option: PairOption): Pair => (typeof option === 'number' ? [option, option] : option);

/** The shortest option for these numbers. */
export const pairOption = ([rows, columns]: Pair): PairOption => (rows === columns ? rows : [rows, columns]);

/** `3×2`, as the errors write it. */
export const pairText = (pair: Pair): string => `${pair[0]}×${pair[1]}`;

/** Both numbers of an option, or `undefined` unless they are whole and at least `minimum`. */
export function readPair(option: PairOption, minimum: number): Pair | undefined {
  const pair = bothOf(option);
  const valid = Array.isArray(pair) && pair.length === 2 && pair.every((value) => isWhole(value, minimum));
  return valid ? pair : undefined;
}

/** Both numbers of an option. @throws RangeError unless they are whole and at least `minimum`. */
export function toPair(argument: string, option: PairOption, minimum: number): Pair {
  const pair = readPair(option, minimum);
  if (pair) return pair;
  throw wrong(argument, JSON.stringify(option), `a whole number from ${minimum}, or [rows, columns] of such numbers`);
}
