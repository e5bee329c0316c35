import { convolutionOutputSize } from '../../core/index.ts';
import { kernel } from '../kit/text.ts';
import { range } from './options.ts';

/** A kernel along one direction: its weights, and how far apart they lie. */
export interface Direction {
  readonly size: number;
  readonly dilation: number;
}

/** How much smaller than the input the output is without padding. */
export const lost = ({ size, dilation }: Direction): number => dilation * (size - 1);

/** The half of a count; `undefined` where it is not whole. */
export const half = (count: number): number | undefined => (count % 2 === 0 ? count / 2 : undefined);

/** The padding that makes the output as large as this input, by the site's own sizes; `undefined` where none does. */
export const samePadding = (input: number, { size, dilation }: Direction): number | undefined =>
  range(0, lost({ size, dilation })).find(
    (padding) => convolutionOutputSize({ input, kernel: size, dilation, padding }) === input,
  );

/** What is lost, as a sum: 3 − 1 = 2, or 2 × (3 − 1) = 4. */
export const lostText = ({ size, dilation }: Direction): string =>
  `${lostTerms({ size, dilation })} = ${lost({ size, dilation })}`;

const lostTerms = ({ size, dilation }: Direction): string =>
  dilation === 1 ? `${kernel(size)} − 1` : `${dilation} × (${kernel(size)} − 1)`;

/** How many squares the weights reach over: 2 × (3 − 1) + 1 = 5. */
export const spanText = (direction: Direction): string => `${lostTerms(direction)} + 1 = ${lost(direction) + 1}`;
