import type { Exercise, Part } from './kit/definition.ts';
import { fraction } from './kit/exact.ts';
import { format, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { countPart, productOf, shapeIn, sumOf } from './shared/counts.ts';
import {
  drawStack,
  growing,
  grown,
  type StackedKernels,
  seeing,
  sideOf,
  trueView,
  truth,
  workingOf,
} from './shared/kernel-stacks.ts';

const exercise: Exercise<StackedKernels> = {
  id: 'stacked-kernels',
  lesson: 'vgg',
  levels: [1, 2, 3],

  generate: drawStack,

  given(problem) {
    const { layers, channels, asked } = problem;
    const side = sideOf(problem);
    return [
      {
        kind: 'values',
        items: [
          asked === 'layers'
            ? { label: { en: 'Large kernel', zh: '大卷积核' }, value: shapeIn([side, side]), role: 'kernel' }
            : { label: { en: 'Layers of 3 × 3', zh: '3×3卷积层' }, value: layers, role: 'kernel' },
          {
            label: { en: 'Channels in and out, of every layer', zh: '每层的输入、输出通道数' },
            value: channels,
            role: 'input',
          },
        ],
      },
    ];
  },

  parts({ asked }): Part[] {
    const stacked = countPart('stacked', { en: 'Weights of the stack', zh: '叠起来的几层的权重' });
    const single = countPart('single', { en: 'Weights with the large kernel', zh: '用大卷积核的权重' });
    const number = { kind: 'number', role: 'output' } as const;
    if (asked === 'layers') {
      return [
        { ...number, id: 'layers', entry: 'integer', label: { en: 'Layers of 3 × 3', zh: '3×3卷积层' } },
        stacked,
        single,
        { ...number, id: 'ratio', entry: 'fraction', label: { en: 'Stack / large kernel', zh: '叠起来/大卷积核' } },
      ];
    }
    const field: Part = {
      ...number,
      id: 'field',
      entry: 'integer',
      label: { en: 'Receptive field, one side', zh: '感受野的边长' },
    };
    return asked === 'field' ? [field, stacked] : [field, stacked, single];
  },

  solve: truth,

  working: (problem, part) => (part === 'layers' ? layersWorking(problem) : workingOf(trueView(problem), part)),

  misconceptions: {
    'one-channel-only': {
      ...seeing(({ layers }, { field }) => ({
        stacked: productOf([layers, 3, 3]),
        single: productOf([field.value, field.value]),
      })),
      words: {
        en: {
          head: 'Only one channel was counted.',
          text: ({ channels }) =>
            `That is for each pair of an input and an output channel. There are ${channels} × ${channels} pairs.`,
        },
        zh: {
          head: '只算了一个通道。',
          text: ({ channels }) => `这是一对输入、输出通道的权重，一共有${channels} × ${channels}对。`,
        },
      },
    },
    'channels-once': {
      ...seeing(({ layers, channels }, { field }) => ({
        stacked: productOf([layers, channels, 3, 3]),
        single: productOf([channels, field.value, field.value]),
      })),
      words: {
        en: {
          head: 'The channels were counted once.',
          text: ({ channels }) => `There are ${channels} kernels, and each has ${channels} planes.`,
        },
        zh: {
          head: '通道数只乘了一次。',
          text: ({ channels }) => `每层有${channels}个卷积核，每个卷积核有${channels}张权重，一个输入通道一张。`,
        },
      },
    },
    'one-layer-only': {
      ...seeing(({ channels }) => ({ stacked: productOf([channels, channels, 3, 3]) })),
      words: {
        en: {
          head: 'Only one layer of the stack was counted.',
          text: () => 'Every layer of the stack has weights of its own.',
        },
        zh: { head: '只算了其中一层。', text: () => '叠起来的每一层都有自己的权重。' },
      },
    },
    'kernel-side-once': {
      ...seeing(({ layers, channels }, { field }) => ({
        stacked: productOf([layers, channels, channels, 3]),
        single: productOf([channels, channels, field.value]),
      })),
      words: {
        en: {
          head: 'The kernel’s side was not squared.',
          text: () => 'A plane of a 3 × 3 kernel has 3 rows of 3 weights: 9.',
        },
        zh: { head: '卷积核的边长没有平方。', text: () => '3×3卷积核的每张有3行，每行3个权重，共9个。' },
      },
    },
    'three-a-layer': {
      ...growing(
        (layers) => productOf([layers, 3]),
        (field) => field / 3,
      ),
      words: {
        en: {
          head: 'Three pixels were counted for every layer.',
          text: () =>
            'The first layer sees 3 × 3. Every further one reaches 1 pixel beyond on each side, so the side grows by 2.',
        },
        zh: {
          head: '每层都按看到3个像素算了。',
          text: () => '第一层看到3×3；以后每多一层，四周各多看1个像素，边长加2。',
        },
      },
    },
    'pixel-forgotten': {
      ...growing(
        (layers) => productOf([layers, 2]),
        (field) => field / 2,
      ),
      words: {
        en: {
          head: 'The pixel in the middle is missing.',
          text: () => 'Before the first layer a cell sees itself: start at 1, and add 2 for every layer.',
        },
        zh: { head: '漏了中间的那个像素。', text: () => '一层都没有时，一格看到它自己：从1开始，每层加2。' },
      },
    },
    'one-layer-off': {
      ...growing(
        (layers) => ({ value: 2 * layers - 1, lines: [['1', `+ ${layers - 1} × 2`], [format(2 * layers - 1)]] }),
        (field) => (field + 1) / 2,
      ),
      words: {
        en: {
          head: 'The count is off by one layer.',
          text: () => 'The first layer too adds 2: it takes the side from 1 to 3.',
        },
        zh: { head: '差了一层。', text: () => '第一层也加2：边长从1变成3。' },
      },
    },
    'sizes-multiplied': {
      ...growing(
        (layers) => productOf(Array.from({ length: layers }, () => 3)),
        (field) => [3, 9, 27].indexOf(field) + 1,
      ),
      words: {
        en: {
          head: 'The kernel sizes were multiplied.',
          text: () => 'With stride 1 neighbouring windows overlap, so each layer adds only 2 to the side.',
        },
        zh: { head: '把卷积核的大小乘起来了。', text: () => '步长是1时，相邻窗口有重叠，每层只给边长加2。' },
      },
    },
    'biases-counted': {
      ...seeing(({ layers, channels }, { stacked, single }) => ({
        stacked: sumOf([stacked.value, layers * channels]),
        single: sumOf([single.value, channels]),
      })),
      words: {
        en: { head: 'Biases were counted too.', text: () => 'Only weights are asked for.' },
        zh: { head: '把偏置也算进去了。', text: () => '这里只问权重。' },
      },
    },
    'ratio-inverted': {
      answer(problem) {
        const { stacked, single } = trueView(problem);
        return problem.asked === 'layers' ? { ratio: [fraction(single.value, stacked.value)] } : undefined;
      },
      words: {
        en: {
          head: 'The ratio is upside down.',
          text: () => 'The stack’s weights are divided by those of the large kernel.',
        },
        zh: { head: '比值倒过来了。', text: () => '要用叠起来的权重除以大卷积核的权重。' },
      },
    },
  },

  words: {
    en: {
      title: 'Small kernels for a large one',
      task: ({ asked, channels }) =>
        asked === 'layers'
          ? `A layer with this kernel is to be replaced by a stack of 3 × 3 layers that sees just as much (stride 1, no biases). Every layer reads and gives ${channels} channels. How many layers are needed? How many weights do the stack and the single layer have, and what fraction of the large kernel’s weights does the stack have?`
          : `Layers with 3 × 3 kernels follow one another (stride 1, no biases). A cell of the last one sees a square of the input: how long is its side?${asked === 'field' ? ' How many weights does the whole stack have?' : ' How many weights does the whole stack have, and how many would one layer need with a kernel as large as that square?'}`,
      hints: (problem) => [
        'The first layer sees 3 × 3. Every further layer sees one pixel more on every side.',
        'The weights of a layer: channels in × channels out × height × width of the kernel.',
        `${problem.asked === 'layers' ? `From 1 to ${sideOf(problem)} in steps of 2: ${lineText(layersWorking(problem), 0)}` : `The side is ${lineText(grown(problem.layers), 0)}`}. One layer of 3 × 3 has ${lineText(oneLayer(problem), 0)} weights.`,
      ],
      steps: (problem) => [
        problem.asked === 'layers'
          ? `The side grows from 1 by 2 with each layer, so there are ${workingText(layersWorking(problem))} layers.`
          : `The side starts at 1 and grows by 2 with each layer: ${workingText(grown(problem.layers))}.`,
        `Weights of the stack, layers × channels × channels × 3 × 3: ${workingText(trueView(problem).stacked)}.`,
        ...(problem.asked === 'field'
          ? [
              `So the stack sees ${shapeIn([sideOf(problem), sideOf(problem)]).en} with ${output(trueView(problem).stacked.value)} weights.`,
            ]
          : [
              `One layer with a kernel of ${shapeIn([sideOf(problem), sideOf(problem)]).en}: ${workingText(trueView(problem).single)}.`,
            ]),
        ...(problem.asked === 'layers'
          ? [
              `The fraction: ${workingText(workingOf(trueView(problem), 'ratio') ?? grown(0))}, the same for any number of channels.`,
            ]
          : []),
      ],
    },
    zh: {
      title: '小卷积核代替大卷积核',
      task: ({ asked, channels }) =>
        asked === 'layers'
          ? `用几层3×3卷积叠起来，代替这个大卷积核的一层，看到的范围要一样大（步长1，没有偏置）。每一层的输入和输出都是${channels}个通道。要几层？叠起来的几层和原来的一层各有多少个权重？前者是后者的几分之几？`
          : `几层3×3的卷积一层接一层（步长1，没有偏置）。最后一层的一格，看到输入上的一个正方形，它的边长是多少？${asked === 'field' ? '这几层一共有多少个权重？' : '这几层一共有多少个权重？如果只用一层，卷积核和那个正方形一样大，又要多少个权重？'}`,
      hints: (problem) => [
        '第一层看到3×3。以后每多一层，四周各多看一个像素。',
        '一层的权重：通道数×通道数×卷积核的高×宽。',
        `${problem.asked === 'layers' ? `边长从1到${sideOf(problem)}，每层加2：${lineText(layersWorking(problem), 0)}` : `边长是${lineText(grown(problem.layers), 0)}`}。一层3×3有${lineText(oneLayer(problem), 0)}个权重。`,
      ],
      steps: (problem) => [
        problem.asked === 'layers'
          ? `边长从1开始，每层加2，所以要${workingText(layersWorking(problem))}层。`
          : `边长从1开始，每层加2：${workingText(grown(problem.layers))}。`,
        `叠起来的权重，层数×通道数×通道数×3×3：${workingText(trueView(problem).stacked)}。`,
        ...(problem.asked === 'field'
          ? [
              `所以这几层用${output(trueView(problem).stacked.value)}个权重，看到${shapeIn([sideOf(problem), sideOf(problem)]).zh}。`,
            ]
          : [
              `只用一层${shapeIn([sideOf(problem), sideOf(problem)]).zh}的卷积核：${workingText(trueView(problem).single)}。`,
            ]),
        ...(problem.asked === 'layers'
          ? [`比值是${workingText(workingOf(trueView(problem), 'ratio') ?? grown(0))}，和通道数没有关系。`]
          : []),
      ],
    },
  },
};

const oneLayer = ({ channels }: StackedKernels) => productOf([channels, channels, 3, 3]);

/** Back from the side to the layers: (7 − 1) / 2 = 3. */
const layersWorking = (problem: StackedKernels) => ({
  lines: [[`(${sideOf(problem)} − 1)`, '/ 2'], [format(problem.layers)]],
});

export default exercise;
