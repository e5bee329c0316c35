import { fromRows, softmax } from '../../core/index.ts';
import type { Entry, GridBlock, GridPart, TableBlock, Working } from '../kit/definition.ts';
import { format, product, raised, type Text, variable } from '../kit/text.ts';
import { classNames, names } from './names.ts';

/** The decimals of the printed exponentials: enough for answers to three places, see `isClear`. */
const tablePlaces = 4;

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const shares = (values: readonly number[]): number[] => values.map((value) => value / total(values));

/** Softmax, by the site's own function. */
export const probabilities = (scores: readonly number[]): number[] => [...softmax(fromRows(scores)).data];

/** The exponential as the table prints it. */
export const printed = (exponent: number): number => Number(Math.exp(exponent).toFixed(tablePlaces));

/** A power of e, set as such. */
export const power = (exponent: number | string): Text =>
  `e${raised(typeof exponent === 'number' ? format(exponent) : exponent)}`;

/** The printed table of the exponentials, each once, in order. */
export const exponentialTable = (exponents: readonly number[]): TableBlock => ({
  kind: 'table',
  label: { en: 'Exponentials', zh: '指数值' },
  heads: [
    { en: variable('x'), zh: variable('x') },
    { en: power('x'), zh: power('x') },
  ],
  rows: [...new Set(exponents)]
    .sort((a, b) => a - b)
    .map((exponent) => [exponent, format(printed(exponent), tablePlaces)]),
});

/** The printed exponentials and their sum: 1.0000 + 2.7183 = 3.7183. */
export function exponentialSum(exponents: readonly number[]): Text {
  const values = exponents.map(printed);
  const terms = values.map((value) => product(format(value, tablePlaces)));
  return `${terms.join(' + ')} = ${format(total(values), tablePlaces)}`;
}

/** Every exponential with its printed value, with this between them. */
export const exponentialList = (exponents: readonly number[], comma: string): Text =>
  exponents
    .map(
      (exponent) =>
        `${power(exponent)} ${exponent === 0 ? '=' : '≈'} ${product(format(printed(exponent), tablePlaces))}`,
    )
    .join(comma);

/** One exponential over the sum of all, from the printed table. */
export function shareWorking(exponents: readonly number[], index: number, places: number): Working {
  const values = exponents.map(printed);
  const value = values[index] ?? 0;
  return {
    lines: [
      [power(exponents[index] ?? 0), '/', `(${exponents.map(power).join(' + ')})`],
      [product(format(value, tablePlaces)), '/', format(total(values), tablePlaces)],
      [`≈ ${format(value / total(values), places)}`],
    ],
  };
}

/** A number over another, rounded; both as they are written. */
export const quotientWorking = (top: Text, bottom: Text, value: number, places: number): Working => ({
  lines: [[top, '/', bottom], [`≈ ${format(value, places)}`]],
});

/** Whether the printed table leaves no doubt about the last place of any probability. */
export function isClear(exponents: readonly number[], places: number): boolean {
  const fromTable = shares(exponents.map(printed));
  return probabilities(exponents).every((value, index) => {
    const past = (value * 10 ** places) % 1;
    return Math.abs(past - 0.5) > 0.1 && value.toFixed(places) === fromTable[index]?.toFixed(places);
  });
}

/** The scores of the classes, as numbers or as texts such as ln 2. */
export const scoresBlock = (scores: readonly (number | Text)[]): GridBlock => ({
  kind: 'grid',
  id: 'scores',
  label: names.scores,
  role: 'input',
  cells: [scores],
  columnNames: classNames.slice(0, scores.length),
});

/** One probability for each class. */
export const probabilitiesPart = (classes: number, entry: Entry): GridPart => ({
  id: 'probabilities',
  kind: 'grid',
  rows: 1,
  columns: classes,
  entry,
  role: 'output',
  label: names.probabilities,
  columnNames: classNames.slice(0, classes),
});
