import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Working } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, output, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { shapeIn } from './shared/counts.ts';
import {
  axesOf,
  codeOf,
  drawLayer,
  isDilated,
  isPadded,
  isRounded,
  isStrided,
  type OutputShape,
  truth,
} from './shared/layer-settings.ts';
import { names } from './shared/names.ts';
import { type Slip, sizeLines, sizeWith } from './shared/sizes.ts';

const asAnswer = (shape: readonly number[]): Answer => ({ shape });

/** A wrong rule about the size; the channels are right. */
const slipping = (slip: Slip, applies: (problem: OutputShape) => boolean = () => true) => ({
  answer(problem: OutputShape) {
    const sizes = axesOf(problem).map((axis) => sizeWith(axis, slip));
    return applies(problem) && sizes.every((size) => size > 0) ? asAnswer([problem.kernels, ...sizes]) : undefined;
  },
  working: (problem: OutputShape, _: string, index: number) => sizeAt(problem, index, slip),
});

/** The calculation of the height (1) or the width (2). */
function sizeAt(problem: OutputShape, index: number, slip: Slip = {}): Working | undefined {
  const axis = axesOf(problem)[index - 1];
  return axis && sizeLines(axis, slip);
}

/** A wrong rule about the channels; the size is right. */
const withChannels = (channels: (problem: OutputShape) => number) => ({
  answer: (problem: OutputShape) => asAnswer([channels(problem), ...truth(problem).slice(1)]),
});

