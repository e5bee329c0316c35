import type { Exercise, Label, Part, Values } from './kit/definition.ts';
import { output, type Text, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { describeRows, nextOutputs, parametersOf, rowNamed, rows, settingOf } from './shared/alexnet.ts';
import {
  type AlexnetShapes,
  channelsBy,
  countId,
  drawGaps,
  right,
  sizedBy,
  slipping,
  truthOf,
  workingUnder,
} from './shared/alexnet-gaps.ts';
import { countPart, shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';

const exercise: Exercise<AlexnetShapes> = {
  id: 'alexnet-shapes',
  lesson: 'alexnet',
  levels: [1, 2, 3],

  generate: drawGaps,

  given(problem) {
    const { side, shapes, counts } = problem;
    const described = describeRows(side);
    const withCounts = counts.length > 0;
    return [
      {
        kind: 'table',
        label: { en: 'AlexNet', zh: 'AlexNet' },
        heads: [
          { en: 'Layer', zh: '层' },
          { en: 'Setting', zh: '设置' },
          { en: 'Output', zh: '输出' },
          ...(withCounts ? [{ en: 'Parameters', zh: '参数' }] : []),
        ],
        rows: [
          [{ en: 'Picture', zh: '图' }, '', shapeIn([3, side, side]), ...(withCounts ? [''] : [])],
          ...rows.map((row, index) => {
            const { shape, parameters } = described[index] ?? { shape: [], parameters: 0 };
            const count = counts.includes(row.id) ? '?' : parameters;
            return [
              row.name,
              settingOf(row),
              shapes.includes(row.id) ? '?' : shapeIn(shape),
              ...(withCounts ? [count] : []),
            ];
          }),
        ],
      },
    ];
  },

  parts: ({ shapes, counts }) => [
    ...shapes.map((id): Part => {
      const { en, zh } = nameOf(id);
      const common = { id, role: 'output', label: { en: `Output of ${en}`, zh: `${zh}的输出` } } as const;
      return id === 'flatten'
        ? { ...common, kind: 'number', entry: 'integer' }
        : { ...common, kind: 'shape', axes: [names.channels, names.height, names.width] };
    }),
    ...counts.map((id) => {
      const { en, zh } = nameOf(id);
      return countPart(countId(id), { en: `Parameters of ${en}`, zh: `${zh}的参数` });
    }),
  ],

  solve: (problem) =>
    Object.fromEntries([
      ...problem.shapes.map((id): [string, Values] => [id, truthOf(problem, rowNamed(id))]),
      ...problem.counts.map((id): [string, Values] => [
        countId(id),
        [describeRows(problem.side)[rowNamed(id)]?.parameters],
      ]),
    ]),

  working: (problem, part, index) => workingUnder(problem, right, part, index),

  misconceptions: {
    'rounded-up': {
      ...sizedBy(['convolution', 'pooling'], (row) => ({ ...row, up: true })),
      words: {
        en: {
          head: 'The size was rounded up.',
          text: () => 'A last window that does not fit whole is dropped, so the division is rounded down.',
        },
        zh: { head: '大小取整时向上取了。', text: () => '最后一个窗口放不下，就舍去，所以要向下取整。' },
      },
    },
    'plus-one-forgotten': {
      ...sizedBy(['convolution', 'pooling'], (row) => ({ ...row, plusOne: false })),
      words: {
        en: {
          head: 'The + 1 is missing.',
          text: () => 'The division counts the steps of the window. Its first place, before any step, counts too.',
        },
        zh: { head: '漏了加1。', text: () => '除法得到的是窗口走了几步；出发的那个位置也要算。' },
      },
    },
    'padding-forgotten': {
      ...sizedBy(['convolution'], (row) => ({ ...row, padding: 0 })),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () => 'Padding adds rows and columns of zeros at both ends, before the window slides.',
        },
        zh: { head: '漏了填充。', text: () => '窗口滑动之前，两头都先补上零。' },
      },
    },
    'padding-once': {
      ...sizedBy(['convolution'], (row) => ({ ...row, ends: 1 })),
      words: {
        en: {
          head: 'The padding was counted at one end only.',
          text: () => 'It lies at both ends, so twice the padding is added to each side.',
        },
        zh: { head: '填充只算了一头。', text: () => '两头都有填充，所以高和宽都要加两倍的填充。' },
      },
    },
    'pool-stride-is-window': {
      ...sizedBy(['pooling'], (row) => ({ ...row, stride: row.size })),
      words: {
        en: {
          head: 'The pooling windows were laid side by side.',
          text: () => 'Here a window of 3 moves on by 2 only, so neighbouring windows overlap.',
        },
        zh: { head: '池化窗口一个挨一个放了。', text: () => '这里窗口是3，每次只走2，所以相邻的窗口有重叠。' },
      },
    },
    'pool-halves': {
      ...sizedBy(['pooling'], (row) => ({ ...row, size: 2 })),
      words: {
        en: {
          head: 'The pooling was taken as one that halves.',
          text: () => 'That is so for a window of 2. A window of 3 fits one time fewer into an even side.',
        },
        zh: { head: '把池化当成了减半。', text: () => '窗口是2才正好减半。窗口是3，边长是偶数时要少放一个。' },
      },
    },
    'channels-kept': {
      ...channelsBy((_, before) => before),
      words: {
        en: {
          head: 'A convolution was given the channels of its input.',
          text: () => 'Each kernel makes one map, so as many channels come out as there are kernels.',
        },
        zh: {
          head: '卷积的输出照搬了输入的通道数。',
          text: () => '一个卷积核得到一张图：有几个卷积核，就有几个通道。',
        },
      },
    },
    'pool-changes-channels': {
      ...channelsBy((row, before) =>
        row.kind === 'convolution' ? row.outputs : row.kind === 'pooling' ? nextOutputs(row, before) : before,
      ),
      words: {
        en: {
          head: 'A pooling was given other channels than its input has.',
          text: () => 'Pooling works in each channel by itself. The channels change only in the next convolution.',
        },
        zh: { head: '以为池化会改变通道数。', text: () => '池化在每个通道里各做各的。到下一个卷积，通道数才会变。' },
      },
    },
    'one-channel-flattened': {
      ...slipping({
        shape: (row, before) => right.shape(row, row.kind === 'flatten' ? before.slice(1) : before),
      }),
      words: {
        en: {
          head: 'Only one channel was flattened.',
          text: () => `All 256 channels go into the vector, ${shapeIn([6, 6]).en} numbers from each.`,
        },
        zh: { head: '只展平了一个通道。', text: () => `256个通道都要放进向量，每个通道有${shapeIn([6, 6]).zh}个数。` },
      },
    },
    'biases-forgotten': {
      ...slipping({
        parameters: ({ kind, outputs, size }, [channels = 1]) =>
          parametersOf(kind === 'dense' ? [channels, outputs] : [outputs, channels, size, size], 0),
      }),
      words: {
        en: {
          head: 'The biases are missing.',
          text: () => 'There is one bias for each kernel of a convolution, and for each output of a dense layer.',
        },
        zh: { head: '漏了偏置。', text: () => '卷积层的每个卷积核有一个偏置，全连接层的每个输出有一个偏置。' },
      },
    },
    'depth-forgotten': {
      ...slipping({
        parameters: (row, before) => right.parameters(row, row.kind === 'convolution' ? [1] : before),
      }),
      words: {
        en: {
          head: 'The kernels were counted without their depth.',
          text: () => 'A kernel has a plane of weights for every channel that comes in.',
        },
        zh: { head: '卷积核漏了通道数。', text: () => '输入有几个通道，卷积核就有几张权重。' },
      },
    },
  },

  words: {
    en: {
      title: 'Gaps in AlexNet’s table',
      task: ({ side, counts }) =>
        `These are the layers of AlexNet, on a picture of ${shapeIn([3, side, side]).en}. ReLU and dropout are left out: they change no shape. Where no stride is written, it is 1; where no padding is written, there is none. Fill in the outputs that are missing (channels × height × width)${counts.length === 0 ? '' : ', and the missing parameters: weights and biases together'}.`,
      hints: (problem) => [
        'A convolution gives as many channels as it has kernels. Pooling keeps the channels.',
        `Each side: ${sizeRule}, with side ${variable('I')}, padding ${variable('P')}, window ${variable('K')} and stride ${variable('S')}; ⌊ ⌋ rounds down.${problem.counts.length === 0 ? '' : ' Parameters: every kernel is as deep as its input; a dense layer joins each output to each input. Add one bias for each kernel or output.'}`,
        `${nameOf(firstOf(problem)).en}: each side is ${firstLine(problem, firstOf(problem), 1)}. Then the others in the same way, from the top down.${problem.counts
          .slice(0, 1)
          .map((id) => ` Parameters of ${nameOf(id).en}: ${firstLine(problem, countId(id), 0)}.`)
          .join('')}`,
      ],
      steps: (problem) => [
        ...mapsOf(problem).map(
          (id) =>
            `${nameOf(id).en}: each side is ${wholeLine(problem, id, 1)}, so the output is ${output(shapeIn(truthOf(problem, rowNamed(id))).en)}.`,
        ),
        ...(problem.shapes.includes('flatten') ? [`Flatten: ${wholeLine(problem, 'flatten', 0)} numbers.`] : []),
        ...problem.counts.map((id) => `Parameters of ${nameOf(id).en}: ${wholeLine(problem, countId(id), 0)}.`),
      ],
    },
    zh: {
      title: '补全AlexNet的表',
      task: ({ side, counts }) =>
        `这是AlexNet的各层，图是${shapeIn([3, side, side]).zh}。ReLU和dropout不改变形状，没有列出；没写步长的，步长是1；没写填充的，没有填充。请填出缺的输出（通道数×高×宽）${counts.length === 0 ? '' : '和缺的参数（权重加偏置）'}。`,
      hints: (problem) => [
        '卷积有几个卷积核，输出就有几个通道。池化不改变通道数。',
        `高和宽都是${sizeRule}：边长${variable('I')}，填充${variable('P')}，窗口${variable('K')}，步长${variable('S')}，⌊ ⌋是向下取整。${problem.counts.length === 0 ? '' : '参数：卷积核的通道数等于输入的通道数；全连接层的每个输出和每个输入之间有一个权重。再加偏置，每个卷积核或每个输出一个。'}`,
        `${nameOf(firstOf(problem)).zh}：高和宽都是${firstLine(problem, firstOf(problem), 1)}。其余的从上到下，同样去算。${problem.counts
          .slice(0, 1)
          .map((id) => `${nameOf(id).zh}的参数：${firstLine(problem, countId(id), 0)}。`)
          .join('')}`,
      ],
      steps: (problem) => [
        ...mapsOf(problem).map(
          (id) =>
            `${nameOf(id).zh}：高和宽都是${wholeLine(problem, id, 1)}，所以输出是${output(shapeIn(truthOf(problem, rowNamed(id))).zh)}。`,
        ),
        ...(problem.shapes.includes('flatten') ? [`展平：${wholeLine(problem, 'flatten', 0)}个数。`] : []),
        ...problem.counts.map((id) => `${nameOf(id).zh}的参数：${wholeLine(problem, countId(id), 0)}。`),
      ],
    },
  },
};

const sizeRule = `⌊(${variable('I')} + 2${variable('P')} − ${variable('K')}) / ${variable('S')}⌋ + 1`;

const nameOf = (id: string): Label => rows[rowNamed(id)]?.name ?? { en: '', zh: '' };
const firstOf = ({ shapes: [id = ''] }: AlexnetShapes): string => id;
const mapsOf = ({ shapes }: AlexnetShapes): string[] => shapes.filter((id) => id !== 'flatten');

/** The first line of a calculation, and all of it. */
const firstLine = (problem: AlexnetShapes, part: string, index: number): Text =>
  lineText(workingUnder(problem, right, part, index) ?? { lines: [] }, 0);
const wholeLine = (problem: AlexnetShapes, part: string, index: number): Text =>
  workingText(workingUnder(problem, right, part, index) ?? { lines: [] });

export default exercise;
