import { describeNetwork } from '../core/index.ts';
import type { Answer, Exercise, Level, Working } from './kit/definition.ts';
import type { Random } from './kit/random.ts';
import { output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { type Counts, type Layer, type Reading, readingsOf, totalOf, trueCounts } from './shared/convolution-layers.ts';
import { countPart, productOf, shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';

interface BankParameters {
  /** Channels, height and width of what the first layer reads. */
  readonly input: readonly [number, number, number];
  /** One layer, or two in a row of which the second is asked about. */
  readonly layers: readonly Layer[];
}

const readings = ({ input, layers }: BankParameters): Reading[] => readingsOf(input, layers);

/** All parameters, by the site's own count of a network's layers. */
const trueTotal = ({ input, layers }: BankParameters): number =>
  describeNetwork(
    layers.map(({ kernels, size }) => ({ kind: 'conv2d', outputs: kernels, kernel: size }) as const),
    input,
  ).total.parameters;

/** The answer about the last layer, and where there are two, the parameters of both. */
function asAnswer(counts: readonly Counts[], parameters = totalOf(counts).value): Answer {
  const last = counts.at(-1);
  const asked = { kernel: last?.kernel ?? [], weights: [last?.weights.value], biases: [last?.biases.value] };
  return counts.length === 1 ? asked : { ...asked, parameters: [parameters] };
}

function workingOf(counts: readonly Counts[], part: string): Working | undefined {
  if (part === 'parameters') return totalOf(counts);
  return part === 'weights' ? counts.at(-1)?.weights : undefined;
}

/** A wrong rule that counts each layer in another way; `undefined` where it does not apply. */
const miscounted = (change: (reading: Reading, problem: BankParameters) => Counts | undefined) => {
  const counted = (problem: BankParameters): Counts[] | undefined => {
    const counts = readings(problem).flatMap((reading) => change(reading, problem) ?? []);
    return counts.length === problem.layers.length ? counts : undefined;
  };
  return {
    answer(problem: BankParameters) {
      const counts = counted(problem);
      return counts && asAnswer(counts);
    },
    working(problem: BankParameters, part: string) {
      const counts = counted(problem);
      return counts && workingOf(counts, part);
    },
  };
};

/** Kernels of another depth. */
const otherDepth = (depth: (reading: Reading, problem: BankParameters) => number | undefined) =>
  miscounted((reading, problem) => {
    const channels = depth(reading, problem);
    return channels === undefined ? undefined : trueCounts({ ...reading, channels });
  });

/** Another number of biases in each layer. */
const otherBiases = (factors: (reading: Reading) => readonly number[]) =>
  miscounted((reading) => ({ ...trueCounts(reading), biases: productOf(factors(reading)) }));

/** Other factors of the weights. */
const otherWeights = (factors: (reading: Reading) => readonly number[]) =>
  miscounted((reading) => ({ ...trueCounts(reading), weights: productOf(factors(reading)) }));

function draw(random: Random, level: Level): BankParameters {
  const side = random.integer(12, 32);
  const layer = (kernels: readonly number[], sizes = [3, 5]): Layer => ({
    kernels: random.pick(kernels),
    size: random.pick(sizes),
  });
  if (level === 1) return { input: [random.integer(2, 3), side, side], layers: [layer([4, 5, 6], [2, 3])] };
  if (level === 2) return { input: [random.pick([3, 8, 10, 16]), side, side], layers: [layer([4, 6, 12, 20, 24, 32])] };
  const layers = [layer([6, 8, 10, 16, 32]), layer([12, 20, 24, 48, 64])];
  return { input: [random.pick([1, 3]), side, side], layers };
}

const exercise: Exercise<BankParameters> = {
  id: 'bank-parameters',
  lesson: 'channels',
  levels: [1, 2, 3],

  generate: draw,

  given: ({ input, layers }) => [
    {
      kind: 'values',
      items: [
        { label: names.inputShape, value: shapeIn(input), role: 'input' },
        ...layers.map(({ kernels, size }, index) => ({
          label: layers.length === 1 ? names.layer : { en: `Layer ${index + 1}`, zh: `第${index + 1}层` },
          value: { en: `${kernels} kernels of ${size} × ${size}`, zh: `${kernels}个${size}×${size}的卷积核` },
        })),
      ],
    },
  ],

  parts: ({ layers }) => [
    {
      id: 'kernel',
      kind: 'shape',
      role: 'kernel',
      label: { en: 'Shape of one kernel', zh: '一个卷积核的形状' },
      axes: [names.channels, names.height, names.width],
    },
    countPart('weights', { en: 'Weights', zh: '权重' }),
    countPart('biases', { en: 'Biases', zh: '偏置' }),
    ...(layers.length === 1 ? [] : [countPart('parameters', { en: 'Parameters of both layers', zh: '两层的参数' })]),
  ],

  solve: (problem) => asAnswer(readings(problem).map(trueCounts), trueTotal(problem)),

  working: (problem, part) => workingOf(readings(problem).map(trueCounts), part),

  misconceptions: {
    'depth-forgotten': {
      ...otherDepth(() => 1),
      words: {
        en: {
          head: 'The kernel has no depth.',
          text: (problem) =>
            `A kernel has a plane of weights for every channel that it reads: ${lastOf(problem).channels} of them.`,
        },
        zh: {
          head: '卷积核漏了通道数。',
          text: (problem) => `输入有几个通道，卷积核就有几张权重，一个通道一张：这里是${lastOf(problem).channels}张。`,
        },
      },
    },
    'outputs-forgotten': {
      ...otherWeights(({ channels, size }) => [channels, size, size]),
      words: {
        en: {
          head: 'These are the weights of a single kernel.',
          text: (problem) => `The layer has ${lastOf(problem).kernels} kernels, each with weights of its own.`,
        },
        zh: {
          head: '这只是一个卷积核的权重。',
          text: (problem) => `这一层有${lastOf(problem).kernels}个卷积核，各有各的权重。`,
        },
      },
    },
    'kernels-as-depth': {
      ...otherDepth(({ kernels }) => kernels),
      words: {
        en: {
          head: 'The number of kernels was taken for their depth.',
          text: (problem) =>
            `The depth of a kernel is what it reads, ${lastOf(problem).channels} channels. How many kernels there are is how many channels come out.`,
        },
        zh: {
          head: '把卷积核个数当成了它的通道数。',
          text: (problem) =>
            `卷积核的通道数等于它读的通道数，这里是${lastOf(problem).channels}。卷积核的个数，是输出的通道数。`,
        },
      },
    },
    'depth-of-the-picture': {
      ...otherDepth((_, { input: [channels], layers }) => (layers.length === 1 ? undefined : channels)),
      words: {
        en: {
          head: 'The second layer does not read the picture.',
          text: ({ layers: [first] }) =>
            `It reads what the first gives: ${first?.kernels} channels, one for each kernel.`,
        },
        zh: {
          head: '第二层读的不是原图。',
          text: ({ layers: [first] }) => `它读的是第一层的输出：${first?.kernels}个通道，一个卷积核一个。`,
        },
      },
    },
    'side-not-squared': {
      ...otherWeights(({ kernels, channels, size }) => [kernels, channels, size]),
      words: {
        en: {
          head: 'Only one side of the kernel was counted.',
          text: (problem) => `Each plane of a kernel holds ${lastOf(problem).size} × ${lastOf(problem).size} weights.`,
        },
        zh: {
          head: '卷积核只算了一条边。',
          text: (problem) => `在每个通道上，卷积核有${lastOf(problem).size} × ${lastOf(problem).size}个权重。`,
        },
      },
    },
    'places-counted': {
      ...otherWeights(({ kernels, channels, size, places }) => [places, kernels, channels, size, size]),
      words: {
        en: {
          head: 'The weights were counted once for every place of the window.',
          text: () => 'A kernel slides: it uses the same weights everywhere. The size of the input does not matter.',
        },
        zh: {
          head: '窗口的每个位置都算了一遍权重。',
          text: () => '卷积核是滑动的，到哪里都用同一组权重，和输入的大小无关。',
        },
      },
    },
    'bias-per-plane': {
      ...otherBiases(({ kernels, channels }) => [kernels, channels]),
      words: {
        en: {
          head: 'A bias was counted for every plane.',
          text: () => 'The sums of all planes become one number, and one bias is added to it: one for each kernel.',
        },
        zh: {
          head: '给每个通道都算了一个偏置。',
          text: () => '各通道的和先加成一个数，再加一次偏置：一个卷积核一个偏置。',
        },
      },
    },
    'one-bias': {
      ...otherBiases(() => [1]),
      words: {
        en: { head: 'A single bias for the whole layer.', text: () => 'Each kernel has a bias of its own.' },
        zh: { head: '整层只算了一个偏置。', text: () => '每个卷积核都有自己的偏置。' },
      },
    },
  },

  words: {
    en: {
      title: 'Parameters of a layer',
      task: ({ layers }) =>
        layers.length === 1
          ? 'A convolution layer reads this input; each of its kernels has one bias. What is the shape of one kernel, and how many weights and biases does the layer have?'
          : 'Two convolution layers follow one another (stride 1, no padding); each of their kernels has one bias. For the second layer: what is the shape of one kernel, and how many weights and biases are there? And how many parameters, weights and biases together, do both layers have?',
      hints: (problem) => [
        'A kernel covers all channels of what it reads, so it has a plane of weights for each of them.',
        problem.layers.length === 1
          ? 'First count the weights of one kernel, then take all kernels.'
          : 'What the second layer reads has as many channels as the first layer has kernels.',
        `The weights: kernels × channels × height × width, ${lineText(trueCounts(lastOf(problem)).weights, 0)}. The biases: one for each kernel.`,
      ],
      steps(problem) {
        const { channels, kernels, kernel, one, all, first, both } = facts(problem);
        const single = problem.layers.length === 1;
        return [
          `${single ? `The input has ${channels} channels` : `The first layer gives ${channels} channels, one for each of its kernels`}, so a kernel is ${output(kernel.en)}.`,
          `One kernel has ${one} weights.`,
          `All ${kernels} kernels have ${all} weights, and ${output(kernels)} biases.`,
          ...(single
            ? []
            : [`In the first layer there are ${first} weights and ${problem.layers[0]?.kernels} biases.`]),
          ...(single ? [] : [`Both layers together: ${both}.`]),
        ];
      },
    },
    zh: {
      title: '一层的参数',
      task: ({ layers }) =>
        layers.length === 1
          ? '一个卷积层读入下面的输入，每个卷积核有一个偏置。一个卷积核是什么形状？这一层有多少个权重，多少个偏置？'
          : '两个卷积层前后相接（步长1，没有填充），每个卷积核有一个偏置。第二层的一个卷积核是什么形状？第二层有多少个权重，多少个偏置？两层的参数（权重加偏置）一共多少个？',
      hints: (problem) => [
        '卷积核要盖住输入的所有通道，所以每个通道都有一张权重。',
        problem.layers.length === 1
          ? '先数一个卷积核的权重，再算全部卷积核。'
          : '第一层有几个卷积核，第二层读到的就有几个通道。',
        `权重是个数×通道数×高×宽：${lineText(trueCounts(lastOf(problem)).weights, 0)}。偏置是一个卷积核一个。`,
      ],
      steps(problem) {
        const { channels, kernels, kernel, one, all, first, both } = facts(problem);
        const single = problem.layers.length === 1;
        return [
          `${single ? `输入有${channels}个通道` : `第一层输出${channels}个通道，一个卷积核一个`}，所以一个卷积核是${output(kernel.zh)}。`,
          `一个卷积核有${one}个权重。`,
          `${kernels}个卷积核共有${all}个权重，${output(kernels)}个偏置。`,
          ...(single ? [] : [`第一层有${first}个权重，${problem.layers[0]?.kernels}个偏置。`]),
          ...(single ? [] : [`两层一共：${both}。`]),
        ];
      },
    },
  },
};

/** The layer that is asked about. */
const lastOf = (problem: BankParameters): Reading =>
  readings(problem).at(-1) ?? { kernels: 1, size: 1, channels: 1, places: 1 };

/** What the worked steps say of it, and of both layers. */
function facts(problem: BankParameters) {
  const { channels, kernels } = lastOf(problem);
  const counts = readings(problem).map(trueCounts);
  const { kernel, weights } = trueCounts(lastOf(problem));
  const [one, all] = [workingText(productOf(kernel)), workingText(weights)];
  const first = workingText(counts[0]?.weights ?? weights);
  return { channels, kernels, kernel: shapeIn(kernel), one, all, first, both: workingText(totalOf(counts)) };
}

export default exercise;
