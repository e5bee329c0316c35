import type { Exercise } from './kit/definition.ts';
import { format, input, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  axes,
  countsOf,
  covered,
  drawMatrixCounts,
  entriesOf,
  type MatrixCounts,
  miscounted,
  nonzeroOf,
  outputOf,
  ringed,
  trueCounts,
  workingOf,
} from './shared/convolution-matrix.ts';
import { countPart, productOf, shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';

const exercise: Exercise<MatrixCounts> = {
  id: 'matrix-counts',
  lesson: 'conv-vs-dense',
  levels: [1, 2, 3],

  generate: drawMatrixCounts,

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: names.input, value: shapeIn(problem.input), role: 'input' },
        { label: names.kernel, value: shapeIn(problem.kernel), role: 'kernel' },
        { label: { en: 'Stride', zh: '步长' }, value: problem.stride },
        { label: { en: 'Padding', zh: '填充' }, value: problem.padding, role: 'padding' },
      ],
    },
  ],

  parts: () => [
    {
      id: 'size',
      kind: 'shape',
      label: { en: 'Size of the matrix', zh: '矩阵的大小' },
      axes: [
        { en: 'rows', zh: '行数' },
        { en: 'columns', zh: '列数' },
      ],
    },
    countPart('nonzero', { en: 'Entries that are not 0', zh: '不为0的元素' }),
    countPart('distinct', { en: 'Different values other than 0', zh: '除0以外不同的值' }),
  ],

  solve: trueCounts,

  working: (problem, part, index) => workingOf(countsOf(problem), part, index),

  misconceptions: {
    'all-entries': {
      ...miscounted((_, right) => ({ nonzero: productOf([right.rows.value, right.columns.value]) })),
      words: {
        en: {
          head: 'All entries were counted.',
          text: ({ kernel }) =>
            `An output sees only its window: in its row at most ${workingText(productOf(kernel))} entries are not 0.`,
        },
        zh: {
          head: '把所有元素都算上了。',
          text: ({ kernel }) =>
            `一个输出只看自己的窗口：它那一行里，不为0的最多有${workingText(productOf(kernel))}个。`,
        },
      },
    },
    'one-row-counted': {
      ...miscounted(({ kernel }) => ({ nonzero: productOf(kernel) })),
      words: {
        en: {
          head: 'Only one row was counted.',
          text: (problem) =>
            `The weights stand in every row again: there are ${workingText(productOf(outputOf(problem)))} rows, one for each output.`,
        },
        zh: {
          head: '只数了一行。',
          text: (problem) =>
            `每一行都要再写一遍权重：一个输出一行，共有${workingText(productOf(outputOf(problem)))}行。`,
        },
      },
    },
    'nothing-shared': {
      ...miscounted((_, { nonzero }) => ({ distinct: nonzero })),
      words: {
        en: {
          head: 'The shared weights were counted again and again.',
          text: () => 'All rows use the same kernel, so the same numbers come back in each of them.',
        },
        zh: { head: '共享的权重被重复数了。', text: () => '每一行用的都是同一个卷积核，数值是一样的。' },
      },
    },
    'zero-counted': {
      ...miscounted(({ kernel }) => {
        const { value, lines } = productOf(kernel);
        return { distinct: { value: value + 1, lines: [[lineText({ lines }, 0), '+ 1'], [format(value + 1)]] } };
      }),
      words: {
        en: {
          head: 'The 0 was counted as a weight.',
          text: () => 'A 0 in the matrix says that there is no connection. Only the other values are asked for.',
        },
        zh: { head: '把0也算成了一个值。', text: () => '矩阵里的0表示没有连接。问的是除0以外的值。' },
      },
    },
    'rows-and-columns-exchanged': {
      ...miscounted((_, { rows, columns }) =>
        rows.value === columns.value ? undefined : { rows: columns, columns: rows },
      ),
      words: {
        en: {
          head: 'Rows and columns are exchanged.',
          text: () =>
            'The matrix stands to the left of the input vector: a column for each input, a row for each output.',
        },
        zh: { head: '行和列弄反了。', text: () => '矩阵在左，输入向量在右：输入的一个数一列，一个输出一行。' },
      },
    },
    'size-not-flattened': {
      ...miscounted((problem) => ({ rows: productOf([outputOf(problem)[0]]), columns: productOf([problem.input[0]]) })),
      words: {
        en: {
          head: 'The heights were taken instead of the numbers.',
          text: (problem) => `Input and output are flattened: ${workingText(productOf(problem.input))} numbers go in.`,
        },
        zh: {
          head: '填的是高，不是数的个数。',
          text: (problem) => `输入和输出都要展平：输入有${workingText(productOf(problem.input))}个数。`,
        },
      },
    },
    'size-kept': {
      ...miscounted((problem, { rows, columns }) =>
        rows.value === columns.value ? undefined : { rows: columns, nonzero: entriesOf(problem.input, problem.kernel) },
      ),
      words: {
        en: {
          head: 'There are not as many outputs as inputs.',
          text: (problem) => `The window has ${workingText(productOf(outputOf(problem)))} places here.`,
        },
        zh: {
          head: '把输出当成和输入一样多了。',
          text: (problem) => `这里窗口有${workingText(productOf(outputOf(problem)))}个位置。`,
        },
      },
    },
    'stride-ignored': {
      ...miscounted((problem) => {
        const { rows, nonzero } = countsOf({ ...problem, stride: 1 });
        return problem.stride === 1 ? undefined : { rows, nonzero };
      }),
      words: {
        en: {
          head: 'The stride was ignored.',
          text: ({ stride }) =>
            `The window moves ${stride} squares at a time, so there are fewer outputs, and fewer rows.`,
        },
        zh: { head: '漏了步长。', text: ({ stride }) => `窗口每次移${stride}格，输出更少，行也更少。` },
      },
    },
    'padding-counted-as-input': {
      ...miscounted((problem) =>
        problem.padding === 0
          ? undefined
          : { columns: productOf(ringed(problem)), nonzero: entriesOf(outputOf(problem), problem.kernel) },
      ),
      words: {
        en: {
          head: 'The padding was given columns.',
          text: (problem) =>
            `Its zeros are no inputs: the vector holds only the ${workingText(productOf(problem.input))} numbers of the input.`,
        },
        zh: {
          head: '给填充也留了列。',
          text: (problem) => `填充的零不是输入：向量里只有输入的${workingText(productOf(problem.input))}个数。`,
        },
      },
    },
    'whole-windows-everywhere': {
      ...miscounted((problem) =>
        problem.padding === 0 ? undefined : { nonzero: entriesOf(outputOf(problem), problem.kernel) },
      ),
      words: {
        en: {
          head: 'Weights on the padding were counted.',
          text: () =>
            'At the edge a part of the window lies on the padding. Those weights meet no input, so the row does not hold them.',
        },
        zh: {
          head: '把落在填充上的权重也算了。',
          text: () => '在边缘，窗口有一部分落在填充上。那些权重没有对应的输入，所以不在这一行里。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'The matrix of a convolution',
      task: (problem) =>
        `The input is flattened into a vector, and so is the output. Then the convolution is a matrix times this vector, with one row for each output and one column for each number of the input. All weights of the kernel are different, and none is 0; there is one channel.${problem.padding === 0 ? '' : ' The zeros of the padding are not in the vector and have no columns.'} How large is the matrix? How many of its entries are not 0, and how many different values are among these?`,
      hints: (problem) => [
        'How many places does the window have? Each of them is one output, so one row.',
        problem.padding === 0
          ? 'In each row stand the weights of the kernel, all other entries are 0. The next row has the same weights in other places.'
          : 'In each row stand those weights of the kernel that lie on the input. Count separately downwards and across how many rows and columns of the kernel lie on it at each place.',
        `The output is ${shapeIn(outputOf(problem)).en}. The entries that are not 0: ${lineText(nonzeroOf(problem), 0)}.`,
      ],
      steps: (problem) => stepsOf(problem).map(({ en }) => en),
    },
    zh: {
      title: '卷积的矩阵',
      task: (problem) =>
        `把输入展平成一个向量，输出也展平。这时，卷积就是一个矩阵乘这个向量：一个输出一行，输入的一个数一列。只有一个通道，卷积核的权重各不相同，也都不是0。${problem.padding === 0 ? '' : '填充的零不在向量里，没有对应的列。'}这个矩阵有多大？不为0的元素有多少个，其中有多少个不同的值？`,
      hints: (problem) => [
        '窗口有几个位置？一个位置就是一个输出，也就是一行。',
        problem.padding === 0
          ? '每一行里写着卷积核的权重，其余都是0。下一行还是这些权重，只是换了位置。'
          : '每一行里写着落在输入上的那些权重。纵向、横向分开数：窗口在每个位置上，卷积核有几行、几列落在输入上。',
        `输出是${shapeIn(outputOf(problem)).zh}。不为0的元素有${lineText(nonzeroOf(problem), 0)}个。`,
      ],
      steps: (problem) => stepsOf(problem).map(({ zh }) => zh),
    },
  },
};

/** The worked steps in both languages. */
function stepsOf(problem: MatrixCounts) {
  const counts = countsOf(problem);
  const [size, nonzero, distinct] = [
    shapeIn(outputOf(problem)),
    workingText(counts.nonzero),
    workingText(counts.distinct),
  ];
  const places = (between: string) =>
    axes.map((axis) =>
      covered(problem, axis)
        .map((count) => format(count))
        .join(between),
    );
  const [en, zh] = [places(', '), places('、')];
  return [
    {
      en: `The output is ${size.en}, so the matrix has ${workingText(counts.rows)} rows.`,
      zh: `输出是${size.zh}，所以矩阵有${workingText(counts.rows)}行。`,
    },
    {
      en: `The input has ${workingText(counts.columns)} numbers, so there are ${input(counts.columns.value)} columns.`,
      zh: `输入有${workingText(counts.columns)}个数，所以有${input(counts.columns.value)}列。`,
    },
    problem.padding === 0
      ? {
          en: `Each row holds all ${distinct} weights of the kernel: ${nonzero} entries are not 0.`,
          zh: `每一行有卷积核的全部${distinct}个权重，不为0的元素有${nonzero}个。`,
        }
      : {
          en: `From place to place, ${en[0]} rows of the kernel lie on the input downwards and ${en[1]} columns across: ${nonzero} entries are not 0.`,
          zh: `窗口一个位置一个位置地移动，纵向落在输入上的分别有${zh[0]}行，横向分别有${zh[1]}列：不为0的元素有${nonzero}个。`,
        },
    {
      en: `All rows share the weights of one kernel: ${output(counts.distinct.value)} different values.`,
      zh: `每一行用的都是同一个卷积核，所以只有${output(counts.distinct.value)}个不同的值。`,
    },
  ];
}

export default exercise;
