import type { Block, Exercise, Label, Part, Working } from './kit/definition.ts';
import { format, kernel, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  type DenseOutput,
  drawDense,
  hasRelu,
  partIds,
  readDown,
  rectified,
  trueOutputs,
  trueRules,
  workingBy,
  wrongly,
} from './shared/dense-outputs.ts';
import { names } from './shared/names.ts';

/** The outputs or inputs by number, from 1. */
const numbered = (count: number, { en, zh }: Label): Label[] =>
  Array.from({ length: count }, (_, index) => ({ en: `${en} ${index + 1}`, zh: `${zh}${index + 1}` }));

const outputNames = (count: number) => numbered(count, { en: 'output', zh: '输出' });

/** Weights and biases of one layer. */
function layerBlocks({ layers }: DenseOutput, index: number): Block[] {
  const layer = layers[index];
  if (layer === undefined) return [];
  const { weights, biases } = layer;
  const which = layers.length === 1 ? { en: '', zh: '' } : { en: ` of layer ${index + 1}`, zh: `（第${index + 1}层）` };
  const rowNames = outputNames(biases.length);
  return [
    {
      kind: 'grid',
      id: `weights-${index + 1}`,
      label: { en: `Weights${which.en}`, zh: `权重${which.zh}` },
      role: 'kernel',
      cells: weights,
      rowNames,
    },
    {
      kind: 'grid',
      id: `biases-${index + 1}`,
      label: { en: `Biases${which.en}`, zh: `偏置${which.zh}` },
      role: 'kernel',
      cells: biases.map((bias) => [bias]),
      rowNames,
    },
  ];
}

