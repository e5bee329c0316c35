import type { Answer, Exercise } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, input, output, variable } from './kit/text.ts';
import { term, workingText } from './kit/working.ts';
import {
  exponentialList,
  exponentialSum,
  exponentialTable,
  isClear,
  power,
  probabilities,
  probabilitiesPart,
  quotientWorking,
  scoresBlock,
  shares,
  shareWorking,
  total,
} from './shared/exponentials.ts';
import { classNames, names } from './shared/names.ts';

interface SoftmaxDecimals {
  readonly scores: readonly number[];
  /** 1 where the task has none. */
  readonly temperature: number;
}

const places = 3;

/** The scores over the temperature: the right exponents. */
const divided = ({ scores, temperature }: SoftmaxDecimals): number[] => scores.map((score) => score / temperature);
const truth = (problem: SoftmaxDecimals): number[] => probabilities(divided(problem));
const asAnswer = (values: readonly number[]): Answer => ({ probabilities: values });

/** All exponents that a learner may come by, the right ones first. */
const waysOf = ({ scores, temperature }: SoftmaxDecimals): (readonly number[])[] => [
  scores.map((score) => score / temperature),
  scores.map((score) => Math.abs(score / temperature)),
  scores,
  scores.map((score) => score * temperature),
];

const exercise: Exercise<SoftmaxDecimals> = {
  id: 'softmax-decimals',
  lesson: 'softmax',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => {
        const count = level === 1 ? 3 : random.pick([3, 4]);
        const candidates = level === 2 ? [-2, -1, 0, 1, 2, 3, 4] : [-2, -1, 0, 1, 2, 3];
        const scores = random.shuffle(candidates).slice(0, level === 2 ? 4 : count);
        return { scores, temperature: level === 3 ? random.pick([0.5, 2]) : 1 };
      },
      (problem) => waysOf(problem).every((exponents) => isClear(exponents, places)),
    ),

  given({ scores, temperature }) {
    const table = exponentialTable(scores.flatMap((score) => [score / temperature, score]));
    if (temperature === 1) return [scoresBlock(scores), table];
    return [scoresBlock(scores), { kind: 'values', items: [{ label: names.temperature, value: temperature }] }, table];
  },

  parts: ({ scores }) => [probabilitiesPart(scores.length, { places })],

  solve: (problem) => asAnswer(truth(problem)),

  working: (problem, _, index) => shareWorking(divided(problem), index, places),

  misconceptions: {
    'scores-divided-by-sum': {
      answer: ({ scores }) => (total(scores) === 0 ? undefined : asAnswer(shares(scores))),
      working({ scores }, _, index) {
        const sum = scores.map((value, place) => (place === 0 ? format(value) : term(value))).join(' ');
        const score = scores[index] ?? 0;
        return quotientWorking(input(score), `(${sum})`, score / total(scores), places);
      },
      words: {
        en: {
          head: 'The scores themselves were divided by their sum.',
          text: () =>
            `A score may be negative, a probability may not. First take ${power('z')} of every score ${variable('z')}, then divide by the sum of those.`,
        },
        zh: {
          head: '直接用得分除以了得分的和。',
          text: () => `得分可以是负的，概率不行。先对每个得分${variable('z')}取${power('z')}，再除以它们的和。`,
        },
      },
    },
    magnitude: {
      answer({ scores }) {
        if (scores.every((score) => score >= 0)) return undefined;
        return asAnswer(shares(scores.map(Math.abs)));
      },
      working({ scores }, _, index) {
        const sizes = scores.map(Math.abs);
        const size = sizes[index] ?? 0;
        return quotientWorking(input(size), `(${sizes.join(' + ')})`, size / total(sizes), places);
      },
      words: {
        en: {
          head: 'The signs of the scores were dropped.',
          text: () => 'A negative score means a small probability, not a large one.',
        },
        zh: {
          head: '丢掉了得分的正负号。',
          text: () =>
            `负的得分比0还低，概率应当更小，去掉负号就反了。softmax对每个得分${variable('z')}取${power('z')}，负数也照样取。`,
        },
      },
    },
    'sign-dropped-in-exponent': {
      answer(problem) {
        if (problem.scores.every((score) => score >= 0)) return undefined;
        return asAnswer(probabilities(divided(problem).map(Math.abs)));
      },
      working: (problem, _, index) => shareWorking(divided(problem).map(Math.abs), index, places),
      words: {
        en: {
          head: 'The minus in the exponent is missing.',
          text: () => `${power(-1)} is 1 / ${power(1)}, a number below 1. It is not ${power(1)}.`,
        },
        zh: { head: '指数上的负号丢了。', text: () => `${power(-1)}是1 / ${power(1)}，小于1，不等于${power(1)}。` },
      },
    },
    'not-normalised': {
      answer: (problem) => asAnswer(divided(problem).map(Math.exp)),
      working: (problem, _, index) => {
        const exponent = divided(problem)[index] ?? 0;
        return { lines: [[power(exponent)], [`≈ ${format(Math.exp(exponent), places)}`]] };
      },
      words: {
        en: {
          head: 'The last division is missing.',
          text: () =>
            'These are the exponentials. Divide each by the sum of all of them, and the probabilities add up to 1.',
        },
        zh: { head: '漏了最后的除法。', text: () => '这些是指数值。每个再除以它们的总和，概率加起来才是1。' },
      },
    },
    'divided-by-largest': {
      answer(problem) {
        const values = divided(problem).map(Math.exp);
        return asAnswer(values.map((value) => value / Math.max(...values)));
      },
      working(problem, _, index) {
        const exponents = divided(problem);
        const [exponent, largest] = [exponents[index] ?? 0, Math.max(...exponents)];
        return quotientWorking(power(exponent), power(largest), Math.exp(exponent - largest), places);
      },
      words: {
        en: {
          head: 'Divided by the largest, not by the sum.',
          text: () => 'The largest would then always have probability 1. Divide by the sum of all exponentials.',
        },
        zh: { head: '除以了最大的，而不是总和。', text: () => '那样最大的那个概率永远是1。应当除以所有指数值的和。' },
      },
    },
    'temperature-multiplied': {
      answer: ({ scores, temperature }) =>
        temperature === 1 ? undefined : asAnswer(probabilities(scores.map((score) => score * temperature))),
      working: ({ scores, temperature }, _, index) =>
        shareWorking(
          scores.map((score) => score * temperature),
          index,
          places,
        ),
      words: {
        en: {
          head: 'The scores were multiplied by the temperature.',
          text: ({ temperature }) =>
            `They are divided by it: by ${temperature}. A temperature above 1 evens the probabilities out, one below 1 sharpens them.`,
        },
        zh: {
          head: '得分乘了温度。',
          text: ({ temperature }) => `应当除以温度${temperature}。温度大于1，概率更平均；小于1，差别更大。`,
        },
      },
    },
    'temperature-ignored': {
      answer: ({ scores, temperature }) => (temperature === 1 ? undefined : asAnswer(probabilities(scores))),
      working: ({ scores }, _, index) => shareWorking(scores, index, places),
      words: {
        en: {
          head: 'The temperature is missing.',
          text: ({ temperature }) => `Divide every score by ${temperature} before taking the exponential.`,
        },
        zh: { head: '漏了温度。', text: ({ temperature }) => `取指数之前，每个得分先除以${temperature}。` },
      },
    },
  },

  words: {
    en: {
      title: 'Softmax with decimals',
      task: ({ temperature }) =>
        `Turn the scores into probabilities with softmax${temperature === 1 ? '' : `, at temperature ${temperature}`}. Round to ${places} decimal places. The table has the exponentials you need${temperature === 1 ? '' : ', and some that you do not'}.`,
      hints: (problem) => [
        ...(problem.temperature === 1
          ? [`Look up ${power('z')} for every score ${variable('z')}.`]
          : [`First divide every score by ${problem.temperature}. Then look up the exponentials.`]),
        'Add the exponentials: by this sum each of them is divided.',
        `The sum is ${exponentialSum(divided(problem))}. Now divide, and round to ${places} places.`,
      ],
      steps: (problem) => [
        ...(problem.temperature === 1
          ? []
          : [
              `Divide by the temperature: ${divided(problem)
                .map((value) => input(value))
                .join(', ')}.`,
            ]),
        `Exponentials: ${exponentialList(divided(problem), ', ')}.`,
        `Their sum is ${exponentialSum(divided(problem))}.`,
        ...truth(problem).map(
          (_, index) => `${classNames[index]?.en}: ${workingText(shareWorking(divided(problem), index, places))}.`,
        ),
        `The probabilities are ${truth(problem)
          .map((value) => output(format(value, places)))
          .join(', ')}.`,
      ],
    },
    zh: {
      title: '小数的softmax',
      task: ({ temperature }) =>
        `用softmax把得分变成概率${temperature === 1 ? '' : `，温度是${temperature}`}。保留${places}位小数。需要的指数值都在表里${temperature === 1 ? '' : '，也有用不到的'}。`,
      hints: (problem) => [
        ...(problem.temperature === 1
          ? [`对每个得分${variable('z')}，查表得到${power('z')}。`]
          : [`先把每个得分除以${problem.temperature}，再查指数值。`]),
        '把指数值加起来，每一个都要除以这个和。',
        `和是${exponentialSum(divided(problem))}。现在做除法，保留${places}位小数。`,
      ],
      steps: (problem) => [
        ...(problem.temperature === 1
          ? []
          : [
              `除以温度：${divided(problem)
                .map((value) => input(value))
                .join('、')}。`,
            ]),
        `指数值：${exponentialList(divided(problem), '，')}。`,
        `它们的和是${exponentialSum(divided(problem))}。`,
        ...truth(problem).map(
          (_, index) => `${classNames[index]?.zh}：${workingText(shareWorking(divided(problem), index, places))}。`,
        ),
        `概率是${truth(problem)
          .map((value) => output(format(value, places)))
          .join('、')}。`,
      ],
    },
  },
};

export default exercise;
