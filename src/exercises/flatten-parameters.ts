import type { Exercise, Part } from './kit/definition.ts';
import { format, input, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { countPart, productOf, shapeIn, sumOf } from './shared/counts.ts';
import {
  countsBy,
  drawHead,
  type FlattenParameters,
  sideAfter,
  trueCounts,
  trueRules,
  workingBy,
  wrongly,
} from './shared/dense-heads.ts';
import { dense } from './shared/dense-layers.ts';
import { layerText } from './shared/network-layers.ts';

const exercise: Exercise<FlattenParameters> = {
  id: 'flatten-parameters',
  lesson: 'dense',
  levels: [1, 2, 3],

  generate: drawHead,

  given: ({ shape, outputs, pool }) => [
    {
      kind: 'values',
      items: [
        {
          label: { en: 'Last maps: channels × height × width', zh: '最后的特征图：通道数×高×宽' },
          value: shapeIn(shape),
          role: 'input',
        },
        ...(pool === null
          ? []
          : [{ label: { en: 'First', zh: '先经过' }, value: layerText({ kind: 'maxPool2d', ...pool }) }]),
        { label: { en: 'Outputs of the dense layer', zh: '全连接层的输出数' }, value: outputs },
        { label: { en: 'Biases', zh: '偏置' }, value: { en: 'one for each output', zh: '每个输出一个' } },
      ],
    },
  ],

  parts: ({ global }): Part[] => [
    { ...countPart('length', { en: 'Flattened length', zh: '展平后的长度' }), role: 'output' },
    countPart('parameters', { en: 'Parameters of the dense layer', zh: '全连接层的参数' }),
    ...(global
      ? [
          {
            ...countPart('global-length', { en: 'Length after global average pooling', zh: '全局平均池化后的长度' }),
            role: 'output',
          } as const,
          countPart('global-parameters', { en: 'Parameters of the dense layer then', zh: '这时全连接层的参数' }),
        ]
      : []),
  ],

  solve: trueCounts,

  working: (problem, part) => workingBy(trueRules, problem, part),

  misconceptions: {
    'channels-forgotten': {
      ...wrongly({ flat: ([, height, width]) => productOf([height, width]) }),
      words: {
        en: {
          head: 'Only one map was flattened.',
          text: ({ shape: [channels] }) => `The vector holds the numbers of all ${channels} maps.`,
        },
        zh: { head: '只展平了一张图。', text: ({ shape: [channels] }) => `向量里有全部${channels}张图的数。` },
      },
    },
    'sizes-added': {
      ...wrongly({ flat: sumOf }),
      words: {
        en: {
          head: 'The sizes were added.',
          text: () => 'Each of the channels holds height × width numbers, so the three sizes are multiplied.',
        },
        zh: { head: '把三个大小加起来了。', text: () => '每个通道有高×宽个数，所以三个大小要相乘。' },
      },
    },
    'bias-forgotten': {
      ...wrongly({ layer: (inputs, outputs) => ({ ...dense(inputs, outputs), biases: 0 }) }),
      words: {
        en: {
          head: 'The biases are missing.',
          text: ({ outputs }) => `There is one for each output: ${format(outputs)} more parameters.`,
        },
        zh: { head: '漏了偏置。', text: ({ outputs }) => `每个输出有一个偏置，还要加${format(outputs)}个参数。` },
      },
    },
    'bias-per-input': {
      ...wrongly({ layer: (inputs, outputs) => ({ ...dense(inputs, outputs), biases: inputs }) }),
      words: {
        en: {
          head: 'A bias was counted for each input.',
          text: ({ outputs }) => `A bias is added once to the sum that makes an output: there are ${format(outputs)}.`,
        },
        zh: {
          head: '给每个输入都算了一个偏置。',
          text: ({ outputs }) => `偏置在每个输出的和里只加一次：一共${format(outputs)}个。`,
        },
      },
    },
    'one-bias': {
      ...wrongly({ layer: (inputs, outputs) => ({ ...dense(inputs, outputs), biases: 1 }) }),
      words: {
        en: { head: 'A single bias for the whole layer.', text: () => 'Each output has a bias of its own.' },
        zh: { head: '整层只算了一个偏置。', text: () => '每个输出都有自己的偏置。' },
      },
    },
    'inputs-plus-outputs': {
      ...wrongly({ layer: (inputs, outputs) => ({ ...dense(inputs, outputs), weights: sumOf([inputs, outputs]) }) }),
      words: {
        en: {
          head: 'Inputs and outputs were added.',
          text: () => 'Every output has a weight for every input, so the two numbers are multiplied.',
        },
        zh: { head: '把输入数和输出数加起来了。', text: () => '每个输出对每个输入都有一个权重，所以两个数要相乘。' },
      },
    },
    'averaged-over-channels': {
      ...wrongly({ averaged: ([, height, width]) => productOf([height, width]) }),
      words: {
        en: {
          head: 'The channels were averaged, not the maps.',
          text: ({ shape: [channels] }) =>
            `Global average pooling makes one number of each whole map. There are ${channels} maps, so ${channels} numbers stay.`,
        },
        zh: {
          head: '跨通道求了平均，没有在每张图里求。',
          text: ({ shape: [channels] }) =>
            `全局平均池化把每一整张图变成一个数。有${channels}张图，就留下${channels}个数。`,
        },
      },
    },
    'one-number-left': {
      ...wrongly({ averaged: () => productOf([1]) }),
      words: {
        en: {
          head: 'Everything was averaged into one number.',
          text: ({ shape: [channels] }) => `Each map is averaged by itself: ${channels} maps make ${channels} numbers.`,
        },
        zh: {
          head: '把所有的数平均成了一个。',
          text: ({ shape: [channels] }) => `每张图各自平均：${channels}张图得到${channels}个数。`,
        },
      },
    },
    'average-changes-nothing': {
      ...wrongly({ averaged: productOf }),
      words: {
        en: {
          head: 'Global average pooling makes the maps smaller.',
          text: () => 'Each map becomes a single number, its mean: the height and the width become 1.',
        },
        zh: { head: '以为全局平均池化不改变大小。', text: () => '每张图变成一个数，也就是它的平均值：高和宽都变成1。' },
      },
    },
    'pooling-ignored': {
      ...wrongly({ maps: ({ shape }) => shape }),
      words: {
        en: {
          head: 'The max pooling was left out.',
          text: (problem) =>
            `It comes first, and makes the height and the width ${workingText(sideAfter(problem).working)}.`,
        },
        zh: {
          head: '漏了最大池化。',
          text: (problem) => `它在最前面，高和宽变成${workingText(sideAfter(problem).working)}。`,
        },
      },
    },
    'pooling-changes-channels': {
      ...wrongly({
        maps(problem) {
          const [channels, ...sizes] = trueRules.maps(problem);
          return problem.pool === null ? [channels, ...sizes] : [channels / 2, ...sizes];
        },
      }),
      words: {
        en: {
          head: 'Pooling does not change the channels.',
          text: () => 'Each channel is pooled by itself. Only the height and the width become smaller.',
        },
        zh: { head: '以为池化会改变通道数。', text: () => '每个通道各自池化，变小的只有高和宽。' },
      },
    },
    'rounded-up': {
      ...wrongly({
        maps(problem) {
          const side = sideAfter(problem, true).value;
          return [problem.shape[0], side, side];
        },
      }),
      words: {
        en: {
          head: 'The size after pooling was rounded up.',
          text: () => 'A last window that does not fit whole is left out: the size is rounded down.',
        },
        zh: { head: '池化后的大小向上取整了。', text: () => '最后一个放不下的窗口要舍去：大小向下取整。' },
      },
    },
  },

  words: {
    en: {
      title: 'From maps to a dense layer',
      task: ({ pool, global }) =>
        `${pool === null ? 'The last maps are flattened' : 'The last maps pass through a max pooling and are flattened'}, and a dense layer reads the vector. How long is the vector, and how many parameters does the dense layer have (weights and biases)?${global ? ' And what are both if global average pooling takes the place of the flattening, so that each map becomes one number?' : ''}`,
      hints: (problem) => [
        `${problem.pool === null ? '' : 'First find the size after the max pooling; the channels stay. '}The vector holds all numbers of all maps.`,
        `A dense layer has a weight for every pair of an input and an output, and a bias for every output.${problem.global ? ' Global average pooling leaves one number for each map.' : ''}`,
        `The length is ${lineText(trueRules.flat(trueRules.maps(problem)), 0)}. Multiply it by ${format(problem.outputs)}, and add the biases.`,
      ],
      steps: (problem) => stepsOf(problem).map(({ en }) => en),
    },
    zh: {
      title: '从特征图到全连接层',
      task: ({ pool, global }) =>
        `最后的特征图${pool === null ? '' : '先经过最大池化，再'}展平成向量，交给一个全连接层。这个向量有多长？全连接层有多少个参数（权重加偏置）？${global ? '如果不展平，改用全局平均池化，每张图变成一个数，这两个数又各是多少？' : ''}`,
      hints: (problem) => [
        `${problem.pool === null ? '' : '先求最大池化后的大小，通道数不变。'}向量里有所有图的所有数。`,
        `全连接层里，每一对输入和输出之间有一个权重，每个输出还有一个偏置。${problem.global ? '全局平均池化后，每张图留下一个数。' : ''}`,
        `长度是${lineText(trueRules.flat(trueRules.maps(problem)), 0)}。再乘${format(problem.outputs)}，加上偏置。`,
      ],
      steps: (problem) => stepsOf(problem).map(({ zh }) => zh),
    },
  },
};

/** The worked steps in both languages. */
function stepsOf(problem: FlattenParameters) {
  const counts = countsBy(trueRules, problem);
  const [channels] = problem.shape;
  const text = (part: string): string => workingText(counts[part] ?? { lines: [] });
  const side = workingText(sideAfter(problem).working);
  return [
    ...(problem.pool === null
      ? []
      : [
          {
            en: `After the max pooling the height and the width are ${side}; the ${channels} channels stay.`,
            zh: `最大池化后，高和宽是${side}，${channels}个通道不变。`,
          },
        ]),
    { en: `Flattened, the maps make ${text('length')} numbers.`, zh: `展平后有${text('length')}个数。` },
    {
      en: `Inputs times outputs, and one bias for each output: ${text('parameters')} parameters.`,
      zh: `输入数乘输出数，再加上每个输出的偏置：${text('parameters')}个参数。`,
    },
    ...(problem.global
      ? [
          {
            en: `Global average pooling leaves one number for each map: ${output(format(channels))}.`,
            zh: `全局平均池化后，每张图留下一个数：${output(format(channels))}个。`,
          },
          {
            en: `With ${input(channels)} inputs the dense layer has ${text('global-parameters')} parameters.`,
            zh: `输入数是${input(channels)}，全连接层有${text('global-parameters')}个参数。`,
          },
        ]
      : []),
  ];
}

export default exercise;
