import type { Block, Label, Matrix } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { scoresBlock, shares as sharesOf, total } from './exponentials.ts';
import { classNamed, classNames, names } from './names.ts';

export interface Predictions {
  /** For each picture a whole number for each class, in proportion to its probability. */
  readonly weights: Matrix;
  /** The true class of each picture, from 0. */
  readonly labels: readonly number[];
  /** Whether the scores are given, the logarithms of the weights, and not the probabilities. */
  readonly fromScores: boolean;
}

export const mean = (values: readonly number[]): number => total(values) / values.length;

/** One picture: its weights, its true class, and which of the two are given. */
export interface Picture {
  readonly weights: readonly number[];
  readonly label: number;
  readonly fromScores: boolean;
}

export const pictures = ({ weights, labels, fromScores }: Predictions): Picture[] =>
  weights.map((row, index) => ({ weights: row, label: labels[index] ?? 0, fromScores }));

export const shares = ({ weights }: Picture): number[] => sharesOf(weights);
export const best = ({ weights }: Picture): number => weights.indexOf(Math.max(...weights));
export const trueShare = (picture: Picture): number => shares(picture)[picture.label] ?? 0;

/** A probability as it is printed; with scores as a fraction. */
export const shareText = ({ weights, fromScores }: Picture, index: number): string =>
  fromScores ? `${weights[index]}/${total(weights)}` : format((weights[index] ?? 0) / total(weights));

export const eachClass = ({ weights }: Picture): number[] => weights.map((_, index) => index);

/** Probabilities of three classes in steps of so many hundredths. */
function drawShares(random: Random, step: number): number[] {
  const first = random.integer(1, 100 / step - 2);
  const second = random.integer(1, 100 / step - first - 1);
  return random.shuffle([first * step, second * step, 100 - (first + second) * step]);
}

/** A batch of so many pictures: scores, or probabilities in steps of so many hundredths. */
export function drawPictures(random: Random, count: number, step: 'scores' | 5 | 10): Predictions {
  const weights = Array.from({ length: count }, () =>
    step === 'scores' ? random.shuffle([1, 2, 3, 4, 5, 6]).slice(0, 3) : drawShares(random, step),
  );
  return { weights, labels: weights.map(() => random.integer(0, 2)), fromScores: step === 'scores' };
}

/** Whether no two probabilities of a picture are equal, and some best class is not the true one. */
export const isTelling = (problem: Predictions): boolean =>
  pictures(problem).every(({ weights }) => new Set(weights).size === weights.length) &&
  pictures(problem).some((picture) => best(picture) !== picture.label);

const labelName: Label = { en: 'Label', zh: '标签' };
const pictureName: Label = { en: 'Picture', zh: '图' };

/** The label of a single picture, as a one-hot row. */
const labelBlock = ({ weights, label }: Picture): Block => ({
  kind: 'grid',
  id: 'label',
  label: labelName,
  role: 'output',
  cells: [weights.map((_, index) => (index === label ? 1 : 0))],
  columnNames: classNames.slice(0, weights.length),
});

/** The probabilities or scores with the labels: a row and a one-hot row for one picture, a table for several. */
export function predictionBlocks(problem: Predictions): Block[] {
  const [first, ...others] = pictures(problem);
  if (first === undefined) return [];
  const label = problem.fromScores ? names.scores : names.probabilities;
  const cells = (picture: Picture) =>
    problem.fromScores ? picture.weights.map((weight) => `ln ${weight}`) : shares(picture);
  if (others.length === 0) return [{ ...scoresBlock(cells(first)), label }, labelBlock(first)];
  const heads = [pictureName, labelName, ...first.weights.map((_, index) => classNamed(index))];
  const rows = pictures(problem).map((picture, index) => [index + 1, classNamed(picture.label), ...cells(picture)]);
  return [{ kind: 'table', label, heads, rows }];
}
