import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Label, Level } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, input, kernel, output, padding, strong, variable } from './kit/text.ts';
import { shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';
import { numbersOrNone, optionOf, range } from './shared/options.ts';
import { type Axis, roomOf, type Slip, sizeWith, trueSize } from './shared/sizes.ts';

/** A convolution of which either the stride or the padding is asked for, and is `null`; all is square. */
interface WantedStride {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number | null;
  readonly padding: number | null;
  readonly output: number;
}

const asksStride = ({ stride }: WantedStride): boolean => stride === null;

/** The numbers to choose from. */
const candidates = (problem: WantedStride): number[] => (asksStride(problem) ? range(1, 6) : range(0, 6));

/** The convolution with this number for the one that is asked for. */
const withNumber = ({ input: size, kernel: window, stride, padding: rim }: WantedStride, value: number): Axis => ({
  input: size,
  kernel: window,
  stride: stride ?? value,
  padding: rim ?? value,
  dilation: 1,
});

/** All numbers that give the size wanted, under a slip if there is one. */
const giving = (problem: WantedStride, slip: Slip = {}): number[] =>
  candidates(problem).filter((value) => sizeWith(withNumber(problem, value), slip) === problem.output);

const solutions = (problem: WantedStride): number[] =>
  candidates(problem).filter((value) => trueSize(withNumber(problem, value)) === problem.output);

const asAnswer = (value: number | undefined): Answer => ({ number: [optionOf(value)] });
/** Another answer than the right one; `undefined` where it is the right one. */
const unlessRight = (problem: WantedStride, value: number | undefined): Answer | undefined =>
  value === solutions(problem)[0] ? undefined : asAnswer(value);

/** A wrong rule that finds another number with a slip in the formula. */
const finding = (slip: Slip, applies: (problem: WantedStride) => boolean = () => true) => ({
  answer(problem: WantedStride) {
    const [value] = giving(problem, slip);
    return applies(problem) && value !== undefined ? unlessRight(problem, value) : undefined;
  },
});

/** The first number that goes beyond the size wanted, where none gives just it. */
const past = (problem: WantedStride): number | undefined =>
  candidates(problem).find((value) => {
    const size = trueSize(withNumber(problem, value));
    return asksStride(problem) ? size < problem.output : size > problem.output;
  });

/** The last number before that. */
const last = (problem: WantedStride): number => (past(problem) ?? 1) - 1;

const hasPadding = ({ padding: rim }: WantedStride): boolean => rim !== null && rim > 0;

function draw(random: Random, level: Level): WantedStride {
  const axis: Axis = {
    input: random.integer(level === 1 ? 7 : 10, [24, 36, 64][level - 1] ?? 24),
    kernel: random.pick(level === 1 ? [2, 3, 4, 5] : [3, 4, 5, 7]),
    stride: random.integer(2, 5),
    padding: level === 1 ? 0 : random.integer(1, 4),
    dilation: 1,
  };
  const { input: size, kernel: window } = axis;
  const beside = random.chance(0.4) ? random.pick([-1, 1]) : 0;
  if (level === 1 || random.chance(0.6)) {
    const rim = Math.min(axis.padding, Math.floor(window / 2));
    return {
      input: size,
      kernel: window,
      stride: null,
      padding: rim,
      output: trueSize({ ...axis, padding: rim }) + beside,
    };
  }
  const stride = level === 2 ? 1 : random.integer(2, 4);
  const wanted = trueSize({ ...axis, stride }) + beside;
  return { input: size, kernel: window, stride, padding: null, output: wanted };
}

/** Sizes that are worth the asking; where there is no such number, there is none beyond those to choose from either. */
function isGood(problem: WantedStride): boolean {
  if (problem.output < 3 || problem.kernel >= problem.input) return false;
  if (solutions(problem).length > 0) return (solutions(problem)[0] ?? 0) > 0;
  return past(problem) !== undefined;
}

const exercise: Exercise<WantedStride> = {
  id: 'wanted-stride',
  lesson: 'stride',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => draw(random, level), isGood),

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: names.input, value: square(problem.input), role: 'input' },
        { label: names.kernel, value: square(problem.kernel), role: 'kernel' },
        { label: { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` }, value: problem.stride ?? '?' },
        {
          label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
          value: problem.padding === 0 ? { en: 'none', zh: '没有' } : (problem.padding ?? '?'),
          role: 'padding',
        },
        { label: { en: 'Output wanted', zh: '想要的输出' }, value: square(problem.output), role: 'output' },
      ],
    },
  ],

  parts: (problem) => [
    {
      id: 'number',
      kind: 'choice',
      label: asksStride(problem) ? { en: 'Stride', zh: '步长' } : { en: 'Padding on every side', zh: '每一边的填充' },
      options: numbersOrNone(candidates(problem)),
      inARow: true,
    },
  ],

  solve: (problem) => asAnswer(solutions(problem)[0]),

  working: () => undefined,

  misconceptions: {
    'one-forgotten': {
      answer: (problem) => asAnswer(giving(problem, { one: 'forgotten' })[0]),
      words: {
        en: {
          head: 'The place where the window starts was not counted.',
          text: ({ output: wanted }) => `${wanted} places in a row are only ${wanted} − 1 = ${wanted - 1} steps.`,
        },
        zh: {
          head: '漏了起点那个位置。',
          text: ({ output: wanted }) => `一行${wanted}个位置，只要走${wanted} − 1 = ${wanted - 1}步。`,
        },
      },
    },
    'must-divide': {
      answer(problem) {
        const exact = solutions(problem).find((value) => {
          const axis = withNumber(problem, value);
          return roomOf(axis) % axis.stride === 0;
        });
        return unlessRight(problem, exact);
      },
      words: {
        en: {
          head: 'It need not divide without a remainder.',
          text: () =>
            'A last piece that is too short for a step is simply left out, so other numbers give this size, too.',
        },
        zh: { head: '以为一定要整除。', text: () => '最后不够走一步的部分直接不要，所以别的数也能得到这个大小。' },
      },
    },
    'padding-once': {
      ...finding({ paddings: 1 }, (problem) => problem.padding === null || hasPadding(problem)),
      words: {
        en: {
          head: 'The padding was counted once.',
          text: () =>
            `${variable('P')} squares stand on each of the two sides, so the row becomes 2 × ${variable('P')} longer.`,
        },
        zh: {
          head: '填充只算了一次。',
          text: () => `两边各有${variable('P')}格，所以一行长了2 × ${variable('P')}格。`,
        },
      },
    },
    'kernel-not-subtracted': {
      ...finding({ withoutKernel: true }),
      words: {
        en: {
          head: 'The kernel was not subtracted.',
          text: ({ kernel: window }) =>
            `The window takes ${kernel(window)} squares itself and moves only by what is left.`,
        },
        zh: {
          head: '没有减去卷积核。',
          text: ({ kernel: window }) => `窗口自己就占${kernel(window)}格，能移动的只是剩下的。`,
        },
      },
    },
    'stride-ignored': {
      answer(problem) {
        if (problem.stride === null || problem.stride === 1) return undefined;
        return unlessRight(problem, giving(problem, { withoutStride: true })[0]);
      },
      words: {
        en: {
          head: 'The stride is missing.',
          text: ({ stride }) => `The window goes ${stride} squares at a time, so the room is divided by ${stride}.`,
        },
        zh: { head: '漏了步长。', text: ({ stride }) => `窗口一次走${stride}格，能移动的格数要除以${stride}。` },
      },
    },
    'largest-taken': {
      answer: (problem) => unlessRight(problem, solutions(problem).at(-1)),
      words: {
        en: {
          head: 'That works, but it is not the smallest.',
          text: () => 'A smaller number gives the same size; only what is left over changes.',
        },
        zh: { head: '可以，但不是最小的。', text: () => '更小的数也能得到这个大小，只是剩下的格数不同。' },
      },
    },
    'nearly-right': {
      answer: (problem) => (solutions(problem).length === 0 ? unlessRight(problem, past(problem)) : undefined),
      words: {
        en: {
          head: 'That does not give the size wanted.',
          text: (problem) =>
            `With ${past(problem)} the output is ${sizeBy(problem, past(problem))}, with ${last(problem)} it is ${sizeBy(problem, last(problem))}: the sizes leap over ${problem.output}.`,
        },
        zh: {
          head: '这样得不到想要的大小。',
          text: (problem) =>
            `取${past(problem)}时，输出是${sizeBy(problem, past(problem))}；取${last(problem)}时，是${sizeBy(problem, last(problem))}：正好跳过了${problem.output}。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Reach a wanted size',
      task: (problem) =>
        `${asksStride(problem) ? 'Which stride' : 'Which padding, the same on every side,'} gives the output wanted?${solutions(problem).length > 1 ? ' There is more than one: choose the smallest.' : ''} Choose “none” if there is none.`,
      hints: (problem) => [
        `How many steps does the window take in a row, if it is to stop at ${problem.output} places?`,
        asksStride(problem)
          ? `It can move by ${roomOf(withNumber(problem, 1))} squares in a row. How long must a step be?`
          : `${problem.output - 1} steps of ${problem.stride} must fit. How much padding gives the window room for them?`,
        `The size is ${formulaOf(problem)}. Try numbers from ${candidates(problem)[0]} on.`,
      ],
      steps: (problem) => [
        `The size is ${formulaOf(problem)}, and it must be ${problem.output}.`,
        `Try: ${triedText(problem, 'en')}.`,
        solutions(problem).length === 0
          ? `No number gives ${problem.output}: ${strong('none')}.`
          : `So ${symbolOf(problem)} = ${output(solutions(problem)[0] ?? 0)}.`,
      ],
    },
    zh: {
      title: '得到想要的大小',
      task: (problem) =>
        `${asksStride(problem) ? '步长取几' : '每一边填充几格'}，才能得到想要的输出？${solutions(problem).length > 1 ? '这样的数不止一个，选最小的。' : ''}如果都不行，就选“没有”。`,
      hints: (problem) => [
        `窗口要在一行里停${problem.output}个位置，要走几步？`,
        asksStride(problem)
          ? `一行里它能移动${roomOf(withNumber(problem, 1))}格。一步要走几格？`
          : `窗口旁边要放得下${problem.output - 1}步，每步${problem.stride}格。`,
        `大小是${formulaOf(problem)}。从${candidates(problem)[0]}开始一个一个试。`,
      ],
      steps: (problem) => [
        `大小是${formulaOf(problem)}，要等于${problem.output}。`,
        `试一试：${triedText(problem, 'zh')}。`,
        solutions(problem).length === 0
          ? `没有一个数能得到${problem.output}：${strong('没有')}。`
          : `所以${symbolOf(problem)} = ${output(solutions(problem)[0] ?? 0)}。`,
      ],
    },
  },
};

