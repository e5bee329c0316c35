import { sizeOf } from '../../core/index.ts';
import type { Label, NumberPart, Working } from '../kit/definition.ts';
import { format, type Text } from '../kit/text.ts';
import { sumPieces } from '../kit/working.ts';

/** A count with the calculation that leads to it. */
export interface Count extends Working {
  readonly value: number;
}

/** A product of whole numbers: 3 × 4 × 5 = 3 × 20 = 60. */
export function productOf(factors: readonly number[]): Count {
  const value = sizeOf(factors);
  const [first = 1, ...others] = factors;
  const whole = factors.map((factor, index) => (index === 0 ? format(factor) : `× ${format(factor)}`));
  const middle = [format(first), `× ${format(sizeOf(others))}`];
  const lines = [whole, middle, [format(value)]];
  return { value, lines: factors.length > 2 ? lines : lines.slice(-factors.length).with(0, whole) };
}

/** A sum of whole numbers: 200 + 10 = 210. */
export function sumOf(terms: readonly number[]): Count {
  const value = terms.reduce((sum, term) => sum + term, 0);
  return { value, lines: [sumPieces(terms), [format(value)]] };
}

/** A shape as it is printed: `3 × 28 × 28`, in Chinese without blanks. */
export const shapeIn = (sizes: readonly number[]): { readonly en: Text; readonly zh: Text } => ({
  en: sizes.map((size) => format(size)).join(' × '),
  zh: sizes.map((size) => format(size)).join('×'),
});

/** A part that asks for a count of weights, biases or parameters. */
export const countPart = (id: string, label: Label): NumberPart => ({
  id,
  kind: 'number',
  entry: 'integer',
  role: 'kernel',
  label,
});
