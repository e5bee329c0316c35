import { wrong } from './tensor.ts';

/** Rows, then columns. */
export type Pair = readonly [rows: number, columns: number];

/** One number for both directions, or `[rows, columns]`. */
export type PairOption = number | Pair;

/** Both numbers of an option that has been checked, or that core has made. */
export const bothOf = (option: PairOption): Pair => (typeof option === 'number' ? [option, option] : option);

/** `3×2`, as the errors write it. */
export const pairText = (pair: Pair): string => `${pair[0]}×${pair[1]}`;

/** Both numbers of an option, or `undefined` unless they are whole and at least `minimum`. */
export function readPair(option: PairOption, minimum: number): Pair | undefined {
  const pair = bothOf(option);
  const valid = pair.length === 2 && pair.every((value) => Number.isInteger(value) && value >= minimum);
  return valid ? pair : undefined;
}

/**
 * Both numbers of an option; an absent one is `fallback`.
 * @throws RangeError unless they are whole and at least `minimum`.
 */
export function toPair(argument: string, option: PairOption | undefined, fallback: PairOption, minimum: number): Pair {
  const given = option ?? fallback;
  const pair = readPair(given, minimum);
  if (!pair) {
    throw wrong(argument, JSON.stringify(given), `a whole number from ${minimum}, or [rows, columns] of such numbers`);
  }
  return pair;
}