const square = (size: number): Label => shapeIn([size, size]);

const symbolOf = (problem: WantedStride): string => variable(asksStride(problem) ? 'S' : 'P');

const sizeBy = (problem: WantedStride, value = 1): number => trueSize(withNumber(problem, value));

/** The size as a formula with the number asked for in it: ⌊13 / S⌋ + 1. */
function formulaOf(problem: WantedStride): string {
  const { input: size, kernel: window, stride, padding: rim } = problem;
  const around = rim === null ? ` + 2 × ${symbolOf(problem)}` : rim === 0 ? '' : ` + 2 × ${padding(rim)}`;
  const room = `${input(size)}${around} − ${kernel(window)}`;
  return stride === 1 ? `${room} + 1` : `⌊(${room}) / ${stride ?? symbolOf(problem)}⌋ + 1`;
}

/** What the numbers give, one after another, until the size wanted is reached or passed. */
function triedText(problem: WantedStride, locale: Locale): string {
  const end = solutions(problem)[0] ?? past(problem) ?? 0;
  const gives = locale === 'en' ? ' gives ' : '得到';
  return candidates(problem)
    .filter((value) => value <= end)
    .map((value) => [`${symbolOf(problem)} = ${value}`, format(sizeBy(problem, value))].join(gives))
    .join(locale === 'en' ? '; ' : '；');
}

export default exercise;
