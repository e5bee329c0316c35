import { fromRows, logSoftmax, topK } from '../../core/index.ts';
import type { Label } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { probabilities } from './exponentials.ts';
import { classNamed } from './names.ts';

/** Something done to scores before the softmax. */
export type Change =
  | { readonly kind: 'add' | 'multiply' | 'temperature'; readonly value: number }
  | { readonly kind: 'add-to-one'; readonly index: number; readonly value: number }
  | { readonly kind: 'subtract-largest' | 'square' | 'probability' | 'log-probability' };

/** What a change leaves of the softmax. */
export type Kept = 'probabilities' | 'order' | 'neither';

/** The scores after a change. */
export function changed(scores: readonly number[], change: Change): number[] {
  switch (change.kind) {
    case 'add':
      return scores.map((score) => score + change.value);
    case 'multiply':
      return scores.map((score) => score * change.value + 0);
    case 'temperature':
      return scores.map((score) => score / change.value);
    case 'add-to-one':
      return scores.map((score, index) => (index === change.index ? score + change.value : score));
    case 'subtract-largest':
      return scores.map((score) => score - Math.max(...scores));
    case 'square':
      return scores.map((score) => score ** 2);
    case 'probability':
      return probabilities(scores);
    case 'log-probability':
      return [...logSoftmax(fromRows(scores)).data];
  }
}

/** The classes from most to least probable, each by its index. */
export const orderOf = (scores: readonly number[]): number[] => topK(scores, scores.length);

/** Compares the probabilities before and after, by the site's own softmax. */
export function keptBy(scores: readonly number[], change: Change): Kept {
  const after = changed(scores, change);
  const now = probabilities(after);
  if (probabilities(scores).every((value, index) => Math.abs(value - (now[index] ?? 0)) < 1e-9)) return 'probabilities';
  return orderOf(scores).join() === orderOf(after).join() ? 'order' : 'neither';
}

/** A change in words, as an order to the reader. */
export function changeText(change: Change): Label {
  switch (change.kind) {
    case 'add':
      return change.value < 0
        ? { en: `subtract ${-change.value} from every score`, zh: `每个得分减${-change.value}` }
        : { en: `add ${change.value} to every score`, zh: `每个得分加${change.value}` };
    case 'multiply':
      if (change.value === -1) return { en: 'change the sign of every score', zh: '每个得分变号' };
      if (change.value === 0.5) return { en: 'halve every score', zh: '每个得分减半' };
      return { en: `multiply every score by ${change.value}`, zh: `每个得分乘${change.value}` };
    case 'temperature':
      return { en: `set the temperature to ${change.value}`, zh: `温度设为${change.value}` };
    case 'add-to-one': {
      const { en, zh } = classNamed(change.index);
      return { en: `add ${change.value} to the score of ${en} alone`, zh: `只给${zh}的得分加${change.value}` };
    }
    case 'subtract-largest':
      return { en: 'subtract the largest score from every score', zh: '每个得分减去最大的得分' };
    case 'square':
      return { en: 'square every score', zh: '每个得分平方' };
    case 'probability':
      return { en: 'put the probabilities in place of the scores', zh: '用概率代替得分' };
    case 'log-probability':
      return {
        en: 'put the logarithm of each probability in place of the score',
        zh: '用每个概率的自然对数代替得分',
      };
  }
}

/** The scores after a change as they are printed, with two decimals where they do not come out even. */
export const changedText = (scores: readonly number[], change: Change, comma: string): string =>
  changed(scores, change)
    .map((score) => (Number.isInteger(score * 2) ? format(score) : `${format(score, 2)}`))
    .join(comma);

const shift = (random: Random): Change => ({ kind: 'add', value: random.pick([-6, -4, -2, 2, 3, 5, 7, 10, 100]) });
const scaling = (random: Random): Change => ({ kind: 'multiply', value: random.pick([0.5, 2, 3, 4, 10]) });
const negation: Change = { kind: 'multiply', value: -1 };

/** The changes of a level in drawn order, for so many classes. */
export function drawChanges(random: Random, level: 1 | 2 | 3, classes: number): Change[] {
  const one: Change = { kind: 'add-to-one', index: random.integer(0, classes - 1), value: random.integer(1, 5) };
  if (level === 1) return random.shuffle([shift(random), scaling(random), random.pick([one, one, negation])]);
  const temperature: Change = { kind: 'temperature', value: random.pick([0.5, 2, 4]) };
  const largest: Change = { kind: 'subtract-largest' };
  if (level === 2) {
    const moved = random.pick([shift(random), largest]);
    return random.shuffle([
      moved,
      random.pick([scaling(random), temperature]),
      one,
      random.pick([negation, { kind: 'square' }]),
    ]);
  }
  const moved = random.pick([shift(random), largest]);
  const twice: Change[] = [{ kind: 'probability' }, { kind: 'log-probability' }];
  const last = random.pick([temperature, scaling(random), one]);
  return random.shuffle([...twice, { kind: 'square' }, moved, last]);
}