const exercise: Exercise<OutputShape> = {
  id: 'output-shape',
  lesson: 'stride',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawLayer(random, level),
      (problem) =>
        isRounded(problem) === level > 1 && (level < 3 || isPadded(problem)) && (level < 2 || isStrided(problem)),
    ),

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: names.inputShape, value: shapeIn(problem.input), role: 'input' },
        ...(problem.code
          ? []
          : [
              { label: { en: 'Number of kernels', zh: '卷积核个数' }, value: problem.kernels, role: 'kernel' } as const,
              { label: names.kernel, value: shapeIn(problem.kernel), role: 'kernel' } as const,
              { label: { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` }, value: problem.stride[0] },
              {
                label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
                value: isPadded(problem) ? problem.padding[0] : { en: 'none', zh: '没有' },
                role: 'padding',
              } as const,
            ]),
      ],
    },
    ...(problem.code ? [{ kind: 'code', code: codeOf(problem) } as const] : []),
  ],

  parts: () => [
    {
      id: 'shape',
      kind: 'shape',
      role: 'output',
      label: { en: 'Shape of the output', zh: '输出的形状' },
      axes: [names.channels, names.height, names.width],
    },
  ],

  solve: (problem) => asAnswer(truth(problem)),

  working: (problem, _, index) => sizeAt(problem, index),

  misconceptions: {
    'channels-kept': {
      ...withChannels(({ input: [channels] }) => channels),
      words: {
        en: {
          head: 'The channels of the input were kept.',
          text: ({ kernels }) =>
            `Each kernel reads all channels and makes one map: ${kernels} kernels, ${kernels} channels.`,
        },
        zh: {
          head: '通道数照搬了输入的。',
          text: ({ kernels }) => `每个卷积核读全部通道，只得到一张图：${kernels}个卷积核，就有${kernels}个通道。`,
        },
      },
    },
    'a-map-per-channel': {
      ...withChannels(({ input: [channels], kernels }) => channels * kernels),
      words: {
        en: {
          head: 'A map was counted for every channel that a kernel reads.',
          text: ({ kernels }) =>
            `A kernel sums over all its channels, so it makes a single map: ${kernels} kernels, ${kernels} channels.`,
        },
        zh: {
          head: '卷积核读的每个通道都算了一张图。',
          text: ({ kernels }) => `各通道要加起来，一个卷积核只得到一张图：${kernels}个卷积核，就有${kernels}个通道。`,
        },
      },
    },
    'channels-last': {
      answer(problem) {
        const [channels = 1, height = 1, width = 1] = truth(problem);
        return asAnswer([height, width, channels]);
      },
      words: {
        en: {
          head: 'The channels were written last.',
          text: () => 'In PyTorch, and here, the channels come first: channels × height × width.',
        },
        zh: { head: '通道数写到了最后。', text: () => '这里和PyTorch一样，通道数写在最前面：通道数×高×宽。' },
      },
    },
    'rounded-up': {
      ...slipping({ roundedUp: true }, isRounded),
      words: {
        en: {
          head: 'The size was rounded up.',
          text: () =>
            'A last piece that is too short for a whole step is left out: windows may not hang over the edge.',
        },
        zh: { head: '大小向上取整了。', text: () => '最后不够走一步的部分就不要了：窗口不能伸出边缘。' },
      },
    },
    'one-forgotten': {
      ...slipping({ one: 'forgotten' }),
      words: {
        en: {
          head: 'The + 1 is missing from the size.',
          text: () => 'What is divided by the stride gives the steps. The place where the window starts counts, too.',
        },
        zh: { head: '大小漏了加1。', text: () => '除以步长得到的是步数，起点那个位置也要算上。' },
      },
    },
    'padding-once': {
      ...slipping({ paddings: 1 }, isPadded),
      words: {
        en: {
          head: 'The padding was counted once.',
          text: () => `It stands on both sides, so it counts as 2 × ${variable('P')}.`,
        },
        zh: { head: '填充只算了一次。', text: () => `两边都有填充，要算2 × ${variable('P')}。` },
      },
    },
    'stride-ignored': {
      ...slipping({ withoutStride: true }, isStrided),
      words: {
        en: {
          head: 'The stride is missing.',
          text: () => 'The window does not stop at every square: divide by the stride before the 1 is added.',
        },
        zh: { head: '漏了步长。', text: () => '窗口不是每一格都停，要先除以步长，再加1。' },
      },
    },
    'dilation-ignored': {
      ...slipping({ withoutDilation: true }, isDilated),
      words: {
        en: {
          head: 'The dilation was ignored.',
          text: ({ dilation, kernel: [height] }) =>
            `With dilation ${dilation} the ${height} weights of a column reach over ${dilation} × (${height} − 1) + 1 = ${dilation * (height - 1) + 1} squares.`,
        },
        zh: {
          head: '漏了膨胀率。',
          text: ({ dilation, kernel: [height] }) =>
            `膨胀率是${dilation}时，一列${height}个权重要跨过${dilation} × (${height} − 1) + 1 = ${dilation * (height - 1) + 1}格。`,
        },
      },
    },
    'height-and-width-swapped': {
      answer(problem) {
        const [channels = 1, height = 1, width = 1] = truth(problem);
        return height === width ? undefined : asAnswer([channels, width, height]);
      },
      working: (problem, _, index) => (index === 0 ? undefined : sizeAt(problem, 3 - index)),
      words: {
        en: {
          head: 'Height and width are swapped.',
          text: () => 'The height comes before the width, in shapes and in pairs.',
        },
        zh: { head: '高和宽弄反了。', text: () => '先写高，再写宽，形状和括号里都是这样。' },
      },
    },
  },

  words: {
    en: {
      title: 'Shape of the output',
      task: (problem) =>
        problem.code
          ? `This PyTorch layer reads an input of this shape. Its first two numbers are the channels that it reads and the number of its kernels. A pair in parentheses is for the height first, then for the width; a single number is for both.${isDilated(problem) ? ' The dilation says how far apart neighbouring weights lie.' : ''} What is the shape of the output?`
          : 'A convolution layer reads this input. What is the shape of its output?',
      hints: (problem) => [
        'How many channels come out does not depend on the input: what decides it?',
        `Height and width: count the whole steps that the window can take, and the place where it starts.${isDilated(problem) ? ` A dilated window reaches over ${variable('D')} × (${variable('K')} − 1) + 1 squares.` : ''}`,
        `There is one channel for each kernel. The height is ${lineText(sizeAt(problem, 1) ?? { lines: [] }, 0)}.`,
      ],
      steps: (problem) => stepsOf(problem, 'en'),
    },
    zh: {
      title: '输出的形状',
      task: (problem) =>
        problem.code
          ? `这个PyTorch层读入下面的输入。它的前两个数，是读入的通道数和卷积核的个数。成对的数先写高的方向，再写宽的方向；只有一个数时两个方向都用它。${isDilated(problem) ? '膨胀率（dilation）是相邻权重相距几格。' : ''}输出是什么形状？`
          : '一个卷积层读入下面的输入。输出是什么形状？',
      hints: (problem) => [
        '输出有几个通道，和输入无关。由什么决定？',
        `高和宽：数一数窗口能走几个整步，再算上起点。${isDilated(problem) ? `带膨胀的窗口要跨过${variable('D')} × (${variable('K')} − 1) + 1格。` : ''}`,
        `一个卷积核一个通道。高是${lineText(sizeAt(problem, 1) ?? { lines: [] }, 0)}。`,
      ],
      steps: (problem) => stepsOf(problem, 'zh'),
    },
  },
};

/** The worked solution: the channels, then the two sizes. */
function stepsOf(problem: OutputShape, locale: Locale): string[] {
  const { kernels } = problem;
  const sizes = axesOf(problem).map((axis) => workingText(sizeLines(axis)));
  const same = sizes[0] === sizes[1];
  const shape = output(shapeIn(truth(problem))[locale]);
  if (locale === 'en') {
    return [
      `${format(kernels)} kernels make ${format(kernels)} channels.`,
      ...(same ? [`Height and width: ${sizes[0]}.`] : [`Height: ${sizes[0]}.`, `Width: ${sizes[1]}.`]),
      `The output is ${shape}.`,
    ];
  }
  return [
    `${format(kernels)}个卷积核，得到${format(kernels)}个通道。`,
    ...(same ? [`高和宽：${sizes[0]}。`] : [`高：${sizes[0]}。`, `宽：${sizes[1]}。`]),
    `输出是${shape}。`,
  ];
}

export default exercise;
