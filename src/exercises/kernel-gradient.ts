import type { Answer, Exercise, Label, Matrix, Working } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, output } from './kit/text.ts';
import { lineText, sumOfProducts, sumPieces, workingText } from './kit/working.ts';
import {
  drawProblem,
  hasSlopes,
  type KernelGradient,
  pairsOf,
  productsOf,
  sum,
  truth,
  working,
} from './shared/kernel-gradients.ts';
import { matrix, rowTexts, transposed, turned } from './shared/maps.ts';
import { names } from './shared/names.ts';

const asAnswer = ({ asksBias }: KernelGradient, kernel: Matrix, bias: number): Answer => ({
  kernel: kernel.flat(),
  ...(asksBias ? { bias: [bias] } : {}),
});

/** A wrong rule that works as if the problem were another one. */
const asIf = (change: (problem: KernelGradient) => KernelGradient | undefined) => ({
  answer(problem: KernelGradient): Answer | undefined {
    const other = change(problem);
    if (other === undefined) return undefined;
    const kernel = matrix(problem.size, problem.size, (row, column) => sum(productsOf(pairsOf(other, row, column))));
    return asAnswer(problem, kernel, truth(problem).bias);
  },
  working(problem: KernelGradient, part: string, index: number): Working | undefined {
    const other = change(problem);
    return other === undefined || part === 'bias' ? undefined : working(other, part, index);
  },
});

/** A wrong rule that makes something else of what meets at a weight; `lines` writes it out. */
const madeBy = (
  value: (pairs: readonly [number, number][]) => number,
  lines: (pairs: readonly [number, number][]) => readonly (readonly string[])[],
) => ({
  answer(problem: KernelGradient): Answer {
    const kernel = matrix(problem.size, problem.size, (row, column) => value(pairsOf(problem, row, column)));
    return asAnswer(problem, kernel, truth(problem).bias);
  },
  working(problem: KernelGradient, part: string, index: number): Working | undefined {
    if (part === 'bias') return undefined;
    const pairs = pairsOf(problem, Math.floor(index / problem.size), index % problem.size);
    return { lines: [...lines(pairs), [format(value(pairs))]] };
  },
});

const biasBy = (value: (slopes: readonly number[]) => number) => ({
  answer: (problem: KernelGradient): Answer | undefined =>
    problem.asksBias ? { bias: [value(problem.gradient.flat())] } : undefined,
});

const gradientName: Label = { en: 'Gradient of the output', zh: '输出的梯度' };

