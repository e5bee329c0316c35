import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Matrix } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, input, kernel, output, type Text } from './kit/text.ts';
import { columnsOf, cutTo, matrix, transposed, turned } from './shared/maps.ts';
import {
  cellOf,
  columnValues,
  cornerOf,
  drawRow,
  laid,
  laidAt,
  type MatrixRow,
  outputSize,
  packed,
  pairsUnder,
  truth,
} from './shared/matrix-rows.ts';
import { names } from './shared/names.ts';

const asAnswer = (cells: Matrix): Answer => ({ row: cells.flat().map((value) => value + 0) });

/** A wrong rule; `undefined` where it does not apply or the problem does not show it. */
const otherwise = (rule: (problem: MatrixRow) => Matrix | undefined) => ({
  answer(problem: MatrixRow) {
    const cells = rule(problem);
    if (cells === undefined || String(cells) === String(truth(problem))) return undefined;
    return asAnswer(cells);
  },
});

const exercise: Exercise<MatrixRow> = {
  id: 'matrix-row',
  lesson: 'conv-vs-dense',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawRow(random, level),
      ({ kernel: weights }) => new Set(weights.flat()).size > 3,
    ),

  given: (problem) => [
    {
      kind: 'grid',
      id: 'input',
      label: { en: 'Numbers of the input cells', zh: '输入各格的编号' },
      role: 'input',
      cells: numbered(problem.rows, problem.columns),
    },
    { kind: 'grid', id: 'kernel', label: names.kernel, role: 'kernel', cells: problem.kernel },
    {
      kind: 'grid',
      id: 'output',
      label: { en: 'Numbers of the output cells', zh: '输出各格的编号' },
      role: 'output',
      cells: numbered(...outputSize(problem)),
    },
  ],

  parts: ({ rows, columns, row }) => [
    {
      id: 'row',
      kind: 'grid',
      rows: 1,
      columns: rows * columns,
      entry: 'integer',
      role: 'kernel',
      label: { en: `Row ${row} of the matrix`, zh: `矩阵的第${row}行` },
      columnNames: Array.from({ length: rows * columns }, (_, index) => ({
        en: String(index + 1),
        zh: String(index + 1),
      })),
    },
  ],

  solve: (problem) => asAnswer(truth(problem)),

  working: () => undefined,

  misconceptions: {
    'shifted-by-one': {
      ...otherwise((problem) => {
        const [top, left] = cornerOf(problem);
        return laidAt(problem, top, left + 1);
      }),
      words: {
        en: {
          head: 'The window lies one cell too far to the right.',
          text: (problem) => `For output ${problem.row} ${coverText.en(problem)}.`,
        },
        zh: { head: '窗口偏右了一格。', text: (problem) => `对输出${problem.row}，${coverText.zh(problem)}。` },
      },
    },
    'column-for-row': {
      answer(problem) {
        const values = columnValues(problem);
        return { row: cutTo([values], 1, problem.rows * problem.columns) };
      },
      words: {
        en: {
          head: 'That is a column of the matrix.',
          text: ({ row }) =>
            `You wrote what input ${row} gives to each output. A row says what output ${row} takes from each input.`,
        },
        zh: {
          head: '这是矩阵的一列。',
          text: ({ row }) => `你写的是输入${row}给各个输出的权重。一行写的是输出${row}从各个输入取的权重。`,
        },
      },
    },
    packed: {
      ...otherwise((problem) => (problem.padding === 0 ? packed(problem) : undefined)),
      words: {
        en: {
          head: 'The kernel’s rows were written without a gap.',
          text: ({ columns, kernel: weights }) =>
            `The window covers ${columnsOf(weights)} of the ${columns} columns. Between one row of the kernel and the next, zeros are left out: ${columns - columnsOf(weights)} each time.`,
        },
        zh: {
          head: '卷积核的各行之间没有留0。',
          text: ({ columns, kernel: weights }) =>
            `输入一行有${columns}格，窗口只盖${columnsOf(weights)}格，所以卷积核的一行和下一行之间要隔${columns - columnsOf(weights)}个0。`,
        },
      },
    },
    'flattened-down': {
      ...otherwise((problem) => transposed(truth(problem))),
      words: {
        en: {
          head: 'The input was numbered down its columns.',
          text: () => 'It is flattened row by row: the numbers run to the right first.',
        },
        zh: { head: '输入是一列一列编号的。', text: () => '展平是一行一行来的：编号先向右走。' },
      },
    },
    flipped: {
      ...otherwise((problem) => laid({ ...problem, kernel: turned(problem.kernel) }, cellOf(problem))),
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () => 'Its first weight belongs to the upper left cell of the window.',
        },
        zh: { head: '卷积核被翻转了。', text: () => '卷积核的第一个权重对着窗口左上角的那格。' },
      },
    },
    'outputs-counted-down': {
      ...otherwise((problem) => {
        const [height] = outputSize(problem);
        return laid(problem, [(problem.row - 1) % height, Math.floor((problem.row - 1) / height)]);
      }),
      words: {
        en: {
          head: 'The outputs were counted down the columns.',
          text: (problem) => `Output ${problem.row} stands in ${cellText.en(problem)} of the output.`,
        },
        zh: {
          head: '输出是一列一列数的。',
          text: (problem) => `输出${problem.row}在输出的${cellText.zh(problem)}。`,
        },
      },
    },
    'padding-forgotten': {
      ...otherwise((problem) => {
        const [top, left] = cornerOf(problem);
        return problem.padding === 0 ? undefined : laidAt(problem, top + problem.padding, left + problem.padding);
      }),
      words: {
        en: {
          head: 'The padding is missing.',
          text: ({ padding }) =>
            `The first window starts ${padding} above and ${padding} left of the input. Weights that lie on the padding have no place in the row.`,
        },
        zh: {
          head: '漏了填充。',
          text: ({ padding }) =>
            `第一个窗口从输入的上方${padding}格、左边${padding}格开始。落在填充上的权重不进入这一行。`,
        },
      },
    },
    'stride-ignored': {
      ...otherwise((problem) => {
        const [row, column] = cellOf(problem);
        return problem.stride === 1 ? undefined : laidAt(problem, row - problem.padding, column - problem.padding);
      }),
      words: {
        en: {
          head: 'The stride is missing.',
          text: ({ stride }) => `From one output to the next the window moves on by ${stride} cells.`,
        },
        zh: { head: '漏了步长。', text: ({ stride }) => `从一个输出到下一个，窗口走${stride}格。` },
      },
    },
  },

  words: {
    en: {
      title: 'One row of the matrix',
      task: (problem) =>
        `A convolution with this kernel (stride ${problem.stride}, ${problem.padding === 0 ? 'no padding' : `padding ${problem.padding}`}) is a dense layer whose matrix has a row for every output and a column for every input, both flattened row by row. Fill in row ${problem.row}: the weight of each input in output ${problem.row}.`,
      hints: (problem) => [
        'Most entries are 0: an output takes only the inputs under its window.',
        `Output ${problem.row} stands in ${cellText.en(problem)}. Where does its window lie?`,
        `There ${coverText.en(problem)}. Each weight goes to the column with the number of the input under it.`,
      ],
      steps: (problem) => [
        `Output ${problem.row} stands in ${cellText.en(problem)} of the output; there ${coverText.en(problem)}.`,
        ...problem.kernel.flatMap((_, index) => kernelRowText(problem, index, 'en')),
        `All other entries are 0. Row ${problem.row}: ${rowText(problem)}.`,
      ],
    },
    zh: {
      title: '矩阵的一行',
      task: (problem) =>
        `用这个卷积核做卷积（步长${problem.stride}，${problem.padding === 0 ? '没有填充' : `填充${problem.padding}`}），等于一个全连接层：矩阵里每个输出一行，每个输入一列，输入和输出都是一行一行展平的。请填第${problem.row}行，也就是每个输入在输出${problem.row}里的权重。`,
      hints: (problem) => [
        '大多数是0：一个输出只取它窗口里的输入。',
        `输出${problem.row}在${cellText.zh(problem)}。它的窗口在哪里？`,
        `这时${coverText.zh(problem)}。每个权重下面是几号输入，就填在第几列。`,
      ],
      steps: (problem) => [
        `输出${problem.row}在输出的${cellText.zh(problem)}，这时${coverText.zh(problem)}。`,
        ...problem.kernel.flatMap((_, index) => kernelRowText(problem, index, 'zh')),
        `其余都是0。第${problem.row}行：${rowText(problem)}。`,
      ],
    },
  },
};

