import type { Answer, Exercise, Value, Working } from './kit/definition.ts';
import { fraction } from './kit/exact.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output, product, raised, variable } from './kit/text.ts';
import { power, probabilitiesPart, scoresBlock, total } from './shared/exponentials.ts';
import { classNames } from './shared/names.ts';

/** The score `times · ln number`. */
interface LogScore {
  readonly times: -1 | 1 | 2;
  readonly number: number;
}

interface SoftmaxLogs {
  readonly scores: readonly LogScore[];
  /** Added to every score; 0 where the task has none. */
  readonly shift: number;
}

/** The power of a number that the exponential of its score is, without the shift: 1/2, 2 or 4 for the number 2. */
const powers = ({ scores }: SoftmaxLogs): number[] => scores.map(({ times, number }) => number ** times);

/** What all powers are multiplied by to become whole numbers. */
const multiplier = ({ scores }: SoftmaxLogs): number =>
  scores.reduce((product, { times, number }) => (times === -1 ? lowestCommonMultiple(product, number) : product), 1);

function lowestCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Values as whole numbers in the same proportion; as they are where they are whole already. */
const scaled = (problem: SoftmaxLogs, values: readonly number[]): readonly number[] =>
  values.every(Number.isInteger) ? values : values.map((value) => Math.round(value * multiplier(problem)));

const weights = (problem: SoftmaxLogs): readonly number[] => scaled(problem, powers(problem));

const fractions = (values: readonly number[]): Value[] => values.map((value) => fraction(value, total(values)));
const sharesOf = (problem: SoftmaxLogs, values: readonly number[]): Value[] => fractions(scaled(problem, values));
const asAnswer = (values: readonly Value[]): Answer => ({ probabilities: values });

/** A score as it is printed: ln 2, −ln 2, 2 ln 3, ln 2 + 1. */
function scoreText({ times, number }: LogScore, shift: number): string {
  const sign = { '-1': '−', '1': '', '2': '2 ' }[times];
  return `${sign}ln ${number}${shift === 0 ? '' : ` + ${shift}`}`;
}

/** A power as it is printed: 1/2, 2 or 9. */
const powerText = ({ times, number }: LogScore): string => (times === -1 ? `1/${number}` : format(number ** times));

/** One value over the sum of all, as they are written, and the same in whole numbers. */
function shareWorking(
  problem: SoftmaxLogs,
  texts: readonly string[],
  values: readonly number[],
  index: number,
): Working {
  const whole = scaled(problem, values);
  const share = `${whole[index]}/${total(whole)}`;
  const reduced = fraction(whole[index] ?? 0, total(whole));
  const first = [product(texts[index] ?? ''), '/', `(${texts.join(' + ')})`];
  return { lines: share === reduced ? [first, [share]] : [first, [share], [reduced]] };
}

/** A wrong rule that gives each class the share of another value; each is written out by `text`. */
const sharesBy = (
  applies: (problem: SoftmaxLogs) => boolean,
  value: (score: LogScore, shift: number) => number,
  text: (score: LogScore, shift: number) => string,
) => ({
  answer(problem: SoftmaxLogs) {
    if (!applies(problem)) return undefined;
    return asAnswer(
      sharesOf(
        problem,
        problem.scores.map((score) => value(score, problem.shift)),
      ),
    );
  },
  working(problem: SoftmaxLogs, _: string, index: number) {
    const texts = problem.scores.map((score) => text(score, problem.shift));
    const values = problem.scores.map((score) => value(score, problem.shift));
    return shareWorking(problem, texts, values, index);
  },
});

function drawScores(random: Random, level: 1 | 2 | 3): readonly LogScore[] {
  if (level === 1) return numbers(random, [1, 2, 3, 4, 5, 6, 7], 3);
  if (level === 2) {
    const factor = random.pick([2, 3]);
    return numbers(random, [1, 2, 3, 4, 5], 4).map((score) => ({ ...score, number: score.number * factor }));
  }
  return numbers(random, [2, 3, 4, 5], 3).map((score) => ({ ...score, times: random.pick([-1, 1, 2]) }));
}

