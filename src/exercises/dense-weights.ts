import { describeNetwork } from '../core/index.ts';
import type { Answer, Exercise, Level } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, input, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { countPart, productOf, shapeIn, sumOf } from './shared/counts.ts';
import { dense, type Layer, sumWorking, total } from './shared/dense-layers.ts';

interface DenseWeights {
  /** Channels, height and width of the picture. */
  readonly shape: readonly [number, number, number];
  /** The outputs of each dense layer, in order; there are one or two. */
  readonly outputs: readonly number[];
  /** Whether the layers have biases. */
  readonly bias: boolean;
}

const pictureLength = ({ shape }: DenseWeights): number => productOf(shape).value;

/** The layers; the first reads the flattened picture, the second what the first gives. */
const layersOf = (problem: DenseWeights): Layer[] =>
  problem.outputs.map((outputs, layer) => dense(problem.outputs[layer - 1] ?? pictureLength(problem), outputs));

/** The two counts of these layers; without biases only the weights are asked for. */
function countsOf({ bias }: DenseWeights, layers: readonly Layer[]): Answer {
  const weights = total(layers.map((layer) => layer.weights.value));
  return {
    weights: [weights],
    ...(bias ? { parameters: [weights + total(layers.map((layer) => layer.biases))] } : {}),
  };
}

/** The right counts, by the site's own count of a network's layers. */
function truth({ shape, outputs, bias }: DenseWeights): Answer {
  const parameters = (withBias: boolean): number => {
    const layers = outputs.map((count) => ({ kind: 'linear', outputs: count, bias: withBias }) as const);
    return describeNetwork([{ kind: 'flatten' }, ...layers], shape).total.parameters;
  };
  return { weights: [parameters(false)], ...(bias ? { parameters: [parameters(true)] } : {}) };
}

/** A wrong rule that counts layers otherwise; `undefined` where it does not apply. */
const miscounted = (change: (layer: Layer, index: number, problem: DenseWeights) => Layer | undefined) => {
  const changed = (problem: DenseWeights): readonly Layer[] | undefined => {
    const layers = layersOf(problem).flatMap((layer, index) => change(layer, index, problem) ?? []);
    return layers.length === problem.outputs.length ? layers : undefined;
  };
  return {
    answer(problem: DenseWeights) {
      const layers = changed(problem);
      return layers && countsOf(problem, layers);
    },
    working(problem: DenseWeights, part: string) {
      const layers = changed(problem);
      return layers && sumWorking(layers, part === 'parameters');
    },
  };
};

/** Another number of biases in each layer. */
const otherBiases = (biases: (layer: Layer) => number) =>
  miscounted((layer, _, { bias }) => (bias ? { ...layer, biases: biases(layer) } : undefined));

function draw(random: Random, level: Level): DenseWeights {
  const side = () =>
    random.pick(
      [
        [2, 3, 4, 5],
        [4, 5, 6, 8],
        [8, 10, 16, 20, 32],
      ][level - 1] ?? [2],
    );
  const shape = [level === 1 ? random.pick([1, 2, 3]) : 3, side(), side()] as const;
  if (level === 1) return { shape, outputs: [random.pick([2, 3, 4, 5, 10])], bias: false };
  if (level === 2) return { shape, outputs: [random.pick([8, 10, 12, 20])], bias: true };
  return { shape, outputs: [random.pick([16, 20, 32, 50, 64, 100]), random.pick([5, 8, 10, 20])], bias: true };
}

