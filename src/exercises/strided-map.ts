import type { Exercise, Matrix } from './kit/definition.ts';
import { output, padding, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  asIf,
  axisOf,
  cellWorking,
  gridsOf,
  mapAnswer,
  mapOf,
  mapParts,
  mapWorking,
  sizeText,
  sizeWorking,
} from './shared/convolution.ts';
import { drawMatrix, rowTexts, surrounded, turned } from './shared/maps.ts';
import { restOf, roomOf } from './shared/sizes.ts';

interface StridedMap {
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly stride: number;
  readonly padding: number;
}

/** The rest is the same both ways, as input and kernel are square. */
const rest = (problem: StridedMap): number => restOf(axisOf(problem, 0));

const exercise: Exercise<StridedMap> = {
  id: 'strided-map',
  lesson: 'stride',
  levels: [1, 2, 3],

  generate(random, level) {
    if (level === 1) {
      const size = random.pick([4, 5]);
      return {
        input: drawMatrix(random, size, size, 0, 3),
        kernel: drawMatrix(random, 2, 2, -1, 1),
        stride: 2,
        padding: 0,
      };
    }
    if (level === 2) {
      const [size, window, stride] = random.pick([
        [5, 2, 3],
        [6, 3, 2],
        [6, 2, 2],
        [7, 3, 2],
        [7, 3, 3],
        [7, 2, 3],
      ] as const);
      const weights = drawMatrix(random, window, window, -1, 2);
      return { input: drawMatrix(random, size, size, -1, 3), kernel: weights, stride, padding: 0 };
    }
    const size = random.pick([4, 5, 6]);
    return {
      input: drawMatrix(random, size, size, -2, 3),
      kernel: drawMatrix(random, 3, 3, -1, 1),
      stride: 2,
      padding: 1,
    };
  },

  given: ({ input, kernel, stride, padding: rim }) => [
    ...gridsOf({ input, kernel }),
    {
      kind: 'values',
      items: [
        { label: { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` }, value: stride },
        ...(rim === 0
          ? []
          : [
              {
                label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
                value: rim,
                role: 'padding',
              } as const,
            ]),
      ],
    },
  ],

  parts: (problem) => mapParts(mapOf(problem)),

  solve: (problem) => mapAnswer(mapOf(problem), mapOf(problem)),

  working: (problem, part, index) => mapWorking(problem, problem, part, index),

  misconceptions: {
    'stride-ignored': {
      ...asIf((problem) => ({ ...problem, stride: 1 })),
      words: {
        en: {
          head: 'The window was moved by one square only.',
          text: ({ stride }) => `With stride ${stride} it goes on by ${stride} squares, to the right and also down.`,
        },
        zh: {
          head: '窗口只移动了一格。',
          text: ({ stride }) => `步长是${stride}，向右、向下都要一次移动${stride}格。`,
        },
      },
    },
    'stride-across-only': {
      ...asIf((problem) => ({ ...problem, stride: [1, problem.stride] })),
      words: {
        en: {
          head: 'The stride was taken to the right only.',
          text: ({ stride }) => `After a row of windows it also goes down by ${stride} rows, not by one.`,
        },
        zh: { head: '只有向右用了步长。', text: ({ stride }) => `一行滑完，也要下移${stride}行，不是一行。` },
      },
    },
    'stride-down-only': {
      ...asIf((problem) => ({ ...problem, stride: [problem.stride, 1] })),
      words: {
        en: {
          head: 'The stride was taken downwards only.',
          text: ({ stride }) => `To the right the window goes on by ${stride} columns as well, not by one.`,
        },
        zh: { head: '只有向下用了步长。', text: ({ stride }) => `向右也要一次移动${stride}列，不是一列。` },
      },
    },
    'squares-skipped': {
      ...asIf((problem) => ({ ...problem, stride: problem.stride + 1 })),
      words: {
        en: {
          head: 'The window was moved one square too far.',
          text: ({ stride }) =>
            `Stride ${stride} does not leave out ${stride} places: it goes on by ${stride}, so ${stride - 1} ${stride === 2 ? 'is' : 'are'} left out between two windows.`,
        },
        zh: {
          head: '窗口每次多移了一格。',
          text: ({ stride }) =>
            `步长${stride}不是空出${stride}个位置，而是移动${stride}格，中间空出${stride - 1}个位置。`,
        },
      },
    },
    'last-window-kept': {
      ...asIf((problem) => {
        if (rest(problem) === 0) return undefined;
        const missing = problem.stride - rest(problem);
        return { ...problem, input: surrounded(problem.input, { bottom: missing, right: missing }) };
      }),
      words: {
        en: {
          head: 'A last window was kept that hangs over the edge.',
          text: (problem) =>
            `After the last window that fits, ${rest(problem)} ${rest(problem) === 1 ? 'row is' : 'rows are'} left below, and as many columns on the right: too few for another step of ${problem.stride}. They are not looked at.`,
        },
        zh: {
          head: '多算了伸出边缘的最后一个窗口。',
          text: (problem) =>
            `放得下的最后一个窗口之后，下面还剩${rest(problem)}行，右边还剩${rest(problem)}列，不够再移动${problem.stride}格，就不看了。`,
        },
      },
    },
    'padding-ignored': {
      ...asIf((problem) => (problem.padding === 0 ? undefined : { ...problem, padding: 0 })),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () =>
            'With a ring of zeros around the input the window starts one square above and left of its corner.',
        },
        zh: { head: '漏了填充。', text: () => '输入外面有一圈零，窗口要从左上角再往上一格、往左一格的地方开始。' },
      },
    },
    flipped: {
      ...asIf((problem) => ({ ...problem, kernel: turned(problem.kernel) })),
      words: {
        en: { head: 'The kernel was flipped.', text: () => 'It lies on the input as it is written, without a turn.' },
        zh: { head: '卷积核被翻转了。', text: () => '它照原样放在输入上，不要转。' },
      },
    },
  },

  words: {
    en: {
      title: 'Fill in the strided map',
      task: ({ stride, padding: rim }) =>
        `Slide the kernel over the input${rim === 0 ? ', no padding' : ' with a ring of zeros around it'}, stride ${stride}. How large is the output? Fill it in.`,
      hints: (problem) => [
        `${problem.padding === 0 ? 'The first window lies in the upper left corner' : 'Draw the ring of zeros first; the first window lies in its upper left corner'}. From there it goes ${problem.stride} squares to the right at a time, and ${problem.stride} down.`,
        'A window that would hang over the edge on the right or below is left out.',
        `The size is ${lineText(sizeWorking(problem, 0), 0)} both ways. The first row begins with ${lineText(first(problem), 0)}; the window of the next cell lies ${problem.stride} columns further to the right.`,
      ],
      steps: (problem) => [
        `The window can move by ${roomOf(axisOf(problem, 0))} squares in each direction, ${problem.stride} at a time: ${workingText(sizeWorking(problem, 0))} places. The output is ${output(sizeText(problem, ' × '))}.`,
        restText(problem).en,
        `The first cell: ${workingText(first(problem))}.`,
        `Go on ${problem.stride} squares to the right, and at the end of a row ${problem.stride} down.`,
        ...rowTexts(mapOf(problem)).map((row, index) => `Row ${index + 1}: ${output(row)}.`),
      ],
    },
    zh: {
      title: '填出有步长的特征图',
      task: ({ stride, padding: rim }) =>
        `${rim === 0 ? '卷积核在输入上滑动，没有填充，' : '先在输入外面加一圈零，再让卷积核在上面滑动，'}步长${stride}。输出有多大？把它填出来。`,
      hints: (problem) => [
        `${problem.padding === 0 ? '第一个窗口在左上角' : '先画出那一圈零，第一个窗口在它的左上角'}；然后每次向右${problem.stride}格，或向下${problem.stride}格。`,
        '右边和下边，放不下整个窗口的地方就不要了。',
        `高和宽都是${lineText(sizeWorking(problem, 0), 0)}。第一格是${lineText(first(problem), 0)}；下一格的窗口再往右${problem.stride}列。`,
      ],
      steps: (problem) => [
        `窗口每个方向能移动${roomOf(axisOf(problem, 0))}格，一次${problem.stride}格：有${workingText(sizeWorking(problem, 0))}个位置。输出是${output(sizeText(problem, '×'))}。`,
        restText(problem).zh,
        `第一格：${workingText(first(problem))}。`,
        `每次向右移${problem.stride}格；到了行末，就向下移${problem.stride}格。`,
        ...rowTexts(mapOf(problem)).map((row, index) => `第${index + 1}行：${output(row)}。`),
      ],
    },
  },
};

const first = (problem: StridedMap) => cellWorking(problem, 0, 0) ?? { lines: [] };

/** What is left over at the right and below. */
const restText = (problem: StridedMap) =>
  rest(problem) === 0
    ? { en: 'Nothing is left over: the last window ends at the edge.', zh: '没有剩余：最后一个窗口正好到边缘。' }
    : {
        en: `The last ${rest(problem) === 1 ? 'row and column are' : `${rest(problem)} rows and columns are`} not looked at${problem.padding === 0 ? '' : `: they are ${padding('padding')}`}.`,
        zh: `最后${rest(problem)}行、${rest(problem)}列没有窗口看到${problem.padding === 0 ? '' : `，它们是填充的${padding('0')}`}。`,
      };

export default exercise;
