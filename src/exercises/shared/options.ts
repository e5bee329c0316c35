import type { Label, NumberPart, Option } from '../kit/definition.ts';
import { format } from '../kit/text.ts';

/** The id of the option that says that there is no such number. */
export const none = 'none';

/** Numbers to choose from, each once and in order, and that there is none. */
export const numbersOrNone = (numbers: readonly number[]): Option[] => [
  ...[...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .map((value) => ({ id: String(value), label: { en: format(value), zh: format(value) } })),
  { id: none, label: { en: 'none', zh: '没有' } },
];

/** A number as the id of its option; `none` where there is none. */
export const optionOf = (value: number | undefined): string => (value === undefined ? none : String(value));

/** The whole numbers from `low` to `high`, both included. */
export const range = (low: number, high: number): number[] =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);

/** A part that asks for a whole number of what comes out. */
export const numberPart = (id: string, label: Label): NumberPart => ({
  id,
  kind: 'number',
  entry: 'integer',
  role: 'output',
  label,
});
