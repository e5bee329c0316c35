import type { Answer, Exercise, Level, Misconception, NumberPart } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output, type Text, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import {
  type CostSlip,
  costSlips,
  directOf,
  layersOf,
  trueWeights,
  type Widths,
  weightsOf,
} from './shared/bottlenecks.ts';
import { type Count, countPart, shapeIn } from './shared/counts.ts';

interface BottleneckWidth extends Omit<Widths, 'middle'> {
  /** How many weights the bottleneck may have at most. */
  readonly most: number;
  /** How many times fewer that is than in the direct layer; 0 where the task names the number itself. */
  readonly factor: number;
  /** The middle width must be a multiple of this. */
  readonly step: number;
}

const withMiddle = (problem: BottleneckWidth, middle: number): Widths => ({ ...problem, middle });

/** How somebody counts the weights of a bottleneck. */
type Cost = (widths: Widths) => number;

/** The largest width allowed under some count; 0 where none is. */
function widest(problem: BottleneckWidth, cost: Cost): number {
  let middle = 0;
  while (cost(withMiddle(problem, middle + problem.step)) <= problem.most) middle += problem.step;
  return middle;
}

const truth = (problem: BottleneckWidth): number => widest(problem, trueWeights);
const countOf = (problem: BottleneckWidth, middle: number): Count => weightsOf(layersOf(withMiddle(problem, middle)));

const asAnswer = (middle: number, weights: number): Answer => ({ width: [middle], weights: [weights] });

const costSlip = ({ layers, words }: CostSlip): Misconception<BottleneckWidth> => {
  const count = (widths: Widths): Count => weightsOf(layers(widths));
  const found = (problem: BottleneckWidth): Widths =>
    withMiddle(
      problem,
      widest(problem, (widths) => count(widths).value),
    );
  return {
    answer(problem) {
      const widths = found(problem);
      const applies = widths.middle > 0 && widths.middle !== truth(problem);
      return applies ? asAnswer(widths.middle, count(widths).value) : undefined;
    },
    working: (problem, part) => (part === 'weights' ? count(found(problem)) : undefined),
    words,
  };
};

/** A wrong choice among widths whose weights are counted rightly; `undefined` where it does not apply. */
const wrongChoice = (choose: (problem: BottleneckWidth) => number) => {
  return {
    answer(problem: BottleneckWidth) {
      const middle = choose(problem);
      const applies = middle > 0 && middle !== truth(problem);
      return applies ? asAnswer(middle, countOf(problem, middle).value) : undefined;
    },
    working: (problem: BottleneckWidth, part: string) =>
      part === 'weights' ? countOf(problem, choose(problem)) : undefined,
  };
};

function draw(random: Random, level: Level): BottleneckWidth {
  if (level === 1) {
    const width = random.pick([5, 6, 7, 8, 9, 10, 12, 15, 20]);
    const base = { inputs: width, outputs: width, size: 3, factor: 0, step: 1 };
    const weights = trueWeights({ ...base, middle: random.integer(2, 4) });
    return { ...base, most: Math.ceil(weights / 10) * 10 };
  }
  const width = random.pick([32, 40, 48, 60, 64, 72, 80, 96]);
  const [wide = 64, other = 128] = random.shuffle([64, 96, 128, 192, 256]);
  const [inputs, outputs] = level === 2 ? [width, width] : [wide, other];
  const factor = random.pick(level === 2 ? [2, 3, 4, 5, 6, 8] : [3, 4, 6, 8, 9, 12]);
  const base = { inputs, outputs, size: 3, factor, step: level === 2 ? 4 : 8 };
  return { ...base, most: directOf({ ...base, middle: 0 }).value / factor };
}

/** How the weights grow with the width m: m × (in + out) + 9 × m × m. */
const formula = ({ inputs, outputs, size }: BottleneckWidth): Text => {
  const m = variable('m');
  return `${inputs} × ${m} + ${size * size} × ${m} × ${m} + ${m} × ${outputs}`;
};

const widthPart: NumberPart = {
  id: 'width',
  kind: 'number',
  entry: 'integer',
  role: 'output',
  label: { en: 'Middle width', zh: '中间宽度' },
};