const exercise: Exercise<DenseWeights> = {
  id: 'dense-weights',
  lesson: 'images',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => level > 1 || pictureLength(problem) <= 60,
    ),

  given: ({ shape, outputs: [first = 0, second], bias }) => [
    {
      kind: 'values',
      items: [
        {
          label: { en: 'Picture: channels × height × width', zh: '图：通道数×高×宽' },
          value: shapeIn(shape),
          role: 'input',
        },
        ...(second === undefined
          ? [{ label: { en: 'Outputs of the layer', zh: '这一层的输出数' }, value: first }]
          : [
              { label: { en: 'Outputs of the first layer', zh: '第一层的输出数' }, value: first },
              { label: { en: 'Outputs of the second layer', zh: '第二层的输出数' }, value: second },
            ]),
        {
          label: { en: 'Biases', zh: '偏置' },
          value: bias ? { en: 'one for each output', zh: '每个输出一个' } : { en: 'none', zh: '没有' },
        },
      ],
    },
  ],

  parts: ({ bias }) => [
    countPart('weights', { en: 'Weights', zh: '权重' }),
    ...(bias ? [countPart('parameters', { en: 'Parameters', zh: '参数' })] : []),
  ],

  solve: truth,

  working: (problem, part) => sumWorking(layersOf(problem), part === 'parameters'),

  misconceptions: {
    'bias-forgotten': {
      ...otherBiases(() => 0),
      words: {
        en: {
          head: 'The biases are missing.',
          text: () => 'Parameters are all the numbers that training changes: the weights, and the biases too.',
        },
        zh: { head: '漏了偏置。', text: () => '参数是训练要调的所有数：除了权重，还有偏置。' },
      },
    },
    'bias-per-input': {
      ...otherBiases(({ inputs }) => inputs),
      words: {
        en: {
          head: 'A bias was counted for each input.',
          text: () => 'A bias is added once to the sum that makes an output: there are as many biases as outputs.',
        },
        zh: {
          head: '给每个输入都算了一个偏置。',
          text: () => '每个输出是一个和，这个和只加一次偏置：有几个输出，就有几个偏置。',
        },
      },
    },
    'bias-per-weight': {
      ...otherBiases(({ weights }) => weights.value),
      words: {
        en: {
          head: 'A bias was counted for each weight.',
          text: () => 'The products are added up first, and then one bias is added to the sum: one for each output.',
        },
        zh: { head: '给每个权重都算了一个偏置。', text: () => '先把乘积加起来，再加一个偏置：每个输出只有一个。' },
      },
    },
    'one-bias': {
      ...otherBiases(() => 1),
      words: {
        en: {
          head: 'A single bias for a whole layer.',
          text: () => 'Each output has a bias of its own.',
        },
        zh: { head: '整层只算了一个偏置。', text: () => '每个输出都有自己的偏置。' },
      },
    },
    'inputs-plus-outputs': {
      ...miscounted((layer) => ({ ...layer, weights: sumOf([layer.inputs, layer.outputs]) })),
      words: {
        en: {
          head: 'Inputs and outputs were added.',
          text: () => 'Every output has a weight for every input, so the two numbers are multiplied.',
        },
        zh: { head: '把输入数和输出数加起来了。', text: () => '每个输出对每个输入都有一个权重，所以两个数要相乘。' },
      },
    },
    'channels-forgotten': {
      ...miscounted((layer, index, { shape: [channels, height, width] }) => {
        if (channels === 1) return undefined;
        return index === 0 ? dense(height * width, layer.outputs) : layer;
      }),
      words: {
        en: {
          head: 'Only one channel was flattened.',
          text: (problem) =>
            `The vector holds all ${problem.shape[0]} channels: ${workingText(productOf(problem.shape))} numbers.`,
        },
        zh: {
          head: '只展平了一个通道。',
          text: (problem) => `向量里有全部${problem.shape[0]}个通道：${workingText(productOf(problem.shape))}个数。`,
        },
      },
    },
    'second-layer-reads-picture': {
      ...miscounted((layer, _, problem) =>
        problem.outputs.length === 1 ? undefined : dense(pictureLength(problem), layer.outputs),
      ),
      words: {
        en: {
          head: 'The second layer was joined to the picture.',
          text: ({ outputs: [first] }) => `Its inputs are the ${first} outputs of the first layer.`,
        },
        zh: {
          head: '第二层被接到了图上。',
          text: ({ outputs: [first] }) => `它的输入是第一层的${first}个输出。`,
        },
      },
    },
    'biases-among-weights': {
      answer(problem) {
        const layers = layersOf(problem);
        return { weights: [total(layers.flatMap(({ weights, biases }) => [weights.value, biases]))] };
      },
      working: (problem) => sumWorking(layersOf(problem), true),
      words: {
        en: {
          head: 'Biases were counted as weights.',
          text: ({ bias }) =>
            bias
              ? 'A weight belongs to one input and one output. The biases come in only with the parameters.'
              : 'This layer has none: there is a weight for each pair of an input and an output, and that is all.',
        },
        zh: {
          head: '把偏置也算成了权重。',
          text: ({ bias }) =>
            bias
              ? '一个权重对应一个输入和一个输出。偏置到算参数时才加上。'
              : '这一层没有偏置：每一对输入和输出有一个权重，就这些。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'Weights of a dense layer',
      task: ({ outputs, bias }) =>
        outputs.length === 1
          ? `The picture is flattened, and a dense layer reads the vector: every output is joined to every number of it by a weight of its own. How many weights are there?${bias ? ' And how many parameters: weights and biases together?' : ''}`
          : 'The picture is flattened, and two dense layers follow: the first reads the vector, the second reads what the first gives. In a dense layer every output is joined to every input by a weight of its own. How many weights do the two layers have together, and how many parameters (weights and biases)?',
      hints: (problem) => [
        'Channels × height × width: how many numbers does the flattened picture have?',
        'One output needs a weight for each of its inputs. Multiply by the number of outputs.',
        `The weights are ${lineText(sumWorking(layersOf(problem), false), 0)}.${problem.bias ? ` There are ${problem.outputs.map((count) => format(count)).join(' + ')} biases.` : ''}`,
      ],
      steps: (problem) => [
        `The flattened picture has ${workingText(productOf(problem.shape))} numbers.`,
        ...(problem.outputs.length === 1
          ? []
          : [`The second layer reads the ${input(problem.outputs[0] ?? 0)} outputs of the first.`]),
        `Weights, inputs times outputs: ${workingText(sumWorking(layersOf(problem), false))}.`,
        problem.bias
          ? `With one bias for each output: ${workingText(sumWorking(layersOf(problem), true))}.`
          : `So there are ${output(total(layersOf(problem).map(({ weights }) => weights.value)))} weights.`,
      ],
    },
    zh: {
      title: '全连接层的权重',
      task: ({ outputs, bias }) =>
        outputs.length === 1
          ? `把图展平成向量，交给一个全连接层：每个输出和向量里的每个数之间，都有一个自己的权重。一共有多少个权重？${bias ? '参数（权重加偏置）一共多少个？' : ''}`
          : '把图展平成向量，后面接两个全连接层：第一层的输入是这个向量，第二层的输入是第一层的输出。全连接层的每个输出和每个输入之间，都有一个自己的权重。两层一共有多少个权重？参数（权重加偏置）一共多少个？',
      hints: (problem) => [
        '通道数×高×宽：展平后有多少个数？',
        '一个输出，对每个输入都要一个权重。再乘输出的个数。',
        `权重是${lineText(sumWorking(layersOf(problem), false), 0)}。${problem.bias ? `偏置有${problem.outputs.map((count) => format(count)).join(' + ')}个。` : ''}`,
      ],
      steps: (problem) => [
        `展平后有${workingText(productOf(problem.shape))}个数。`,
        ...(problem.outputs.length === 1 ? [] : [`第二层的输入是第一层的${input(problem.outputs[0] ?? 0)}个输出。`]),
        `权重是输入数乘输出数：${workingText(sumWorking(layersOf(problem), false))}。`,
        problem.bias
          ? `再加上每个输出的偏置：${workingText(sumWorking(layersOf(problem), true))}。`
          : `所以有${output(total(layersOf(problem).map(({ weights }) => weights.value)))}个权重。`,
      ],
    },
  },
};

export default exercise;
