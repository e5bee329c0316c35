import { crossEntropy, crossEntropyGradient, sigmoid, softmax, softmaxGradient, tensor } from '../../core/index.ts';
import { decimal, flag, integer, type StateOf, tensor as tensorField } from '../../state/fields.ts';
import { formatNumber, roundTo } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';

/** Classes by the name of their word, at most so many. */
export const classNames = ['cat', 'dog', 'bird', 'frog', 'ship'] as const;
export type ClassName = (typeof classNames)[number];

/** Limits of a score; what doubling may not leave. */
export const scoreLimits = { min: -10, max: 10 } as const;

export const fields = {
  classes: integer({ initial: 3, min: 2, max: classNames.length }),
  scores: tensorField({ shape: [classNames.length], initial: '2,1,-1,0.5,-2', ...scoreLimits }),
  temperature: decimal({ initial: 1, min: 0.5, max: 10 }),
  /** Added to every score: enough to bring any of them to 0. */
  shift: decimal({ initial: 0, min: -scoreLimits.max, max: -scoreLimits.min }),
  /** Shows the true class, the loss and its gradient. */
  loss: flag(),
  label: integer({ initial: 0, min: 0, max: classNames.length - 1 }),
  /** Shows beside it what a second softmax does. */
  twice: flag(),
};

export type State = StateOf<typeof fields>;

/** The loss of the true class, and its gradient for the scores. */
export interface Loss {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface Derived {
  readonly names: readonly ClassName[];
  readonly scores: readonly number[];
  /** (score + shift) / temperature: what stands above the e. */
  readonly exponents: readonly number[];
  readonly exponentials: readonly number[];
  readonly sum: number;
  readonly probabilities: readonly number[];
  readonly label: number;
  readonly showsLoss: boolean;
  readonly loss: Loss;
  /** The same after a second softmax, where it is shown. */
  readonly twice: { readonly probabilities: readonly number[]; readonly loss: Loss } | undefined;
  /** With two classes: the difference of the exponents, and its sigmoid. */
  readonly pair: { readonly difference: number; readonly sigmoid: number } | undefined;
}

const row = (values: readonly number[]) => tensor([1, values.length], Float64Array.from(values));

export function derive({ classes, scores: all, temperature, shift, loss, label, twice }: State): Derived {
  const scores = all.slice(0, classes);
  const shifted = row(scores.map((score) => score + shift));
  const exponents = [...shifted.data].map((score) => score / temperature);
  const exponentials = exponents.map(Math.exp);
  const target = Math.min(label, classes - 1);
  const probabilities = softmax(shifted, { temperature });
  const gradient = crossEntropyGradient(row(exponents), [target]).data;
  const [first = 0, second = 0] = exponents;
  const difference = first - second;
  return {
    names: classNames.slice(0, classes),
    scores,
    exponents,
    exponentials,
    sum: exponentials.reduce((total, value) => total + value, 0),
    probabilities: [...probabilities.data],
    label: target,
    showsLoss: loss,
    loss: {
      value: crossEntropy(row(exponents), [target]),
      gradient: [...gradient].map((slope) => slope / temperature),
    },
    twice:
      loss && twice
        ? {
            probabilities: [...softmax(probabilities).data],
            loss: {
              value: crossEntropy(probabilities, [target]),
              gradient: [
                ...softmaxGradient(crossEntropyGradient(probabilities, [target]), shifted, { temperature }).data,
              ],
            },
          }
        : undefined,
    pair: classes === 2 ? { difference, sigmoid: sigmoid(row([difference])).data[0] ?? Number.NaN } : undefined,
  };
}

/** Twice every score, or `undefined` where one would leave its limits. */
export function doubled(scores: readonly number[]): readonly number[] | undefined {
  const twice = scores.map((score) => score * 2);
  return twice.every((score) => score >= scoreLimits.min && score <= scoreLimits.max) ? twice : undefined;
}

/** The probability of a loss, with as many digits as its −ln needs to be the loss that is shown; a small one as (2.061 × 10⁻⁹). */
export function probabilityOf(loss: number, decimals = 3): string {
  const probability = Math.exp(-loss);
  const gives = (shown: number) => roundTo(-Math.log(shown), decimals) === roundTo(loss, decimals);
  const digits = [3, 4, 5, 6, 7, 8, 9];
  if (probability >= 0.001) {
    return formatNumber(probability, digits.find((places) => gives(roundTo(probability, places))) ?? 9);
  }
  const places = digits.find((count) => gives(Number(probability.toPrecision(count)))) ?? 9;
  const [mantissa, exponent = ''] = probability.toExponential(places - 1).split('e');
  const raised = exponent.replace(/[-\d]/g, (sign) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt('-0123456789'.indexOf(sign)));
  return `(${mantissa} × 10${raised})`;
}

export type Words = Readonly<Record<ClassName | 'describe' | 'describeItem' | 'describeLoss' | 'separator', string>>;

/** The spoken sentence: every class with its probability, and the loss where it is shown. */
export function describe({ names, probabilities, showsLoss, loss, label }: Derived, words: Words): string {
  const items = names.map((name, index) =>
    fill(words.describeItem, { name: words[name], probability: formatNumber(probabilities[index] ?? 0, 3) }),
  );
  const sentence = fill(words.describe, { items: items.join(words.separator) });
  if (!showsLoss) return sentence;
  const name = words[names[label] ?? 'cat'];
  return sentence + fill(words.describeLoss, { name, loss: formatNumber(loss.value, 3) });
}
