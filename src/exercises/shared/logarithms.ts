import type { Misconception, TableBlock } from '../kit/definition.ts';
import { format, type Text, variable } from '../kit/text.ts';

/** The decimals of the printed logarithms: enough for answers to three places, see `isSure`. */
const tablePlaces = 4;

/** A way to take a logarithm: exactly, or from the printed table. */
export type Logarithm = (value: number) => number;

/** The natural logarithm as the table prints it. */
export const printedLog: Logarithm = (value) => Number(Math.log(value).toFixed(tablePlaces));

/** A printed logarithm as text. */
export const logText = (value: number): string => format(printedLog(value), tablePlaces);

/** The printed table of natural logarithms, each once, in order. */
export const logarithmTable = (values: readonly number[]): TableBlock => ({
  kind: 'table',
  label: { en: 'Natural logarithms', zh: '自然对数' },
  heads: [
    { en: variable('x'), zh: variable('x') },
    { en: `ln ${variable('x')}`, zh: `ln ${variable('x')}` },
  ],
  rows: [...new Set(values)].sort((a, b) => a - b).map((value) => [value, logText(value)] satisfies [number, Text]),
});

/** A result of which the table must leave no doubt: worked out exactly, and from printed numbers. */
export type Outcome = (ln: Logarithm) => number;

/** Whether the printed table gives the same last place for every result, none of them near the middle between two. */
export const isSure = (outcomes: readonly Outcome[], places: number): boolean =>
  outcomes.every((outcome) => {
    const exact = outcome(Math.log);
    const past = (Math.abs(exact) * 10 ** places) % 1;
    return Math.abs(past - 0.5) > 0.05 && exact.toFixed(places) === outcome(printedLog).toFixed(places);
  });

/** A result to so many places, with ≈ before it unless it is exact. */
export function rounded(value: number, places: number): string {
  const text = format(value, places);
  return Math.abs(Number(value.toFixed(places)) - value) < 1e-9 ? text : `≈ ${text}`;
}

/** What is said to a learner who took the logarithm to base 10. */
export const baseTenWords: Misconception['words'] = {
  en: {
    head: 'The logarithm to base 10 was taken.',
    text: () => 'The loss uses the natural logarithm, to base e. It is the one in the table.',
  },
  zh: { head: '用了以10为底的对数。', text: () => '损失用自然对数，以e为底，表里给的就是。' },
};