const numbers = (random: Random, candidates: readonly number[], count: number): LogScore[] =>
  random
    .shuffle(candidates)
    .slice(0, count)
    .map((number) => ({ times: 1, number }));

/** At level 3 not all scores are plain logarithms, and the sum stays small. */
const isGood = (problem: SoftmaxLogs, level: number): boolean =>
  level < 3 || (problem.scores.some(({ times }) => times !== 1) && total(weights(problem)) <= 120);

const exercise: Exercise<SoftmaxLogs> = {
  id: 'softmax-logs',
  lesson: 'softmax',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => ({ scores: drawScores(random, level), shift: level === 3 ? random.pick([0, 1, 3]) : 0 }),
      (problem) => isGood(problem, level),
    ),

  given: ({ scores, shift }) => [scoresBlock(scores.map((score) => scoreText(score, shift)))],

  parts: ({ scores }) => [probabilitiesPart(scores.length, 'fraction')],

  solve: (problem) => asAnswer(fractions(weights(problem))),

  working: (problem, _, index) => shareWorking(problem, problem.scores.map(powerText), powers(problem), index),

  misconceptions: {
    'logs-divided-by-sum': {
      answer(problem) {
        const logs = problem.scores.map(({ times, number }) => times * Math.log(number) + problem.shift);
        return total(logs) === 0 ? undefined : asAnswer(logs.map((value) => value / total(logs)));
      },
      words: {
        en: {
          head: 'The logarithms themselves were divided by their sum.',
          text: () =>
            `First take the exponential of each score: ${power('ln 2')} = 2. The logarithm is gone, and the rest is fractions.`,
        },
        zh: {
          head: '直接用对数除以了对数的和。',
          text: () => `先对每个得分取指数：${power('ln 2')} = 2。对数就没有了，剩下的是分数。`,
        },
      },
    },
    'not-divided': {
      answer: ({ scores }) => asAnswer(scores.map(powerText)),
      working: ({ scores }, _, index) => ({ lines: [scores.slice(index, index + 1).map(powerText)] }),
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
      answer: (problem) => asAnswer(weights(problem).map((value) => fraction(value, Math.max(...weights(problem))))),
      words: {
        en: {
          head: 'Divided by the largest, not by the sum.',
          text: () => 'The largest would then always have probability 1. Divide by the sum of all exponentials.',
        },
        zh: { head: '除以了最大的，而不是总和。', text: () => '那样最大的那个概率永远是1。应当除以所有指数值的和。' },
      },
    },
    'factor-multiplied': {
      ...sharesBy(
        ({ scores }) => scores.some(({ times }) => times === 2),
        ({ times, number }) => (times === 2 ? 2 * number : number ** times),
        (score) => (score.times === 2 ? `2 × ${score.number}` : powerText(score)),
      ),
      words: {
        en: {
          head: 'The 2 before the logarithm was multiplied.',
          text: () => `It is an exponent: ${power('2 ln 3')} = 3${raised('2')} = 9, not 2 × 3.`,
        },
        zh: {
          head: '对数前面的2被当成了乘数。',
          text: () => `它是指数：${power('2 ln 3')} = 3${raised('2')} = 9，不是2 × 3。`,
        },
      },
    },
    'minus-dropped': {
      ...sharesBy(
        ({ scores }) => scores.some(({ times }) => times === -1),
        ({ times, number }) => number ** Math.abs(times),
        ({ times, number }) => format(number ** Math.abs(times)),
      ),
      words: {
        en: {
          head: 'The minus before the logarithm is missing.',
          text: () => `It turns the number over: ${power('−ln 2')} = 1/2.`,
        },
        zh: { head: '对数前面的负号丢了。', text: () => `它让数变成倒数：${power('−ln 2')} = 1/2。` },
      },
    },
    'shift-added': {
      ...sharesBy(
        ({ shift }) => shift !== 0,
        ({ times, number }, shift) => number ** times + shift,
        (score, shift) => `(${powerText(score)} + ${shift})`,
      ),
      words: {
        en: {
          head: 'The number added to the scores was added after the exponential.',
          text: ({ shift }) =>
            `In the exponent it is a factor, e${raised(format(shift))}, the same for all. It cancels in the division, so it can be left out.`,
        },
        zh: {
          head: '得分里加的数，被加到了指数值上。',
          text: ({ shift }) => `在指数上，它是一个共同的因子e${raised(format(shift))}，做除法时约掉，可以不管。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Softmax with logarithms',
      task: () =>
        'Turn the scores into probabilities with softmax. The answers are exact: type them as fractions, such as 3/8.',
      hints: (problem) => [
        `The exponential undoes the logarithm: ${power('ln a')} = ${variable('a')}.`,
        ...(problem.shift === 0
          ? []
          : [`What is added to every score cancels. Leave the ${format(problem.shift)} out.`]),
        `The exponentials are ${powerList(problem, ', ')}. Divide each by the sum of all.`,
      ],
      steps: (problem) => [
        ...(problem.shift === 0
          ? []
          : [
              `The + ${problem.shift} multiplies every exponential by e${raised(format(problem.shift))}. The factor is the same above and below the line, so it cancels.`,
            ]),
        `The exponentials are ${exponentialList(problem, ', ')}.`,
        ...(multiplier(problem) === 1
          ? []
          : [
              `Multiply all by ${multiplier(problem)} to be rid of the fractions: ${weights(problem)
                .map((value) => product(value))
                .join(', ')}. Their proportion stays.`,
            ]),
        `The sum is ${weights(problem)
          .map((value) => format(value))
          .join(' + ')} = ${format(total(weights(problem)))}.`,
        ...fractions(weights(problem)).map(
          (share, index) => `${classNames[index]?.en}: ${shareText(problem, index, share)}.`,
        ),
      ],
    },
    zh: {
      title: '对数的softmax',
      task: () => '用softmax把得分变成概率。答案是精确的，请填分数，例如3/8。',
      hints: (problem) => [
        `指数和对数互相抵消：${power('ln a')} = ${variable('a')}。`,
        ...(problem.shift === 0 ? [] : [`每个得分都加上的数会约掉，那个${format(problem.shift)}可以不管。`]),
        `指数值是${powerList(problem, '、')}。每个除以它们的总和。`,
      ],
      steps: (problem) => [
        ...(problem.shift === 0
          ? []
          : [
              `加上${problem.shift}，让每个指数值都乘了e${raised(format(problem.shift))}。分子分母都有这个因子，约掉了。`,
            ]),
        `指数值是${exponentialList(problem, '，')}。`,
        ...(multiplier(problem) === 1
          ? []
          : [
              `都乘${multiplier(problem)}，去掉分数：${weights(problem)
                .map((value) => product(value))
                .join('、')}。比例不变。`,
            ]),
        `和是${weights(problem)
          .map((value) => format(value))
          .join(' + ')} = ${format(total(weights(problem)))}。`,
        ...fractions(weights(problem)).map(
          (share, index) => `${classNames[index]?.zh}：${shareText(problem, index, share)}。`,
        ),
      ],
    },
  },
};

const powerList = ({ scores }: SoftmaxLogs, comma: string): string =>
  scores.map((score) => product(powerText(score))).join(comma);

/** Every exponential with its value: e to the ln 2 = 2. */
const exponentialList = ({ scores }: SoftmaxLogs, comma: string): string =>
  scores.map((score) => `${power(scoreText(score, 0))} = ${product(powerText(score))}`).join(comma);

/** One share of the whole-number weights, reduced where it can be. */
function shareText(problem: SoftmaxLogs, index: number, share: Value): string {
  const plainShare = `${weights(problem)[index]}/${total(weights(problem))}`;
  return plainShare === share ? output(share) : `${plainShare} = ${output(share)}`;
}

export default exercise;
