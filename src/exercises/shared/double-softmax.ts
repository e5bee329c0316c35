import { crossEntropy, crossEntropyGradient, fromRows, softmaxGradient } from '../../core/index.ts';
import type { Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, input, product } from '../kit/text.ts';
import { isClear, power, probabilities, shares, total } from './exponentials.ts';
import { printedLog, rounded } from './logarithms.ts';

export interface DoubleSoftmax {
  /** The scores are their logarithms, so they stand in proportion to the probabilities. */
  readonly weights: readonly number[];
  /** The true class, from 0. */
  readonly label: number;
  /** Whether the line that applies softmax twice is the first. */
  readonly bugFirst: boolean;
  /** What is asked: the losses alone (both softmaxes are given), the second softmax too, or the gradients as well. */
  readonly asks: 'losses' | 'softmax' | 'gradients';
}

export const places = 3;

const roundTo = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Softmax of the scores. */
export const once = ({ weights }: DoubleSoftmax): number[] => shares(weights);
/** Softmax of that. */
export const twice = (problem: DoubleSoftmax): number[] => probabilities(once(problem));
/** The same as it is printed where it is given. */
export const printedTwice = (problem: DoubleSoftmax): number[] => twice(problem).map((value) => roundTo(value, 4));

/** The sum of the printed exponentials of the probabilities. */
export const printedSum = (problem: DoubleSoftmax): number =>
  roundTo(total(once(problem).map((value) => roundTo(Math.exp(value), 4))), 4);

/** A number for each of the two ways. */
export interface Both<T> {
  readonly once: T;
  readonly twice: T;
}

/** The losses of a class, by the site's own cross-entropy. */
export function lossesOf(problem: DoubleSoftmax, index: number): Both<number> {
  const scores = problem.weights.map(Math.log);
  return { once: crossEntropy(fromRows([scores]), [index]), twice: crossEntropy(fromRows([once(problem)]), [index]) };
}

/** The gradients for the scores, by the site's own functions. */
export function gradientsOf({ weights, label, ...problem }: DoubleSoftmax): Both<number[]> {
  const scores = fromRows([weights.map(Math.log)]);
  const behind = crossEntropyGradient(fromRows([once({ weights, label, ...problem })]), [label]);
  return {
    once: [...crossEntropyGradient(scores, [label]).data],
    twice: [...softmaxGradient(behind, scores).data],
  };
}

/** The calculation of a loss after one softmax. */
export const onceWorking = (problem: DoubleSoftmax, index: number): Working => {
  const p = once(problem)[index] ?? 1;
  return { lines: [[`−ln ${input(p)}`], [`−(${format(printedLog(p), 4)})`], [rounded(-Math.log(p), places)]] };
};

/** The calculation of a loss after two: from the second softmax where it is given, else as ln of the sum less p. */
export function twiceWorking(problem: DoubleSoftmax, index: number): Working {
  const result = [rounded(lossesOf(problem, index).twice, places)];
  if (problem.asks === 'losses') {
    const q = printedTwice(problem)[index] ?? 1;
    return { lines: [[`−ln ${input(format(q, 4))}`], [`−(${format(printedLog(q), 4)})`], result] };
  }
  const [p, sum] = [once(problem)[index] ?? 0, printedSum(problem)];
  return {
    lines: [
      ['−ln', `(${power(p)} / ${product(format(sum, 4))})`],
      [`ln ${product(format(sum, 4))}`, `− ${input(p)}`],
      [format(printedLog(sum), 4), `− ${input(p)}`],
      result,
    ],
  };
}

/** The gradient behind the first softmax, q − y, from the second softmax as it was rounded. */
export const behindSoftmax = (problem: DoubleSoftmax): number[] =>
  twice(problem).map((value, index) => roundTo(roundTo(value, places) - (index === problem.label ? 1 : 0), places));

/** The calculation of one place of the gradient through both softmaxes. */
export function gradientWorking(problem: DoubleSoftmax, index: number): Working {
  const [p, g] = [once(problem), behindSoftmax(problem)];
  const at = (values: readonly number[]) => values[index] ?? 0;
  const sum = p.map((value, place) => {
    const slope = g[place] ?? 0;
    return `${format(value)} × ${slope < 0 ? `(${format(slope, places)})` : format(slope, places)}`;
  });
  const whole = roundTo(total(p.map((value, place) => value * (g[place] ?? 0))), 6);
  const minus = whole < 0 ? `− (${format(whole)})` : `− ${format(whole)}`;
  return {
    lines: [
      [`${input(at(p))} ×`, `(${format(at(g), places)}`, `− (${sum.join(' + ')}))`],
      [`${input(at(p))} ×`, `(${format(at(g), places)}`, `${minus})`],
      [rounded(at(gradientsOf(problem).twice), places)],
    ],
  };
}

/** The values whose logarithms are printed. */
export const logarithmsOf = (problem: DoubleSoftmax): number[] => [
  ...once(problem),
  ...(problem.asks === 'losses' ? printedTwice(problem) : [printedSum(problem)]),
];

/** Whether a value is the same in the last place as its rough form, and not near the middle between two. */
function agrees(exact: number, rough: number): boolean {
  const past = (Math.abs(exact) * 10 ** places) % 1;
  return Math.abs(past - 0.5) > 0.05 && exact.toFixed(places) === rough.toFixed(places);
}

/** The printed numbers leave no doubt about any answer, for the true class and for the most probable one. */
function isSure(problem: DoubleSoftmax): boolean {
  const p = once(problem);
  const best = p.indexOf(Math.max(...p));
  const losses = [problem.label, best].every((index) => {
    const { once: first, twice: second } = lossesOf(problem, index);
    const rough =
      problem.asks === 'losses'
        ? -printedLog(printedTwice(problem)[index] ?? 1)
        : printedLog(printedSum(problem)) - (p[index] ?? 0);
    return agrees(first, -printedLog(p[index] ?? 1)) && agrees(second, rough);
  });
  const g = behindSoftmax(problem);
  const mean = total(p.map((value, place) => value * (g[place] ?? 0)));
  const slopes = gradientsOf(problem).twice.every((value, place) =>
    agrees(value, (p[place] ?? 0) * ((g[place] ?? 0) - mean)),
  );
  return (
    new Set(problem.weights).size === problem.weights.length &&
    losses &&
    isClear(p, places) &&
    (problem.asks !== 'gradients' || slopes)
  );
}

/** So many whole numbers from 1 with this sum. */
function drawWeights(random: Random, count: number, sum: number): number[] {
  if (count === 1) return [sum];
  const first = random.integer(1, sum - count + 1);
  return [first, ...drawWeights(random, count - 1, sum - first)];
}

/** Draws one problem of a level. */
export const drawDouble = (random: Random, level: 1 | 2 | 3): DoubleSoftmax =>
  drawUntil(() => {
    const weights = random.shuffle(
      level === 3 ? drawWeights(random, 2, random.pick([20, 25, 50])) : drawWeights(random, 3, random.pick([10, 20])),
    );
    return {
      weights,
      label: random.integer(0, weights.length - 1),
      bugFirst: random.chance(),
      asks: ({ 1: 'losses', 2: 'softmax', 3: 'gradients' } as const)[level],
    };
  }, isSure);
