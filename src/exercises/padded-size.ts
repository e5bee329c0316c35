import { convolutionOutputSize } from '../core/index.ts';
import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Working } from './kit/definition.ts';
import { format, input, kernel, output, padding, variable } from './kit/text.ts';
import { names } from './shared/names.ts';
import { bothSizes, sizeParts } from './shared/sizes.ts';

/** Sizes in one direction. */
interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly padding: number;
}

interface PaddedSize {
  /** The height and the width; one of them where all is square. */
  readonly axes: readonly Axis[];
}

/** A rule that makes the output's size from a sum, and the terms of that sum. */
interface Rule {
  value(axis: Axis): number;
  terms(axis: Axis): readonly string[];
}

const truth: Rule = {
  value: convolutionOutputSize,
  terms: (axis) => [input(axis.input), `+ 2 × ${padding(axis.padding)}`, `− ${kernel(axis.kernel)}`, '+ 1'],
};

const answerOf = ({ axes }: PaddedSize, rule: Rule): Answer => ({ size: axes.map((axis) => rule.value(axis)) });

const workingOf = ({ axes }: PaddedSize, rule: Rule, index: number): Working | undefined => {
  const axis = axes[index];
  return axis && { lines: [rule.terms(axis), [format(rule.value(axis))]] };
};

/** A wrong rule that is another sum. */
const wrongSum = (rule: Rule) => ({
  answer: (problem: PaddedSize) => answerOf(problem, rule),
  working: (problem: PaddedSize, _: string, index: number) => workingOf(problem, rule, index),
});

const [size, rim, window] = [variable('I'), variable('P'), variable('K')];