const exercise: Exercise<BottleneckWidth> = {
  id: 'bottleneck-width',
  lesson: 'bottleneck',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => {
        const middle = truth(problem);
        const smaller = middle < Math.min(problem.inputs, problem.outputs);
        return Number.isInteger(problem.most) && middle >= 2 * problem.step && smaller;
      },
    ),

  given({ inputs, outputs, size, most, factor, step }) {
    const [one, large] = [shapeIn([1, 1]), shapeIn([size, size])];
    const m = variable('m');
    return [
      {
        kind: 'list',
        label: { en: 'Bottleneck', zh: '瓶颈结构' },
        items: [
          { en: `${one.en}, from ${inputs} to ${m} channels`, zh: `${one.zh}，${inputs}个通道变成${m}个` },
          { en: `${large.en}, from ${m} to ${m} channels`, zh: `${large.zh}，${m}个通道还是${m}个` },
          { en: `${one.en}, from ${m} to ${outputs} channels`, zh: `${one.zh}，${m}个通道变成${outputs}个` },
        ],
      },
      {
        kind: 'values',
        items: [
          factor === 0
            ? { label: { en: 'Weights, at most', zh: '权重最多' }, value: most }
            : {
                label: { en: 'Weights, at most', zh: '权重最多' },
                value: { en: `1/${factor} of the direct layer’s`, zh: `直接的一层的1/${factor}` },
              },
          ...(step === 1 ? [] : [{ label: { en: `${m} is a multiple of`, zh: `${m}须是这个数的倍数` }, value: step }]),
        ],
      },
    ];
  },

  parts: () => [widthPart, countPart('weights', { en: 'Weights of this bottleneck', zh: '这时瓶颈结构的权重' })],

  solve: (problem) => asAnswer(truth(problem), trueWeights(withMiddle(problem, truth(problem)))),

  working: (problem, part) => (part === 'weights' ? countOf(problem, truth(problem)) : undefined),

  misconceptions: {
    ...Object.fromEntries(Object.entries(costSlips).map(([name, slip]) => [name, costSlip(slip)])),
    'too-wide': {
      ...wrongChoice((problem) => truth(problem) + problem.step),
      words: {
        en: {
          head: 'This width is one step too large.',
          text: (problem) =>
            `With ${truth(problem) + problem.step} there are ${workingText(countOf(problem, truth(problem) + problem.step))} weights, more than the ${format(problem.most)} allowed.`,
        },
        zh: {
          head: '宽了一档。',
          text: (problem) =>
            `宽度是${truth(problem) + problem.step}时，权重有${workingText(countOf(problem, truth(problem) + problem.step))}个，超过了${format(problem.most)}个。`,
        },
      },
    },
    smallest: {
      ...wrongChoice(({ step }) => step),
      words: {
        en: {
          head: 'That is the smallest width, not the largest.',
          text: (problem) =>
            `It saves enough, but so do wider ones, and a wider middle can do more. Up to ${format(problem.most)} weights are allowed.`,
        },
        zh: {
          head: '这是最小的宽度，不是最大的。',
          text: (problem) => `它够省了，但更宽的也够，而且中间越宽能力越强。权重最多可以有${format(problem.most)}个。`,
        },
      },
    },
    'width-divided': {
      ...wrongChoice(({ inputs, factor, step }) => (factor === 0 ? 0 : Math.floor(inputs / factor / step) * step)),
      words: {
        en: {
          head: 'The width was divided by the wanted saving.',
          text: ({ factor }) =>
            `A width ${factor} times smaller does not make ${factor} times fewer weights: the middle layer shrinks with the square of it, the outer ones in step with it.`,
        },
        zh: {
          head: '直接用宽度除以了倍数。',
          text: ({ factor }) =>
            `宽度变成1/${factor}，权重并不是变成1/${factor}：中间那层按平方减少，两头的1×1按比例减少。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Width of a bottleneck',
      task: ({ inputs, outputs, size, factor, step }) =>
        factor === 0
          ? `How wide may the middle ${variable('m')} be at most, so that the bottleneck has no more weights than this, and how many does it have then? No layer has a bias.`
          : `The bottleneck replaces one ${size} × ${size} layer from ${inputs} to ${outputs} channels. It may have at most 1/${factor} of that layer’s weights, and ${variable('m')} must be a multiple of ${step}. Which is the largest such ${variable('m')}, and how many weights does the bottleneck have then? No layer has a bias.`,
      hints: (problem) => [
        'Write down the weights of the three layers with the unknown width, and add them.',
        `The bottleneck has ${formula(problem)} weights${problem.factor === 0 ? '' : `; the direct layer has ${workingText(directOf(withMiddle(problem, 0)))}`}.`,
        `There may be ${format(problem.most)} at most. Try ${variable('m')} = ${problem.step}, then ${2 * problem.step} and so on, until it is too much.`,
      ],
      steps: (problem) => [
        ...(problem.factor === 0
          ? []
          : [
              `The direct layer has ${workingText(directOf(withMiddle(problem, 0)))} weights, so the bottleneck may have ${format(problem.most * problem.factor)} / ${problem.factor} = ${format(problem.most)}.`,
            ]),
        `The bottleneck has ${formula(problem)}.`,
        `${variable('m')} = ${output(truth(problem))}: ${workingText(countOf(problem, truth(problem)))}, which is allowed.`,
        `${variable('m')} = ${truth(problem) + problem.step}: ${workingText(countOf(problem, truth(problem) + problem.step))}, too many.`,
      ],
    },
    zh: {
      title: '瓶颈的宽度',
      task: ({ inputs, outputs, size, factor, step }) =>
        factor === 0
          ? `要让瓶颈结构的权重不超过下面的数，中间宽度${variable('m')}最大是多少？这时有多少个权重？各层都没有偏置。`
          : `用这个瓶颈结构代替直接的一层${size}×${size}卷积（${inputs}个通道变成${outputs}个），权重不能超过那一层的1/${factor}，${variable('m')}要是${step}的倍数。${variable('m')}最大是多少？这时瓶颈结构有多少个权重？各层都没有偏置。`,
      hints: (problem) => [
        `用未知的宽度${variable('m')}写出三层的权重，加在一起。`,
        `瓶颈结构的权重是${formula(problem)}${problem.factor === 0 ? '' : `；直接的一层是${workingText(directOf(withMiddle(problem, 0)))}`}。`,
        `最多可以有${format(problem.most)}个。从${variable('m')} = ${problem.step}试起，再试${2 * problem.step}，一直试到超过为止。`,
      ],
      steps: (problem) => [
        ...(problem.factor === 0
          ? []
          : [
              `直接的一层有${workingText(directOf(withMiddle(problem, 0)))}个权重，瓶颈结构最多${format(problem.most * problem.factor)} / ${problem.factor} = ${format(problem.most)}个。`,
            ]),
        `瓶颈结构的权重是${formula(problem)}。`,
        `${variable('m')} = ${output(truth(problem))}：${workingText(countOf(problem, truth(problem)))}，没有超过。`,
        `${variable('m')} = ${truth(problem) + problem.step}：${workingText(countOf(problem, truth(problem) + problem.step))}，超过了。`,
      ],
    },
  },
};

export default exercise;
