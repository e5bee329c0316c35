import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Option, Part } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { output, type Text } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { countPart, productOf, shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';
import {
  changesChannels,
  changesSize,
  drawBlocks,
  firstNeeded,
  needs,
  type Projection,
  type ProjectionShape,
  projectionAt,
  type Shape,
  shapesOf,
  sideWorking,
} from './shared/projections.ts';

/** Somebody's answer: which blocks need a projection, and how that of the first of them looks. */
function asAnswer(
  problem: ProjectionShape,
  needed: (block: number) => boolean,
  change: (projection: Projection, before: Shape) => Partial<Projection> = () => ({}),
): Answer {
  const yes = problem.blocks.map((_, block) => needed(block));
  const first = yes.indexOf(true);
  const answered = { needed: yes.map((one) => (one ? 'yes' : 'no')) };
  if (first < 0) return { ...answered, kernel: [undefined], stride: [undefined], shape: [], weights: [undefined] };
  const right = projectionAt(problem, first);
  const { size, stride, shape, weights } = { ...right, ...change(right, shapesOf(problem)[first] ?? problem.input) };
  return { ...answered, kernel: [size], stride: [stride], shape, ...(problem.weights ? { weights: [weights] } : {}) };
}

/** A wrong rule about which blocks need one; not applied where it finds the same blocks. */
const choosing = (needed: (problem: ProjectionShape, block: number) => boolean) => ({
  answer(problem: ProjectionShape) {
    const same = problem.blocks.every((_, block) => needed(problem, block) === needs(problem, block));
    return same ? undefined : asAnswer(problem, (block) => needed(problem, block));
  },
});

/** A wrong rule about the projection itself; `undefined` where it does not apply. */
const shaping = (change: (right: Projection, before: Shape) => Partial<Projection> | undefined) => ({
  answer(problem: ProjectionShape) {
    const block = firstNeeded(problem);
    const changed = change(projectionAt(problem, block), shapesOf(problem)[block] ?? problem.input);
    return (
      changed &&
      asAnswer(
        problem,
        (one) => needs(problem, one),
        () => changed,
      )
    );
  },
});

const optionOf = (block: number): Option => ({
  id: `block-${block + 1}`,
  label: { en: `Block ${block + 1}`, zh: `第${block + 1}块` },
});

const exercise: Exercise<ProjectionShape> = {
  id: 'projection-shape',
  lesson: 'resnet',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawBlocks(random, level),
      (problem) => {
        const count = problem.blocks.filter((_, block) => needs(problem, block)).length;
        const smallest = Math.min(...(shapesOf(problem).at(-1) ?? []).slice(1));
        return count > 0 && count < problem.blocks.length && smallest >= 3;
      },
    ),

  given: ({ input, blocks }) => [
    { kind: 'values', items: [{ label: names.inputShape, value: shapeIn(input), role: 'input' }] },
    {
      kind: 'table',
      label: { en: 'Residual blocks', zh: '残差块' },
      heads: [
        { en: 'Block', zh: '块' },
        { en: 'Kernels', zh: '卷积核个数' },
        { en: 'Stride', zh: '步长' },
      ],
      rows: blocks.map(({ outputs, stride }, index) => [index + 1, outputs, stride]),
    },
  ],

  parts: ({ blocks, weights }): Part[] => {
    const number = { kind: 'number', entry: 'integer', role: 'kernel' } as const;
    return [
      {
        id: 'needed',
        kind: 'choices',
        label: { en: 'Need a projection', zh: '需要投影的块' },
        options: blocks.map((_, block) => optionOf(block)),
      },
      { ...number, id: 'kernel', label: { en: 'Height and width of its kernels', zh: '投影的卷积核边长' } },
      { ...number, id: 'stride', label: { en: 'Its stride', zh: '投影的步长' } },
      {
        id: 'shape',
        kind: 'shape',
        role: 'output',
        label: { en: 'Its output', zh: '投影的输出' },
        axes: [names.channels, names.height, names.width],
      },
      ...(weights ? [countPart('weights', { en: 'Its weights', zh: '投影的权重' })] : []),
    ];
  },

  solve: (problem) => asAnswer(problem, (block) => needs(problem, block)),

  working(problem, part, index) {
    const block = firstNeeded(problem);
    const [channels, ...sides] = shapesOf(problem)[block] ?? problem.input;
    const { outputs = 1, stride = 1 } = problem.blocks[block] ?? {};
    if (part === 'weights') return productOf([channels, outputs]);
    return part === 'shape' && index > 0 ? sideWorking(sides[index - 1] ?? 1, stride) : undefined;
  },

  misconceptions: {
    always: {
      ...choosing(() => true),
      words: {
        en: {
          head: 'Not every block needs a projection.',
          text: () => 'Where a block leaves its input’s shape as it is, x can be added to f(x) without any change.',
        },
        zh: { head: '以为每一块都需要投影。', text: () => '块的输出和输入形状一样时，x不用变，直接就能和f(x)相加。' },
      },
    },
    never: {
      ...choosing(() => false),
      words: {
        en: {
          head: 'Some blocks do need a projection.',
          text: (problem) => `Block ${firstNeeded(problem) + 1} ${changeText.en(problem)}: x cannot be added to that.`,
        },
        zh: {
          head: '以为哪一块都不需要投影。',
          text: (problem) => `第${firstNeeded(problem) + 1}块${changeText.zh(problem)}，x不能直接和它相加。`,
        },
      },
    },
    'size-only': {
      ...choosing(changesSize),
      words: {
        en: {
          head: 'Only the stride was looked at.',
          text: () =>
            'Other channels need a projection too, even if the size stays: shapes must agree in all three numbers.',
        },
        zh: { head: '只看了步长。', text: () => '大小不变、通道数变了，也要投影：形状的三个数都要一样。' },
      },
    },
    'channels-only': {
      ...choosing(changesChannels),
      words: {
        en: {
          head: 'Only the channels were looked at.',
          text: () => 'A stride of 2 halves the size, so x must be made smaller too, even if the channels stay.',
        },
        zh: { head: '只看了通道数。', text: () => '步长是2，大小就减半；通道数不变，x也要跟着变小。' },
      },
    },
    'three-by-three': {
      ...shaping(({ weights }) => ({ size: 3, weights: 9 * weights })),
      words: {
        en: {
          head: 'The projection was given 3 × 3 kernels.',
          text: () => 'It only has to change channels and size, without looking at neighbours: 1 × 1 is enough.',
        },
        zh: { head: '投影用了3×3的卷积核。', text: () => '它只要改通道数和大小，不用看相邻的格子：1×1就够了。' },
      },
    },
    'stride-one': {
      ...shaping(({ stride, shape: [channels] }, [, height, width]) =>
        stride === 1 ? undefined : { stride: 1, shape: [channels, height, width] },
      ),
      words: {
        en: {
          head: 'The projection was given stride 1.',
          text: (problem) =>
            `Then its output would be larger than f(x). It takes the stride of its block, ${problem.blocks[firstNeeded(problem)]?.stride}.`,
        },
        zh: {
          head: '投影的步长用了1。',
          text: (problem) =>
            `那样它的输出会比f(x)大。投影的步长和块的一样，是${problem.blocks[firstNeeded(problem)]?.stride}。`,
        },
      },
    },
    'channels-kept': {
      ...shaping(({ shape: [channels, height, width] }, [before]) =>
        channels === before ? undefined : { shape: [before, height, width], weights: before * before },
      ),
      words: {
        en: {
          head: 'The projection was given the channels of its input.',
          text: (problem) =>
            `It must give as many as f(x) has: ${problem.blocks[firstNeeded(problem)]?.outputs}, one kernel for each.`,
        },
        zh: {
          head: '投影照搬了输入的通道数。',
          text: (problem) =>
            `它的通道数要和f(x)一样：${problem.blocks[firstNeeded(problem)]?.outputs}个，一个卷积核一个。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Projections on the skip',
      task: ({ weights }) =>
        `These residual blocks follow one another. In each, f is two 3 × 3 convolutions with padding 1 and this many kernels; the first has the stride given, the second stride 1. Which blocks need a projection (the smallest convolution on the skip that makes both shapes agree)? And for the first of those: what kernels, which stride and what output does the projection have${weights ? ', and how many weights (no biases)' : ''}?`,
      hints: (problem) => [
        'x and f(x) can be added only if they have the same shape.',
        'Other channels or a stride above 1: then x needs a projection. It need not look at neighbours, only change the channels and the size.',
        `In block ${firstNeeded(problem) + 1} x is ${shapeIn(beforeOf(problem)).en}. Its channels become as many as the block has kernels, its sides by the block’s stride.`,
      ],
      steps: (problem) => [
        ...problem.blocks.map((_, block) => blockText(problem, block, 'en')),
        `So the projection of block ${firstNeeded(problem) + 1} has kernels of ${output(1)} × 1 and stride ${output(rightOf(problem).stride)}.`,
        `Its height is ${sideText(problem, 1)}, its width ${sideText(problem, 2)}: the output is ${output(shapeIn(rightOf(problem).shape).en)}.`,
        ...(problem.weights ? [`Weights, channels in times channels out: ${weightsText(problem)}.`] : []),
      ],
    },
    zh: {
      title: '残差连接上的投影',
      task: ({ weights }) =>
        `几个残差块一个接一个。每块里，f是两个3×3卷积，填充1，卷积核个数如表；第一个的步长如表，第二个步长是1。哪些块的残差连接上需要投影（让两边形状一样的最小的卷积）？其中最前面那一块，投影的卷积核多大，步长是多少，输出是什么形状${weights ? '，有多少个权重（没有偏置）' : ''}？`,
      hints: (problem) => [
        'x和f(x)形状一样，才能相加。',
        '通道数变了，或者步长大于1，x就需要投影。投影不用看相邻的格子，只要改通道数和大小。',
        `在第${firstNeeded(problem) + 1}块，x是${shapeIn(beforeOf(problem)).zh}。通道数变成这块的卷积核个数，高和宽按这块的步长变。`,
      ],
      steps: (problem) => [
        ...problem.blocks.map((_, block) => blockText(problem, block, 'zh')),
        `所以第${firstNeeded(problem) + 1}块的投影，卷积核是${output(1)}×1，步长是${output(rightOf(problem).stride)}。`,
        `高是${sideText(problem, 1)}，宽是${sideText(problem, 2)}：输出是${output(shapeIn(rightOf(problem).shape).zh)}。`,
        ...(problem.weights ? [`权重是输入通道数乘输出通道数：${weightsText(problem)}。`] : []),
      ],
    },
  },
};

const beforeOf = (problem: ProjectionShape): Shape => shapesOf(problem)[firstNeeded(problem)] ?? problem.input;
const rightOf = (problem: ProjectionShape): Projection => projectionAt(problem, firstNeeded(problem));

const sideText = (problem: ProjectionShape, axis: 1 | 2): Text =>
  workingText(sideWorking(beforeOf(problem)[axis], rightOf(problem).stride));
const weightsText = (problem: ProjectionShape): Text =>
  workingText(productOf([beforeOf(problem)[0], rightOf(problem).shape[0]]));

/** What the first block that needs a projection makes of its input. */
const changeText = {
  en: (problem: ProjectionShape): Text =>
    `makes ${shapeIn(rightOf(problem).shape).en} of ${shapeIn(beforeOf(problem)).en}`,
  zh: (problem: ProjectionShape): Text => `把${shapeIn(beforeOf(problem)).zh}变成${shapeIn(rightOf(problem).shape).zh}`,
};

/** The shapes before and after a block, and whether it needs a projection. */
function blockText(problem: ProjectionShape, block: number, locale: Locale): Text {
  const shapes = shapesOf(problem);
  const [before, after] = [shapes[block] ?? problem.input, shapes[block + 1] ?? problem.input].map(shapeIn);
  const needed = needs(problem, block);
  return locale === 'en'
    ? `Block ${block + 1}: from ${before?.en} to ${after?.en}, ${needed ? 'so it needs a projection' : 'no projection'}.`
    : `第${block + 1}块：从${before?.zh}到${after?.zh}，${needed ? '需要投影' : '不需要投影'}。`;
}

export default exercise;
