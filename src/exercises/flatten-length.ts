import type { Answer, Exercise } from './kit/definition.ts';
import { format, input, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { type Count, productOf, shapeIn, sumOf } from './shared/counts.ts';

/** The shape of a picture. */
interface Shape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

interface FlattenLength extends Shape {
  /** By what the height and the width are multiplied afterwards; 1 where the task does not ask. */
  readonly scale: 1 | 2 | 3;
}

const truth = ({ channels, height, width }: Shape): Count => productOf([channels, height, width]);

const enlarged = (problem: FlattenLength): Shape => ({
  channels: problem.channels,
  height: problem.height * problem.scale,
  width: problem.width * problem.scale,
});

const asAnswer = (problem: FlattenLength, length: Count, after: Count): Answer => ({
  length: [length.value],
  ...(problem.scale === 1 ? {} : { enlarged: [after.value] }),
});

/** A wrong rule for the length of a picture, followed both times. */
const wrongLength = (rule: (shape: Shape) => Count) => ({
  answer: (problem: FlattenLength) => asAnswer(problem, rule(problem), rule(enlarged(problem))),
  working: (problem: FlattenLength, part: string) => rule(part === 'length' ? problem : enlarged(problem)),
});

/** A wrong rule that works out the second length from the right first one. */
const wrongScaling = (rule: (problem: FlattenLength, length: number) => Count) => ({
  answer: (problem: FlattenLength) =>
    problem.scale === 1 ? undefined : asAnswer(problem, truth(problem), rule(problem, truth(problem).value)),
  working: (problem: FlattenLength, part: string) =>
    part === 'length' ? truth(problem) : rule(problem, truth(problem).value),
});

/** The sum of the channels and a product: 28 × 28 + 3. */
const withChannelsAdded = ({ channels, height, width }: Shape): Count => {
  const { value, lines } = sumOf([height * width, channels]);
  return { value, lines: [[format(height), `× ${format(width)}`, `+ ${format(channels)}`], ...lines] };
};

const times = {
  en: { 1: '', 2: 'doubled', 3: 'tripled' },
  zh: { 1: '', 2: '2倍', 3: '3倍' },
} as const;

const exercise: Exercise<FlattenLength> = {
  id: 'flatten-length',
  lesson: 'images',
  levels: [1, 2, 3],

  generate(random, level) {
    const sides = [
      [4, 5, 6, 8, 10],
      [14, 16, 20, 24, 25, 28, 32, 40],
      [16, 20, 24, 30, 32, 40, 48],
    ][level - 1] ?? [4];
    return {
      channels: random.pick(level === 1 ? [2, 3] : [3, 4]),
      height: random.pick(sides),
      width: random.pick(sides),
      scale: level === 3 ? random.pick([2, 3]) : 1,
    };
  },

  given: ({ channels, height, width }) => [
    {
      kind: 'values',
      items: [
        { label: { en: 'Channels', zh: '通道数' }, value: channels, role: 'input' },
        { label: { en: 'Height', zh: '高' }, value: height, role: 'input' },
        { label: { en: 'Width', zh: '宽' }, value: width, role: 'input' },
      ],
    },
  ],

  parts: ({ scale }) => [
    {
      id: 'length',
      kind: 'number',
      entry: 'integer',
      role: 'output',
      label: { en: 'Length of the vector', zh: '向量的长度' },
    },
    ...(scale === 1
      ? []
      : [
          {
            id: 'enlarged',
            kind: 'number',
            entry: 'integer',
            role: 'output',
            label: { en: `Length with both sides ${times.en[scale]}`, zh: `高和宽都变成${times.zh[scale]}后的长度` },
          } as const,
        ]),
  ],

  solve: (problem) => asAnswer(problem, truth(problem), truth(enlarged(problem))),

  working: (problem, part) => truth(part === 'length' ? problem : enlarged(problem)),

  misconceptions: {
    'channels-forgotten': {
      ...wrongLength(({ height, width }) => productOf([height, width])),
      words: {
        en: {
          head: 'That is a single channel.',
          text: ({ channels }) =>
            `Height × width counts the pixels. Each pixel has ${channels} numbers, one for each channel, and all of them go into the vector.`,
        },
        zh: {
          head: '只算了一个通道。',
          text: ({ channels }) => `高×宽是像素的个数。每个像素有${channels}个数，每个通道一个，都要放进向量。`,
        },
      },
    },
    'channels-added': {
      ...wrongLength(withChannelsAdded),
      words: {
        en: {
          head: 'The channels were added, not multiplied.',
          text: ({ channels, height, width }) =>
            `Each of the ${channels} channels is a whole matrix of ${format(height)} × ${format(width)} numbers.`,
        },
        zh: {
          head: '通道数应该乘，你用了加。',
          text: ({ channels, height, width }) => `${channels}个通道，每个都是一整张${height}×${width}的矩阵。`,
        },
      },
    },
    'sizes-added': {
      ...wrongLength(({ channels, height, width }) => sumOf([channels, height, width])),
      words: {
        en: {
          head: 'The three sizes were added.',
          text: () => 'A matrix has as many numbers as its rows times its columns. Multiply all three sizes.',
        },
        zh: { head: '把三个数加起来了。', text: () => '矩阵里数的个数是行数乘列数。三个数要乘起来。' },
      },
    },
    'one-side-forgotten': {
      ...wrongLength(({ channels, height }) => productOf([channels, height])),
      words: {
        en: {
          head: 'The width is missing.',
          text: ({ width }) => `Each row of a channel holds ${width} numbers.`,
        },
        zh: { head: '漏了宽。', text: ({ width }) => `每个通道的每一行有${width}个数。` },
      },
    },
    'one-side-enlarged': {
      ...wrongScaling(({ scale }, length) => productOf([scale, length])),
      words: {
        en: {
          head: 'Only one side was enlarged.',
          text: ({ scale }) =>
            `The height and the width both are ${scale} times as large, so the vector is ${scale} × ${scale} times as long.`,
        },
        zh: {
          head: '只放大了一边。',
          text: ({ scale }) => `高和宽都变成${scale}倍，向量的长度就变成${scale} × ${scale}倍。`,
        },
      },
    },
    'channels-enlarged': {
      ...wrongScaling(({ scale }, length) => productOf([scale, scale, scale, length])),
      words: {
        en: {
          head: 'The channels were enlarged too.',
          text: ({ channels }) => `A larger picture has more rows and columns, but its channels are still ${channels}.`,
        },
        zh: { head: '通道数也放大了。', text: ({ channels }) => `图变大，行和列变多，通道还是${channels}个。` },
      },
    },
  },

  words: {
    en: {
      title: 'Length of the flattened picture',
      task: ({ scale }) =>
        `All numbers of this picture are written one after the other into a single vector: the picture is flattened. How long is the vector?${scale === 1 ? '' : ` And how long is it when the height and the width are both ${times.en[scale]}?`}`,
      hints: (problem) => [
        'Each channel is a matrix. How many numbers does one of them hold?',
        `One channel holds height × width numbers. There are ${problem.channels} channels.`,
        `The length is ${lineText(truth(problem), 0)}.${problem.scale === 1 ? '' : ` For the larger picture, use ${enlarged(problem).height} and ${enlarged(problem).width} for the sides.`}`,
      ],
      steps: (problem) => [
        `One channel holds ${workingText(productOf([problem.height, problem.width]))} numbers.`,
        `With ${input(problem.channels)} channels the vector has ${workingText(truth(problem))} numbers, so its length is ${output(truth(problem).value)}.`,
        ...(problem.scale === 1
          ? []
          : [
              `After enlarging the picture is ${shapeIn([problem.channels, enlarged(problem).height, enlarged(problem).width]).en}. The vector has ${workingText(truth(enlarged(problem)))} numbers, ${problem.scale * problem.scale} times as many.`,
            ]),
      ],
    },
    zh: {
      title: '展平后的长度',
      task: ({ scale }) =>
        `把这张图的所有数一个接一个排成一个向量，也就是把图展平。这个向量有多长？${scale === 1 ? '' : `如果高和宽都变成原来的${times.zh[scale]}，又有多长？`}`,
      hints: (problem) => [
        '每个通道是一张矩阵。一张矩阵有多少个数？',
        `一个通道有高×宽个数，一共${problem.channels}个通道。`,
        `长度是${lineText(truth(problem), 0)}。${problem.scale === 1 ? '' : `放大后，高和宽换成${enlarged(problem).height}和${enlarged(problem).width}再算。`}`,
      ],
      steps: (problem) => [
        `一个通道有${workingText(productOf([problem.height, problem.width]))}个数。`,
        `${input(problem.channels)}个通道，向量共有${workingText(truth(problem))}个数，所以长度是${output(truth(problem).value)}。`,
        ...(problem.scale === 1
          ? []
          : [
              `放大后，图是${shapeIn([problem.channels, enlarged(problem).height, enlarged(problem).width]).zh}，向量有${workingText(truth(enlarged(problem)))}个数，是原来的${problem.scale * problem.scale}倍。`,
            ]),
      ],
    },
  },
};

export default exercise;
