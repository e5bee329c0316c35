import type { Answer, Exercise, Label, Level } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { names } from './shared/names.ts';
import {
  type Axis,
  bothSizes,
  restOf,
  roomOf,
  type Slip,
  sizeLines,
  sizeParts,
  sizeWith,
  trueSize,
} from './shared/sizes.ts';

interface StridedSize {
  /** The height and the width; one of them where all is square. */
  readonly axes: readonly Axis[];
}

const asAnswer = (sizes: readonly number[]): Answer => ({ size: sizes });

/** A wrong size; not applied where it comes out at nothing, or `applies` says no. */
const slipping = (slip: Slip, applies: (problem: StridedSize) => boolean = () => true) => ({
  answer({ axes }: StridedSize) {
    const sizes = axes.map((axis) => sizeWith(axis, slip));
    return applies({ axes }) && sizes.every((size) => size > 0) ? asAnswer(sizes) : undefined;
  },
  working({ axes }: StridedSize, _: string, index: number) {
    const axis = axes[index];
    return axis && sizeLines(axis, slip);
  },
});

const isRounded = ({ axes }: StridedSize): boolean => axes.some((axis) => restOf(axis) > 0);
const isPadded = ({ axes }: StridedSize): boolean => axes.some((axis) => axis.padding > 0);

/** Whether one added too early is lost in one direction and not in the other, so that it shows as what it is. */
const isLostOnce = ({ axes }: StridedSize): boolean =>
  new Set(axes.map((axis) => sizeWith(axis, { one: 'early' }) === trueSize(axis))).size > 1;

/** One direction at level 1; then two, at level 2 with the same settings for both. */
function draw(random: Random, level: Level): StridedSize {
  if (level === 1) {
    const [kernel, stride] = [random.integer(2, 5), random.pick([2, 2, 3, 4])];
    return { axes: [{ input: kernel + stride * random.integer(2, 9), kernel, stride, padding: 0, dilation: 1 }] };
  }
  const settings = () => {
    const kernel = random.pick([3, 5, 7, ...(level === 2 ? [] : [11])]);
    return { kernel, stride: random.pick([2, 3, 4]), padding: random.integer(1, Math.floor(kernel / 2)), dilation: 1 };
  };
  const input = () => (level === 2 ? random.integer(12, 40) : random.integer(28, 128));
  const [height, width] = [settings(), settings()];
  return {
    axes: [
      { input: input(), ...height },
      { input: input(), ...(level === 2 ? height : width) },
    ],
  };
}