/** The numbers of a map's cells, row by row. */
const numbered = (rows: number, columns: number): Matrix =>
  matrix(rows, columns, (row, column) => row * columns + column + 1);

const cellText = {
  en: (problem: MatrixRow): string => `row ${cellOf(problem)[0] + 1}, column ${cellOf(problem)[1] + 1}`,
  zh: (problem: MatrixRow): string => `第${cellOf(problem)[0] + 1}行第${cellOf(problem)[1] + 1}列`,
};

/** The numbers of the inputs under the window, and whether a part of it lies on the padding. */
const covered = (problem: MatrixRow, comma: string): { list: Text; whole: boolean } => {
  const pairs = problem.kernel.flatMap((_, index) => pairsUnder(problem, index));
  return {
    list: input(pairs.map((pair) => pair.input).join(comma)),
    whole: pairs.length === problem.kernel.flat().length,
  };
};

const coverText = {
  en: (problem: MatrixRow): Text =>
    `the window covers inputs ${covered(problem, ', ').list}${covered(problem, ', ').whole ? '' : '; the rest of it lies on the padding'}`,
  zh: (problem: MatrixRow): Text =>
    `窗口盖住输入${covered(problem, '、').list}${covered(problem, '、').whole ? '' : '，其余落在填充上'}`,
};

/** Which weights of a row of the kernel lie on which inputs; nothing where all lie on the padding. */
function kernelRowText(problem: MatrixRow, index: number, locale: Locale): Text[] {
  const pairs = pairsUnder(problem, index);
  const texts = pairs.map((pair) =>
    locale === 'en'
      ? `${kernel(pair.weight)} on input ${input(pair.input)}`
      : `${kernel(pair.weight)}在输入${input(pair.input)}上`,
  );
  if (texts.length === 0) return [];
  return [
    locale === 'en'
      ? `Row ${index + 1} of the kernel: ${texts.join(', ')}.`
      : `卷积核第${index + 1}行：${texts.join('，')}。`,
  ];
}

const rowText = (problem: MatrixRow): Text =>
  output(
    truth(problem)
      .flat()
      .map((value) => format(value + 0))
      .join(', '),
  );

export default exercise;
