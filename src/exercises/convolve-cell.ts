import type { Answer, Exercise, Matrix, Working } from './kit/definition.ts';
import { output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { cellText, swappedWords } from './shared/cells.ts';
import { cellWorking, gridsOf, mapOf, type Setting } from './shared/convolution.ts';
import { cellAt, columnsOf, drawMatrix, rowsOf, surrounded, transposed, turned } from './shared/maps.ts';

interface ConvolveCell {
  readonly input: Matrix;
  readonly kernel: Matrix;
  /** The cell of the output, counted from 1. */
  readonly row: number;
  readonly column: number;
}

const valueAt = (setting: Setting, row: number, column: number): Answer => ({
  value: [cellAt(mapOf(setting), row - 1, column - 1)],
});

const trueWorking = (problem: ConvolveCell): Working =>
  cellWorking(problem, problem.row - 1, problem.column - 1) ?? { lines: [] };

/** A wrong rule that works out another cell, or the same one of another setting. Cells are counted from 1. */
const other = (change: (problem: ConvolveCell) => (Setting & { row: number; column: number }) | undefined) => ({
  answer(problem: ConvolveCell) {
    const changed = change(problem);
    return changed === undefined ? undefined : valueAt(changed, changed.row, changed.column);
  },
  working(problem: ConvolveCell) {
    const changed = change(problem);
    return changed === undefined ? undefined : cellWorking(changed, changed.row - 1, changed.column - 1);
  },
});

const exercise: Exercise<ConvolveCell> = {
  id: 'convolve-cell',
  lesson: 'convolution',
  levels: [1, 2, 3],

  generate(random, level) {
    const size = level + 4;
    const kernelSize = level === 1 ? 2 : 3;
    const [inputLow, weightLow, weightHigh] = level === 3 ? [-3, -2, 2] : [0, -1, 1];
    // One short of the last place, so that who counts from 0 still finds a window.
    const last = size - kernelSize;
    return {
      input: drawMatrix(random, size, size, inputLow, 3),
      kernel: drawMatrix(random, kernelSize, kernelSize, weightLow, weightHigh),
      row: random.integer(1, last),
      column: random.integer(1, last),
    };
  },

  given: ({ input, kernel }) => [...gridsOf({ input, kernel })],

  parts: ({ row, column }) => [
    {
      id: 'value',
      kind: 'number',
      entry: 'integer',
      role: 'output',
      label: { en: `Output, row ${row}, column ${column}`, zh: `输出的第${row}行第${column}列` },
    },
  ],

  solve: (problem) => valueAt(problem, problem.row, problem.column),

  working: trueWorking,

  misconceptions: {
    'counted-from-zero': {
      ...other((problem) => ({ ...problem, row: problem.row + 1, column: problem.column + 1 })),
      words: {
        en: {
          head: 'That is a neighbouring cell.',
          text: ({ row, column }) =>
            `You counted rows and columns from 0. Here the upper left cell is row 1, column 1, so the window starts ${row - 1} down and ${column - 1} to the right of the corner.`,
        },
        zh: {
          head: '这是旁边的一格。',
          text: ({ row, column }) =>
            `你是从0数起的。这里左上角是第1行第1列，所以窗口从左上角往下${row - 1}格、往右${column - 1}格开始。`,
        },
      },
    },
    'centre-of-window': {
      ...other((problem) => {
        if (rowsOf(problem.kernel) % 2 === 0) return undefined;
        return { ...problem, input: surrounded(problem.input, { top: 1, left: 1 }) };
      }),
      words: {
        en: {
          head: 'The middle of the window was put there.',
          text: ({ row, column }) =>
            `Row ${row}, column ${column} of the output belongs to the window whose upper left corner lies on row ${row}, column ${column} of the input.`,
        },
        zh: {
          head: '你把窗口的中心放在了那里。',
          text: ({ row, column }) => `输出的第${row}行第${column}列，对应左上角落在输入第${row}行第${column}列的窗口。`,
        },
      },
    },
    flipped: {
      ...other((problem) => ({ ...problem, kernel: turned(problem.kernel) })),
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () =>
            'Convolution in mathematics turns it by half a turn. In a network it lies on the input as it is written.',
        },
        zh: {
          head: '卷积核被翻转了。',
          text: () => '数学里的卷积会把它转半圈；在网络里，卷积核照原样放在输入上。',
        },
      },
    },
    'rows-and-columns-swapped': {
      ...other((problem) =>
        problem.row === problem.column ? undefined : { ...problem, row: problem.column, column: problem.row },
      ),
      words: swappedWords,
    },
    'kernel-read-down': {
      ...other((problem) => ({ ...problem, kernel: transposed(problem.kernel) })),
      words: {
        en: {
          head: 'The kernel was read down its columns.',
          text: () => 'Its first row lies on the first row of the window, just as it is written.',
        },
        zh: {
          head: '卷积核是一列一列读的。',
          text: () => '应当照原样放：它的第一行对着窗口的第一行。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'One cell of the map',
      task: (problem) =>
        `The kernel slides over the input, stride 1, no padding. Which number stands in ${cellText.en(problem)} of the output? Rows and columns count from 1.`,
      hints: (problem) => [
        'Only one window matters. Where does it lie?',
        `Its upper left corner lies on ${cellText.en(problem)} of the input; it covers ${rowsOf(problem.kernel)} rows and ${columnsOf(problem.kernel)} columns.`,
        `Add the products: ${lineText(trueWorking(problem), 0)}.`,
      ],
      steps: (problem) => [
        `The window for ${cellText.en(problem)} of the output has its upper left corner on ${cellText.en(problem)} of the input.`,
        `Multiply place by place and add: ${workingText(trueWorking(problem))}.`,
        `The cell is ${output(cellValue(problem))}.`,
      ],
    },
    zh: {
      title: '特征图的一格',
      task: (problem) => `卷积核在输入上滑动，步长1，没有填充。输出的${cellText.zh(problem)}是多少？行和列都从1数起。`,
      hints: (problem) => [
        '只要一个窗口就够了。它在哪里？',
        `它的左上角在输入的${cellText.zh(problem)}，盖住${rowsOf(problem.kernel)}行${columnsOf(problem.kernel)}列。`,
        `把乘积加起来：${lineText(trueWorking(problem), 0)}。`,
      ],
      steps: (problem) => [
        `输出的${cellText.zh(problem)}对应的窗口，左上角在输入的${cellText.zh(problem)}。`,
        `对应位置相乘再相加：${workingText(trueWorking(problem))}。`,
        `这一格是${output(cellValue(problem))}。`,
      ],
    },
  },
};

const cellValue = (problem: ConvolveCell): number => cellAt(mapOf(problem), problem.row - 1, problem.column - 1);

export default exercise;