const exercise: Exercise<KernelGradient> = {
  id: 'kernel-gradient',
  lesson: 'training',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => drawProblem(random, level), hasSlopes),

  given: ({ input, gradient, size, stride }) => [
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: input },
    { kind: 'grid', id: 'gradient', label: gradientName, role: 'kernel', cells: gradient },
    {
      kind: 'values',
      items: [
        { label: { en: 'Kernel', zh: '卷积核' }, value: { en: `${size} × ${size}`, zh: `${size}×${size}` } },
        { label: { en: 'Stride', zh: '步长' }, value: stride },
      ],
    },
  ],

  parts: ({ size, asksBias }) => [
    {
      id: 'kernel',
      kind: 'grid',
      rows: size,
      columns: size,
      entry: 'fraction',
      role: 'output',
      label: { en: 'Gradient of the kernel', zh: '卷积核的梯度' },
    },
    ...(asksBias
      ? [
          {
            id: 'bias',
            kind: 'number',
            entry: 'fraction',
            role: 'output',
            label: { en: 'Gradient of the bias', zh: '偏置的梯度' },
          } as const,
        ]
      : []),
  ],

  solve: (problem) => asAnswer(problem, truth(problem).kernel, truth(problem).bias),

  working,

  misconceptions: {
    'one-position': {
      ...madeBy(
        ([first = [0, 0]]) => first[0] * first[1] + 0,
        ([first = [0, 0]]) => [[lineText(sumOfProducts([first]), 0)]],
      ),
      words: {
        en: {
          head: 'Only the first position of the kernel was counted.',
          text: ({ gradient }) =>
            `The same weight is used for all ${gradient.flat().length} outputs, so its gradient is the sum over all of them.`,
        },
        zh: {
          head: '只算了卷积核的第一个位置。',
          text: ({ gradient }) => `同一个权重用在全部${gradient.flat().length}个输出上，它的梯度要把它们都加起来。`,
        },
      },
    },
    'mean-for-sum': {
      ...madeBy(
        (pairs) => sum(productsOf(pairs)) / pairs.length,
        (pairs) => [[`(${lineText(sumOfProducts(pairs), 1)})`, `/ ${pairs.length}`]],
      ),
      words: {
        en: {
          head: 'The mean was taken instead of the sum.',
          text: () => 'Each output adds its share to the loss, so the shares are added and not averaged.',
        },
        zh: { head: '把和算成了平均。', text: () => '每个输出对损失的影响要加起来，不求平均。' },
      },
    },
    'output-gradient-ignored': {
      ...madeBy(
        (pairs) => sum(pairs.map(([value]) => value)),
        (pairs) => [sumPieces(pairs.map(([value]) => value))],
      ),
      words: {
        en: {
          head: 'The gradient of the output was left out.',
          text: () =>
            'These are sums of inputs alone. By the chain rule each input is multiplied by the gradient of the output that it went into.',
        },
        zh: {
          head: '漏乘了输出的梯度。',
          text: () => '这只是输入的和。按链式法则，每个输入都要乘它所参与的那个输出的梯度。',
        },
      },
    },
    'input-flipped': {
      ...asIf((problem) => ({ ...problem, input: turned(problem.input) })),
      words: {
        en: {
          head: 'The input was turned by half a turn.',
          text: () => 'Nothing is turned here: the upper left weight met the upper left input first.',
        },
        zh: { head: '输入被转了半圈。', text: () => '这里什么都不转：左上角的权重，对着的是从左上角开始的输入。' },
      },
    },
    'gradient-flipped': {
      ...asIf((problem) => ({ ...problem, gradient: turned(problem.gradient) })),
      words: {
        en: {
          head: 'The gradient of the output was turned by half a turn.',
          text: () =>
            'That is done for the gradient of the input. For the kernel the output’s gradient lies on the input as it is written.',
        },
        zh: {
          head: '输出的梯度被转了半圈。',
          text: () => '求输入的梯度时才用到翻转。求卷积核的梯度时，输出的梯度照原样放在输入上。',
        },
      },
    },
    'rows-and-columns-swapped': {
      answer: (problem) => asAnswer(problem, transposed(truth(problem).kernel), truth(problem).bias),
      working: (problem, part, index) =>
        part === 'bias'
          ? undefined
          : working(problem, part, (index % problem.size) * problem.size + Math.floor(index / problem.size)),
      words: {
        en: {
          head: 'Rows and columns are swapped.',
          text: () => 'The weight to the right of the first met inputs one square further to the right.',
        },
        zh: { head: '行和列弄反了。', text: () => '第一个权重右边的那个，对着的是再往右一格的输入。' },
      },
    },
    'stride-ignored': {
      ...asIf((problem) => (problem.stride === 1 ? undefined : { ...problem, stride: 1 })),
      words: {
        en: {
          head: 'The stride was ignored.',
          text: ({ stride }) =>
            `From one output to the next the kernel moved ${stride} squares, so the inputs that a weight meets are ${stride} apart.`,
        },
        zh: {
          head: '漏了步长。',
          text: ({ stride }) => `从一个输出到下一个，卷积核移动${stride}格，所以同一个权重对着的输入要隔${stride}格。`,
        },
      },
    },
    'bias-mean': {
      ...biasBy((slopes) => sum(slopes) / slopes.length),
      words: {
        en: {
          head: 'For the bias the mean was taken.',
          text: () => 'The bias is added to every output, so all their gradients are summed.',
        },
        zh: { head: '偏置的梯度求成了平均。', text: () => '偏置加在每个输出上，它们的梯度都要加起来。' },
      },
    },
    'bias-is-one': {
      ...biasBy(() => 1),
      words: {
        en: {
          head: 'The gradient of the bias was taken to be 1.',
          text: () =>
            'That is the slope of one output. By the chain rule each 1 is multiplied by that output’s gradient.',
        },
        zh: { head: '以为偏置的梯度是1。', text: () => '那是一个输出的斜率。按链式法则，每个1都要乘那个输出的梯度。' },
      },
    },
  },

  words: {
    en: {
      title: 'The gradient of a kernel',
      task: ({ size, stride, asksBias }) =>
        `A ${size} × ${size} kernel slid over the input, stride ${stride}, no padding. Back-propagation has reached the output: the gradient of the loss for each output is given. What is the gradient for each weight of the kernel${asksBias ? ', and for its bias' : ''}?`,
      hints: (problem) => [
        'Take the upper left weight. On which inputs did it lie, one for each output?',
        'Multiply each of these inputs by the gradient of the output that it went into, and add the products.',
        `The upper left weight gets ${lineText(working(problem, 'kernel', 0), 0)}. The weight beside it met the inputs one square to the right.`,
      ],
      steps: (problem) => [
        `Each weight collects input × gradient over all outputs${problem.stride > 1 ? `; the inputs are ${problem.stride} squares apart, as the kernel moved` : ''}.`,
        ...cells(problem).map(([row, column, line]) => `Row ${row}, column ${column}: ${line}.`),
        `So the gradient of the kernel is, row by row: ${rowTexts(truth(problem).kernel)
          .map((row) => output(row))
          .join('; ')}.`,
        ...(problem.asksBias ? [`The bias is part of every output: ${biasText(problem)}.`] : []),
      ],
    },
    zh: {
      title: '卷积核的梯度',
      task: ({ size, stride, asksBias }) =>
        `${size}×${size}的卷积核在输入上滑过，步长${stride}，没有填充。反向传播已经到了输出：给出的是损失对每个输出的梯度。卷积核每个权重的梯度是多少${asksBias ? '，偏置的呢' : ''}？`,
      hints: (problem) => [
        '看左上角的权重：对每个输出，它各放在哪个输入上？',
        '每个这样的输入，乘它所参与的那个输出的梯度，再把乘积加起来。',
        `左上角权重的梯度是${lineText(working(problem, 'kernel', 0), 0)}。它右边的权重，对着的输入都往右一格。`,
      ],
      steps: (problem) => [
        `每个权重的梯度，是所有输出的“输入×梯度”之和${problem.stride > 1 ? `；卷积核每次移动${problem.stride}格，所以输入也隔${problem.stride}格` : ''}。`,
        ...cells(problem).map(([row, column, line]) => `第${row}行第${column}列：${line}。`),
        `所以卷积核的梯度逐行是：${rowTexts(truth(problem).kernel)
          .map((row) => output(row))
          .join('；')}。`,
        ...(problem.asksBias ? [`偏置加在每个输出上：${biasText(problem)}。`] : []),
      ],
    },
  },
};

/** The place and the calculation of every weight's gradient. */
const cells = (problem: KernelGradient): [row: number, column: number, line: string][] =>
  truth(problem)
    .kernel.flat()
    .map((_, index) => [
      Math.floor(index / problem.size) + 1,
      (index % problem.size) + 1,
      workingText(working(problem, 'kernel', index)),
    ]);

const biasText = (problem: KernelGradient): string =>
  `${lineText(working(problem, 'bias', 0), 0)} = ${output(truth(problem).bias)}`;

export default exercise;
