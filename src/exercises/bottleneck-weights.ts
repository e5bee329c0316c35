import type { Answer, Exercise, Level, Misconception, NumberPart, Working } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  type CostSlip,
  costSlips,
  directOf,
  layersOf,
  trueWeights,
  type Widths,
  weightsOf,
} from './shared/bottlenecks.ts';
import { type Count, countPart, productOf, shapeIn } from './shared/counts.ts';

interface BottleneckWeights extends Widths {
  /** Whether it is asked how many times fewer weights the bottleneck has. */
  readonly ratio: boolean;
}

const places = 1;

/** The two counts, from which the ratio follows. */
interface Counts {
  readonly direct: Count;
  readonly bottleneck: Count;
}

const trueCounts = (problem: BottleneckWeights): Counts => ({
  direct: directOf(problem),
  bottleneck: weightsOf(layersOf(problem)),
});

const asAnswer = ({ ratio }: BottleneckWeights, direct: number, bottleneck: number): Answer => ({
  direct: [direct],
  bottleneck: [bottleneck],
  ...(ratio ? { ratio: [direct / bottleneck] } : {}),
});

/** A division, rounded. */
const quotient = (top: number, bottom: number): Working => {
  const value = top / bottom;
  const rounded = Number(value.toFixed(places)) === value ? '' : '≈ ';
  return { lines: [[format(top), `/ ${format(bottom)}`], [`${rounded}${format(value, places)}`]] };
};

function workingOf({ direct, bottleneck }: Counts, part: string): Working {
  if (part === 'ratio') return quotient(direct.value, bottleneck.value);
  return part === 'direct' ? direct : bottleneck;
}

/** A wrong rule for the counts; `undefined` where it does not apply. */
const miscounted = (change: (problem: BottleneckWeights) => Partial<Counts>) => {
  const counted = (problem: BottleneckWeights): Counts => ({ ...trueCounts(problem), ...change(problem) });
  return {
    answer(problem: BottleneckWeights) {
      const { direct, bottleneck } = counted(problem);
      return asAnswer(problem, direct.value, bottleneck.value);
    },
    working: (problem: BottleneckWeights, part: string) => workingOf(counted(problem), part),
  };
};

const costSlip = ({ layers, words }: CostSlip): Misconception<BottleneckWeights> => ({
  ...miscounted((problem) => ({ bottleneck: weightsOf(layers(problem)) })),
  words,
});

/** A wrong ratio of the right counts. */
const wrongRatio = (terms: (problem: BottleneckWeights) => readonly [number, number]) => ({
  answer: (problem: BottleneckWeights) => {
    const [top, bottom] = terms(problem);
    return problem.ratio ? { ratio: [top / bottom] } : undefined;
  },
  working: (problem: BottleneckWeights, part: string) =>
    part === 'ratio' ? quotient(...terms(problem)) : workingOf(trueCounts(problem), part),
});

function draw(random: Random, level: Level): BottleneckWeights {
  if (level === 1) {
    const width = random.pick([4, 5, 6, 7, 8, 9, 10, 12, 20]);
    return { inputs: width, middle: random.pick([2, 3, 4, 5]), outputs: width, size: 3, ratio: false };
  }
  if (level === 2) {
    const [width, middle] = [random.pick([16, 20, 24, 30, 32, 40, 48, 60, 64]), random.pick([4, 6, 8, 10, 12, 16])];
    return { inputs: width, middle, outputs: width, size: 3, ratio: true };
  }
  const [inputs, outputs] = random.pick([
    [64, 256],
    [128, 256],
    [256, 128],
    [256, 512],
    [512, 256],
    [128, 512],
  ] as const);
  return { inputs, middle: random.pick([16, 32, 64]), outputs, size: random.pick([3, 5]), ratio: true };
}

const countsPart = (id: string, en: string, zh: string): NumberPart => countPart(id, { en, zh });

