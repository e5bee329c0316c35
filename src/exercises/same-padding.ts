import type { Answer, Exercise, Label, Level } from './kit/definition.ts';
import type { Random } from './kit/random.ts';
import { output, padding, strong, variable } from './kit/text.ts';
import { shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';
import { none, numbersOrNone, optionOf } from './shared/options.ts';
import { type Direction, half, lost, lostText, samePadding, spanText } from './shared/same-size.ts';

interface SamePadding {
  /** The height and width of the input. */
  readonly input: number;
  /** The height and the width of the kernel; one of them where it is square. */
  readonly kernel: readonly number[];
  readonly dilation: number;
}

/** A padding for each direction; `undefined` where there is none. */
type Paddings = readonly (number | undefined)[];

const directions = ({ kernel: sizes, dilation }: SamePadding): Direction[] => sizes.map((size) => ({ size, dilation }));

/** The paddings that keep the size. */
const truth = (problem: SamePadding): Paddings =>
  directions(problem).map((direction) => samePadding(problem.input, direction));

const hasNone = (problem: SamePadding): boolean => truth(problem).includes(undefined);
const isDilated = ({ dilation }: SamePadding): boolean => dilation > 1;

const partIds = ['height', 'width'] as const;

const asAnswer = (paddings: Paddings): Answer =>
  Object.fromEntries(paddings.map((value, index) => [partIds[index] ?? '', [optionOf(value)]]));

/** A wrong rule for the padding of one direction, on the problems to which it applies. */
const wrongly = (applies: (problem: SamePadding) => boolean, rule: (direction: Direction) => number | undefined) => ({
  answer: (problem: SamePadding) => (applies(problem) ? asAnswer(directions(problem).map(rule)) : undefined),
});

function draw(random: Random, level: Level): SamePadding {
  if (level === 1) {
    return { input: random.integer(8, 32), kernel: [random.pick([1, 2, 3, 4, 5, 6, 7])], dilation: 1 };
  }
  const sizes = random.shuffle(level === 2 ? [2, 3, 4, 5, 6, 7, 9] : [2, 3, 4, 5]);
  const dilation = level === 2 ? 1 : random.pick([2, 2, 3]);
  return { input: random.integer(16, 64), kernel: sizes.slice(0, 2), dilation };
}

const exercise: Exercise<SamePadding> = {
  id: 'same-padding',
  lesson: 'padding',
  levels: [1, 2, 3],

  generate: draw,

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: names.input, value: shapeIn([problem.input, problem.input]), role: 'input' },
        { label: names.kernel, value: shapeIn(bothSizes(problem)), role: 'kernel' },
        ...(isDilated(problem)
          ? [{ label: { en: `Dilation ${variable('D')}`, zh: `膨胀率${variable('D')}` }, value: problem.dilation }]
          : []),
      ],
    },
  ],

  parts: (problem) =>
    problem.kernel.map((_, index) => ({
      id: partIds[index] ?? '',
      kind: 'choice',
      label: labelOf(problem, index),
      options: numbersOrNone(offered(problem, index)),
      inARow: true,
    })),

  solve: (problem) => asAnswer(truth(problem)),

  working: () => undefined,

  misconceptions: {
    'rounded-up': {
      ...wrongly(hasNone, (direction) => Math.ceil(lost(direction) / 2)),
      words: {
        en: { head: 'Half a square was rounded up.', text: (problem) => roundedText(problem, Math.ceil).en },
        zh: { head: '半格被进成了一格。', text: (problem) => roundedText(problem, Math.ceil).zh },
      },
    },
    'rounded-down': {
      ...wrongly(hasNone, (direction) => Math.floor(lost(direction) / 2)),
      words: {
        en: { head: 'Half a square was dropped.', text: (problem) => roundedText(problem, Math.floor).en },
        zh: { head: '半格被舍去了。', text: (problem) => roundedText(problem, Math.floor).zh },
      },
    },
    'both-sides-together': {
      ...wrongly((problem) => Math.max(...directions(problem).map(lost)) > 1, lost),
      words: {
        en: {
          head: 'That is the padding of both sides together.',
          text: () => `${variable('P')} is what stands on one side. The same stands on the other, so it counts twice.`,
        },
        zh: { head: '这是两边加起来的填充。', text: () => `${variable('P')}只是一边的；另一边也有同样多，要算两次。` },
      },
    },
    'always-one': {
      ...wrongly(
        (problem) => !hasNone(problem) && truth(problem).some((value) => value !== 1),
        () => 1,
      ),
      words: {
        en: {
          head: 'A padding of 1 is not right for every kernel.',
          text: () => 'It makes up for 2 lost squares: what a kernel of 3 without dilation takes.',
        },
        zh: {
          head: '以为填充1对所有卷积核都合适。',
          text: () => '它只能补回2格：不带膨胀、大小为3的卷积核，少的正好是2格。',
        },
      },
    },
    'dilation-ignored': {
      ...wrongly(isDilated, ({ size }) => half(size - 1)),
      words: {
        en: {
          head: 'The dilation was ignored.',
          text: (problem) =>
            `With ${variable('D')} = ${problem.dilation}, ${first(problem).size} weights in a row reach over ${spanText(first(problem))} squares.`,
        },
        zh: {
          head: '漏了膨胀率。',
          text: (problem) =>
            `${variable('D')} = ${problem.dilation}时，一排${first(problem).size}个权重要跨过${spanText(first(problem))}格。`,
        },
      },
    },
    'gap-after-the-last': {
      ...wrongly(isDilated, ({ size, dilation }) => half(size * dilation - 1)),
      words: {
        en: {
          head: 'A gap was counted after the last weight, too.',
          text: (problem) =>
            `Between ${first(problem).size} weights in a row there ${first(problem).size === 2 ? 'is 1 step' : `are ${first(problem).size - 1} steps`}, so they reach over ${spanText(first(problem))} squares.`,
        },
        zh: {
          head: '最后一个权重后面也算了间隔。',
          text: (problem) =>
            `一排${first(problem).size}个权重之间只有${first(problem).size - 1}段，一共跨过${spanText(first(problem))}格。`,
        },
      },
    },
    'even-never-fits': {
      ...wrongly(
        (problem) => isDilated(problem) && directions(problem).some((one) => one.size % 2 === 0 && lost(one) % 2 === 0),
        (one) => (one.size % 2 === 0 ? undefined : half(lost(one))),
      ),
      words: {
        en: {
          head: 'An even kernel can keep the size when it is dilated.',
          text: (problem) => `Without padding ${lostText(evenOne(problem))} squares are lost, an even number.`,
        },
        zh: {
          head: '以为边长是偶数的卷积核总不行。',
          text: (problem) => `没有填充时少${lostText(evenOne(problem))}格，是偶数，两边可以平分。`,
        },
      },
    },
    'directions-swapped': {
      answer(problem) {
        const [height, width] = truth(problem);
        return problem.kernel.length === 1 || height === width ? undefined : asAnswer([width, height]);
      },
      words: {
        en: {
          head: 'The two directions are swapped.',
          text: () => 'The height of the kernel, its first number, takes rows: they are made up for above and below.',
        },
        zh: { head: '两个方向弄反了。', text: () => '先写的是卷积核的高，它让行变少，要在上下补回来。' },
      },
    },
  },

  words: {
    en: {
      title: 'Padding that keeps the size',
      task: (problem) =>
        `A kernel of this size slides over the input, stride 1.${isDilated(problem) ? ` It is dilated: neighbouring weights lie ${variable('D')} squares apart, and what is between them is not looked at.` : ''} ${problem.kernel.length === 1 ? `Which padding ${variable('P')}, the same on all four sides, makes the output as large as the input?` : 'The same padding stands above and below, and another one on the left and on the right. Which paddings make the output as large as the input?'} Choose “none” where no padding does.`,
      hints: (problem) => [
        'How much smaller than the input is the output without padding?',
        `The padding stands on both sides, so what is lost must be made up for by two equal numbers, 2 × ${variable('P')}.`,
        directions(problem)
          .map(
            (one, index) =>
              `${nameOf(problem, index).en} ${lostText(one)} ${lostWords(one)}: can 2 × ${variable('P')} be that?`,
          )
          .join(' '),
      ],
      steps: (problem) =>
        directions(problem).flatMap((one, index) => stepsOf(problem, one, index).map((step) => step.en)),
    },
    zh: {
      title: '让大小不变的填充',
      task: (problem) =>
        `这样大的卷积核在输入上滑动，步长1。${isDilated(problem) ? `它带膨胀：相邻的权重相距${variable('D')}格，中间的格子不看。` : ''}${problem.kernel.length === 1 ? `四边的填充都是${variable('P')}，${variable('P')}取几，输出才和输入一样大？` : '上下填充一样多，左右也一样多。上下、左右各填几格，输出才和输入一样大？'}如果怎样都不行，就选“没有”。`,
      hints: (problem) => [
        '没有填充时，输出比输入小多少？',
        '两边都有填充，少掉的格数要由两个相等的数补回来。',
        directions(problem)
          .map((one, index) => `${nameOf(problem, index).zh}少${lostText(one)}格：2 × ${variable('P')}能等于它吗？`)
          .join(''),
      ],
      steps: (problem) =>
        directions(problem).flatMap((one, index) => stepsOf(problem, one, index).map((step) => step.zh)),
    },
  },
};

