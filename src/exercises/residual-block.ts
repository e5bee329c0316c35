import type { Answer, Block, Exercise, Matrix, Part } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { factor, format, input, kernel, output, product, type Text } from './kit/text.ts';
import { lineText, term, workingText } from './kit/working.ts';
import { columnsOf, rowsOf, rowTexts } from './shared/maps.ts';
import { names } from './shared/names.ts';
import {
  drawBlock,
  firstWorking,
  type Habits,
  type Joining,
  joined,
  type ResidualBlock,
  type Roads,
  relu,
  roadsOf,
  sumThenRelu,
  truthOf,
  workingUnder,
} from './shared/residual-blocks.ts';

const isGiven = ({ convolved }: ResidualBlock): boolean => convolved !== null;
const hasProjection = ({ projection }: ResidualBlock): boolean => projection !== 0;
function asAnswer(problem: ResidualBlock, { convolved, skip }: Pick<Roads, 'convolved' | 'skip'>, out: Matrix): Answer {
  return {
    ...(isGiven(problem) ? {} : { convolved: convolved.flat() }),
    ...(hasProjection(problem) ? { skip: skip.flat() } : {}),
    output: out.flat(),
  };
}

/** A wrong rule: other habits on the roads, or another way to join them; `applies` says where. */
const going = (habits: Habits, join: Joining = sumThenRelu, applies = (_: ResidualBlock): boolean => true) => ({
  answer(problem: ResidualBlock) {
    const roads = roadsOf(problem, habits);
    return applies(problem) ? asAnswer(problem, roads, joined(roads, join)) : undefined;
  },
  working: (problem: ResidualBlock, part: string, index: number) =>
    applies(problem) ? workingUnder(problem, habits, join, part, index) : undefined,
});

const row = (id: string, label: { en: string; zh: string }, role: 'input' | 'kernel', cells: Matrix): Block => ({
  kind: 'grid',
  ...{ id, label, role, cells },
});

