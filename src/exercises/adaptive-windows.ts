import { adaptiveAveragePool2d, adaptiveWindows, fromRows, toRows } from '../core/index.ts';
import type { Locale } from '../state/locale.ts';
import type { Exercise, GridPart, Label, Matrix, Working } from './kit/definition.ts';
import { output, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  type AdaptiveWindows,
  answerBy,
  bounds,
  drawAdaptive,
  isMap,
  laid,
  trueWorking,
  windowsBy,
  windowsIn,
  written,
} from './shared/adaptive-pooling.ts';
import { columnsOf, rowsOf, rowTexts } from './shared/maps.ts';
import { names } from './shared/names.ts';
import { meanOf, meanWorking, sumWorking, total } from './shared/pooling.ts';

const exercise: Exercise<AdaptiveWindows> = {
  id: 'adaptive-windows',
  lesson: 'pooling',
  levels: [1, 2, 3],

  generate: drawAdaptive,

  given: (problem) => [
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: problem.cells },
    {
      kind: 'values',
      items: isMap(problem)
        ? [
            {
              label: { en: 'Input', zh: '输入' },
              value: sizeIn(rowsOf(problem.cells), columnsOf(problem.cells)),
              role: 'input',
            },
            { label: names.outputSize, value: sizeIn(...problem.outputs), role: 'output' },
          ]
        : [
            { label: { en: `Input ${I}`, zh: `输入${I}` }, value: columnsOf(problem.cells), role: 'input' },
            { label: { en: `Output ${O}`, zh: `输出${O}` }, value: problem.outputs[1], role: 'output' },
          ],
    },
  ],

  parts(problem) {
    const [rows, columns] = problem.outputs;
    const across = isMap(problem) ? { en: 'Windows across', zh: '横向的窗口' } : { en: 'Windows', zh: '窗口' };
    return [
      ...(isMap(problem) ? [windowsPart('rows', rows, { en: 'Windows downwards', zh: '纵向的窗口' })] : []),
      windowsPart('columns', columns, across),
      {
        id: 'averages',
        kind: 'grid',
        rows,
        columns,
        entry: 'fraction',
        role: 'output',
        label: { en: 'Averages', zh: '平均值' },
      },
    ];
  },

  solve(problem) {
    const averages = adaptiveAveragePool2d(fromRows([problem.cells]), problem.outputs);
    return { ...answerBy(problem, adaptiveWindows), averages: toRows(averages, 0).flat() };
  },

  working: trueWorking,

  misconceptions: {
    'equal-windows': {
      ...laid(
        windowsBy((index, size, count) => [index * Math.floor(size / count), (index + 1) * Math.floor(size / count)]),
      ),
      words: {
        en: {
          head: 'All windows are equal, and squares are left over.',
          text: () =>
            'Nothing may be left over: the last window ends at the edge. Where the sizes do not divide, the windows overlap.',
        },
        zh: {
          head: '窗口一样大，后面剩下了几格。',
          text: () => '一格也不能剩：最后一个窗口一直到边缘。除不尽的时候，窗口会有重叠。',
        },
      },
    },
    'end-rounded-down': {
      ...laid(
        windowsBy((index, size, count) => [
          Math.floor((index * size) / count),
          Math.floor(((index + 1) * size) / count),
        ]),
      ),
      words: {
        en: {
          head: 'The windows do not overlap.',
          text: () =>
            'Each of yours ends where the next one begins. The start is rounded down, but the end is rounded up: where the division leaves a remainder, two neighbours share a square.',
        },
        zh: {
          head: '终点向下取整了。',
          text: () =>
            '你的每个窗口，都在下一个开始的地方结束。起点向下取整，终点要向上取整：除不尽时，相邻的窗口共用一格。',
        },
      },
    },
    'start-rounded-up': {
      ...laid(
        windowsBy((index, size, count) => [Math.ceil((index * size) / count), Math.ceil(((index + 1) * size) / count)]),
      ),
      words: {
        en: {
          head: 'The starts were rounded up.',
          text: () => 'Only the end is rounded up. The start is rounded down.',
        },
        zh: { head: '起点向上取整了。', text: () => '只有终点向上取整，起点要向下取整。' },
      },
    },
    'output-as-window': {
      answer(problem) {
        const [size, count] = [columnsOf(problem.cells), problem.outputs[1]];
        if (isMap(problem) || count * count === size) return undefined;
        const windows = windowsBy((index) => [index * count, (index + 1) * count])(size, Math.floor(size / count));
        const values = windows.map(({ start, end }) => problem.cells[0]?.slice(start, end) ?? []);
        return {
          columns: bounds(windows).slice(0, 2 * count),
          averages: values.map((cells) => meanOf(cells, count)).slice(0, count),
        };
      },
      words: {
        en: {
          head: 'The output size was taken for the size of the window.',
          text: ({ outputs }) => `${outputs[1]} is how many windows there are, not how long they are.`,
        },
        zh: {
          head: '把输出的大小当成了窗口的大小。',
          text: ({ outputs }) => `${outputs[1]}是窗口的个数，不是窗口的长度。`,
        },
      },
    },
    'end-included': {
      ...written((value, isEnd) => (isEnd ? value - 1 : value)),
      words: {
        en: {
          head: 'The ends are the last squares of the windows.',
          text: () => 'The end asked for is the first square that no longer belongs to the window, one further on.',
        },
        zh: {
          head: '终点填成了窗口的最后一格。',
          text: () => '这里的终点，是窗口之后、不再属于它的第一格，要再往后一格。',
        },
      },
    },
    'counted-from-one': {
      ...written((value) => value + 1),
      words: {
        en: {
          head: 'You counted from 1.',
          text: () => 'Squares count from 0 here, as in code: the first window starts at 0.',
        },
        zh: { head: '你是从1数起的。', text: () => '这里和代码一样，格子从0数起：第一个窗口从0开始。' },
      },
    },
    'sum-for-mean': {
      answer: (problem) => ({ averages: windowsIn(problem, adaptiveWindows).map(total) }),
      working(problem, part, index) {
        if (part !== 'averages') return undefined;
        const values = windowsIn(problem, adaptiveWindows)[index] ?? [];
        return sumWorking(values);
      },
      words: {
        en: {
          head: 'The sums were not divided.',
          text: () => 'An average is the sum divided by how many numbers the window holds.',
        },
        zh: { head: '只求了和，没有除。', text: () => '平均值是和除以窗口里数的个数。' },
      },
    },
  },

  words: {
    en: {
      title: 'Windows of adaptive pooling',
      task: (problem) =>
        isMap(problem)
          ? `Adaptive average pooling makes a map of ${sizeIn(...problem.outputs).en} from this one. Where does each window start and end, downwards and across? Rows and columns count from 0; the end is the first one that no longer belongs to the window. Then fill in the averages.`
          : `Adaptive average pooling makes ${problem.outputs[1]} numbers from this row of ${columnsOf(problem.cells)}. Where does each window start and end? Squares count from 0; the end is the first one that no longer belongs to the window. Then fill in the averages.`,
      hints: (problem) => [
        `Number the windows ${i} = 0, 1, 2 and so on. Window ${i} starts at ${i} × ${I} / ${O} and ends at (${i} + 1) × ${I} / ${O}, for the input size ${I} and the output size ${O}.`,
        'Where that is no whole number, round the start down and the end up, so that no square is left out.',
        `The last window ${isMap(problem) ? 'across ' : ''}starts at ${lineText(lastStart(problem), 0)}, where ⌊ ⌋ rounds down, and ends at the edge.`,
      ],
      steps: (problem) => [
        `Window ${i} runs from ⌊${i} × ${I} / ${O}⌋ to ⌈(${i} + 1) × ${I} / ${O}⌉: the start rounded down, the end rounded up.`,
        ...windowSteps(problem, 'en'),
        ...windowsIn(problem, adaptiveWindows).map(
          (values, index) =>
            `Average in ${isMap(problem) ? `row ${Math.floor(index / problem.outputs[1]) + 1}, column ${(index % problem.outputs[1]) + 1}` : `place ${index + 1}`}: ${workingText(meanWorking(values, values.length))}.`,
        ),
        ...(isMap(problem)
          ? rowTexts(averagesOf(problem)).map((row, index) => `Row ${index + 1} of the output: ${output(row)}.`)
          : []),
      ],
    },
    zh: {
      title: '自适应池化的窗口',
      task: (problem) =>
        isMap(problem)
          ? `自适应平均池化把这张图变成${sizeIn(...problem.outputs).zh}的图。纵向和横向，每个窗口从哪里开始，到哪里结束？行和列从0数起；终点是不再属于窗口的第一格。再填出各个平均值。`
          : `自适应平均池化把这一行${columnsOf(problem.cells)}个数变成${problem.outputs[1]}个。每个窗口从哪里开始，到哪里结束？格子从0数起；终点是不再属于窗口的第一格。再填出各个平均值。`,
      hints: (problem) => [
        `给窗口编号：${i} = 0、1、2……输入大小为${I}，输出大小为${O}时，窗口${i}从${i} × ${I} / ${O}开始，到(${i} + 1) × ${I} / ${O}结束。`,
        '除不尽时，起点向下取整，终点向上取整，一格也不漏。',
        `${isMap(problem) ? '横向的' : ''}最后一个窗口从${lineText(lastStart(problem), 0)}开始（⌊ ⌋表示向下取整），到边缘结束。`,
      ],
      steps: (problem) => [
        `窗口${i}从⌊${i} × ${I} / ${O}⌋到⌈(${i} + 1) × ${I} / ${O}⌉：起点向下取整，终点向上取整。`,
        ...windowSteps(problem, 'zh'),
        ...windowsIn(problem, adaptiveWindows).map(
          (values, index) => `第${index + 1}个平均值：${workingText(meanWorking(values, values.length))}。`,
        ),
        ...(isMap(problem)
          ? rowTexts(averagesOf(problem)).map((row, index) => `输出的第${index + 1}行：${output(row)}。`)
          : []),
      ],
    },
  },
};