/** The numbers to choose from: the right one, what the wrong rules give, and their like. */
function offered(problem: SamePadding, index: number): number[] {
  const answers = Object.values(exercise.misconceptions).map(
    (rule) => rule.answer(problem)?.[partIds[index] ?? '']?.[0],
  );
  const numbers = [optionOf(truth(problem)[index]), ...answers].filter((id) => id !== undefined && id !== none);
  return [...numbers.map(Number), 0, 1, 2];
}

const bothSizes = ({ kernel: [height = 1, width = height] }: SamePadding): number[] => [height, width];
const first = (problem: SamePadding): Direction => directions(problem)[0] ?? { size: 1, dilation: 1 };
const evenOne = (problem: SamePadding): Direction =>
  directions(problem).find((one) => one.size % 2 === 0 && lost(one) % 2 === 0) ?? first(problem);
const oddOne = (problem: SamePadding): Direction =>
  directions(problem).find((one) => half(lost(one)) === undefined) ?? first(problem);

const labelOf = (problem: SamePadding, index: number): Label => {
  if (problem.kernel.length === 1) return { en: 'Padding', zh: '填充' };
  return index === 0
    ? { en: 'Padding above and below', zh: '上下的填充' }
    : { en: 'Padding on the left and on the right', zh: '左右的填充' };
};

