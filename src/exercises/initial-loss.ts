import type { Answer, Exercise, NumberPart, Working } from './kit/definition.ts';
import { format, output, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import {
  type Asked,
  askedOf,
  drawGuess,
  type InitialLoss,
  lossWorking,
  places,
  tableOf,
  trueLosses,
} from './shared/even-guess.ts';
import { baseTenWords, logarithmTable, rounded } from './shared/logarithms.ts';

const answerBy = (problem: InitialLoss, loss: (asked: Asked) => number): Answer =>
  Object.fromEntries(askedOf(problem).map((asked) => [asked.id, [loss(asked)]]));

/** A probability as it stands behind a sign. */
const inLog = (written: string): string => (written.includes('/') ? `(${written})` : written);

/** A wrong rule for every loss; `line` writes it out. */
const lossesBy = (loss: (asked: Asked) => number, line: (asked: Asked) => string) => ({
  answer: (problem: InitialLoss) => answerBy(problem, loss),
  working(problem: InitialLoss, part: string): Working | undefined {
    const asked = askedOf(problem).find(({ id }) => id === part);
    if (asked === undefined) return undefined;
    return { lines: [[line(asked)], [rounded(loss(asked), places)]] };
  },
});

/** A wrong rule for a single loss, that of a label among the other classes or of the favoured one. */
const only = (
  id: Asked['id'],
  probability: (favoured: number, classes: number) => number | undefined,
  line: (favoured: string, classes: number) => string,
) => ({
  answer({ favoured, classes, asksOthers }: InitialLoss): Answer | undefined {
    const taken = favoured === null || (id === 'other') !== asksOthers ? undefined : probability(favoured, classes);
    return taken === undefined ? undefined : { [id]: [-Math.log(taken)] };
  },
  working({ favoured, classes }: InitialLoss, part: string): Working | undefined {
    if (part !== id || favoured === null) return undefined;
    const loss = -Math.log(probability(favoured, classes) ?? 1);
    return { lines: [[`−ln ${line(format(favoured), classes)}`], [rounded(loss, places)]] };
  },
});

const label = (en: string, zh: string) => ({ en, zh });

const labels = {
  start: label('Loss at the start', '开始时的损失'),
  favoured: label('Loss if the label is that class', '标签就是那一类时的损失'),
  other: label('Loss if the label is another class', '标签是另外一类时的损失'),
} as const;

const exercise: Exercise<InitialLoss> = {
  id: 'initial-loss',
  lesson: 'cross-entropy',
  levels: [1, 2, 3],

  generate: drawGuess,

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: label('Classes', '类别数'), value: problem.classes },
        ...(problem.favoured === null
          ? []
          : [{ label: label('Probability of one class, later', '后来某一类的概率'), value: problem.favoured }]),
      ],
    },
    logarithmTable(tableOf(problem)),
  ],

  parts: (problem) =>
    askedOf(problem).map(
      ({ id }): NumberPart => ({ id, kind: 'number', entry: { places }, role: 'output', label: labels[id] }),
    ),

  solve: (problem) => {
    const losses = trueLosses(problem);
    return Object.fromEntries(askedOf(problem).map(({ id }, index) => [id, losses.slice(index, index + 1)]));
  },

  working(problem, part) {
    const asked = askedOf(problem).find(({ id }) => id === part);
    return asked === undefined ? undefined : lossWorking(asked);
  },

  misconceptions: {
    'probability-for-loss': {
      ...lossesBy(
        ({ probability }) => probability,
        ({ written }) => written,
      ),
      words: {
        en: {
          head: 'That is the probability, not the loss.',
          text: () =>
            'The loss is −ln of the probability of the label: the smaller the probability, the larger the loss.',
        },
        zh: {
          head: '这是概率，不是损失。',
          text: () => `损失是−ln ${variable('p')}：概率${variable('p')}越小，损失越大。`,
        },
      },
    },
    'base-ten': {
      ...lossesBy(
        ({ probability }) => -Math.log10(probability),
        ({ written }) => `−log₁₀ ${inLog(written)}`,
      ),
      words: baseTenWords,
    },
    'minus-forgotten': {
      ...lossesBy(
        ({ probability }) => Math.log(probability),
        ({ written }) => `ln ${inLog(written)}`,
      ),
      words: {
        en: {
          head: 'The minus before the logarithm is missing.',
          text: () => 'The logarithm of a probability is negative; the minus makes the loss positive.',
        },
        zh: { head: '对数前面漏了负号。', text: () => '概率的对数是负的，加上负号，损失才是正的。' },
      },
    },
    'one-minus-probability': {
      ...lossesBy(
        ({ probability }) => 1 - probability,
        ({ written }) => `1 − ${inLog(written)}`,
      ),
      words: {
        en: {
          head: 'One minus the probability was taken for the loss.',
          text: () => 'That is the probability of being wrong. The loss is −ln of the probability of the label.',
        },
        zh: { head: '拿1减去了概率。', text: () => '那是答错的概率；损失看的是答对的概率，取它的−ln。' },
      },
    },
    'right-or-wrong': {
      answer: () => ({ start: [Math.LN2] }),
      working: (_, part) =>
        part === 'start' ? { lines: [['−ln (1/2)'], [`≈ ${format(Math.LN2, places)}`]] } : undefined,
      words: {
        en: {
          head: 'An even guess was taken to be right half of the time.',
          text: ({ classes }) =>
            `Right and wrong are two cases, but not equally likely ones: each of the ${format(classes)} classes gets 1/${format(classes)}.`,
        },
        zh: {
          head: '以为平均地猜，有一半会猜对。',
          text: ({ classes }) =>
            `对和错是两种情况，但机会不一样：${format(classes)}个类别，每个只有1/${format(classes)}。`,
        },
      },
    },
    'sum-over-classes': {
      answer: ({ classes }) => ({ start: [classes * Math.log(classes)] }),
      working: ({ classes }, part) =>
        part === 'start'
          ? {
              lines: [
                [`${format(classes)} ×`, `(−ln (1/${format(classes)}))`],
                [`≈ ${format(classes * Math.log(classes), places)}`],
              ],
            }
          : undefined,
      words: {
        en: {
          head: 'The logarithms of all classes were added.',
          text: () => 'Only the class of the label counts: its place in the label is 1, all others are 0.',
        },
        zh: { head: '把所有类别的对数都加了起来。', text: () => '只算标签那一类：标签里它是1，别的都是0。' },
      },
    },
    'rest-for-label': {
      ...only(
        'favoured',
        (favoured) => 1 - favoured,
        (favoured) => `(1 − ${favoured})`,
      ),
      words: {
        en: {
          head: 'The rest was taken for the probability of the label.',
          text: ({ favoured }) => `The label is the class with ${favoured}; the rest belongs to the others.`,
        },
        zh: {
          head: '把剩下的概率当成了标签的概率。',
          text: ({ favoured }) => `标签就是概率为${favoured}的那一类，剩下的属于别的类。`,
        },
      },
    },
    'rest-not-shared': {
      ...only(
        'other',
        (favoured) => 1 - favoured,
        (favoured) => `(1 − ${favoured})`,
      ),
      words: {
        en: {
          head: 'The rest was given to one class alone.',
          text: ({ classes }) => `All the ${classes - 1} other classes share it, so divide it by ${classes - 1}.`,
        },
        zh: {
          head: '剩下的概率全给了一个类。',
          text: ({ classes }) => `另外${classes - 1}个类别一起分，要除以${classes - 1}。`,
        },
      },
    },
    'rest-shared-by-all': {
      ...only(
        'other',
        (favoured, classes) => (1 - favoured) / classes,
        (favoured, classes) => `((1 − ${favoured}) / ${classes})`,
      ),
      words: {
        en: {
          head: 'The rest was divided among all classes.',
          text: ({ classes, favoured }) =>
            `The class with ${favoured} has its share already. The rest goes to the other ${classes - 1}.`,
        },
        zh: {
          head: '剩下的概率让所有类别都分了。',
          text: ({ classes, favoured }) => `概率为${favoured}的那一类已经有了，剩下的只给另外${classes - 1}个。`,
        },
      },
    },
    'label-not-looked-at': {
      ...only(
        'other',
        (favoured) => favoured,
        (favoured) => favoured,
      ),
      words: {
        en: {
          head: 'The probability of the favoured class was taken once more.',
          text: () => 'Here the label is another class. To be sure and wrong costs much.',
        },
        zh: {
          head: '又用了概率最大的那一类。',
          text: () => '这里标签是另外一类。很有把握却错了，代价很大。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'The loss before learning',
      task: ({ classes, favoured, asksOthers }) =>
        `Before training, a network gives all ${format(classes)} classes the same probability. What is its cross-entropy loss then, whatever the label?${favoured === null ? '' : ` Later it gives one class the probability ${favoured}${asksOthers ? ` and divides the rest evenly among the other ${classes - 1}. What is the loss if the label is that class, and what if it is one of the others` : '. What is the loss if the label is that class'}?`} Round to ${places} decimal places. The table has natural logarithms, more than you need.`,
      hints: (problem) => [
        'The probabilities add up to 1. What does each class get, if all get the same?',
        `The loss is −ln of the probability of the label. And −ln (1/${variable('a')}) = ln ${variable('a')}.`,
        `The probability of the label is: ${askedOf(problem)
          .map(({ written }) => written)
          .join(', ')}. Now look up the logarithms.`,
      ],
      steps: (problem) => [
        'The loss is −ln of the probability of the label.',
        ...askedOf(problem).map((asked) => `${labels[asked.id].en}: ${workingText(markedWorking(asked))}.`),
      ],
    },
    zh: {
      title: '训练前的损失',
      task: ({ classes, favoured, asksOthers }) =>
        `训练之前，网络给全部${format(classes)}个类别相同的概率。这时不管标签是什么，交叉熵损失是多少？${favoured === null ? '' : `后来，它给某一类的概率是${favoured}${asksOthers ? `，剩下的由另外${classes - 1}类平分。标签就是那一类时损失是多少？是另外一类时呢` : '。标签就是那一类时，损失是多少'}？`}保留${places}位小数。表里是一些自然对数，不一定都用得到。`,
      hints: (problem) => [
        '概率加起来是1。大家一样多，每一类是多少？',
        `损失是−ln ${variable('p')}，${variable('p')}是标签那一类的概率。而−ln (1/${variable('a')}) = ln ${variable('a')}。`,
        `标签那一类的概率：${askedOf(problem)
          .map(({ written }) => written)
          .join('、')}。现在查对数。`,
      ],
      steps: (problem) => [
        `损失是−ln ${variable('p')}，${variable('p')}是标签那一类的概率。`,
        ...askedOf(problem).map((asked) => `${labels[asked.id].zh}：${workingText(markedWorking(asked))}。`),
      ],
    },
  },
};

/** The calculation with its result marked as the answer. */
const markedWorking = (asked: Asked): Working => {
  const { lines } = lossWorking(asked);
  return { lines: [...lines.slice(0, -1), [`≈ ${output(format(-Math.log(asked.probability), places))}`]] };
};

export default exercise;