const [i, I, O] = [variable('i'), variable('I'), variable('O')];

const sizeIn = (rows: number, columns: number): Label => ({ en: `${rows} × ${columns}`, zh: `${rows}×${columns}` });

/** One row for each window: where it starts and where it ends. */
const windowsPart = (id: string, count: number, label: Label): GridPart => ({
  id,
  kind: 'grid',
  rows: count,
  columns: 2,
  entry: 'integer',
  label,
  rowNames: Array.from({ length: count }, (_, index) => ({ en: `window ${index}`, zh: `窗口${index}` })),
  columnNames: [
    { en: 'start', zh: '起点' },
    { en: 'end', zh: '终点' },
  ],
});

const averagesOf = (problem: AdaptiveWindows): Matrix =>
  toRows(adaptiveAveragePool2d(fromRows([problem.cells]), problem.outputs), 0);

const lastStart = (problem: AdaptiveWindows): Working =>
  trueWorking(problem, 'columns', 2 * problem.outputs[1] - 2) ?? { lines: [] };

/** The start and the end of every window with their calculations. */
function windowSteps(problem: AdaptiveWindows, locale: Locale): string[] {
  const parts = isMap(problem) ? (['rows', 'columns'] as const) : (['columns'] as const);
  return parts.flatMap((part) =>
    Array.from({ length: problem.outputs[part === 'rows' ? 0 : 1] }, (_, index) => {
      const [start, end] = [2 * index, 2 * index + 1].map(
        (field) => trueWorking(problem, part, field) ?? { lines: [] },
      );
      const calculated = [start, end].map((working) => (working === undefined ? '' : workingText(working)));
      const direction = {
        rows: { en: 'Downwards, w', zh: '纵向，' },
        columns: { en: isMap(problem) ? 'Across, w' : 'W', zh: isMap(problem) ? '横向，' : '' },
      }[part];
      return locale === 'en'
        ? `${direction.en}indow ${index}: start ${calculated[0]}, end ${calculated[1]}.`
        : `${direction.zh}窗口${index}：起点${calculated[0]}，终点${calculated[1]}。`;
    }),
  );
}

export default exercise;