const exercise: Exercise<ResidualBlock> = {
  id: 'residual-block',
  lesson: 'resnet',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => drawBlock(random, level), isTelling),

  given(problem) {
    const { convolved, kernel1, kernel2, projection, stride } = problem;
    const x = row('input', { en: `Input x`, zh: '输入x' }, 'input', problem.input);
    if (convolved !== null) return [x, row('convolved', { en: 'f(x)', zh: 'f(x)' }, 'kernel', convolved)];
    const skip: Block = {
      kind: 'values',
      items: [
        { label: { en: 'Stride of convolution 1', zh: '卷积1的步长' }, value: stride },
        {
          label: { en: 'Skip: weight of the 1 × 1 convolution', zh: '残差连接：1×1卷积的权重' },
          value: projection,
          role: 'kernel',
        },
        { label: { en: 'Skip: stride', zh: '残差连接：步长' }, value: stride },
      ],
    };
    return [
      x,
      row('kernel-1', { en: 'Kernel 1', zh: '卷积核1' }, 'kernel', [kernel1]),
      row('kernel-2', { en: 'Kernel 2', zh: '卷积核2' }, 'kernel', [kernel2]),
      ...(hasProjection(problem) ? [skip] : []),
    ];
  },

  parts(problem): Part[] {
    const { output: out } = truthOf(problem);
    const grid = { kind: 'grid', rows: rowsOf(out), columns: columnsOf(out), entry: 'integer' } as const;
    return [
      ...(isGiven(problem)
        ? []
        : [
            {
              ...grid,
              id: 'convolved',
              role: 'product',
              label: { en: 'f(x), after kernel 2', zh: 'f(x)，卷积核2之后' },
            } as const,
          ]),
      ...(hasProjection(problem)
        ? [
            {
              ...grid,
              id: 'skip',
              role: 'product',
              label: { en: 'What the skip brings', zh: '残差连接送来的数' },
            } as const,
          ]
        : []),
      { ...grid, id: 'output', role: 'output', label: names.output },
    ];
  },

  solve(problem) {
    const truth = truthOf(problem);
    return asAnswer(problem, truth, truth.output);
  },

  working: (problem, part, index) => workingUnder(problem, {}, sumThenRelu, part, index),

  misconceptions: {
    'skip-forgotten': {
      ...going({}, (f) => ({ value: relu(f), lines: [[`max(0, ${format(f)})`]] })),
      words: {
        en: {
          head: 'The skip is missing.',
          text: (problem) =>
            `The output is f(x) plus ${hasProjection(problem) ? 'what the skip brings' : 'x'}, and then ReLU; here the sum was left out.`,
        },
        zh: {
          head: '漏了残差连接。',
          text: (problem) => `f(x)要先加上${hasProjection(problem) ? '残差连接送来的数' : 'x'}，再做ReLU；这里没有加。`,
        },
      },
    },
    'relu-before-sum': {
      ...going({}, (f, x) => ({
        value: relu(f) + x,
        lines: [
          [`max(0, ${format(f)})`, input(term(x))],
          [format(relu(f)), term(x)],
        ],
      })),
      words: {
        en: {
          head: 'ReLU was applied before the sum.',
          text: () => 'First the skip is added to f(x), negative values included. The last ReLU comes after the sum.',
        },
        zh: {
          head: 'ReLU做在了相加之前。',
          text: () => 'f(x)里的负数也要先和残差连接的数相加，最后的ReLU在相加之后。',
        },
      },
    },
    'relu-skipped': {
      ...going({}, (f, x) => ({ value: f + x, lines: [[format(f), input(term(x))]] })),
      words: {
        en: {
          head: 'The last ReLU is missing.',
          text: () => 'After the sum every negative value becomes 0.',
        },
        zh: { head: '漏了最后的ReLU。', text: () => '相加之后，负数都要变成0。' },
      },
    },
    'skip-multiplied': {
      ...going({}, (f, x) => ({
        value: relu(f * x),
        lines: [[`max(0, ${factor(f)} ×`, `${input(factor(x))})`], [`max(0, ${format(f * x + 0)})`]],
      })),
      words: {
        en: { head: 'The two roads were multiplied.', text: () => 'They are added, cell by cell.' },
        zh: { head: '两条路的数乘起来了。', text: () => '两条路的数要一格一格地相加。' },
      },
    },
    'inner-relu-skipped': {
      ...going({ innerRelu: false }, sumThenRelu, (problem) => !isGiven(problem)),
      words: {
        en: {
          head: 'The ReLU between the convolutions is missing.',
          text: (problem) =>
            `Convolution 1 gives ${listed(roadsOf(problem).first)}. Before kernel 2 the negative ones become 0.`,
        },
        zh: {
          head: '漏了两个卷积之间的ReLU。',
          text: (problem) => `卷积1得到${listed(roadsOf(problem).first)}，其中的负数要先变成0，再给卷积核2。`,
        },
      },
    },
    flipped: {
      ...going({ flipped: true }, sumThenRelu, (problem) => !isGiven(problem)),
      words: {
        en: {
          head: 'The kernels were flipped.',
          text: () => 'They lie on the row as they are written, without a turn.',
        },
        zh: { head: '卷积核被翻转了。', text: () => '卷积核照原样放，不要转。' },
      },
    },
    'projection-forgotten': {
      ...going({ projected: false }, sumThenRelu, hasProjection),
      words: {
        en: {
          head: 'The weight on the skip is missing.',
          text: ({ projection }) => `The 1 × 1 convolution multiplies what it takes by ${kernel(projection)}.`,
        },
        zh: {
          head: '残差连接漏乘了权重。',
          text: ({ projection }) => `1×1卷积取到的每个数都要乘${kernel(projection)}。`,
        },
      },
    },
    'skip-stride-forgotten': {
      ...going({ skipStride: false }, sumThenRelu, hasProjection),
      words: {
        en: {
          head: 'The skip took the wrong cells of x.',
          text: ({ stride }) => `Its stride is ${stride}: it takes the 1st, the 3rd, the 5th cell and so on.`,
        },
        zh: {
          head: '残差连接取错了x的格子。',
          text: ({ stride }) => `它的步长是${stride}：取的是第1、3、5……格。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Through a residual block',
      task: (problem) =>
        isGiven(problem)
          ? 'A residual block adds its input x to f(x), which its convolutions make of x, and applies ReLU to the sum. What comes out?'
          : `In this residual block the input x, one row, goes two ways. On the first: convolution with kernel 1, ReLU, convolution with kernel 2; that makes f(x). Each convolution pads the row with one zero at either end; there is no bias, and the stride ${hasProjection(problem) ? 'of the second convolution ' : ''}is 1. ${hasProjection(problem) ? 'On the second, the skip, a 1 × 1 convolution takes cells of x (the 1st one, then on by its stride) and multiplies them by its weight.' : 'The second, the skip, brings x as it is.'} The two are added, and ReLU is applied to the sum. Fill in f(x)${hasProjection(problem) ? ', what the skip brings,' : ''} and the output.`,
      hints: (problem) => [
        'The two roads are added cell by cell. ReLU, which makes negative values 0, comes after the sum.',
        ...(isGiven(problem)
          ? []
          : [`Convolution 1 gives ${listed(roadsOf(problem).first)}. Then comes a ReLU, before kernel 2.`]),
        `The first cell of ${isGiven(problem) ? 'the output' : 'f(x)'}: ${firstLine(problem)}.`,
      ],
      steps: (problem) => [
        ...(isGiven(problem)
          ? []
          : [
              `Kernel 1, first cell: ${workingText(firstWorking(problem))}. All of it: ${listed(roadsOf(problem).first)}, after ReLU ${listed(roadsOf(problem).activated)}.`,
              `Kernel 2, first cell: ${cellText(problem, 'convolved')}. The whole of f(x): ${product(listed(truthOf(problem).convolved))}.`,
            ]),
        ...(hasProjection(problem)
          ? [`Skip, first cell: ${cellText(problem, 'skip')}. All of it: ${product(listed(truthOf(problem).skip))}.`]
          : []),
        `Sum and ReLU, first cell: ${cellText(problem, 'output')}.`,
        ...rowTexts(truthOf(problem).output).map((text, index) =>
          isGiven(problem) ? `Row ${index + 1}: ${output(text)}.` : `The output: ${output(text)}.`,
        ),
      ],
    },
    zh: {
      title: '走一遍残差块',
      task: (problem) =>
        isGiven(problem)
          ? '残差块把输入x和f(x)（卷积层由x算出的结果）相加，再做ReLU。输出是什么？'
          : `在这个残差块里，输入x是一行，分两条路走。第一条：用卷积核1做卷积，再做ReLU，再用卷积核2做卷积，得到f(x)；每次卷积都在这一行的两头各补一个零，没有偏置，${hasProjection(problem) ? '第二次卷积的' : ''}步长是1。${hasProjection(problem) ? '第二条是残差连接：1×1卷积从x的第1格开始，按步长取数，再乘它的权重。' : '第二条是残差连接，x原样送过去。'}两条路相加，再做ReLU。请填出f(x)${hasProjection(problem) ? '、残差连接送来的数' : ''}和输出。`,
      hints: (problem) => [
        '两条路一格一格相加。相加之后再做ReLU，把负数变成0。',
        ...(isGiven(problem) ? [] : [`卷积1得到${listed(roadsOf(problem).first)}。先做ReLU，再给卷积核2。`]),
        `${isGiven(problem) ? '输出' : 'f(x)'}的第一格是${firstLine(problem)}。`,
      ],
      steps: (problem) => [
        ...(isGiven(problem)
          ? []
          : [
              `卷积核1的第一格：${workingText(firstWorking(problem))}。全部：${listed(roadsOf(problem).first)}，ReLU之后是${listed(roadsOf(problem).activated)}。`,
              `卷积核2的第一格：${cellText(problem, 'convolved')}。整个f(x)：${product(listed(truthOf(problem).convolved))}。`,
            ]),
        ...(hasProjection(problem)
          ? [`残差连接的第一格：${cellText(problem, 'skip')}。全部：${product(listed(truthOf(problem).skip))}。`]
          : []),
        `相加再做ReLU，第一格：${cellText(problem, 'output')}。`,
        ...rowTexts(truthOf(problem).output).map((text, index) =>
          isGiven(problem) ? `第${index + 1}行：${output(text)}。` : `输出：${output(text)}。`,
        ),
      ],
    },
  },
};

/** Whether the answer and those of all wrong rules differ; few blocks are so, and to look here is quicker than in the kit. */
function isTelling(problem: ResidualBlock): boolean {
  const roads = roadsOf(problem);
  const wrong = Object.values(exercise.misconceptions).map((rule) => rule.answer(problem));
  const answers = [
    asAnswer(problem, roads, joined(roads, sumThenRelu)),
    ...wrong.filter((answer) => answer !== undefined),
  ];
  return new Set(answers.map((answer) => JSON.stringify(answer))).size === answers.length;
}

const listed = (cells: Matrix): Text => rowTexts(cells).join('; ');

/** The calculation of the first cell of a part. */
const cellText = (problem: ResidualBlock, part: string): Text =>
  workingText(workingUnder(problem, {}, sumThenRelu, part, 0) ?? { lines: [] });

/** What is left to do in the first cell of f(x), or of the output where f(x) is given. */
const firstLine = (problem: ResidualBlock): Text =>
  lineText(workingUnder(problem, {}, sumThenRelu, isGiven(problem) ? 'output' : 'convolved', 0) ?? { lines: [] }, 0);

export default exercise;
