import type { Answer, Block, Exercise, Matrix, Part, Window, Working } from './kit/definition.ts';
import { format, input, kernel, output, product } from './kit/text.ts';
import { lineText, productText, sumOfProducts, term, workingText } from './kit/working.ts';
import {
  cellAt,
  columnsOf,
  convolve,
  cutTo,
  drawMatrix,
  matrix,
  type Pair,
  rowsOf,
  transposed,
  turned,
  windowPairs,
} from './shared/maps.ts';
import { convolved, names } from './shared/names.ts';

interface ConvolveMap {
  readonly input: Matrix;
  readonly kernel: Matrix;
  /** 0 where none is asked for. */
  readonly bias: number;
}

const trueMap = ({ input, kernel, bias }: ConvolveMap): Matrix => convolve(input, kernel, { bias });

/** An answer with this map, of whatever size: the shape is its own, the cells are those that the grid has. */
function answerWith(problem: ConvolveMap, map: Matrix): Answer {
  const truth = trueMap(problem);
  return { shape: [rowsOf(map), columnsOf(map)], map: cutTo(map, rowsOf(truth), columnsOf(truth)) };
}

/** Which cell of the output a field is. */
const cellOf = (problem: ConvolveMap, index: number): [row: number, column: number] => {
  const columns = columnsOf(trueMap(problem));
  return [Math.floor(index / columns), index % columns];
};

/** The calculation of a field, with some other kernel or another window. */
function workingWith(problem: ConvolveMap, weights: Matrix, bias: number, row: number, column: number): Working {
  const window: Window = { grid: 'input', row, column, rows: rowsOf(weights), columns: columnsOf(weights) };
  return sumOfProducts(windowPairs(problem.input, weights, row, column), bias === 0 ? [] : [bias], [window]);
}

/** Input size − kernel size + 1. */
const sizeWorking = (problem: ConvolveMap, index: number): Working => {
  const [size, window] =
    index === 0
      ? [rowsOf(problem.input), rowsOf(problem.kernel)]
      : [columnsOf(problem.input), columnsOf(problem.kernel)];
  return { lines: [[input(size), `− ${kernel(window)}`, '+ 1'], [format(size - window + 1)]] };
};

/** A map whose cells are made from their pairs of input and weight in some other way. */
const mapFrom = (problem: ConvolveMap, cell: (pairs: readonly Pair[]) => number): Matrix => {
  const truth = trueMap(problem);
  return matrix(rowsOf(truth), columnsOf(truth), (row, column) =>
    cell(windowPairs(problem.input, problem.kernel, row, column)),
  );
};

/** What hints and steps speak of. */
const worked = (problem: ConvolveMap) => {
  const map = trueMap(problem);
  return {
    rows: rowsOf(map),
    columns: columnsOf(map),
    first: workingWith(problem, problem.kernel, problem.bias, 0, 0),
    mapRows: map.map((row) => row.map((value) => format(value)).join(', ')),
  };
};

/** The rows of the input under the first window. */
const coveredText = ({ input: cells, kernel: weights }: ConvolveMap, between: string): string =>
  weights.map((row, u) => input(row.map((_, v) => format(cellAt(cells, u, v))).join(', '))).join(between);

