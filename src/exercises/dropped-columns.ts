import type { Locale } from '../state/locale.ts';
import type { Exercise, Level } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output, padding, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  asAnswer,
  type DroppedColumns,
  lastOnes,
  outside,
  paddedOf,
  squaresWorking,
  truth,
  twice,
  wrongly,
} from './shared/dropped.ts';
import { names } from './shared/names.ts';
import { numberPart, range } from './shared/options.ts';
import { restOf, roomOf, sizeLines, trueSize } from './shared/sizes.ts';

function draw(random: Random, level: Level): DroppedColumns {
  const kernel = random.integer(level === 1 ? 2 : 3, 5);
  const stride = random.integer(2, Math.min(kernel, level === 1 ? 5 : 4));
  const rim = level === 1 ? 0 : random.integer(1, 2);
  return { input: random.integer(6, 14 - 2 * rim), kernel, stride, padding: rim, dilation: 1, square: level === 3 };
}

const exercise: Exercise<DroppedColumns> = {
  id: 'dropped-columns',
  lesson: 'stride',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => problem.kernel < problem.input && restOf(problem) > 0 && trueSize(problem) > 1,
    ),

  given: ({ input, kernel, stride, padding: rim, square }) => [
    {
      kind: 'values',
      items: [
        {
          label: square ? names.input : { en: 'Columns of the input', zh: '输入的列数' },
          value: square ? { en: `${input} × ${input}`, zh: `${input}×${input}` } : input,
          role: 'input',
        },
        {
          label: square ? names.kernel : { en: 'Columns of the kernel', zh: '卷积核的列数' },
          value: square ? { en: `${kernel} × ${kernel}`, zh: `${kernel}×${kernel}` } : kernel,
          role: 'kernel',
        },
        { label: { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` }, value: stride },
        {
          label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
          value: rim === 0 ? { en: 'none', zh: '没有' } : rim,
          role: 'padding',
        },
      ],
    },
  ],

  parts: (problem) => [
    numberPart('windows', { en: 'Windows in a row', zh: '一行的窗口个数' }),
    {
      id: 'dropped',
      kind: 'choices',
      label: { en: 'Columns that no window touches', zh: '没有窗口碰到的列' },
      options: range(1, paddedOf(problem)).map((column) => ({
        id: `column-${column}`,
        label: { en: format(column), zh: format(column) },
      })),
      inARow: true,
    },
    ...(problem.square
      ? [numberPart('squares', { en: 'Squares that no window touches', zh: '没有窗口碰到的格子数' })]
      : []),
  ],

  solve: (problem) => asAnswer(problem, truth(problem)),

  working(problem, part) {
    if (part === 'squares') return squaresWorking(problem);
    return part === 'windows' ? sizeLines(problem) : undefined;
  },

  misconceptions: {
    'none-dropped': {
      ...wrongly((problem) => ({ windows: trueSize(problem) + 1, ...lastOnes(problem, 0) })),
      working: (problem, part) => (part === 'windows' ? sizeLines(problem, { roundedUp: true }) : undefined),
      words: {
        en: {
          head: 'A window was allowed to hang over the edge.',
          text: (problem) =>
            `It would need ${problem.stride} more columns, and only ${restOf(problem)} ${restOf(problem) === 1 ? 'is' : 'are'} left. That window is left out, and so ${restOf(problem) === 1 ? 'is that column' : 'are those columns'}.`,
        },
        zh: {
          head: '有一个窗口伸出了边缘。',
          text: (problem) =>
            `再走一步要${problem.stride}列，而只剩${restOf(problem)}列。这个窗口不要了，剩下的列也就没有窗口碰到。`,
        },
      },
    },
    'first-instead-of-last': {
      ...wrongly((problem) => ({ dropped: range(1, restOf(problem)) })),
      words: {
        en: {
          head: 'These are at the wrong end of the row.',
          text: () => 'The first window starts with the first column. What is left over is at the end.',
        },
        zh: { head: '这是另一头的列。', text: () => '第一个窗口从第1列开始，剩下的都在末尾。' },
      },
    },
    'between-the-starts': {
      ...wrongly((problem) => {
        const starts = range(0, trueSize(problem) - 1).map((place) => place * problem.stride + 1);
        const padded = paddedOf(problem);
        const dropped = range(1, padded).filter((column) => !starts.includes(column));
        return { dropped, squares: outside(padded, starts.length) };
      }),
      words: {
        en: {
          head: 'All columns in which no window starts were dropped.',
          text: ({ kernel, stride }) =>
            `A window is ${kernel} columns wide and moves by ${stride}, so between two starts every column is covered.`,
        },
        zh: {
          head: '把没有窗口从那里开始的列，也当成碰不到了。',
          text: ({ kernel, stride }) => `窗口宽${kernel}列，每次移动${stride}列，两个起点之间的列都被盖住了。`,
        },
      },
    },
    'kernel-forgotten': {
      ...wrongly((problem) => {
        const padded = paddedOf(problem);
        return { windows: Math.floor(padded / problem.stride), ...lastOnes(problem, padded % problem.stride) };
      }),
      words: {
        en: {
          head: 'The row was only divided by the stride.',
          text: (problem) =>
            `The window itself is ${problem.kernel} wide, so it can move by ${paddedOf(problem)} − ${problem.kernel} = ${roomOf(problem)} columns, and that is divided by ${problem.stride}.`,
        },
        zh: {
          head: '只是用列数除以了步长。',
          text: (problem) =>
            `窗口自己宽${problem.kernel}列，只能移动${paddedOf(problem)} − ${problem.kernel} = ${roomOf(problem)}列，要用它除以${problem.stride}。`,
        },
      },
    },
    'start-not-counted': {
      ...wrongly((problem) => ({
        windows: trueSize(problem) - 1,
        ...lastOnes(problem, restOf(problem) + problem.stride),
      })),
      working: (problem, part) => (part === 'windows' ? sizeLines(problem, { one: 'forgotten' }) : undefined),
      words: {
        en: {
          head: 'One place of the window was not counted.',
          text: (problem) =>
            `It also stands at the start, before its first step: that makes ${trueSize(problem)} places, and the last reaches to column ${paddedOf(problem) - restOf(problem)}.`,
        },
        zh: {
          head: '窗口少算了一个。',
          text: (problem) =>
            `它走${trueSize(problem) - 1}步，加上起点有${trueSize(problem)}个位置，最后一个到第${paddedOf(problem) - restOf(problem)}列。`,
        },
      },
    },
    'padding-does-not-count': {
      ...wrongly((problem) => {
        const { dropped } = truth(problem);
        const end = problem.input + problem.padding;
        return problem.padding === 0 ? undefined : { dropped: dropped.filter((column) => column <= end) };
      }),
      words: {
        en: {
          head: 'Columns of the padding were left out.',
          text: () => 'They are columns of the padded row like the others, and the question is about that row.',
        },
        zh: { head: '漏了属于填充的列。', text: () => '它们也是填充后这一行的列，题目问的就是这一行。' },
      },
    },
    'corner-counted-twice': {
      ...wrongly((problem) => (problem.square ? { squares: 2 * restOf(problem) * paddedOf(problem) } : undefined)),
      working: (problem, part) => (part === 'squares' ? twice(problem) : undefined),
      words: {
        en: {
          head: 'The corner was counted twice.',
          text: () =>
            'The dropped rows and the dropped columns cross: the squares there belong to both, and count once.',
        },
        zh: { head: '角上的格子数了两遍。', text: () => '没碰到的行和列有交叉，交叉处的格子只能算一次。' },
      },
    },
    'only-the-columns': {
      ...wrongly((problem) => (problem.square ? { squares: restOf(problem) * paddedOf(problem) } : undefined)),
      words: {
        en: {
          head: 'Only the columns were counted.',
          text: (problem) =>
            `In the same way the window leaves out the last ${restOf(problem) === 1 ? 'row' : `${restOf(problem)} rows`}.`,
        },
        zh: { head: '只算了列。', text: (problem) => `同样地，最下面${restOf(problem)}行也没有窗口碰到。` },
      },
    },
  },

  words: {
    en: {
      title: 'The columns that are dropped',
      task: (problem) =>
        `The kernel slides with this stride${problem.square ? ', to the right and downwards' : ' along a row'}${problem.padding === 0 ? ', no padding' : `, with ${problem.padding} column${problem.padding === 1 ? '' : 's'} of padding on either side${problem.square ? ' and as many rows above and below' : ''}`}. How many windows fit in a row? Which columns does no window touch? They are numbered from 1${problem.padding === 0 ? '' : `, the padding included: ${paddedOf(problem)} in all`}.${problem.square ? ' And how many squares of the padded input does no window touch?' : ''}`,
      hints: (problem) => [
        'Draw the row and lay the window on its first columns. Move it by the stride as long as it fits.',
        `The first window covers columns 1 to ${problem.kernel}, the next one ${1 + problem.stride} to ${problem.kernel + problem.stride}.`,
        `There are ${lineText(sizeLines(problem), 0)} windows. In which column does the last one end, and how long is the row?${problem.square ? ' The windows cover a square as wide as that column’s number.' : ''}`,
      ],
      steps: (problem) => stepsOf(problem, 'en'),
    },
    zh: {
      title: '碰不到的列',
      task: (problem) =>
        `卷积核按这个步长${problem.square ? '向右、向下滑动' : '在一行上滑动'}，${problem.padding === 0 ? '没有填充' : `左右各填充${problem.padding}列${problem.square ? `，上下也各填充${problem.padding}行` : ''}`}。一行放得下几个窗口？哪些列没有窗口碰到？列从1数起${problem.padding === 0 ? '' : `，填充也算在内，共${paddedOf(problem)}列`}。${problem.square ? '填充后的输入里，一共有几个格子没有窗口碰到？' : ''}`,
      hints: (problem) => [
        '把这一行画出来，窗口先放在最前面几列，再按步长移动，直到放不下为止。',
        `第一个窗口盖住第1到第${problem.kernel}列，下一个盖住第${1 + problem.stride}到第${problem.kernel + problem.stride}列。`,
        `一共有${lineText(sizeLines(problem), 0)}个窗口。最后一个到第几列为止？这一行有多长？${problem.square ? '所有窗口盖住一个正方形，它的边长就是那一列的编号。' : ''}`,
      ],
      steps: (problem) => stepsOf(problem, 'zh'),
    },
  },
};

/** The worked solution: the windows, where the last one ends, and what is left. */
function stepsOf(problem: DroppedColumns, locale: Locale): string[] {
  const { windows, dropped } = truth(problem);
  const { kernel, stride } = problem;
  const padded = paddedOf(problem);
  const length = problem.padding === 0 ? `${padded}` : `${problem.input} + 2 × ${padding(problem.padding)} = ${padded}`;
  const end = `(${windows} − 1) × ${stride} + ${kernel} = ${padded - restOf(problem)}`;
  const list = output(dropped.map((column) => format(column)).join(locale === 'en' ? ', ' : '、'));
  const squares = workingText(squaresWorking(problem));
  if (locale === 'en') {
    return [
      `The row is ${length} columns long. So ${workingText(sizeLines(problem))} windows fit.`,
      `The last one ends in column ${end}.`,
      `No window touches what comes after it: column${dropped.length === 1 ? '' : 's'} ${list}.`,
      ...(problem.square ? [`The windows cover the same in the height. Squares that none touches: ${squares}.`] : []),
    ];
  }
  return [
    `这一行长${length}列，放得下${workingText(sizeLines(problem))}个窗口。`,
    `最后一个到第${end}列为止。`,
    `后面的没有窗口碰到：第${list}列。`,
    ...(problem.square ? [`高的方向上也一样。没有窗口碰到的格子：${squares}。`] : []),
  ];
}

export default exercise;
