import type { Exercise, GridPart, Label, Matrix, Working } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { factor, format, output, variable } from './kit/text.ts';
import { exact } from './shared/decimals.ts';
import { columnsOf, rowsOf, rowTexts } from './shared/maps.ts';
import { names } from './shared/names.ts';
import {
  asAnswer,
  derivativeBy,
  draw,
  gradientBy,
  hasZero,
  isGood,
  isLeaky,
  outputBy,
  type ReluMap,
  truth,
} from './shared/relu-maps.ts';

const labels = {
  output: { en: 'Output', zh: '输出' },
  derivative: { en: 'Derivative', zh: '导数' },
  gradient: { en: 'Gradient of the input', zh: '输入的梯度' },
  given: { en: 'Gradient of the output', zh: '输出的梯度' },
} as const satisfies Record<string, Label>;

const exercise: Exercise<ReluMap> = {
  id: 'relu-map',
  lesson: 'tricks',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => draw(random, level), isGood),

  given: ({ input, slope, gradient }) => [
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: input },
    ...(gradient === null
      ? []
      : [{ kind: 'grid', id: 'gradient', label: labels.given, role: 'kernel', cells: gradient } as const]),
    ...(slope === 0
      ? []
      : [
          {
            kind: 'values',
            items: [{ label: { en: 'Slope of the leaky ReLU', zh: 'leaky ReLU的斜率' }, value: slope }],
          } as const,
        ]),
  ],

  parts: (problem) =>
    (problem.gradient === null
      ? (['output', 'derivative'] as const)
      : (['output', 'derivative', 'gradient'] as const)
    ).map(
      (id): GridPart => ({
        id,
        kind: 'grid',
        rows: rowsOf(problem.input),
        columns: columnsOf(problem.input),
        entry: 'fraction',
        role: 'output',
        label: labels[id],
      }),
    ),

  solve: (problem) => asAnswer(truth(problem)),

  working(problem, part, index): Working | undefined {
    const x = problem.input.flat()[index] ?? 0;
    const [{ derivative, gradient }, given] = [truth(problem), problem.gradient?.flat()[index] ?? 0];
    if (part === 'output') {
      if (problem.slope === 0) return { lines: [[`max(0, ${format(x)})`], [format(Math.max(0, x))]] };
      if (x > 0) return { lines: [[format(x)]] };
      return { lines: [[`${format(problem.slope)} × ${factor(x)}`], [format(exact(problem.slope * x))]] };
    }
    if (part !== 'gradient') return undefined;
    const steepness = derivative.flat()[index] ?? 0;
    return { lines: [[`${format(given)} × ${format(steepness)}`], [format(gradient?.flat()[index] ?? 0)]] };
  },

  misconceptions: {
    magnitude: {
      ...outputBy(Math.abs),
      words: {
        en: {
          head: 'Only the minus signs were dropped.',
          text: ({ slope }) =>
            `That is the magnitude. ReLU makes every negative input ${slope === 0 ? '0' : `${slope} times itself`}.`,
        },
        zh: {
          head: '只是去掉了负号。',
          text: ({ slope }) =>
            `那是绝对值。${slope === 0 ? 'ReLU把负的输入变成0' : `leaky ReLU把负的输入变成它的${slope}倍`}。`,
        },
      },
    },
    'negative-kept': {
      ...outputBy((x, slope) => (x < 0 ? x : slope * x)),
      words: {
        en: {
          head: 'The wrong half was kept.',
          text: () => 'ReLU lets the positive inputs through as they are.',
        },
        zh: { head: '留错了一半。', text: () => 'ReLU让正的输入原样通过。' },
      },
    },
    'derivative-one-everywhere': {
      ...derivativeBy(() => 1),
      words: {
        en: {
          head: 'The derivative was taken to be 1 everywhere.',
          text: ({ slope }) =>
            `It is 1 only where the input is positive. For a negative input the curve ${slope === 0 ? 'is flat: 0' : `rises with the slope ${slope}`}.`,
        },
        zh: {
          head: '以为导数处处是1。',
          text: ({ slope }) =>
            `输入是正数时才是1。输入是负数时，曲线${slope === 0 ? '是平的，导数是0' : `的斜率是${slope}`}。`,
        },
      },
    },
    'value-for-derivative': {
      ...derivativeBy((x, slope) => (x > 0 ? x : slope * x)),
      words: {
        en: {
          head: 'The output was written as the derivative.',
          text: () => 'The derivative is the slope of the curve, not its height: for every positive input it is 1.',
        },
        zh: { head: '把输出当成了导数。', text: () => '导数是曲线的斜率，不是高度：正的输入，导数都是1。' },
      },
    },
    'derivative-of-magnitude': {
      ...derivativeBy((x) => Math.sign(x)),
      words: {
        en: {
          head: 'For negative inputs −1 was written.',
          text: () => 'That is the slope of the magnitude. ReLU does not turn negative inputs into positive ones.',
        },
        zh: { head: '负的输入，导数填成了−1。', text: () => '那是绝对值的斜率。ReLU不会把负的输入变成正的。' },
      },
    },
    'one-at-zero': {
      ...derivativeBy((x, slope) => (x >= 0 ? 1 : slope), hasZero),
      words: {
        en: {
          head: 'At 0 the derivative is not 1.',
          text: ({ slope }) =>
            `The curve has a corner there; PyTorch takes the slope from the left, ${slope}, as the task says.`,
        },
        zh: {
          head: '在0处，导数填成了1。',
          text: ({ slope }) => `曲线在那里有个拐角，PyTorch取左边的斜率${slope}，题目里说了。`,
        },
      },
    },
    'slope-forgotten': {
      answer(problem) {
        return isLeaky(problem) ? asAnswer(truth({ ...problem, slope: 0 })) : undefined;
      },
      words: {
        en: {
          head: 'Negative inputs were set to 0.',
          text: ({ slope }) => `That is the plain ReLU. The leaky one multiplies them by ${slope}.`,
        },
        zh: { head: '负的输入都变成了0。', text: ({ slope }) => `那是普通的ReLU。leaky ReLU要乘${slope}。` },
      },
    },
    'sign-lost': {
      ...outputBy((x, slope) => (x > 0 ? x : -slope * x), isLeaky),
      words: {
        en: {
          head: 'The minus of the leaky part is missing.',
          text: ({ slope }) => `A negative input times ${slope} is still negative.`,
        },
        zh: { head: '乘了斜率以后，负号丢了。', text: ({ slope }) => `负数乘${slope}还是负数。` },
      },
    },
    'gradient-clipped': {
      ...gradientBy((slope) => Math.max(0, slope)),
      words: {
        en: {
          head: 'ReLU was applied to the gradient.',
          text: () =>
            'Whether a gradient passes depends on the sign of the input, not on its own: a negative gradient passes where the input is positive.',
        },
        zh: {
          head: '对梯度做了ReLU。',
          text: () => '梯度能不能通过，看的是输入的正负，不是梯度自己的：输入是正的，负的梯度也通过。',
        },
      },
    },
    'gradient-times-input': {
      ...gradientBy((slope, x) => slope * x),
      words: {
        en: {
          head: 'The gradient was multiplied by the input.',
          text: () => 'By the chain rule it is multiplied by the derivative at that input.',
        },
        zh: { head: '梯度乘了输入。', text: () => '按链式法则，应当乘那个输入处的导数。' },
      },
    },
  },

  words: {
    en: {
      title: 'ReLU and its derivative',
      task: (problem) =>
        `Apply ${problem.slope === 0 ? 'ReLU' : `the leaky ReLU, which multiplies negative inputs by ${problem.slope},`} to the input. What is the output, and the derivative in each square?${problem.gradient === null ? '' : ' And which gradient does each input get, if the output has the gradient that is given?'}${hasZero(problem) ? ` At 0 take the derivative to be ${problem.slope}, as PyTorch does.` : ''}`,
      hints: (problem) => [
        problem.slope === 0
          ? `ReLU is max(0, ${variable('x')}).`
          : `The leaky ReLU leaves positive inputs alone and multiplies the others by ${problem.slope}.`,
        `The derivative is the slope of the curve: one number for all positive inputs, another for all negative ones.`,
        ...(problem.gradient === null
          ? [
              'Where the input is positive the curve rises as fast as the input; where it is negative it does not rise at all.',
            ]
          : [
              'By the chain rule the gradient of the input is the gradient of the output times the derivative, square by square.',
            ]),
      ],
      steps: (problem) => [
        problem.slope === 0
          ? 'Positive inputs stay, all others become 0. The derivative is 1 for the positive ones, else 0.'
          : `Positive inputs stay, all others are multiplied by ${problem.slope}. The derivative is 1 for the positive ones, else ${problem.slope}.`,
        `Output, row by row: ${rowsText(truth(problem).output, '; ')}.`,
        `Derivative: ${rowsText(truth(problem).derivative, '; ')}.`,
        ...gradientText(problem, 'Gradient of the output times the derivative: ', '; ', '.'),
      ],
    },
    zh: {
      title: 'ReLU和它的导数',
      task: (problem) =>
        `对输入做${problem.slope === 0 ? 'ReLU' : `leaky ReLU（负的输入乘${problem.slope}）`}。输出是什么？每一格的导数是多少？${problem.gradient === null ? '' : '已知输出的梯度，每个输入的梯度是多少？'}${hasZero(problem) ? `在0处，和PyTorch一样，导数取${problem.slope}。` : ''}`,
      hints: (problem) => [
        problem.slope === 0
          ? `ReLU就是max(0, ${variable('x')})。`
          : `leaky ReLU不改变正的输入，其余的乘${problem.slope}。`,
        '导数是曲线的斜率：正的输入都是同一个数，负的都是另一个。',
        ...(problem.gradient === null
          ? ['输入是正的，输出和它一样快地上升；输入是负的，输出一点也不上升。']
          : ['按链式法则，每一格输入的梯度，是输出的梯度乘导数。']),
      ],
      steps: (problem) => [
        problem.slope === 0
          ? '正的输入不变，其余变成0。导数在正的地方是1，其余是0。'
          : `正的输入不变，其余乘${problem.slope}。导数在正的地方是1，其余是${problem.slope}。`,
        `输出逐行是：${rowsText(truth(problem).output, '；')}。`,
        `导数逐行是：${rowsText(truth(problem).derivative, '；')}。`,
        ...gradientText(problem, '输出的梯度乘导数，逐行是：', '；', '。'),
      ],
    },
  },
};

const rowsText = (cells: Matrix, semicolon: string): string =>
  rowTexts(cells)
    .map((row) => output(row))
    .join(semicolon);

const gradientText = (problem: ReluMap, before: string, semicolon: string, end: string): string[] => {
  const { gradient } = truth(problem);
  return gradient === undefined ? [] : [`${before}${rowsText(gradient, semicolon)}${end}`];
};

export default exercise;
