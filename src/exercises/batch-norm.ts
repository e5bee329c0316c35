import type { Answer, Exercise, Working } from './kit/definition.ts';
import { format, output, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import {
  type BatchNorm,
  deviationWorking,
  drawBatch,
  given,
  isScaled,
  meanWorking,
  normalised,
  parts,
  type Statistics,
  squaresOf,
  statisticsOf,
  valueWorking,
  varianceWorking,
} from './shared/batch-norms.ts';
import { exact } from './shared/decimals.ts';
import { total } from './shared/exponentials.ts';

const deviationOf = ({ variance }: Statistics): number => exact(Math.sqrt(variance));

/** What is asked: the statistics of the batch, the output in training and, with running statistics, at inference. */
function answerWith(
  problem: BatchNorm,
  found: { readonly deviation?: number; readonly by?: (value: number, statistics: Statistics) => number },
): Answer {
  const batch = statisticsOf(problem);
  const by = (statistics: Statistics) =>
    found.by === undefined
      ? normalised(problem, statistics)
      : problem.values.map((value) => found.by?.(value, statistics));
  return {
    mean: [batch.mean],
    deviation: [found.deviation ?? deviationOf(batch)],
    training: by(batch),
    ...(problem.running === null ? {} : { inference: by(problem.running) }),
  };
}

/** A wrong rule for every normalised value; `undefined` where it does not apply. */
const valuesBy = (rule: (problem: BatchNorm) => ((value: number, statistics: Statistics) => number) | undefined) => ({
  answer(problem: BatchNorm): Answer | undefined {
    const by = rule(problem);
    if (by === undefined) return undefined;
    const tidy = (value: number, statistics: Statistics) => shortened(by(value, statistics));
    return answerWith(problem, { by: tidy });
  },
});

/** A short decimal as it is meant; any other number unchanged. */
const shortened = (value: number): number => (Math.abs(exact(value) - value) < 1e-9 ? exact(value) : value);

const plain = (value: number, { mean, variance }: Statistics): number => (value - mean) / Math.sqrt(variance);

function working(problem: BatchNorm, part: string, index: number): Working | undefined {
  if (part === 'mean') return meanWorking(problem);
  if (part === 'deviation') return deviationWorking(problem);
  return valueWorking(
    problem,
    part === 'inference' ? (problem.running ?? statisticsOf(problem)) : statisticsOf(problem),
    index,
  );
}

const exercise: Exercise<BatchNorm> = {
  id: 'batch-norm',
  lesson: 'tricks',
  levels: [1, 2, 3],

  generate: drawBatch,

  given,

  parts,

  solve: (problem) => answerWith(problem, {}),

  working,

  misconceptions: {
    'divided-by-n-minus-one': {
      answer(problem) {
        const batch = statisticsOf(problem);
        const variance = total(squaresOf(problem)) / (problem.values.length - 1);
        const training = problem.values.map((value) =>
          shortened(problem.gamma * plain(value, { ...batch, variance }) + problem.beta),
        );
        return { ...answerWith(problem, { deviation: shortened(Math.sqrt(variance)) }), training };
      },
      words: {
        en: {
          head: 'The squares were divided by n − 1.',
          text: ({ values }) =>
            `That is how a variance is estimated from a sample. Batch normalisation divides by ${values.length}, the whole batch.`,
        },
        zh: {
          head: '平方和除以了n − 1。',
          text: ({ values }) => `那是由样本估计方差的做法。批归一化除以整批的个数${values.length}。`,
        },
      },
    },
    'variance-for-deviation': {
      answer: (problem) => ({
        ...answerWith(problem, {
          by: (value, { mean, variance }) => shortened((problem.gamma * (value - mean)) / variance + problem.beta),
        }),
        deviation: [statisticsOf(problem).variance],
      }),
      words: {
        en: {
          head: 'The root of the variance was not taken.',
          text: (problem) =>
            `${format(statisticsOf(problem).variance)} is the variance. Divide by the standard deviation, its square root.`,
        },
        zh: {
          head: '方差没有开方。',
          text: (problem) => `${format(statisticsOf(problem).variance)}是方差。要除以标准差，也就是它的平方根。`,
        },
      },
    },
    'mean-not-subtracted': {
      ...valuesBy(
        ({ gamma, beta }) =>
          (value, { variance }) =>
            (gamma * value) / Math.sqrt(variance) + beta,
      ),
      words: {
        en: {
          head: 'The mean was not subtracted.',
          text: () => 'First move the values so that their mean is 0, then divide.',
        },
        zh: { head: '没有减去均值。', text: () => '先移动这些数，让均值变成0，再做除法。' },
      },
    },
    'not-divided': {
      ...valuesBy(
        ({ gamma, beta }) =>
          (value, { mean }) =>
            gamma * (value - mean) + beta,
      ),
      words: {
        en: {
          head: 'The division by the standard deviation is missing.',
          text: () => 'The differences from the mean are divided by it, so that their spread becomes 1.',
        },
        zh: { head: '没有除以标准差。', text: () => '与均值的差还要除以标准差，让分散程度变成1。' },
      },
    },
    'scale-and-shift-forgotten': {
      ...valuesBy((problem) => (isScaled(problem) ? plain : undefined)),
      words: {
        en: {
          head: 'γ and β were left out.',
          text: ({ gamma, beta }) =>
            `The normalised value is multiplied by γ = ${format(gamma)}, and β = ${format(beta)} is added.`,
        },
        zh: {
          head: '漏了γ和β。',
          text: ({ gamma, beta }) => `归一化以后，还要乘γ = ${format(gamma)}，再加β = ${format(beta)}。`,
        },
      },
    },
    'scale-and-shift-first': {
      ...valuesBy((problem) =>
        isScaled(problem) ? (value, statistics) => plain(problem.gamma * value + problem.beta, statistics) : undefined,
      ),
      words: {
        en: {
          head: 'γ and β were applied before normalising.',
          text: () =>
            'First subtract the mean and divide; γ and β come last. Otherwise the normalising would undo them.',
        },
        zh: {
          head: '先用了γ和β，再归一化。',
          text: () => '先减均值、做除法，最后才用γ和β。不然归一化又把它们抵消了。',
        },
      },
    },
    'shift-before-scale': {
      ...valuesBy((problem) =>
        isScaled(problem) && problem.gamma !== 1
          ? (value, statistics) => problem.gamma * (plain(value, statistics) + problem.beta)
          : undefined,
      ),
      words: {
        en: {
          head: 'β was added before multiplying by γ.',
          text: () => 'Multiply by γ first, then add β.',
        },
        zh: { head: '先加了β，再乘γ。', text: () => '先乘γ，再加β。' },
      },
    },
    'batch-at-inference': {
      answer: (problem) =>
        problem.running === null
          ? undefined
          : { ...answerWith(problem, {}), inference: normalised(problem, statisticsOf(problem)) },
      working: (problem, part, index) =>
        part === 'inference' ? valueWorking(problem, statisticsOf(problem), index) : undefined,
      words: {
        en: {
          head: 'The batch’s own mean and deviation were used at inference.',
          text: () =>
            'A picture’s result must not depend on what else is in the batch: the running statistics take their place.',
        },
        zh: {
          head: '推理时用了这一批自己的均值和标准差。',
          text: () => '一张图的结果不能取决于同一批里还有什么，所以推理时用滑动统计量。',
        },
      },
    },
    'running-variance-not-rooted': {
      answer({ running, ...problem }) {
        if (running === null || running.variance === 1) return undefined;
        const whole = { ...problem, running };
        const inference = problem.values.map((value) =>
          shortened((problem.gamma * (value - running.mean)) / running.variance + problem.beta),
        );
        return { ...answerWith(whole, {}), inference };
      },
      words: {
        en: {
          head: 'The root of the running variance was not taken.',
          text: ({ running }) => `${running?.variance} is a variance; divide by its square root.`,
        },
        zh: { head: '滑动方差没有开方。', text: ({ running }) => `${running?.variance}是方差，要除以它的平方根。` },
      },
    },
  },

  words: {
    en: {
      title: 'Batch normalisation of four numbers',
      task: (problem) =>
        `These four numbers are one channel over a batch. Normalise them, with ε = 0${isScaled(problem) ? `: the output is ${variable('γ')} × normalised value + ${variable('β')}` : `, without scale and shift (${variable('γ')} = 1, ${variable('β')} = 0)`}.${problem.running === null ? '' : ' What is the output in training, and what would the same numbers give at inference, with the running statistics?'} The answers are exact decimals.`,
      hints: (problem) => [
        'First the mean, then the differences from it and their squares.',
        'The variance is the mean of the squares; the standard deviation is its root.',
        `Subtract the mean, ${format(statisticsOf(problem).mean)}, and divide by the root of ${format(statisticsOf(problem).variance)}.${problem.running === null ? '' : ` At inference: subtract ${format(problem.running.mean)}, divide by the root of ${format(problem.running.variance)}.`}`,
      ],
      steps: (problem) => [
        `Mean: ${workingText(meanWorking(problem))}. Variance: ${workingText(varianceWorking(problem))}. Standard deviation: ${output(deviationOf(statisticsOf(problem)))}.`,
        ...problem.values.map((_, index) => `In training: ${fieldText(problem, 'training', index)}.`),
        ...(problem.running === null
          ? []
          : problem.values.map((_, index) => `At inference: ${fieldText(problem, 'inference', index)}.`)),
      ],
    },
    zh: {
      title: '四个数的批归一化',
      task: (problem) =>
        `这四个数是一批里的同一个通道。做归一化，ε = 0${isScaled(problem) ? `，输出是${variable('γ')} × 归一化的值 + ${variable('β')}` : '，不缩放，不平移'}。均值、标准差各是多少？${problem.running === null ? '输出是什么？' : '训练时的输出是什么？同样的数，推理时用滑动统计量，输出又是什么？'}请填准确的数，不要四舍五入。`,
      hints: (problem) => [
        '先算均值，再算每个数与均值的差，和差的平方。',
        '方差是平方的平均，标准差是方差的平方根。',
        `减去均值${format(statisticsOf(problem).mean)}，除以${format(statisticsOf(problem).variance)}的平方根。${problem.running === null ? '' : `推理时减去${format(problem.running.mean)}，除以${format(problem.running.variance)}的平方根。`}`,
      ],
      steps: (problem) => [
        `均值：${workingText(meanWorking(problem))}。方差：${workingText(varianceWorking(problem))}。标准差：${output(deviationOf(statisticsOf(problem)))}。`,
        ...problem.values.map((_, index) => `训练时，第${index + 1}个：${fieldText(problem, 'training', index)}。`),
        ...(problem.running === null
          ? []
          : problem.values.map((_, index) => `推理时，第${index + 1}个：${fieldText(problem, 'inference', index)}。`)),
      ],
    },
  },
};

const fieldText = (problem: BatchNorm, part: string, index: number): string =>
  workingText(working(problem, part, index) ?? { lines: [] });

export default exercise;
