import type { Exercise, Matrix } from './kit/definition.ts';
import { format, input, kernel, output, product } from './kit/text.ts';
import { lineText, productPieces, productText, sumPieces, workingText } from './kit/working.ts';
import {
  asIf,
  biasTerm,
  cellsBy,
  cellWorking,
  gridsOf,
  mapAnswer,
  mapOf,
  mapParts,
  mapWorking,
  type Pair,
  sizeText,
  sizeWorking,
} from './shared/convolution.ts';
import { columnsOf, drawMatrix, rowTexts, transposed, turned } from './shared/maps.ts';
import { biasBlock } from './shared/names.ts';

interface ConvolveMap {
  readonly input: Matrix;
  readonly kernel: Matrix;
  /** 0 where none is asked for. */
  readonly bias: number;
}

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
      const bias = random.pick([0, 1, 2, -1, -2]);
      return { input: drawMatrix(random, 4, 4, -2, 3), kernel: drawMatrix(random, size, size, -2, 2), bias };
    }
    const bias = random.pick([-3, -2, -1, 1, 2, 3]);
    return { input: drawMatrix(random, 5, 5, -2, 3), kernel: drawMatrix(random, 3, 3, -1, 2), bias };
  },

  given: ({ input, kernel, bias }) => [...gridsOf({ input, kernel }), ...biasBlock(bias)],

  parts: (problem) => mapParts(mapOf(problem)),

  solve: (problem) => mapAnswer(mapOf(problem), mapOf(problem)),

  working: (problem, part, index) => mapWorking(problem, problem, part, index),

  misconceptions: {
    flipped: {
      ...asIf((problem) => ({ ...problem, kernel: turned(problem.kernel) })),
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () =>
            'You turned it by half a turn, as convolution in mathematics does. In a network it lies on the input as it is written.',
        },
        zh: {
          head: '卷积核被翻转了。',
          text: () => '你把它转了半圈，那是数学里的卷积。在网络里，卷积核照原样放在输入上。',
        },
      },
    },
    'bias-forgotten': {
      ...asIf((problem) => (problem.bias === 0 ? undefined : { ...problem, bias: 0 })),
      words: {
        en: {
          head: 'The bias is missing.',
          text: ({ bias }) => `It is added once to every cell of the output: here ${kernel(bias)}.`,
        },
        zh: {
          head: '漏加了偏置。',
          text: ({ bias }) => `输出的每一格都要加一次偏置，这里是${kernel(bias)}。`,
        },
      },
    },
    'padded-anyway': {
      ...asIf((problem) => ({ ...problem, padding: 1 })),
      words: {
        en: {
          head: 'A ring of zeros was added.',
          text: () =>
            'There is no padding here: the window may not hang over the edge, so its first place is the upper left corner of the input.',
        },
        zh: {
          head: '多加了一圈零。',
          text: () => '这道题没有填充：窗口不能伸出边缘，它的第一个位置就是输入的左上角。',
        },
      },
    },
    'rows-and-columns-swapped': {
      answer: (problem) => mapAnswer(transposed(mapOf(problem)), mapOf(problem)),
      working(problem, part, index) {
        const columns = columnsOf(mapOf(problem));
        if (part === 'shape') return undefined;
        return cellWorking(problem, index % columns, Math.floor(index / columns));
      },
      words: {
        en: {
          head: 'Rows and columns are swapped.',
          text: () =>
            'The first row of the output comes from sliding the window to the right along the top. You slid it down first.',
        },
        zh: {
          head: '行和列弄反了。',
          text: () => '输出的第一行，是窗口沿着最上面向右滑得到的；你是先向下滑的。',
        },
      },
    },
    'kernel-read-down': {
      ...asIf((problem) => ({ ...problem, kernel: transposed(problem.kernel) })),
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
    'largest-product': {
      ...cellsBy(({ bias }) => ({
        value: (products) => Math.max(...products) + bias,
        lines: (products) => [[`max(${products.map((value) => format(value)).join(', ')})`, ...biasTerm(bias)]],
      })),
      words: {
        en: {
          head: 'Only the largest product was kept.',
          text: () => 'A convolution adds up all the products of the window. To keep one of them is another operation.',
        },
        zh: {
          head: '只留下了最大的乘积。',
          text: () => '卷积要把窗口里所有的乘积加起来；只留一个，就是另一种运算了。',
        },
      },
    },
    'minus-times-minus': {
      ...cellsBy(({ input, kernel, bias }) => {
        if (![input, kernel].every((cells) => cells.flat().some((value) => value < 0))) return undefined;
        const slipped = (pairs: readonly Pair[]) => pairs.map(([x, w]) => (x < 0 && w < 0 ? -x * w : x * w));
        return {
          value: (_, pairs) => slipped(pairs).reduce((sum, value) => sum + value, bias),
          lines: (_, pairs) => [
            [...productPieces(pairs), ...biasTerm(bias)],
            [...sumPieces(slipped(pairs)).map((piece) => product(piece)), ...biasTerm(bias)],
          ],
        };
      }),
      words: {
        en: {
          head: 'Minus times minus was taken as minus.',
          text: () => `Two negative factors make a positive product: ${productText(-1, -1)} = ${product(1)}.`,
        },
        zh: {
          head: '负数乘负数，被算成了负数。',
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
      hints: (problem) => [
        'Lay the kernel on the upper left corner of the input. Multiply the numbers that lie on each other, and add the products.',
        'The window may not hang over the edge. Count its places from the left edge to the right, and from the top to the bottom.',
        `The size is ${lineText(sizeWorking(problem, 0), 0)} both ways. The first cell is ${firstLine(problem)}. Work it out, then slide one square to the right.`,
      ],
      steps: (problem) => [
        `The window fits ${workingText(sizeWorking(problem, 0))} places down and ${workingText(sizeWorking(problem, 1))} across: the output is ${output(sizeText(problem, ' × '))}.`,
        `In the upper left corner it covers ${coveredText(problem, ' above ')}.`,
        `Multiply place by place and add${problem.bias === 0 ? '' : ', with the bias at the end'}: ${firstWhole(problem)}.`,
        'Slide one square to the right and do it again; at the end of the row go one square down and back to the left edge.',
        ...rowTexts(mapOf(problem)).map((row, index) => `Row ${index + 1}: ${output(row)}.`),
      ],
    },
    zh: {
      title: '填出特征图',
      task: ({ bias }) =>
        `卷积核在输入上滑动，步长1，没有填充${bias === 0 ? '' : '，每个和再加上偏置'}。输出有多大？把它填出来。`,
      hints: (problem) => [
        '把卷积核放在输入的左上角，重叠的数两两相乘，再把乘积加起来。',
        '窗口不能伸出边缘。数一数：从最左到最右有几个位置，从最上到最下有几个。',
        `高和宽都是${lineText(sizeWorking(problem, 0), 0)}。第一格是${firstLine(problem)}。算出来，再向右滑一格。`,
      ],
      steps: (problem) => [
        `竖着有${workingText(sizeWorking(problem, 0))}个位置，横着有${workingText(sizeWorking(problem, 1))}个：输出是${output(sizeText(problem, '×'))}。`,
        `在左上角，窗口盖住的是${coveredText(problem, '，下面是')}。`,
        `对应位置相乘再相加${problem.bias === 0 ? '' : '，最后加偏置'}：${firstWhole(problem)}。`,
        '向右滑一格，再算一次；到了行末，就下移一格，回到最左边。',
        ...rowTexts(mapOf(problem)).map((row, index) => `第${index + 1}行：${output(row)}。`),
      ],
    },
  },
};

const firstWorking = (problem: ConvolveMap) => cellWorking(problem, 0, 0) ?? { lines: [] };
const firstLine = (problem: ConvolveMap) => lineText(firstWorking(problem), 0);
const firstWhole = (problem: ConvolveMap) => workingText(firstWorking(problem));

/** The rows of the input under the first window. */
const coveredText = (problem: ConvolveMap, between: string): string =>
  problem.kernel
    .map((weights, row) =>
      input(
        problem.input[row]
          ?.slice(0, weights.length)
          .map((value) => format(value))
          .join(', ') ?? '',
      ),
    )
    .join(between);

export default exercise;