const exercise: Exercise<ConvolveMap> = {
  id: 'convolve-map',
  lesson: 'convolution',
  levels: [1, 2, 3],

  generate(random, level) {
    if (level === 1) {
      return { input: drawMatrix(random, 4, 4, 0, 3), kernel: drawMatrix(random, 2, 2, -1, 1), bias: 0 };
    }
    if (level === 2) {
      const size = random.pick([2, 3]);
      const bias = random.pick([0, random.integer(1, 3), -random.integer(1, 3)]);
      return { input: drawMatrix(random, 4, 4, -2, 3), kernel: drawMatrix(random, size, size, -2, 2), bias };
    }
    const bias = random.pick([-3, -2, -1, 1, 2, 3]);
    return { input: drawMatrix(random, 5, 5, -2, 3), kernel: drawMatrix(random, 3, 3, -1, 2), bias };
  },

  given(problem) {
    const blocks: Block[] = [
      { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: problem.input },
      convolved,
      { kind: 'grid', id: 'kernel', label: names.kernel, role: 'kernel', cells: problem.kernel },
    ];
    if (problem.bias === 0) return blocks;
    return [...blocks, { kind: 'values', items: [{ label: names.bias, value: problem.bias, role: 'kernel' }] }];
  },

  parts(problem): Part[] {
    const map = trueMap(problem);
    return [
      { id: 'shape', kind: 'shape', label: names.outputSize, axes: [names.height, names.width], role: 'output' },
      {
        id: 'map',
        kind: 'grid',
        label: names.output,
        rows: rowsOf(map),
        columns: columnsOf(map),
        entry: 'integer',
        role: 'output',
      },
    ];
  },

  solve: (problem) => answerWith(problem, trueMap(problem)),

  working(problem, part, index) {
    if (part === 'shape') return sizeWorking(problem, index);
    const [row, column] = cellOf(problem, index);
    return workingWith(problem, problem.kernel, problem.bias, row, column);
  },

  misconceptions: {
    flipped: {
      answer: (problem) => answerWith(problem, convolve(problem.input, turned(problem.kernel), { bias: problem.bias })),
      working(problem, part, index) {
        if (part !== 'map') return undefined;
        const [row, column] = cellOf(problem, index);
        return workingWith(problem, turned(problem.kernel), problem.bias, row, column);
      },
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () =>
            'You turned it by half a turn, as convolution does in mathematics. In a network it lies on the input as it is written.',
        },
        zh: {
          head: '卷积核被翻转了。',
          text: () => '你把它转了半圈，数学中的卷积才这样做。在网络里，卷积核照原样放在输入上。',
        },
      },
    },
    'bias-forgotten': {
      answer(problem) {
        if (problem.bias === 0) return undefined;
        return answerWith(problem, convolve(problem.input, problem.kernel));
      },
      working(problem, part, index) {
        if (part !== 'map') return undefined;
        const [row, column] = cellOf(problem, index);
        return workingWith(problem, problem.kernel, 0, row, column);
      },
      words: {
        en: {
          head: 'The bias is missing.',
          text: ({ bias }) => `It is added once to every cell of the output: here ${kernel(term(bias))}.`,
        },
        zh: {
          head: '漏加了偏置。',
          text: ({ bias }) => `输出的每一格都要加一次偏置，这里是${kernel(term(bias))}。`,
        },
      },
    },
    'padded-anyway': {
      answer: (problem) =>
        answerWith(problem, convolve(problem.input, problem.kernel, { bias: problem.bias, padding: 1 })),
      working(problem, part, index) {
        if (part === 'shape') {
          const size = index === 0 ? rowsOf(problem.input) : columnsOf(problem.input);
          const window = index === 0 ? rowsOf(problem.kernel) : columnsOf(problem.kernel);
          return { lines: [[input(size), '+ 2', `− ${kernel(window)}`, '+ 1'], [format(size + 2 - window + 1)]] };
        }
        const [row, column] = cellOf(problem, index);
        return workingWith(problem, problem.kernel, problem.bias, row - 1, column - 1);
      },
      words: {
        en: {
          head: 'A ring of zeros was added.',
          text: () =>
            'Here there is no padding: the window may not hang over the edge, so its first place is the upper left corner of the input.',
        },
        zh: {
          head: '多加了一圈零。',
          text: () => '这道题没有填充：窗口不能伸出边缘，所以第一个位置就是输入的左上角。',
        },
      },
    },
    'rows-and-columns-swapped': {
      answer: (problem) => answerWith(problem, transposed(trueMap(problem))),
      working(problem, part, index) {
        if (part !== 'map') return undefined;
        const [row, column] = cellOf(problem, index);
        return workingWith(problem, problem.kernel, problem.bias, column, row);
      },
      words: {
        en: {
          head: 'Rows and columns are swapped.',
          text: () =>
            'The first row of the output comes from sliding the window to the right along the top. You slid it down first.',
        },
        zh: {
          head: '行和列弄反了。',
          text: () => '输出的第一行，是窗口沿着最上面向右滑出来的；你先向下滑了。',
        },
      },
    },
    'kernel-read-down': {
      answer: (problem) =>
        answerWith(problem, convolve(problem.input, transposed(problem.kernel), { bias: problem.bias })),
      working(problem, part, index) {
        if (part !== 'map') return undefined;
        const [row, column] = cellOf(problem, index);
        return workingWith(problem, transposed(problem.kernel), problem.bias, row, column);
      },
      words: {
        en: {
          head: 'The kernel was read down its columns.',
          text: () => 'Lay it on the input as it is written: its first row on the first row of the window.',
        },
        zh: {
          head: '卷积核按列读了。',
          text: () => '照原样把它放在输入上：它的第一行对着窗口的第一行。',
        },
      },
    },
    'largest-product': {
      answer(problem) {
        const largest = (pairs: readonly Pair[]) => Math.max(...pairs.map(([x, w]) => x * w));
        return answerWith(
          problem,
          mapFrom(problem, (pairs) => largest(pairs) + problem.bias),
        );
      },
      words: {
        en: {
          head: 'Only the largest product was kept.',
          text: () => 'A convolution adds up all the products of the window; keeping one of them is another operation.',
        },
        zh: {
          head: '只留下了最大的乘积。',
          text: () => '卷积要把窗口里所有的乘积加起来，只留一个就是别的运算了。',
        },
      },
    },
    'minus-times-minus': {
      answer(problem) {
        const { input, kernel, bias } = problem;
        if (![input, kernel].every((cells) => cells.flat().some((value) => value < 0))) return undefined;
        const slip = ([x, w]: Pair) => (x < 0 && w < 0 ? -x * w : x * w);
        return answerWith(
          problem,
          mapFrom(problem, (pairs) => pairs.reduce((sum, pair) => sum + slip(pair), bias)),
        );
      },
      words: {
        en: {
          head: 'Minus times minus was taken as minus.',
          text: () => `Two negative factors make a positive product: ${productText(-1, -1)} = ${product(1)}.`,
        },
        zh: {
          head: '负数乘负数，结果写成了负数。',
          text: () => `两个负数的乘积是正数：${productText(-1, -1)} = ${product(1)}。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Fill in the map',
      task: ({ bias }) =>
        `Slide the kernel over the input, stride 1, no padding${bias === 0 ? '' : ', and add the bias to every sum'}. How large is the output? Fill it in.`,
      hints(problem) {
        const { rows, columns, first } = worked(problem);
        return [
          'Lay the kernel on the upper left corner of the input. Multiply the numbers that lie on each other, and add the products.',
          `The window may not hang over the edge. Count its places: from the left edge to the right, and from the top to the bottom.`,
          `The first row has ${columns} cells, and there are ${rows} rows. The first cell is ${lineText(first, 0)}. Work it out, then slide one square to the right.`,
        ];
      },
      steps(problem) {
        const { rows, columns, first, mapRows } = worked(problem);
        return [
          `The window fits ${workingText(sizeWorking(problem, 0))} places down and ${workingText(sizeWorking(problem, 1))} across: the output is ${output(`${rows} × ${columns}`)}.`,
          `In the upper left corner it covers ${coveredText(problem, ' above ')}.`,
          `Multiply place by place and add${problem.bias === 0 ? '' : ', with the bias at the end'}: ${workingText(first)}.`,
          'Slide one square to the right and do it again; at the end of the row go one square down and back to the left edge.',
          ...mapRows.map((row, index) => `Row ${index + 1}: ${output(row)}.`),
        ];
      },
    },
    zh: {
      title: '填出特征图',
      task: ({ bias }) =>
        `卷积核在输入上滑动，步长1，没有填充${bias === 0 ? '' : '，每个和再加上偏置'}。输出有多大？把它填出来。`,
      hints(problem) {
        const { rows, columns, first } = worked(problem);
        return [
          '把卷积核放在输入的左上角，上下重叠的数两两相乘，再把乘积加起来。',
          '窗口不能伸出边缘。数一数：从最左到最右有几个位置，从最上到最下有几个。',
          `第一行有${columns}格，一共${rows}行。第一格是${lineText(first, 0)}。算出来，再向右滑一格。`,
        ];
      },
      steps(problem) {
        const { rows, columns, first, mapRows } = worked(problem);
        return [
          `竖着放得下${workingText(sizeWorking(problem, 0))}个位置，横着放得下${workingText(sizeWorking(problem, 1))}个：输出是${output(`${rows}×${columns}`)}。`,
          `在左上角，窗口盖住${coveredText(problem, '；')}。`,
          `对应位置相乘再相加${problem.bias === 0 ? '' : '，最后加偏置'}：${workingText(first)}。`,
          '向右滑一格，再算一次；到了行末，就下移一格，回到最左边。',
          ...mapRows.map((row, index) => `第${index + 1}行：${output(row)}。`),
        ];
      },
    },
  },
};
export default exercise;