const nameOf = (problem: SamePadding, index: number): Label => {
  if (problem.kernel.length === 1) return { en: 'In each direction', zh: '每个方向上' };
  return index === 0 ? { en: 'In the height', zh: '高度上' } : { en: 'In the width', zh: '宽度上' };
};

/** What becomes of a padding that was rounded to a whole number. */
function roundedText(problem: SamePadding, round: (value: number) => number): Label {
  const one = oddOne(problem);
  const rim = round(lost(one) / 2);
  const change = 2 * rim - lost(one);
  return {
    en: `${lostText(one)} ${lostWords(one)}. ${variable('P')} = ${padding(rim)} gives back 2 × ${padding(rim)} = ${2 * rim}, and the output is one square ${change > 0 ? 'larger' : 'smaller'} than the input.`,
    zh: `少了${lostText(one)}格，${variable('P')} = ${padding(rim)}补回2 × ${padding(rim)} = ${2 * rim}格，输出比输入${change > 0 ? '大' : '小'}了一格。`,
  };
}

const lostWords = (direction: Direction): string => (lost(direction) === 1 ? 'square is lost' : 'squares are lost');

/** The worked solution for one direction: what is lost, and how it is made up for. */
function stepsOf(problem: SamePadding, direction: Direction, index: number): Label[] {
  const [gone, rim] = [lost(direction), half(lost(direction))];
  const name = nameOf(problem, index);
  const first = {
    en: `${name.en} ${lostText(direction)} ${lostWords(direction)} without padding.`,
    zh: `${name.zh}，没有填充时少${lostText(direction)}格。`,
  };
  if (rim === undefined) {
    const [en, zh] = [
      `2 × ${variable('P')} is never ${gone}, as ${gone} is odd`,
      `${gone}是奇数，2 × ${variable('P')}不会等于它`,
    ];
    return [first, { en: `${en}: ${strong('none')}.`, zh: `${zh}：${strong('没有')}。` }];
  }
  const made = `${variable('P')} = ${gone} / 2 = ${output(rim)}`;
  return [
    first,
    { en: `2 × ${variable('P')} must make up for this: ${made}.`, zh: `2 × ${variable('P')}要把它们补回来：${made}。` },
  ];
}

export default exercise;