const exercise: Exercise<PaddedSize> = {
  id: 'padded-size',
  lesson: 'padding',
  levels: [1, 2, 3],

  generate(random, level) {
    const axis = (): Axis =>
      level === 1
        ? { input: random.integer(5, 16), kernel: random.pick([2, 3, 4]), padding: random.integer(2, 3) }
        : { input: random.integer(14, 64), kernel: random.pick([3, 4, 5, 7, 9]), padding: random.integer(2, 4) };
    return { axes: level === 3 ? [axis(), axis()] : [axis()] };
  },

  given(problem) {
    const [height, width] = problem.axes;
    const above = height?.padding ?? 0;
    const sides =
      width === undefined
        ? above
        : {
            en: `${above} above and below, ${width.padding} left and right`,
            zh: `上下各${above}，左右各${width.padding}`,
          };
    return [
      {
        kind: 'values',
        items: [
          { label: { en: `Input ${size}`, zh: `输入${size}` }, value: bothSizes(problem.axes, 'input'), role: 'input' },
          {
            label: { en: `Kernel ${window}`, zh: `卷积核${window}` },
            value: bothSizes(problem.axes, 'kernel'),
            role: 'kernel',
          },
          { label: { en: `Padding ${rim}`, zh: `填充${rim}` }, value: sides, role: 'padding' },
        ],
      },
    ];
  },

  parts: ({ axes }) => sizeParts(axes),

  solve: (problem) => answerOf(problem, truth),

  working: (problem, _, index) => workingOf(problem, truth, index),

  misconceptions: {
    'padding-once': {
      ...wrongSum({
        value: (axis) => axis.input + axis.padding - axis.kernel + 1,
        terms: (axis) => [input(axis.input), `+ ${padding(axis.padding)}`, `− ${kernel(axis.kernel)}`, '+ 1'],
      }),
      words: {
        en: {
          head: 'The padding was counted once.',
          text: () => `It is added on both sides: left and right, above and below. So it counts as 2 × ${rim}.`,
        },
        zh: { head: '填充只算了一次。', text: () => `左右、上下两边都要填，所以要加2 × ${rim}。` },
      },
    },
    'kernel-not-subtracted': {
      ...wrongSum({
        value: (axis) => axis.input + 2 * axis.padding,
        terms: (axis) => [input(axis.input), `+ 2 × ${padding(axis.padding)}`],
      }),
      words: {
        en: {
          head: 'That is the size of the padded input.',
          text: () =>
            `The window must fit inside it, so it has fewer places than there are squares: ${window} − 1 fewer.`,
        },
        zh: {
          head: '这是填充后输入的大小。',
          text: () => `窗口要整个放在里面，所以位置比格子少${window} − 1个。`,
        },
      },
    },
    'one-forgotten': {
      ...wrongSum({
        value: (axis) => axis.input + 2 * axis.padding - axis.kernel,
        terms: (axis) => [input(axis.input), `+ 2 × ${padding(axis.padding)}`, `− ${kernel(axis.kernel)}`],
      }),
      words: {
        en: {
          head: 'The + 1 is missing.',
          text: () => 'That is how many steps the window can go. The place it starts from counts too.',
        },
        zh: { head: '漏了加1。', text: () => '这是窗口能走的步数；起点那个位置也要算上。' },
      },
    },
    'padding-ignored': {
      ...wrongSum({
        value: (axis) => axis.input - axis.kernel + 1,
        terms: (axis) => [input(axis.input), `− ${kernel(axis.kernel)}`, '+ 1'],
      }),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () =>
            `The padding makes the input ${size} + 2 × ${rim} squares long in each direction before the window slides.`,
        },
        zh: { head: '漏了填充。', text: () => `窗口滑动之前，填充已经把边长${size}变成了${size} + 2 × ${rim}。` },
      },
    },
    'size-kept': {
      ...wrongSum({ value: (axis) => axis.input, terms: (axis) => [input(axis.input)] }),
      words: {
        en: {
          head: 'Padding does not always keep the size.',
          text: () => `It does only where 2 × ${rim} = ${window} − 1. Work it out for these numbers.`,
        },
        zh: {
          head: '以为填充总能保持大小。',
          text: () => `只有2 × ${rim} = ${window} − 1时，输出才和输入一样大。用这里的数算一算。`,
        },
      },
    },
    'height-and-width-swapped': {
      answer: ({ axes }) => (axes.length === 1 ? undefined : answerOf({ axes: [...axes].reverse() }, truth)),
      working: ({ axes }, _, index) => workingOf({ axes: [...axes].reverse() }, truth, index),
      words: {
        en: { head: 'Height and width are swapped.', text: () => 'The height comes first, here as everywhere.' },
        zh: { head: '高和宽弄反了。', text: () => '形状总是先写高，再写宽。' },
      },
    },
  },

  words: {
    en: {
      title: 'Size with padding',
      task: ({ axes }) =>
        `A convolution with stride 1 and padding reads this input. How large is its output?${axes.length === 1 ? ' It is square.' : ' Sizes are height × width.'}`,
      hints: ({ axes: [first] }) => [
        'First find the size of the input with its padding.',
        'How many places does the window have in a row of that size? Count how many squares it can move, and the place where it starts.',
        ...(first === undefined ? [] : [`The height is ${truth.terms(first).join(' ')}.`]),
      ],
      steps: (problem) => problem.axes.flatMap((axis, index) => stepsOf(problem, axis, index, 'en')),
    },
    zh: {
      title: '填充后的大小',
      task: ({ axes }) =>
        `步长为1的卷积读入下面的输入，带填充。输出有多大？${axes.length === 1 ? '它是正方形。' : '大小都写成高×宽。'}`,
      hints: ({ axes: [first] }) => [
        '先算加上填充以后，输入有多大。',
        '在这么长的一行里，窗口有几个位置？数一数它能移动几格，再算上起点。',
        ...(first === undefined ? [] : [`高是${truth.terms(first).join(' ')}。`]),
      ],
      steps: (problem) => problem.axes.flatMap((axis, index) => stepsOf(problem, axis, index, 'zh')),
    },
  },
};

/** The worked steps of one direction. */
function stepsOf(problem: PaddedSize, axis: Axis, index: number, locale: Locale): string[] {
  const square = problem.axes.length === 1;
  const name = (index === 0 ? names.height : names.width)[locale];
  const padded = axis.input + 2 * axis.padding;
  const ring = `${input(axis.input)} + 2 × ${padding(axis.padding)} = ${format(padded)}`;
  const moves = `${format(padded)} − ${kernel(axis.kernel)} = ${format(padded - axis.kernel)}`;
  const places = `${format(padded - axis.kernel)} + 1 = ${output(convolutionOutputSize(axis))}`;
  return locale === 'en'
    ? [
        `${square ? 'In each direction' : `For the ${name}`}, the input with its padding is ${ring} squares long.`,
        `The window is ${axis.kernel} long, so it can move ${moves} squares.`,
        `With the place where it starts that makes ${places} places.`,
      ]
    : [
        `${square ? '每个方向上' : `${name}的方向上`}，加上填充后，输入长${ring}格。`,
        `窗口长${axis.kernel}格，所以能移动${moves}格。`,
        `算上起点，一共${places}个位置。`,
      ];
}

export default exercise;