const exercise: Exercise<BottleneckWeights> = {
  id: 'bottleneck-weights',
  lesson: 'bottleneck',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => {
        const past = ((directOf(problem).value / trueWeights(problem)) * 10 ** places) % 1;
        return problem.middle < Math.min(problem.inputs, problem.outputs) && Math.abs(past - 0.5) > 0.05;
      },
    ),

  given({ inputs, middle, outputs, size }) {
    const [one, large] = [shapeIn([1, 1]), shapeIn([size, size])];
    const row = (kernel: { en: string; zh: string }, from: number, to: number) =>
      ({
        en: `${kernel.en}, from ${from} to ${to} channels`,
        zh: `${kernel.zh}，${from}个通道变成${to}个`,
      }) as const;
    return [
      { kind: 'list', label: { en: 'Direct', zh: '直接' }, items: [row(large, inputs, outputs)] },
      {
        kind: 'list',
        label: { en: 'Bottleneck', zh: '瓶颈结构' },
        items: [row(one, inputs, middle), row(large, middle, middle), row(one, middle, outputs)],
      },
    ];
  },

  parts: ({ ratio }) => [
    countsPart('direct', 'Weights of the direct layer', '直接那一层的权重'),
    countsPart('bottleneck', 'Weights of the bottleneck', '瓶颈结构的权重'),
    ...(ratio
      ? [
          {
            id: 'ratio',
            kind: 'number',
            entry: { places },
            role: 'output',
            label: { en: 'Direct / bottleneck', zh: '直接/瓶颈' },
          } as const,
        ]
      : []),
  ],

  solve: (problem) => asAnswer(problem, directOf(problem).value, trueWeights(problem)),

  working: (problem, part) => workingOf(trueCounts(problem), part),

  misconceptions: {
    ...Object.fromEntries(Object.entries(costSlips).map(([name, slip]) => [name, costSlip(slip)])),
    'channels-forgotten': {
      ...miscounted(({ middle, outputs, size }) => ({
        direct: productOf([outputs, size, size]),
        bottleneck: weightsOf([[middle], [middle, size, size], [outputs]]),
      })),
      words: {
        en: {
          head: 'Each kernel was counted with a single plane.',
          text: ({ inputs }) =>
            `A kernel has a plane for every channel that it reads. Those of the direct layer have ${inputs}.`,
        },
        zh: {
          head: '每个卷积核只算了一个通道。',
          text: ({ inputs }) => `卷积核对读到的每个通道各有一张权重，直接那一层的卷积核有${inputs}张。`,
        },
      },
    },
    'kernel-side-once': {
      ...miscounted(({ inputs, middle, outputs, size }) => ({
        direct: productOf([inputs, outputs, size]),
        bottleneck: weightsOf([
          [inputs, middle],
          [middle, middle, size],
          [middle, outputs],
        ]),
      })),
      words: {
        en: {
          head: 'The kernel’s side was not squared.',
          text: ({ size }) => `A plane of a kernel has ${size} rows of ${size} weights, so ${size * size} in all.`,
        },
        zh: {
          head: '卷积核的边长没有平方。',
          text: ({ size }) => `卷积核的一张有${size}行，每行${size}个权重，一共${size * size}个。`,
        },
      },
    },
    'ratio-inverted': {
      ...wrongRatio((problem) => [trueWeights(problem), directOf(problem).value]),
      words: {
        en: {
          head: 'The ratio is upside down.',
          text: () => 'How many times fewer: the larger count, of the direct layer, is divided by the smaller one.',
        },
        zh: { head: '比值倒过来了。', text: () => '要问直接的是瓶颈的几倍，就用直接那一层的权重除以瓶颈结构的。' },
      },
    },
    'widths-divided': {
      ...wrongRatio(({ inputs, middle }) => [inputs, middle]),
      words: {
        en: {
          head: 'The widths were divided, not the weights.',
          text: () => 'The saving is in the weights, and they do not shrink as the width does.',
        },
        zh: { head: '用宽度相除，没有用权重。', text: () => '要比的是权重，权重减少的倍数和宽度不一样。' },
      },
    },
  },

  words: {
    en: {
      title: 'Weights of a bottleneck',
      task: ({ ratio }) =>
        `The same change of channels, in one layer and through a bottleneck. No layer has a bias. How many weights are there in each form?${ratio ? ` How many times fewer does the bottleneck have, rounded to ${places} decimal place?` : ''}`,
      hints: (problem) => [
        'The weights of a layer: channels in × channels out × height × width of the kernel.',
        'A 1 × 1 kernel has one weight for each channel that it reads. The middle layer has the middle width on both sides.',
        `Direct: ${lineText(trueCounts(problem).direct, 0)}. Bottleneck: ${lineText(trueCounts(problem).bottleneck, 0)}.`,
      ],
      steps: (problem) => [
        `Direct: ${workingText(trueCounts(problem).direct)}.`,
        `Bottleneck: ${workingText(trueCounts(problem).bottleneck)}.`,
        ...(problem.ratio ? [`Direct over bottleneck: ${workingText(workingOf(trueCounts(problem), 'ratio'))}.`] : []),
        `So the bottleneck has ${output(format(trueWeights(problem)))} weights where the direct layer has ${output(format(directOf(problem).value))}.`,
      ],
    },
    zh: {
      title: '瓶颈结构的权重',
      task: ({ ratio }) =>
        `同样的通道变化，一种直接用一层，一种经过瓶颈结构。各层都没有偏置。两种各有多少个权重？${ratio ? `直接的是瓶颈结构的几倍？保留${places}位小数。` : ''}`,
      hints: (problem) => [
        '一层的权重是：输入通道数×输出通道数×卷积核的高×宽。',
        '1×1卷积核对读到的每个通道只有一个权重。中间那层的输入和输出都是中间宽度。',
        `直接：${lineText(trueCounts(problem).direct, 0)}。瓶颈：${lineText(trueCounts(problem).bottleneck, 0)}。`,
      ],
      steps: (problem) => [
        `直接：${workingText(trueCounts(problem).direct)}。`,
        `瓶颈：${workingText(trueCounts(problem).bottleneck)}。`,
        ...(problem.ratio ? [`直接除以瓶颈：${workingText(workingOf(trueCounts(problem), 'ratio'))}。`] : []),
        `所以瓶颈结构有${output(format(trueWeights(problem)))}个权重，直接那一层有${output(format(directOf(problem).value))}个。`,
      ],
    },
  },
};

export default exercise;
