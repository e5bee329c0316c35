import { crossEntropy, fromRows } from '../../core/index.ts';
import type { Answer, Block, Part, Working } from '../kit/definition.ts';
import { format, input, product, type Text } from '../kit/text.ts';
import { total } from './exponentials.ts';
import { isSure, type Logarithm, logarithmTable, logText, printedLog, rounded } from './logarithms.ts';
import {
  best,
  isTelling,
  mean,
  type Picture,
  type Predictions,
  pictures,
  predictionBlocks,
  shares,
  shareText,
} from './predictions.ts';

export const places = 3;

/** −ln p of a class. With scores it is the logarithm of the sum minus that of the weight, as the table has them. */
export function lossOf({ weights, fromScores }: Picture, index: number, ln: Logarithm = Math.log): number {
  const weight = weights[index] ?? 0;
  return fromScores ? ln(total(weights)) - ln(weight) : 0 - ln(weight / total(weights));
}

/** The calculation of that loss. */
export function lossWorking(picture: Picture, index: number): Working {
  const { weights, fromScores } = picture;
  const [weight, whole] = [weights[index] ?? 0, total(weights)];
  const result = [`≈ ${format(lossOf(picture, index), places)}`];
  if (!fromScores) return { lines: [[`−ln ${input(weight / whole)}`], [`−(${logText(weight / whole)})`], result] };
  return {
    lines: [
      ['−ln', `(${product(weight)}/${whole})`],
      [`ln ${whole}`, `− ln ${product(weight)}`],
      [logText(whole), `− ${logText(weight)}`],
      result,
    ],
  };
}

/** A probability as it stands behind a logarithm. */
export const inLog = (picture: Picture, index: number): string =>
  picture.fromScores ? `(${shareText(picture, index)})` : shareText(picture, index);

/** The losses by the site's own cross-entropy: the logarithms of the weights are scores as good as any. */
export const trueLosses = (problem: Predictions): number[] =>
  pictures(problem).map(({ weights, label }) => crossEntropy(fromRows([weights.map(Math.log)]), [label]));

/** The losses as the table gives them, each over their number. */
export function meanWorking(problem: Predictions, count: number): Working {
  const losses = pictures(problem).map((picture) => format(lossOf(picture, picture.label, printedLog), 4));
  const first = count === 1 ? [losses.join(' + ')] : [`(${losses.join(' + ')})`, `/ ${count}`];
  return { lines: [first, [`≈ ${format(total(trueLosses(problem)) / count, places)}`]] };
}

/** What is asked: the loss of each picture and, where there are several, their mean. */
export const answerWith = (losses: readonly number[], average = mean(losses)): Answer => ({
  losses,
  ...(losses.length > 1 ? { mean: [average] } : {}),
});

/** A wrong rule for the loss of a picture, with the lines that lead to it. */
export const lossesBy = (
  loss: (picture: Picture) => number,
  lines: (picture: Picture) => readonly (readonly Text[])[],
  applies: (problem: Predictions) => boolean = () => true,
) => ({
  answer: (problem: Predictions) => (applies(problem) ? answerWith(pictures(problem).map(loss)) : undefined),
  working(problem: Predictions, part: string, index: number): Working | undefined {
    const picture = pictures(problem)[index];
    if (part === 'mean' || picture === undefined) return undefined;
    return { lines: [...lines(picture), [rounded(loss(picture), places)]] };
  },
});

/** The loss of each picture and, where there are several, their mean. */
export function lossParts({ labels }: Predictions): readonly Part[] {
  const label = { en: 'Loss', zh: '损失' };
  if (labels.length === 1) return [{ id: 'losses', kind: 'number', entry: { places }, role: 'output', label }];
  return [
    {
      id: 'losses',
      kind: 'grid',
      rows: 1,
      columns: labels.length,
      entry: { places },
      role: 'output',
      label,
      columnNames: labels.map((_, index) => ({ en: `picture ${index + 1}`, zh: `图${index + 1}` })),
    },
    {
      id: 'mean',
      kind: 'number',
      entry: { places },
      role: 'output',
      label: { en: 'Loss of the batch', zh: '这一批的损失' },
    },
  ];
}

/** No two probabilities of a picture are equal, some best class is not the true one, and the table leaves no doubt. */
export function isLossClear(problem: Predictions): boolean {
  const all = pictures(problem);
  const outcomes = all.flatMap((picture) =>
    [picture.label, best(picture)].map((index) => (ln: Logarithm) => lossOf(picture, index, ln)),
  );
  const added = (ln: Logarithm) => total(all.map((picture) => lossOf(picture, picture.label, ln)));
  const average = (ln: Logarithm) => added(ln) / all.length;
  const ofRounded = mean(all.map((picture) => Number(lossOf(picture, picture.label).toFixed(places))));
  return (
    isTelling(problem) &&
    isSure([...outcomes, average, added, () => ofRounded], places) &&
    ofRounded.toFixed(places) === average(Math.log).toFixed(places)
  );
}

/** The pictures, with the table of all logarithms that may be needed. */
export function givenWithLogarithms(problem: Predictions): Block[] {
  const values = pictures(problem).flatMap((picture) => {
    if (!picture.fromScores) return shares(picture);
    const ratios = picture.weights.map((weight) => total(picture.weights) / weight);
    return [...picture.weights, total(picture.weights), ...ratios.filter(Number.isInteger)];
  });
  return [...predictionBlocks(problem), logarithmTable(values)];
}
