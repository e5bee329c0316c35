import { crossEntropy, fromRows, zeros } from '../../core/index.ts';
import type { Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, input } from '../kit/text.ts';
import { isSure, type Logarithm, rounded } from './logarithms.ts';

export interface InitialLoss {
  readonly classes: number;
  /** The probability that one class gets later in training; `null` where that is not asked. */
  readonly favoured: number | null;
  /** Whether the loss is also asked for a label among the other classes, which share the rest evenly. */
  readonly asksOthers: boolean;
  /** What else stands in the printed table. */
  readonly others: readonly number[];
}

export const places = 3;

/** One loss that is asked: −ln of the probability of the label, and how that probability comes about. */
export interface Asked {
  readonly id: 'start' | 'favoured' | 'other';
  readonly probability: number;
  /** 1 over the probability, where that is a whole number and stands in the table. */
  readonly inverse?: number;
  readonly written: string;
}

/** What the rest is divided by to reach another class's probability: 0.1 over 10 classes is 1 over 100. */
const inverseOfOther = (favoured: number, sharing: number): number => Math.round(sharing / (1 - favoured));

export function askedOf({ classes, favoured, asksOthers }: InitialLoss): Asked[] {
  const start: Asked = { id: 'start', probability: 1 / classes, inverse: classes, written: `1/${format(classes)}` };
  if (favoured === null) return [start];
  const later: Asked = { id: 'favoured', probability: favoured, written: format(favoured) };
  if (!asksOthers) return [start, later];
  const inverse = inverseOfOther(favoured, classes - 1);
  const written = `(1 − ${format(favoured)}) / ${format(classes - 1)}`;
  return [start, later, { id: 'other', probability: 1 / inverse, inverse, written }];
}

/** The losses by the site's own cross-entropy. */
export function trueLosses({ classes, favoured, asksOthers }: InitialLoss): number[] {
  const start = crossEntropy(zeros([1, classes]), [0]);
  if (favoured === null) return [start];
  const share = Math.log((1 - favoured) / (classes - 1));
  const scores = fromRows([Array.from({ length: classes }, (_, index) => (index === 0 ? Math.log(favoured) : share))]);
  const later = crossEntropy(scores, [0]);
  return asksOthers ? [start, later, crossEntropy(scores, [1])] : [start, later];
}

const lossBy = ({ probability, inverse }: Asked, ln: Logarithm): number =>
  inverse === undefined ? 0 - ln(probability) : ln(inverse);

export function lossWorking({ probability, inverse, written }: Asked): Working {
  const result = [rounded(-Math.log(probability), places)];
  if (inverse === undefined) return { lines: [[`−ln ${input(written)}`], result] };
  const [whole, first] = [`−ln (1/${format(inverse)})`, `−ln (${written})`];
  return { lines: [...(first === whole ? [] : [[first]]), [whole], [`ln ${input(format(inverse))}`], result] };
}

/** What the table has to have, from small to large. */
export const tableOf = (problem: InitialLoss): number[] => [
  ...askedOf(problem).map(({ probability, inverse }) => inverse ?? probability),
  ...problem.others,
];

function draw(random: Random, level: 1 | 2 | 3): InitialLoss {
  if (level === 3) {
    const classes = random.pick([
      5, 6, 9, 11, 13, 16, 17, 21, 26, 31, 33, 41, 51, 61, 65, 81, 101, 121, 151, 201, 251, 301, 401, 501,
    ]);
    const favoured = random.pick([0.5, 0.75, 0.8, 0.9, 0.95]);
    const rest = Math.round(1 / (1 - favoured));
    return { classes, favoured, asksOthers: true, others: [rest, classes - 1, classes * rest] };
  }
  const all = [
    3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 30, 40, 50, 60, 64, 80, 100, 120, 200, 250, 500, 1000,
  ];
  const [classes = 10, second = 20, third = 100] = random.shuffle(all);
  const favoured = level === 2 ? random.pick([0.05, 0.1, 0.2, 0.25, 0.4, 0.6, 0.7, 0.8, 0.9]) : null;
  const others = [second, third, ...(favoured === null ? [] : [Number((1 - favoured).toFixed(2))])];
  return { classes, favoured, asksOthers: false, others };
}

/** The table leaves no doubt, and later something has been learned. */
const isGood = (problem: InitialLoss): boolean =>
  isSure(
    askedOf(problem).map((asked) => (ln: Logarithm) => lossBy(asked, ln)),
    places,
  ) &&
  (problem.favoured === null || problem.favoured * problem.classes > 1.01);

/** A problem for which the table leaves no doubt. */
export const drawGuess = (random: Random, level: 1 | 2 | 3): InitialLoss =>
  drawUntil(() => draw(random, level), isGood);
