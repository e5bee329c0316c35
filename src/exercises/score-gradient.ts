import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Value, Working } from './kit/definition.ts';
import { fraction } from './kit/exact.ts';
import { drawUntil } from './kit/random.ts';
import { format, output, type Text, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { total } from './shared/exponentials.ts';
import { classNamed, classNames } from './shared/names.ts';
import {
  best,
  drawPictures,
  isTelling,
  type Picture,
  type Predictions,
  pictures,
  predictionBlocks,
  shareText,
} from './shared/predictions.ts';

/** One place of the gradient as whole numbers, over the sum of the picture's weights: what is added, less what is taken away. */
interface Difference {
  readonly from: number;
  readonly less: number;
}

/** A rule for one place of the gradient; `isTrue` where the class is the label. */
type Rule = (place: { weight: number; whole: number; isTrue: boolean; isBest: boolean }) => Difference;

const difference: Rule = ({ weight, whole, isTrue }) => ({ from: weight, less: isTrue ? whole : 0 });

/** A share as it is written: a fraction of the whole where scores are given, else a decimal. */
const written = ({ weights, fromScores }: Picture, part: number): string => {
  const whole = total(weights);
  if (part === 0 || part === whole) return part === 0 ? '0' : '1';
  return fromScores ? `${part}/${whole}` : format(part / whole);
};

const shareOf = ({ weights, fromScores }: Picture, part: number, batch: number): Value =>
  fromScores ? fraction(part, total(weights) * batch) : part / total(weights) / batch;

function ruleAt(picture: Picture, index: number, rule: Rule): Difference {
  const [weight, whole] = [picture.weights[index] ?? 0, total(picture.weights)];
  return rule({ weight, whole, isTrue: index === picture.label, isBest: index === best(picture) });
}

const gradientBy = (problem: Predictions, rule: Rule, batch = problem.labels.length): Answer => ({
  gradient: pictures(problem).flatMap((picture) =>
    picture.weights.map((_, index) => {
      const { from, less } = ruleAt(picture, index, rule);
      return shareOf(picture, from - less, batch);
    }),
  ),
});

/** The calculation of one place, row by row. */
function gradientWorking(problem: Predictions, rule: Rule, place: number, batch = problem.labels.length): Working {
  const classes = problem.weights[0]?.length ?? 1;
  const picture = pictures(problem)[Math.floor(place / classes)];
  if (picture === undefined) return { lines: [] };
  const { from, less } = ruleAt(picture, place % classes, rule);
  const terms = [written(picture, from), `− ${written(picture, less)}`];
  const first = batch === 1 ? terms : [`(${terms[0]}`, `${terms[1]})`, `/ ${batch}`];
  const result = resultText(shareOf(picture, from - less, batch));
  if (!picture.fromScores || from === less) return { lines: [first, [result]] };
  const unreduced = `${format(from - less)}/${total(picture.weights) * batch}`;
  return { lines: unreduced === result ? [first, [result]] : [first, [unreduced], [result]] };
}

const resultText = (value: Value): string => (typeof value === 'number' ? format(value) : value.replace('-', '−'));

/** A wrong rule for each place of the gradient. */
const places = (rule: Rule) => ({
  answer: (problem: Predictions) => gradientBy(problem, rule),
  working: (problem: Predictions, _: string, index: number) => gradientWorking(problem, rule, index),
});

const isBatch = ({ labels }: Predictions): boolean => labels.length > 1;

const exercise: Exercise<Predictions> = {
  id: 'score-gradient',
  lesson: 'cross-entropy',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(() => drawPictures(random, level === 3 ? 2 : 1, level === 1 ? 5 : 'scores'), isTelling),

  given: predictionBlocks,

  parts: ({ weights, labels }) => [
    {
      id: 'gradient',
      kind: 'grid',
      rows: labels.length,
      columns: weights[0]?.length ?? 0,
      entry: 'fraction',
      role: 'output',
      label: { en: 'Gradient for the scores', zh: '对得分的梯度' },
      columnNames: classNames.slice(0, weights[0]?.length),
      ...(labels.length > 1
        ? { rowNames: labels.map((_, index) => ({ en: `picture ${index + 1}`, zh: `图${index + 1}` })) }
        : {}),
    },
  ],

  solve: (problem) => gradientBy(problem, difference),

  working: (problem, _, index) => gradientWorking(problem, difference, index),

  misconceptions: {
    'label-minus-prediction': {
      ...places(({ weight, whole, isTrue }) => ({ from: isTrue ? whole : 0, less: weight })),
      words: {
        en: {
          head: 'The prediction was taken from the label.',
          text: () =>
            'It is the other way round, p − y. The loss falls when the true class’s score rises, so the gradient there is negative.',
        },
        zh: {
          head: '用标签减去了预测。',
          text: () => '应当反过来，是p − y。真正那一类的得分升高，损失就降低，所以那里的梯度是负的。',
        },
      },
    },
    'only-true-class': {
      ...places(({ weight, whole, isTrue }) => (isTrue ? { from: weight, less: whole } : { from: 0, less: 0 })),
      words: {
        en: {
          head: 'Only the true class was given a gradient.',
          text: () =>
            'A higher score of another class takes probability away from the true one, so it raises the loss: its gradient is its own probability.',
        },
        zh: {
          head: '只算了真正的那一类。',
          text: () => '别的类得分升高，会分走真正那一类的概率，损失就变大：它的梯度就是它自己的概率。',
        },
      },
    },
    'label-forgotten': {
      ...places(({ weight }) => ({ from: weight, less: 0 })),
      words: {
        en: {
          head: 'The label was not taken away.',
          text: () => 'These are the probabilities. Take away the one-hot label: 1 in the place of the true class.',
        },
        zh: {
          head: '没有减去标签。',
          text: () => '这些只是概率。还要减去独热标签：真正那一类的位置减1。',
        },
      },
    },
    'taken-from-largest': {
      ...places(({ weight, whole, isBest }) => ({ from: weight, less: isBest ? whole : 0 })),
      words: {
        en: {
          head: 'The 1 was taken from the most probable class.',
          text: (problem) =>
            `It belongs to the label: ${labelsText(problem, 'en')}. The gradient pushes up the class that is true, not the one that the network favours.`,
        },
        zh: {
          head: '在概率最大的那一类减了1。',
          text: (problem) =>
            `1要在标签那一类减：${labelsText(problem, 'zh')}。训练要抬高的是真正那一类的得分，不是网络最看好的那一类。`,
        },
      },
    },
    'slope-of-logarithm': {
      answer: (problem) => ({
        gradient: pictures(problem).flatMap(({ weights, label }) =>
          weights.map((weight, index) => (index === label ? -total(weights) / weight / problem.labels.length : 0)),
        ),
      }),
      words: {
        en: {
          head: 'That is the slope for the probabilities, not for the scores.',
          text: () =>
            'The slope of −ln p is −1/p. Between the scores and p stands the softmax; the chain rule carries the slope through it, and p − y is left.',
        },
        zh: {
          head: '这是对概率的斜率，不是对得分的。',
          text: () => '−ln p的斜率是−1/p。得分和p之间还隔着softmax，按链式法则再往前算，就得到p − y。',
        },
      },
    },
    'not-normalised': {
      answer(problem) {
        if (!problem.fromScores) return undefined;
        const gradient = pictures(problem).flatMap(({ weights, label }) =>
          weights.map((weight, index) => (weight - (index === label ? 1 : 0)) / problem.labels.length),
        );
        return { gradient };
      },
      words: {
        en: {
          head: 'The exponentials were not divided by their sum.',
          text: () => 'The p in p − y is a probability: each exponential over the sum of all of its picture.',
        },
        zh: {
          head: '指数值没有除以它们的和。',
          text: () => 'p − y里的p是概率：每个指数值要除以这张图所有指数值的和。',
        },
      },
    },
    'batch-not-averaged': {
      answer: (problem) => (isBatch(problem) ? gradientBy(problem, difference, 1) : undefined),
      working: (problem, _, index) => gradientWorking(problem, difference, index, 1),
      words: {
        en: {
          head: 'The division by the number of pictures is missing.',
          text: ({ labels }) =>
            `The loss of the batch is a mean, so each picture counts with the factor 1/${labels.length}, and so does its gradient.`,
        },
        zh: {
          head: '没有除以图的张数。',
          text: ({ labels }) => `一批的损失是平均值，每张图只占1/${labels.length}，梯度也一样。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'The gradient for the scores',
      task: (problem) =>
        `${isBatch(problem) ? `The table has the scores of ${problem.labels.length} pictures and their labels; the loss is the mean of their cross-entropies` : `Given are the ${problem.fromScores ? 'scores' : 'probabilities'} of a picture and its one-hot label; the loss is the cross-entropy`}. What is the gradient of the loss with respect to each score? The answers are exact: type ${problem.fromScores ? 'fractions such as −3/8' : 'decimals such as −0.35'}.`,
      hints: (problem) => [
        `The gradient is ${variable('p')} − ${variable('y')}: the probabilities less the one-hot label.`,
        problem.fromScores
          ? `The exponential of ln ${variable('a')} is ${variable('a')}; divide by the sum for the probabilities.`
          : 'Only in the place of the true class is something taken away.',
        `${isBatch(problem) ? 'The probabilities are, picture by picture' : 'The probabilities are'}: ${sharesText(problem, ', ', '; ')}. Take 1 away in the place of ${labelsText(problem, 'en')}${isBatch(problem) ? `, and divide everything by ${problem.labels.length}` : ''}.`,
      ],
      steps: (problem) => [
        ...(problem.fromScores
          ? [
              `The exponentials of the scores, over their sum, are the probabilities: ${sharesText(problem, ', ', '; ')}.`,
            ]
          : []),
        `The label is 1 for ${labelsText(problem, 'en')}, else 0.${isBatch(problem) ? ` The mean over ${problem.labels.length} pictures divides every gradient by ${problem.labels.length}.` : ''}`,
        ...placesText(problem, 'en'),
        'As a check: each row adds up to 0.',
      ],
    },
    zh: {
      title: '对得分的梯度',
      task: (problem) =>
        `${isBatch(problem) ? `表里是${problem.labels.length}张图的得分和标签，损失是它们的交叉熵的平均` : `这是一张图的${problem.fromScores ? '得分' : '概率'}和独热标签，损失是交叉熵`}。损失对每个得分的梯度是多少？答案是精确的，请填${problem.fromScores ? '分数，例如−3/8' : '小数，例如−0.35'}。`,
      hints: (problem) => [
        `梯度是${variable('p')} − ${variable('y')}：概率减去独热标签。`,
        problem.fromScores
          ? `ln ${variable('a')}的指数值就是${variable('a')}，再除以它们的和，就是概率。`
          : '只有真正那一类的位置要减。',
        `${isBatch(problem) ? '逐张图的概率是' : '概率是'}：${sharesText(problem, '、', '；')}。在${labelsText(problem, 'zh')}的位置减1${isBatch(problem) ? `，最后都除以${problem.labels.length}` : ''}。`,
      ],
      steps: (problem) => [
        ...(problem.fromScores ? [`得分的指数值除以它们的和，就是概率：${sharesText(problem, '、', '；')}。`] : []),
        `标签里，${labelsText(problem, 'zh')}是1，别的是0。${isBatch(problem) ? `对${problem.labels.length}张图取平均，每个梯度都要除以${problem.labels.length}。` : ''}`,
        ...placesText(problem, 'zh'),
        '检验：同一张图的梯度加起来是0。',
      ],
    },
  },
};

/** The true class of each picture. */
const labelsText = (problem: Predictions, locale: Locale): string =>
  pictures(problem)
    .map(({ label }, index) => {
      const name = classNamed(label)[locale];
      if (!isBatch(problem)) return name;
      return locale === 'en' ? `${name} in picture ${index + 1}` : `图${index + 1}的${name}`;
    })
    .join(locale === 'en' ? ', ' : '、');

/** All probabilities, picture by picture. */
const sharesText = (problem: Predictions, comma: string, semicolon: string): Text =>
  pictures(problem)
    .map((picture) => picture.weights.map((_, index) => shareText(picture, index)).join(comma))
    .join(semicolon);

/** The calculation of every place. */
const placesText = (problem: Predictions, locale: Locale): Text[] =>
  pictures(problem).flatMap(({ weights }, row) =>
    weights.map((_, index) => {
      const working = gradientWorking(problem, difference, row * weights.length + index);
      const lines = working.lines.with(-1, (working.lines.at(-1) ?? []).map(output));
      const name = classNamed(index)[locale];
      if (locale === 'en')
        return `${isBatch(problem) ? `Picture ${row + 1}, ` : ''}${name}: ${workingText({ lines })}.`;
      return `${isBatch(problem) ? `图${row + 1}，` : ''}${name}：${workingText({ lines })}。`;
    }),
  );

export default exercise;
