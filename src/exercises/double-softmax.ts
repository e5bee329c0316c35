import type { Answer, Exercise } from './kit/definition.ts';
import { format, variable } from './kit/text.ts';
import {
  type DoubleSoftmax,
  drawDouble,
  lossesOf,
  once,
  onceWorking,
  places,
  twice,
  twiceWorking,
} from './shared/double-softmax.ts';
import {
  asAnswer,
  changeOfLabel,
  type Found,
  fieldTexts,
  given,
  isTrue,
  lastHint,
  lineOf,
  onceText,
  parts,
  truth,
  wayOf,
  working,
} from './shared/double-softmax-card.ts';
import { exponentialSum, power, shares, total } from './shared/exponentials.ts';
import { rounded } from './shared/logarithms.ts';
import { classNamed } from './shared/names.ts';

const wrongly = (change: (problem: DoubleSoftmax, found: Found) => Partial<Found> | undefined) => ({
  answer(problem: DoubleSoftmax): Answer | undefined {
    const changed = change(problem, truth(problem));
    return changed === undefined ? undefined : asAnswer(problem, { ...truth(problem), ...changed });
  },
});

const best = ({ weights }: DoubleSoftmax): number => weights.indexOf(Math.max(...weights));

const exercise: Exercise<DoubleSoftmax> = {
  id: 'double-softmax',
  lesson: 'cross-entropy',
  levels: [1, 2, 3],

  generate: drawDouble,

  given,

  parts,

  solve: (problem) => asAnswer(problem, truth(problem)),

  working,

  misconceptions: {
    'same-as-once': {
      ...wrongly((problem, { losses, gradients }) => ({
        softmax: once(problem),
        losses: { once: losses.once, twice: losses.once },
        gradients: { once: gradients.once, twice: gradients.once },
      })),
      words: {
        en: {
          head: 'The second softmax was taken to change nothing.',
          text: (problem) =>
            `Probabilities are never more than 1 apart. Taken as scores they are almost even, and so is their softmax: the ${classNamed(problem.label).en} goes from ${changeOfLabel(problem).join(' to ')}.`,
        },
        zh: {
          head: '以为第二次softmax什么都不改变。',
          text: (problem) =>
            `概率之间最多相差1。把它们当成得分，就都差不多大，再做softmax会更平均：${classNamed(problem.label).zh}从${changeOfLabel(problem).join('变成')}。`,
        },
      },
    },
    'doubled-taken-for-right': {
      ...wrongly(() => ({ bug: 'once' })),
      words: {
        en: {
          head: 'The line without softmax is the right one.',
          text: () => 'cross_entropy takes raw scores and applies softmax itself. A softmax before it is one too many.',
        },
        zh: {
          head: '把多做一次softmax的那一行当成了对的。',
          text: () => 'cross_entropy要的是原始得分，它自己会做softmax。前面再做一次，就多了。',
        },
      },
    },
    'loss-without-softmax': {
      ...wrongly((_, { losses, gradients }) => ({
        losses: { once: undefined, twice: losses.once },
        gradients: { once: undefined, twice: gradients.once },
        bug: 'once',
      })),
      words: {
        en: {
          head: 'cross_entropy was taken to expect probabilities.',
          text: () =>
            'It expects raw scores and begins with a softmax of its own. So the line that hands it probabilities applies softmax twice.',
        },
        zh: {
          head: '以为cross_entropy要的是概率。',
          text: () => '它要的是原始得分，一开始自己就会做softmax。把概率交给它的那一行，就做了两次softmax。',
        },
      },
    },
    'class-of-largest': {
      ...wrongly((problem) =>
        best(problem) === problem.label ? undefined : { losses: lossesOf(problem, best(problem)) },
      ),
      working(problem, part) {
        if (!part.startsWith('loss')) return undefined;
        return (wayOf(problem, part.endsWith('one') ? 1 : 2) === 'once' ? onceWorking : twiceWorking)(
          problem,
          best(problem),
        );
      },
      words: {
        en: {
          head: 'The loss was taken for the most probable class.',
          text: ({ label }) => `The label is ${classNamed(label).en}: its probability counts, however small it is.`,
        },
        zh: {
          head: '算成了概率最大的那一类的损失。',
          text: ({ label }) => `标签是${classNamed(label).zh}：损失就看它的概率，不管有多小。`,
        },
      },
    },
    'shares-squared': {
      ...wrongly((problem) => {
        if (problem.asks === 'losses') return undefined;
        const squares = shares(once(problem).map((value) => value ** 2));
        return {
          softmax: squares,
          losses: { once: lossesOf(problem, problem.label).once, twice: -Math.log(squares[problem.label] ?? 1) },
        };
      }),
      words: {
        en: {
          head: 'The probabilities were squared and shared out again.',
          text: () =>
            `The second softmax takes ${power('p')} of each probability ${variable('p')}. That evens them out; squares would sharpen them.`,
        },
        zh: {
          head: '把概率平方以后又重新分配。',
          text: () => `第二次softmax是对每个概率${variable('p')}取${power('p')}，结果更平均；平方反而拉大差别。`,
        },
      },
    },
    'not-normalised': {
      ...wrongly((problem) => {
        if (problem.asks === 'losses') return undefined;
        const powers = once(problem).map(Math.exp);
        return {
          softmax: powers,
          losses: { once: lossesOf(problem, problem.label).once, twice: 0 - Math.log(powers[problem.label] ?? 1) },
        };
      }),
      words: {
        en: {
          head: 'The second time the division by the sum is missing.',
          text: (problem) =>
            `These are the exponentials. Divide by their sum, ${format(total(once(problem).map(Math.exp)), places)}.`,
        },
        zh: {
          head: '第二次漏了除以总和。',
          text: (problem) => `这些是指数值。还要除以它们的和${format(total(once(problem).map(Math.exp)), places)}。`,
        },
      },
    },
    'stops-halfway': {
      ...wrongly((problem, { gradients, softmax }) =>
        problem.asks === 'gradients'
          ? {
              gradients: { once: gradients.once, twice: softmax.map((value, index) => value - isTrue(problem, index)) },
            }
          : undefined,
      ),
      working: (problem, part, index) =>
        part.startsWith('gradient') && wayOf(problem, part.endsWith('one') ? 1 : 2) === 'twice'
          ? {
              lines: [
                [format(twice(problem)[index] ?? 0, places), `− ${isTrue(problem, index)}`],
                [rounded((twice(problem)[index] ?? 0) - isTrue(problem, index), places)],
              ],
            }
          : undefined,
      words: {
        en: {
          head: 'The gradient stops behind the first softmax.',
          text: () =>
            'That is the gradient for the probabilities that were handed in. It must still go back through the softmax that made them from the scores.',
        },
        zh: {
          head: '梯度停在了第一个softmax之后。',
          text: () => '这是对传进去的那些概率的梯度。概率是由得分经过softmax得到的，还要再往回算这一步。',
        },
      },
    },
    'sum-left-out': {
      ...wrongly((problem, { gradients, softmax }) =>
        problem.asks === 'gradients'
          ? {
              gradients: {
                once: gradients.once,
                twice: softmax.map((value, index) => (once(problem)[index] ?? 0) * (value - isTrue(problem, index))),
              },
            }
          : undefined,
      ),
      words: {
        en: {
          head: 'On the way through the softmax the sum was left out.',
          text: () =>
            'Each probability depends on every score, so the sum of all p × g is taken from each g before it is multiplied.',
        },
        zh: {
          head: '往回经过softmax时，漏减了那个和。',
          text: () => '每个概率都和所有得分有关，所以每个g要先减去所有p × g的和，再乘。',
        },
      },
    },
  },
  words: {
    en: {
      title: 'One softmax too many',
      task: ({ asks }) =>
        `${variable('z')} holds the scores of a picture, ${variable('y')} its label; F.cross_entropy is PyTorch’s cross-entropy. One of the two lines is a bug. ${asks === 'losses' ? '' : 'Apply softmax to the scores, and then once more to the result. '}Which loss does each line give${asks === 'gradients' ? ', which gradient for the scores' : ''}, and which line is the bug? ${asks === 'gradients' ? `On the way back through a softmax with the probabilities ${variable('p')}, a gradient ${variable('g')} becomes ${variable('p')} × (${variable('g')} − ${variable('s')}), class by class; ${variable('s')} is the sum of all ${variable('p')} × ${variable('g')}. ` : ''}Round to ${places} decimal places.`,
      hints: (problem) => [
        'cross_entropy takes raw scores and applies softmax itself, before the logarithm. In which line are there two of them?',
        problem.asks === 'losses'
          ? 'Each loss is −ln of the probability of the label: after one softmax in the one line, after two in the other.'
          : `Softmax of the scores gives ${onceText(problem, ', ')}. For the second, look up ${power('p')} of each. For the loss: −ln (${power('p')} / ${variable('S')}) = ln ${variable('S')} − ${variable('p')}.`,
        lastHint(problem).en,
      ],
      steps: (problem) => [
        `cross_entropy applies softmax itself. Line ${lineOf(problem, 'once')} hands it the scores, as it should; line ${lineOf(problem, 'twice')} hands it probabilities and is the bug.`,
        ...(problem.asks === 'losses'
          ? []
          : [
              `Softmax of the scores: ${onceText(problem, ', ')}. The exponentials of these: ${exponentialSum(once(problem))}.`,
              ...fieldTexts(problem, 'softmax').map(({ en }) => `Softmax once more, ${en}.`),
            ]),
        ...fieldTexts(problem, 'loss-one')
          .slice(0, 1)
          .map(({ line }) => `Loss of line 1: ${line}.`),
        ...fieldTexts(problem, 'loss-two')
          .slice(0, 1)
          .map(({ line }) => `Loss of line 2: ${line}.`),
        ...(problem.asks === 'gradients'
          ? [
              ...fieldTexts(problem, 'gradient-one').map(({ en }) => `Gradient of line 1, ${en}.`),
              ...fieldTexts(problem, 'gradient-two').map(({ en }) => `Gradient of line 2, ${en}.`),
            ]
          : []),
        'The second softmax evens the probabilities out: the loss cannot come near 0, and the gradient is weaker.',
      ],
    },
    zh: {
      title: '多了一次softmax',
      task: ({ asks }) =>
        `${variable('z')}是一张图的得分，${variable('y')}是它的标签，F.cross_entropy是PyTorch的交叉熵。两行里有一行写错了。${asks === 'losses' ? '' : '先对得分做softmax，再对结果做一次softmax。'}每一行的损失是多少${asks === 'gradients' ? '，对得分的梯度是多少' : ''}？哪一行错了？${asks === 'gradients' ? `往回经过一个softmax时，设概率是${variable('p')}，梯度${variable('g')}逐类变成${variable('p')} × (${variable('g')} − ${variable('s')})，其中${variable('s')}是所有${variable('p')} × ${variable('g')}的和。` : ''}保留${places}位小数。`,
      hints: (problem) => [
        'cross_entropy要的是原始得分，取对数之前，它自己会做softmax。哪一行一共做了两次？',
        problem.asks === 'losses'
          ? `损失都是−ln ${variable('p')}，${variable('p')}是标签那一类的概率：一行用做一次softmax的概率，另一行用做两次的。`
          : `对得分做softmax，得到${onceText(problem, '、')}。第二次，查出每个${power('p')}。算损失时，−ln (${power('p')} / ${variable('S')}) = ln ${variable('S')} − ${variable('p')}，${variable('S')}是这些指数值的和。`,
        lastHint(problem).zh,
      ],
      steps: (problem) => [
        `cross_entropy自己会做softmax。第${lineOf(problem, 'once')}行交给它得分，是对的；第${lineOf(problem, 'twice')}行交给它概率，错了。`,
        ...(problem.asks === 'losses'
          ? []
          : [
              `得分的softmax：${onceText(problem, '、')}。这些概率的指数值：${exponentialSum(once(problem))}。`,
              ...fieldTexts(problem, 'softmax').map(({ zh }) => `再做一次softmax，${zh}。`),
            ]),
        ...fieldTexts(problem, 'loss-one')
          .slice(0, 1)
          .map(({ line }) => `第1行的损失：${line}。`),
        ...fieldTexts(problem, 'loss-two')
          .slice(0, 1)
          .map(({ line }) => `第2行的损失：${line}。`),
        ...(problem.asks === 'gradients'
          ? [
              ...fieldTexts(problem, 'gradient-one').map(({ zh }) => `第1行的梯度，${zh}。`),
              ...fieldTexts(problem, 'gradient-two').map(({ zh }) => `第2行的梯度，${zh}。`),
            ]
          : []),
        '多做一次softmax，概率更平均：损失降不到0附近，梯度也更弱。',
      ],
    },
  },
};

export default exercise;
