import type { Locale } from '../state/locale.ts';
import type { Exercise } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, output, type Text, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { power, total } from './shared/exponentials.ts';
import { baseTenWords } from './shared/logarithms.ts';
import { classNamed } from './shared/names.ts';
import {
  answerWith,
  givenWithLogarithms,
  inLog,
  isLossClear,
  lossesBy,
  lossOf,
  lossParts,
  lossWorking,
  meanWorking,
  places,
  trueLosses,
} from './shared/prediction-losses.ts';
import {
  best,
  drawPictures,
  eachClass,
  mean,
  type Predictions,
  pictures,
  shares,
  shareText,
  trueShare,
} from './shared/predictions.ts';

const exercise: Exercise<Predictions> = {
  id: 'loss-value',
  lesson: 'cross-entropy',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawPictures(random, level === 3 ? random.pick([2, 4]) : 1, level === 2 ? 'scores' : level === 1 ? 5 : 10),
      isLossClear,
    ),

  given: givenWithLogarithms,

  parts: lossParts,

  solve: (problem) => answerWith(trueLosses(problem)),

  working(problem, part, index) {
    if (part === 'mean') return meanWorking(problem, problem.labels.length);
    const picture = pictures(problem)[index];
    return picture === undefined ? undefined : lossWorking(picture, picture.label);
  },

  misconceptions: {
    'class-of-largest': {
      ...lossesBy(
        (picture) => lossOf(picture, best(picture)),
        (picture) => lossWorking(picture, best(picture)).lines.slice(0, -1),
      ),
      words: {
        en: {
          head: 'The probability of the best class was taken.',
          text: (problem) =>
            `The loss asks what the network gave to the label, not to its own favourite: ${trueSharesText(problem, 'en')}.`,
        },
        zh: {
          head: '取了概率最大的那一类。',
          text: (problem) => `损失看的是网络给标签多大的概率，不是它最看好哪一类：${trueSharesText(problem, 'zh')}。`,
        },
      },
    },
    'sum-over-classes': {
      ...lossesBy(
        (picture) => total(eachClass(picture).map((index) => lossOf(picture, index))),
        (picture) => [eachClass(picture).map((index) => `${index === 0 ? '−ln' : '− ln'} ${inLog(picture, index)}`)],
      ),
      words: {
        en: {
          head: 'The logarithms of all classes were added.',
          text: () =>
            'In the sum each logarithm is multiplied by its place in the label. That is 0 for all classes but the true one, so one term is left.',
        },
        zh: {
          head: '把所有类别的对数都加了起来。',
          text: () => '求和时，每个对数先乘标签里对应的数。除了真正的那一类，别的都是0，所以只剩一项。',
        },
      },
    },
    'prediction-for-label': {
      ...lossesBy(
        (picture) => total(eachClass(picture).map((index) => (shares(picture)[index] ?? 0) * lossOf(picture, index))),
        (picture) => [
          eachClass(picture).map((index) => {
            const text = inLog(picture, index);
            return `${index === 0 ? '−' : '− '}${text} × ln ${text}`;
          }),
        ],
      ),
      words: {
        en: {
          head: 'The prediction was put in the place of the label.',
          text: () =>
            'Each logarithm is multiplied by the label, which is 1 for the true class and 0 for the others, not by the probability itself.',
        },
        zh: {
          head: '把预测当成了标签。',
          text: () => '每个对数要乘的是标签：真正的那一类是1，别的是0。不是乘概率自己。',
        },
      },
    },
    'base-ten': {
      ...lossesBy(
        (picture) => -Math.log10(trueShare(picture)),
        (picture) => [[`−log₁₀ ${inLog(picture, picture.label)}`]],
      ),
      words: baseTenWords,
    },
    'minus-forgotten': {
      ...lossesBy(
        (picture) => -lossOf(picture, picture.label),
        (picture) => [[`ln ${inLog(picture, picture.label)}`]],
      ),
      words: {
        en: {
          head: 'The minus before the logarithm is missing.',
          text: () =>
            'The logarithm of a probability is negative, since the probability is below 1. The minus makes the loss positive: the smaller it is, the better.',
        },
        zh: {
          head: '对数前面漏了负号。',
          text: () => '概率小于1，它的对数是负数。加上负号，损失才是正数：越小越好。',
        },
      },
    },
    'one-minus-probability': {
      ...lossesBy(
        (picture) => 1 - trueShare(picture),
        (picture) => [['1', `− ${shareText(picture, picture.label)}`]],
      ),
      words: {
        en: {
          head: 'One minus the probability was taken for the loss.',
          text: () =>
            'That could never be more than 1. Cross-entropy takes −ln of the probability: without bound, if the network is sure and wrong.',
        },
        zh: {
          head: '拿1减去了概率。',
          text: () => '那样损失永远不超过1。交叉熵取概率的−ln：网络很有把握却错了，损失可以任意大。',
        },
      },
    },
    'softmax-skipped': {
      ...lossesBy(
        ({ weights, label }) => 0 - Math.log(weights[label] ?? 1),
        ({ weights, label }) => [[`−ln ${weights[label]}`]],
        ({ fromScores }) => fromScores,
      ),
      words: {
        en: {
          head: 'The softmax was left out.',
          text: () =>
            'The score itself is not the logarithm of a probability. First divide the exponential of the score by the sum of all exponentials.',
        },
        zh: {
          head: '漏了softmax。',
          text: () => '得分本身不是概率的对数。要先用得分的指数值除以所有指数值的和。',
        },
      },
    },
    'sum-for-mean': {
      answer: (problem) =>
        problem.labels.length === 1 ? undefined : answerWith(trueLosses(problem), total(trueLosses(problem))),
      working: (problem, part) => (part === 'mean' ? meanWorking(problem, 1) : undefined),
      words: {
        en: {
          head: 'The losses were added and not divided.',
          text: ({ labels }) =>
            `The loss of a batch is the mean, so that it does not grow with the batch: divide by ${labels.length}.`,
        },
        zh: {
          head: '损失加起来了，没有除。',
          text: ({ labels }) => `一批的损失取平均，才不会随图的张数变大：还要除以${labels.length}。`,
        },
      },
    },
    'mean-of-probabilities': {
      answer: (problem) =>
        problem.labels.length === 1
          ? undefined
          : answerWith(trueLosses(problem), -Math.log(mean(pictures(problem).map(trueShare)))),
      working(problem, part) {
        if (part !== 'mean') return undefined;
        const average = mean(pictures(problem).map(trueShare));
        const terms = pictures(problem).map((picture) => shareText(picture, picture.label));
        return {
          lines: [['−ln', `((${terms.join(' + ')}) / ${terms.length})`], [`≈ ${format(-Math.log(average), places)}`]],
        };
      },
      words: {
        en: {
          head: 'The mean was taken before the logarithm.',
          text: () => 'First the loss of each picture, then the mean of the losses. The other order gives less.',
        },
        zh: { head: '先求了平均，再取对数。', text: () => '先算每张图的损失，再求平均。反过来，结果会偏小。' },
      },
    },
  },

  words: {
    en: {
      title: 'The loss of a prediction',
      task: ({ labels, fromScores }) =>
        `${labels.length > 1 ? `A batch of ${labels.length} pictures: for each the label and the probabilities that the network gives. Work out the cross-entropy loss of each picture, and the loss of the batch, their mean.` : `The network gives these ${fromScores ? 'scores' : 'probabilities'}; the label is a one-hot vector. Work out the cross-entropy loss.`} Round to ${places} decimal places. The table has the natural logarithms.`,
      hints: (problem) => [
        'The label is 1 for the true class and 0 for the others, so only the probability of the true class counts.',
        problem.fromScores
          ? `The exponential of ln ${variable('a')} is ${variable('a')}. Divide that of the true class by the sum of all. And ln (${variable('a')}/${variable('b')}) = ln ${variable('a')} − ln ${variable('b')}.`
          : 'Look up its natural logarithm, and change its sign.',
        `The probability of the label is: ${trueSharesText(problem, 'en')}. The loss is −ln of it${problem.labels.length > 1 ? '; then add and divide by the number of pictures' : ''}.`,
      ],
      steps: (problem) => [
        'For a one-hot label the loss is −ln of the probability of the true class.',
        ...(problem.fromScores
          ? [`${exponentialsText(problem, ', ', 'The exponentials are ', ', their sum is ')}.`]
          : []),
        ...pictures(problem).map(
          (picture, index) =>
            `${problem.labels.length > 1 ? `Picture ${index + 1}, ` : ''}${classNamed(picture.label).en}: ${workingText(lossWorking(picture, picture.label))}.`,
        ),
        problem.labels.length > 1
          ? `The mean: ${workingText(meanWorking(problem, problem.labels.length))}. The loss of the batch is ${output(format(mean(trueLosses(problem)), places))}.`
          : `The loss is ${output(format(mean(trueLosses(problem)), places))}.`,
      ],
    },
    zh: {
      title: '一次预测的损失',
      task: ({ labels, fromScores }) =>
        `${labels.length > 1 ? `这一批有${labels.length}张图，每张给出标签和网络预测的概率。算出每张图的交叉熵损失，再算这一批的损失，也就是它们的平均。` : `网络给出这些${fromScores ? '得分' : '概率'}，标签是独热向量。算出交叉熵损失。`}保留${places}位小数，自然对数见表。`,
      hints: (problem) => [
        '标签里，真正的那一类是1，别的都是0，所以只看真正那一类的概率。',
        problem.fromScores
          ? `ln ${variable('a')}的指数值就是${variable('a')}。用真正那一类的指数值，除以所有指数值的和。另外，ln (${variable('a')}/${variable('b')}) = ln ${variable('a')} − ln ${variable('b')}。`
          : '在表里查出它的自然对数，再变号。',
        `标签那一类的概率：${trueSharesText(problem, 'zh')}。损失就是它的−ln${problem.labels.length > 1 ? '；最后加起来，除以图的张数' : ''}。`,
      ],
      steps: (problem) => [
        `标签是独热向量时，损失就是−ln ${variable('p')}，${variable('p')}是真正那一类的概率。`,
        ...(problem.fromScores ? [`${exponentialsText(problem, '，', '指数值是', '，和是')}。`] : []),
        ...pictures(problem).map(
          (picture, index) =>
            `${problem.labels.length > 1 ? `图${index + 1}，` : ''}${classNamed(picture.label).zh}：${workingText(lossWorking(picture, picture.label))}。`,
        ),
        problem.labels.length > 1
          ? `平均：${workingText(meanWorking(problem, problem.labels.length))}。这一批的损失是${output(format(mean(trueLosses(problem)), places))}。`
          : `损失是${output(format(mean(trueLosses(problem)), places))}。`,
      ],
    },
  },
};

/** The probability of each label: cat 0.3; of a batch: picture 1, cat 0.3; picture 2, dog 0.2. */
const trueSharesText = (problem: Predictions, locale: Locale): Text =>
  pictures(problem)
    .map((picture, index) => {
      const [name, share] = [classNamed(picture.label)[locale], shareText(picture, picture.label)];
      const isOne = problem.labels.length === 1;
      if (locale === 'en') return `${isOne ? '' : `picture ${index + 1}, `}${name} ${share}`;
      return `${isOne ? '' : `图${index + 1}的`}${name}是${share}`;
    })
    .join(locale === 'en' ? '; ' : '，');

/** The exponentials of the scores and their sum. */
function exponentialsText(problem: Predictions, comma: string, before: Text, between: Text): Text {
  const [weights = []] = problem.weights;
  const list = weights.map((weight) => `${power(`ln ${weight}`)} = ${weight}`).join(comma);
  return `${before}${list}${between}${total(weights)}`;
}

export default exercise;
