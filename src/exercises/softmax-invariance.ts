import type { Answer, ChoicePart, Exercise, Option } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { strong, variable } from './kit/text.ts';
import { power, scoresBlock } from './shared/exponentials.ts';
import { classNamed } from './shared/names.ts';
import {
  type Change,
  changed,
  changedText,
  changeText,
  drawChanges,
  type Kept,
  keptBy,
  orderOf,
} from './shared/score-changes.ts';

interface SoftmaxInvariance {
  readonly scores: readonly number[];
  readonly changes: readonly Change[];
}

const options: readonly Option[] = [
  { id: 'probabilities', label: { en: 'the probabilities, and so the order', zh: '概率不变，次序也不变' } },
  { id: 'order', label: { en: 'only the order', zh: '只有次序不变' } },
  { id: 'neither', label: { en: 'neither', zh: '两样都变' } },
];

/** The letter of a change; in lower case the id of its part. */
const letter = (index: number): string => 'ABCDE'.charAt(index);
const idOf = (index: number): string => letter(index).toLowerCase();

const partOf = (change: Change, index: number): ChoicePart => {
  const { en, zh } = changeText(change);
  const label = { en: `${letter(index)}: ${en}`, zh: `${letter(index)}：${zh}` };
  return { id: idOf(index), kind: 'choice', label, options };
};

const answerBy = ({ changes }: SoftmaxInvariance, kept: (change: Change) => Kept): Answer =>
  Object.fromEntries(changes.map((change, index) => [idOf(index), [kept(change)]]));

/** A wrong rule that says something else about some changes; not applied where it says nothing else about any. */
const otherwise = (wrong: (change: Change, kept: Kept) => Kept | undefined) => ({
  answer(problem: SoftmaxInvariance) {
    const truth = (change: Change) => keptBy(problem.scores, change);
    const slips = problem.changes.filter((change) => (wrong(change, truth(change)) ?? truth(change)) !== truth(change));
    if (slips.length === 0) return undefined;
    return answerBy(problem, (change) => wrong(change, truth(change)) ?? truth(change));
  },
});

const isShift = ({ kind }: Change): boolean => kind === 'add' || kind === 'subtract-largest';
const isScaling = (change: Change): boolean =>
  change.kind === 'temperature' || (change.kind === 'multiply' && change.value > 0);

/** The letters of the changes of which something holds: `A, C`. */
const lettersOf = ({ changes }: SoftmaxInvariance, holds: (change: Change) => boolean, comma: string): string =>
  changes.flatMap((change, index) => (holds(change) ? [letter(index)] : [])).join(comma);

/** No two scores are equal, before or after a change, so that the order is clear. */
const isClear = ({ scores, changes }: SoftmaxInvariance): boolean =>
  changes.every((change) => new Set(changed(scores, change)).size === scores.length);