const exercise: Exercise<DenseOutput> = {
  id: 'dense-output',
  lesson: 'dense',
  levels: [1, 2, 3],

  generate: drawDense,

  given: (problem) => [
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: [problem.input] },
    ...problem.layers.flatMap((_, index) => layerBlocks(problem, index)),
  ],

  parts: (problem) =>
    problem.layers.map(
      ({ biases }, layer): Part => ({
        id: partIds(problem)[layer] ?? '',
        kind: 'grid',
        rows: 1,
        columns: biases.length,
        entry: 'integer',
        role: 'output',
        label:
          problem.layers.length === 1
            ? names.output
            : ([
                { en: 'After layer 1 and its ReLU', zh: '第1层和ReLU之后' },
                { en: 'After layer 2', zh: '第2层之后' },
              ][layer] ?? names.output),
      }),
    ),

  solve: trueOutputs,

  working: (problem, part, index) => workingBy(trueRules, problem, part, index),

  misconceptions: {
    'weights-read-down': {
      ...wrongly({ weights: readDown }),
      words: {
        en: {
          head: 'The weights were read down the columns.',
          text: () => 'Each row of the weights belongs to one output: multiply it number by number with the input.',
        },
        zh: { head: '权重是一列一列读的。', text: () => '权重的每一行属于一个输出：把这一行和输入对应相乘。' },
      },
    },
    'bias-forgotten': {
      ...wrongly({ biases: () => [] }),
      words: {
        en: {
          head: 'The biases are missing.',
          text: ({ layers: [first] }) =>
            `Each output has a bias that is added to its sum: for output 1 it is ${kernel(first?.biases[0] ?? 0)}.`,
        },
        zh: {
          head: '漏加了偏置。',
          text: ({ layers: [first] }) =>
            `每个输出都有一个偏置，要加到它的和里：输出1的是${kernel(first?.biases[0] ?? 0)}。`,
        },
      },
    },
    'bias-per-product': {
      ...wrongly({ biases: (biases, index, inputs) => inputs.map(() => biases[index] ?? 0) }),
      words: {
        en: {
          head: 'The bias was added to every product.',
          text: () => 'The products are summed first, then the bias is added once.',
        },
        zh: { head: '每个乘积都加了一次偏置。', text: () => '先把乘积加起来，最后只加一次偏置。' },
      },
    },
    'one-bias': {
      ...wrongly({ biases: (biases) => biases.slice(0, 1) }),
      words: {
        en: {
          head: 'The first bias was used for all outputs.',
          text: () => 'Each output has a bias of its own, in the same row as its weights.',
        },
        zh: { head: '所有输出都用了第一个偏置。', text: () => '每个输出都有自己的偏置，和它的权重在同一行。' },
      },
    },
    'relu-skipped': {
      ...wrongly({ activate: (value) => ({ value }) }),
      words: {
        en: { head: 'ReLU was skipped.', text: () => 'After ReLU no output is negative: a sum below 0 becomes 0.' },
        zh: { head: '漏了ReLU。', text: () => '经过ReLU，输出不会是负数：小于0的和变成0。' },
      },
    },
    'magnitude-for-relu': {
      ...wrongly({
        activate: (sum, layer) => (layer.relu ? { value: Math.abs(sum), around: ['|', '|'] } : { value: sum }),
      }),
      words: {
        en: {
          head: 'Only the minus signs were dropped.',
          text: () => 'ReLU does not turn a negative sum around: it makes it 0.',
        },
        zh: { head: '只是去掉了负号。', text: () => 'ReLU不是去掉负号，而是把负的和变成0。' },
      },
    },
    'relu-at-the-end': {
      ...wrongly({ activate: rectified }),
      words: {
        en: {
          head: 'ReLU was used where there is none.',
          text: ({ layers }) =>
            layers.length === 1
              ? 'No ReLU follows this layer: an output may be negative.'
              : 'Only layer 1 is followed by ReLU. The last outputs are scores, and these may be negative.',
        },
        zh: {
          head: '没有ReLU的地方也用了ReLU。',
          text: ({ layers }) =>
            layers.length === 1
              ? '这一层后面没有ReLU，输出可以是负数。'
              : '只有第1层后面有ReLU。最后的输出是得分，可以是负数。',
        },
      },
    },
    'second-layer-reads-input': {
      ...wrongly({ passesOn: (_, input) => input }),
      words: {
        en: {
          head: 'The second layer was given the input again.',
          text: () => 'It reads what the first layer gives, after ReLU.',
        },
        zh: { head: '第2层又用了原来的输入。', text: () => '它读的是第1层经过ReLU之后的输出。' },
      },
    },
  },

  words: {
    en: {
      title: 'Output of a dense layer',
      task: (problem) =>
        problem.layers.length === 1
          ? `A dense layer reads this input. Each row of its weights makes one output: the sum of the products with the input, plus the bias of that row.${hasRelu(problem) ? ' Then ReLU: a negative sum becomes 0.' : ''} What are the outputs?`
          : 'Two dense layers follow one another. Each row of weights makes one output: the sum of the products with what the layer reads, plus the bias of that row. Layer 1 is followed by ReLU, which turns a negative sum into 0; layer 2 is not. What comes out of each?',
      hints: (problem) => [
        'Take the first row of the weights. Multiply each weight with the input that has the same place, and add the products.',
        `Then add the bias of that row.${hasRelu(problem) ? ' If the sum is negative, ReLU makes it 0.' : ''}`,
        `Output 1${problem.layers.length === 1 ? '' : ' of layer 1'} is ${lineText(first(problem), 0)}${hasRelu(problem) ? ', where max takes the larger of the two' : ''}.`,
      ],
      steps: (problem) => problem.layers.flatMap((_, layer) => stepsOf(problem, layer).map(({ en }) => en)),
    },
    zh: {
      title: '全连接层的输出',
      task: (problem) =>
        problem.layers.length === 1
          ? `一个全连接层读入下面的输入。权重的每一行得出一个输出：和输入对应相乘，加起来，再加上这一行的偏置。${hasRelu(problem) ? '然后经过ReLU：负的和变成0。' : ''}输出是多少？`
          : '两个全连接层前后相接。权重的每一行得出一个输出：和这一层的输入对应相乘，加起来，再加上这一行的偏置。第1层后面有ReLU，把负的和变成0；第2层后面没有。两层的输出各是多少？',
      hints: (problem) => [
        '先看权重的第一行：每个权重和同一位置的输入相乘，再把乘积加起来。',
        `再加上这一行的偏置。${hasRelu(problem) ? '如果和是负数，ReLU把它变成0。' : ''}`,
        `${problem.layers.length === 1 ? '' : '第1层的'}输出1是${lineText(first(problem), 0)}${hasRelu(problem) ? '，max取两者中较大的' : ''}。`,
      ],
      steps: (problem) => problem.layers.flatMap((_, layer) => stepsOf(problem, layer).map(({ zh }) => zh)),
    },
  },
};

const first = (problem: DenseOutput): Working =>
  workingBy(trueRules, problem, partIds(problem)[0] ?? '', 0) ?? { lines: [] };

/** The calculation of every output of one layer. */
function stepsOf(problem: DenseOutput, layer: number): Label[] {
  const part = partIds(problem)[layer] ?? '';
  const outputs = trueOutputs(problem)[part] ?? [];
  const which =
    problem.layers.length === 1 ? { en: '', zh: '' } : { en: `Layer ${layer + 1}, `, zh: `第${layer + 1}层，` };
  const reads = outputs.map((value) => format(Number(value)));
  return [
    ...outputs.map((_, index) => {
      const working = workingText(workingBy(trueRules, problem, part, index) ?? { lines: [] });
      return {
        en: `${which.en}${which.en === '' ? 'Output' : 'output'} ${index + 1}: ${working}.`,
        zh: `${which.zh}输出${index + 1}：${working}。`,
      };
    }),
    {
      en: `${which.en === '' ? 'The output is' : `${which.en.slice(0, -2)} gives`} ${output(reads.join(', '))}.`,
      zh: `${which.zh === '' ? '输出是' : `${which.zh.slice(0, -1)}的输出是`}${output(reads.join(', '))}。`,
    },
  ];
}

export default exercise;