const exercise: Exercise<StridedSize> = {
  id: 'strided-size',
  lesson: 'stride',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => isRounded(problem) === level > 1,
    ),

  given: ({ axes }) => [
    {
      kind: 'values',
      items: [
        { label: names.input, value: bothSizes(axes, 'input'), role: 'input' },
        { label: names.kernel, value: bothSizes(axes, 'kernel'), role: 'kernel' },
        { label: { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` }, value: strideText(axes) },
        {
          label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
          value: paddingText(axes),
          role: 'padding',
        },
      ],
    },
  ],

  parts: ({ axes }) => sizeParts(axes),

  solve: ({ axes }) => asAnswer(axes.map(trueSize)),

  working: ({ axes }, _, index) => {
    const axis = axes[index];
    return axis && sizeLines(axis);
  },

  misconceptions: {
    'rounded-up': {
      ...slipping({ roundedUp: true }, isRounded),
      words: {
        en: { head: 'It was rounded up.', text: (problem) => roundingText(problem).en },
        zh: { head: '向上取整了。', text: (problem) => roundingText(problem).zh },
      },
    },
    'one-forgotten': {
      ...slipping({ one: 'forgotten' }),
      words: {
        en: {
          head: 'The + 1 is missing.',
          text: () =>
            'That is how many steps the window takes. The place it starts from counts too, and it is added after dividing.',
        },
        zh: { head: '漏了加1。', text: () => '这是窗口走的步数；起点那个位置也要算上，除完以后再加。' },
      },
    },
    'one-added-too-early': {
      ...slipping({ one: 'early' }, isLostOnce),
      words: {
        en: {
          head: 'The + 1 was added before dividing.',
          text: () =>
            'There it is lost whenever the rest is too small. The place it starts from is a whole place: it is added after dividing.',
        },
        zh: {
          head: '加1加在了除法之前。',
          text: () => '那样余数小的时候，这个1就丢了。起点是一个完整的位置，要除完以后再加。',
        },
      },
    },
    'padding-once': {
      ...slipping({ paddings: 1 }, isPadded),
      words: {
        en: {
          head: 'The padding was counted once.',
          text: () => `It is added on both sides, so it counts as 2 × ${variable('P')}.`,
        },
        zh: { head: '填充只算了一次。', text: () => `两边都要填，所以要加2 × ${variable('P')}。` },
      },
    },
    'kernel-not-subtracted': {
      ...slipping({ withoutKernel: true }),
      words: {
        en: {
          head: 'The kernel was not subtracted.',
          text: ({ axes: [axis] }) =>
            `The window itself takes ${axis?.kernel} squares, so it can move only by what is left beside it.`,
        },
        zh: {
          head: '没有减去卷积核。',
          text: ({ axes: [axis] }) => `窗口自己就占${axis?.kernel}格，能移动的只有旁边剩下的格数。`,
        },
      },
    },
    'stride-ignored': {
      ...slipping({ withoutStride: true }),
      words: {
        en: {
          head: 'The stride is missing.',
          text: ({ axes: [axis] }) =>
            `The window goes ${axis?.stride} squares at a time, so it stops at far fewer places. Divide before the 1 is added.`,
        },
        zh: {
          head: '漏了步长。',
          text: ({ axes: [axis] }) => `窗口一次走${axis?.stride}格，停的位置少得多。先除以步长，再加1。`,
        },
      },
    },
    'height-and-width-swapped': {
      answer: ({ axes }) => (axes.length === 1 ? undefined : asAnswer(axes.map(trueSize).reverse())),
      working({ axes }, _, index) {
        const axis = axes.length === 1 ? undefined : axes[1 - index];
        return axis && sizeLines(axis);
      },
      words: {
        en: { head: 'Height and width are swapped.', text: () => 'The height comes first, here as everywhere.' },
        zh: { head: '高和宽弄反了。', text: () => '形状总是先写高，再写宽。' },
      },
    },
  },

  words: {
    en: {
      title: 'Size with stride',
      task: ({ axes }) =>
        `A convolution reads this input. How large is its output?${axes.length === 1 ? ' It is square.' : ' Sizes are height × width.'}`,
      hints: ({ axes, axes: [axis] }) => [
        'By how many squares can the window move in one direction? Think of the padding on both sides, and of the squares that it covers itself.',
        'How many whole steps fit into that? A last piece that is too short for a step is left out.',
        ...(axis === undefined
          ? []
          : [
              `${axes.length === 1 ? 'In each direction' : 'In the height'} it can move by ${roomOf(axis)} squares, ${axis.stride} at a time: ${lineText(sizeLines(axis), 1)}.`,
            ]),
      ],
      steps: ({ axes }) => axes.flatMap((axis, index) => stepsOf(axis, nameOf(axes, index)).map((step) => step.en)),
    },
    zh: {
      title: '有步长时的大小',
      task: ({ axes }) =>
        `一个卷积读入下面的输入。输出有多大？${axes.length === 1 ? '它是正方形。' : '大小都写成高×宽。'}`,
      hints: ({ axes, axes: [axis] }) => [
        '在一个方向上，窗口能移动几格？两边的填充要算上，窗口自己盖住的格子要减去。',
        '这些格里能走几个整步？最后不够一步的就不要了。',
        ...(axis === undefined
          ? []
          : [
              `${axes.length === 1 ? '每个方向上' : '高的方向上'}能移动${roomOf(axis)}格，一次${axis.stride}格：${lineText(sizeLines(axis), 1)}。`,
            ]),
      ],
      steps: ({ axes }) => axes.flatMap((axis, index) => stepsOf(axis, nameOf(axes, index)).map((step) => step.zh)),
    },
  },
};

const strideText = ([height, width]: readonly Axis[]): number | Label =>
  width === undefined || width.stride === height?.stride
    ? (height?.stride ?? 1)
    : { en: `${height?.stride} down, ${width.stride} across`, zh: `向下${height?.stride}，向右${width.stride}` };

function paddingText([height, width]: readonly Axis[]): number | Label {
  const rim = height?.padding ?? 0;
  if (rim === 0) return { en: 'none', zh: '没有' };
  if (width === undefined || width.padding === rim) return rim;
  return { en: `${rim} above and below, ${width.padding} left and right`, zh: `上下各${rim}，左右各${width.padding}` };
}

const nameOf = (axes: readonly Axis[], index: number): Label =>
  axes.length === 1
    ? { en: 'in each direction', zh: '每个方向上' }
    : { en: `in the ${index === 0 ? 'height' : 'width'}`, zh: index === 0 ? '高的方向上' : '宽的方向上' };

/** Why the last window of a direction that does not divide does not count. */
function roundingText({ axes }: StridedSize): Label {
  const axis = axes.find((one) => restOf(one) > 0);
  if (axis === undefined) return { en: '', zh: '' };
  const [steps, rest] = [Math.floor(roomOf(axis) / axis.stride), restOf(axis)];
  return {
    en: `After ${steps} steps of ${axis.stride}, ${rest} of the ${roomOf(axis)} square${roomOf(axis) === 1 ? '' : 's'} ${rest === 1 ? 'is' : 'are'} left. That is too short for another step, and a window over the edge does not count.`,
    zh: `${roomOf(axis)}格里，每步${axis.stride}格，走${steps}步后还剩${rest}格，不够再走一步；伸出边缘的窗口不算。`,
  };
}

/** The worked steps of one direction. */
function stepsOf(axis: Axis, name: Label): Label[] {
  const [room, rest] = [roomOf(axis), restOf(axis)];
  const steps = Math.floor(room / axis.stride);
  const moves = `${lineText(sizeLines({ ...axis, stride: 1 }, { one: 'forgotten' }), 0)} = ${format(room)}`;
  const whole = workingText(sizeLines(axis));
  return [
    {
      en: `The window can move by ${moves} squares ${name.en}.`,
      zh: `${name.zh}，窗口能移动${moves}格。`,
    },
    {
      en: `With ${axis.stride} squares a step that makes ${steps} steps${rest === 0 ? ' exactly' : `, and ${rest} square${rest === 1 ? ' is' : 's are'} left over, too few for another`}.`,
      zh: `每步${axis.stride}格，${rest === 0 ? `正好${steps}步` : `能走${steps}步，剩下${rest}格，不够再走一步`}。`,
    },
    {
      en: `The place where it starts counts, too: ${whole}.`,
      zh: `起点也算一个位置：${whole}。`,
    },
  ];
}

export default exercise;