const exercise: Exercise<SoftmaxInvariance> = {
  id: 'softmax-invariance',
  lesson: 'softmax',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(() => {
      const classes = level === 3 ? 4 : 3;
      const scores = random.shuffle([-3, -2, -1, 0, 1, 2, 3, 4]).slice(0, classes);
      return { scores, changes: drawChanges(random, level, classes) };
    }, isClear),

  given: ({ scores }) => [scoresBlock(scores)],

  parts: ({ changes }) => changes.map(partOf),

  solve: (problem) => answerBy(problem, (change) => keptBy(problem.scores, change)),

  working: () => undefined,

  misconceptions: {
    'scaling-is-harmless': {
      ...otherwise((change) => (isScaling(change) ? 'probabilities' : undefined)),
      words: {
        en: {
          head: 'Multiplying was taken to be harmless.',
          text: (problem) =>
            `It multiplies the differences too, and those make the probabilities. Look at ${lettersOf(problem, isScaling, ', ')}: larger differences let the best class take more, smaller ones even the shares out. Only the order stays.`,
        },
        zh: {
          head: '以为乘一个数没有影响。',
          text: (problem) =>
            `得分之间的差也跟着乘了，而概率正是由差决定的。看${lettersOf(problem, isScaling, '、')}：差变大，第一名分得更多；差变小，就更平均。不变的只有次序。`,
        },
      },
    },
    'shift-matters': {
      ...otherwise((change) => (isShift(change) ? 'order' : undefined)),
      words: {
        en: {
          head: 'A shift of all scores was taken to change the probabilities.',
          text: (problem) =>
            `Look at ${lettersOf(problem, isShift, ', ')}: every score moves by the same amount, so every difference stays. All exponentials get the same factor, and it cancels in the division.`,
        },
        zh: {
          head: '以为所有得分一起加减会改变概率。',
          text: (problem) =>
            `看${lettersOf(problem, isShift, '、')}：每个得分都移动同样多，差就不变。所有指数值都乘上同一个数，做除法时约掉了。`,
        },
      },
    },
    'same-order-same-probabilities': {
      answer(problem) {
        const kept = (change: Change) => keptBy(problem.scores, change);
        if (!problem.changes.some((change) => kept(change) === 'order' && !isScaling(change))) return undefined;
        return answerBy(problem, (change) => (kept(change) === 'order' ? 'probabilities' : kept(change)));
      },
      words: {
        en: {
          head: 'The same order was taken for the same probabilities.',
          text: () =>
            'Two lists of scores can rank the classes alike and still give other probabilities: these depend on how far apart the scores are.',
        },
        zh: {
          head: '以为次序一样，概率就一样。',
          text: () => '两组得分排出的次序可以相同，概率却不同：概率要看得分之间差多少。',
        },
      },
    },
    'order-thought-lost': {
      ...otherwise((_, kept) => (kept === 'order' ? 'neither' : undefined)),
      words: {
        en: {
          head: 'Other probabilities were taken for another order.',
          text: () => 'As long as every larger score stays the larger one, the classes keep their order.',
        },
        zh: {
          head: '以为概率变了，次序就变了。',
          text: () => '只要原来大的得分仍然更大，类别的次序就不变。',
        },
      },
    },
    'minus-keeps-order': {
      ...otherwise((change) => (change.kind === 'multiply' && change.value < 0 ? 'order' : undefined)),
      words: {
        en: {
          head: 'A change of sign turns the order round.',
          text: () => 'The largest score becomes the smallest. Only a positive factor keeps the order.',
        },
        zh: {
          head: '以为变号不改变次序。',
          text: () => '最大的得分变成了最小的。乘正数，次序才不变。',
        },
      },
    },
    'one-score-like-all': {
      ...otherwise((change) => (change.kind === 'add-to-one' ? 'probabilities' : undefined)),
      words: {
        en: {
          head: 'A change of one score was taken for a change of all.',
          text: (problem) =>
            `In ${lettersOf(problem, ({ kind }) => kind === 'add-to-one', ', ')} one score moves away from the others, so its differences change: its class gains, the others lose.`,
        },
        zh: {
          head: '只改一个得分，被当成了全都改。',
          text: (problem) =>
            `在${lettersOf(problem, ({ kind }) => kind === 'add-to-one', '、')}里，只有一个得分动了，它和别的得分的差就变了：这一类的概率变大，别的变小。`,
        },
      },
    },
    'square-keeps-order': {
      ...otherwise(({ kind }, kept) => (kind === 'square' && kept === 'neither' ? 'order' : undefined)),
      words: {
        en: {
          head: 'Squaring can change the order.',
          text: () => 'The square of a negative number is positive: a low score can come out above a higher one.',
        },
        zh: { head: '以为平方不改变次序。', text: () => '负数的平方是正数：原来低的得分，可能跑到高的前面去。' },
      },
    },
    'softmax-twice-is-once': {
      ...otherwise(({ kind }) => (kind === 'probability' ? 'probabilities' : undefined)),
      words: {
        en: {
          head: 'Softmax of probabilities does not give them back.',
          text: () =>
            'Probabilities lie within 1 of each other. Taken as scores, their differences are small, so the second softmax evens the shares out.',
        },
        zh: {
          head: '以为对概率再做一次softmax，还是原来的概率。',
          text: () => '概率彼此相差不到1。当成得分，差就很小，再做一次softmax会更平均。',
        },
      },
    },
    'logarithm-changes': {
      ...otherwise(({ kind }) => (kind === 'log-probability' ? 'order' : undefined)),
      words: {
        en: {
          head: 'The logarithm of the probabilities is only a shift of the scores.',
          text: () =>
            `A probability is ${power('z')} over the sum of all. Its logarithm is ${variable('z')} minus the logarithm of that sum, and this number is the same for every class.`,
        },
        zh: {
          head: '以为换成概率的对数，概率就变了。',
          text: () =>
            `概率是${power('z')}除以总和，它的对数就是${variable('z')}减去总和的对数，而后面这个数对每一类都相同。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'What softmax does not notice',
      task: ({ changes }) =>
        `Softmax turns these scores into probabilities; they put the classes in an order, from most to least probable. Here are ${['', '', '', 'three', 'four', 'five'][changes.length]} changes, each made to the scores above. What stays as it was?`,
      hints: (problem) => [
        'The probabilities depend only on the differences between the scores. Does a change leave every difference as it is?',
        'The order depends only on which score is larger. Does every larger score stay the larger one?',
        `After each change the scores are, rounded: ${problem.changes.map((change, index) => `${letter(index)} ${changedText(problem.scores, change, ', ')}`).join('; ')}. Compare their differences and their order with those above.`,
      ],
      steps: (problem) => [
        'Same differences: same probabilities. Larger scores still larger: same order.',
        ...problem.changes.map(
          (change, index) =>
            `${letter(index)}, ${changeText(change).en}: ${changedText(problem.scores, change, ', ')}. ${reasonOf(problem, change).en}`,
        ),
      ],
    },
    zh: {
      title: '哪些改动softmax看不出来',
      task: ({ changes }) =>
        `softmax把这些得分变成概率，类别就有了从大到小的次序。下面有${['', '', '', '三', '四', '五'][changes.length]}种改动，每种都是对上面的得分做的。改了以后，什么不变？`,
      hints: (problem) => [
        '概率只由得分之间的差决定。这种改动让每个差都不变吗？',
        '次序只看哪个得分更大。原来大的，改了以后还是更大吗？',
        `改动以后的得分（小数保留2位）：${problem.changes.map((change, index) => `${letter(index)}是${changedText(problem.scores, change, '、')}`).join('；')}。和上面的比一比差和次序。`,
      ],
      steps: (problem) => [
        '差不变，概率就不变。原来大的仍然更大，次序就不变。',
        ...problem.changes.map(
          (change, index) =>
            `${letter(index)}，${changeText(change).zh}：${changedText(problem.scores, change, '、')}。${reasonOf(problem, change).zh}`,
        ),
      ],
    },
  },
};

/** Two classes that a change puts the other way round. */
function turnedPair(scores: readonly number[], change: Change): readonly [above: number, below: number] {
  const ranks = orderOf(changed(scores, change));
  const order = orderOf(scores);
  for (const [place, above] of order.entries()) {
    const below = order.slice(place + 1).find((other) => ranks.indexOf(other) < ranks.indexOf(above));
    if (below !== undefined) return [above, below];
  }
  return [0, 0];
}

/** Why a change leaves what it leaves. */
function reasonOf({ scores }: SoftmaxInvariance, change: Change): { en: string; zh: string } {
  const kept = keptBy(scores, change);
  if (kept === 'probabilities') {
    return {
      en: `Every difference is as before: ${strong('the probabilities')} stay, and so does the order.`,
      zh: `每个差都没变：${strong('概率不变')}，次序也不变。`,
    };
  }
  if (kept === 'order') {
    return {
      en: `The differences have changed, but the larger scores are still larger: ${strong('only the order')} stays.`,
      zh: `差变了，但是大的仍然更大：${strong('只有次序不变')}。`,
    };
  }
  const [above, below] = turnedPair(scores, change).map(classNamed);
  return {
    en: `The ${above?.en} was above the ${below?.en} and is now below: ${strong('neither')} stays.`,
    zh: `原来${above?.zh}比${below?.zh}高，现在反过来了：${strong('两样都变')}。`,
  };
}

export default exercise;
