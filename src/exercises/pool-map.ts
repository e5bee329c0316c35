import type { Block, Exercise, Working } from './kit/definition.ts';
import { input, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { rowTexts } from './shared/maps.ts';
import { names } from './shared/names.ts';
import { drawPooling, poolAnswer, poolMakes, poolWorking, sizesOf, windowsIn } from './shared/pool-maps.ts';
import { averageMap, maxMap, type Pooling, poolSizeWorking, sumWorking, total } from './shared/pooling.ts';

/** A wrong rule that pools in another way; `undefined` where it does not apply. */
const asIf = (change: (problem: Pooling) => Pooling | undefined) => ({
  answer(problem: Pooling) {
    const other = change(problem);
    return other && poolAnswer(other, problem);
  },
  working(problem: Pooling, part: string, index: number) {
    const other = change(problem);
    return other && poolWorking(other, problem, part, index);
  },
});

const hasNegative = (problem: Pooling): boolean => problem.input.flat().some((value) => value < 0);

/** The value furthest from 0, with its sign. */
const furthest = (values: readonly number[]): number =>
  values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);

/** How the mean treats the padding, where there is some. */
const paddingRule = {
  en: ({ countsPadding }: Pooling) =>
    countsPadding
      ? 'The mean counts the zeros of the padding: it always divides by all squares of the window.'
      : 'The mean leaves the padding out: it divides by the squares of the window that lie on the input.',
  zh: ({ countsPadding }: Pooling) =>
    countsPadding ? '平均时填充的零也算：总是除以窗口的全部格数。' : '平均时不算填充：只除以窗口落在输入上的格数。',
};

const exercise: Exercise<Pooling> = {
  id: 'pool-map',
  lesson: 'pooling',
  levels: [1, 2, 3],

  generate: drawPooling,

  given: (problem) => {
    const { window, stride, padding: rim, countsPadding } = problem;
    const grid: Block = { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: problem.input };
    const counted = {
      label: { en: 'Zeros of the padding in the mean', zh: '求平均时，填充的零' },
      value: countsPadding ? { en: 'count', zh: '算' } : { en: 'do not count', zh: '不算' },
    };
    return [
      grid,
      {
        kind: 'values',
        items: [
          { label: { en: 'Window', zh: '窗口' }, value: { en: `${window} × ${window}`, zh: `${window}×${window}` } },
          { label: { en: 'Stride', zh: '步长' }, value: stride },
          ...(rim === 0
            ? []
            : [{ label: { en: 'Padding', zh: '填充' }, value: rim, role: 'padding' } as const, counted]),
        ],
      },
    ];
  },

  parts(problem) {
    const [rows, columns] = sizesOf(problem);
    const size = { kind: 'grid', rows, columns, role: 'output' } as const;
    return [
      { id: 'shape', kind: 'shape', label: names.outputSize, axes: [names.height, names.width], role: 'output' },
      { ...size, id: 'max', entry: 'integer', label: { en: 'Max pooling', zh: '最大池化' } },
      { ...size, id: 'average', entry: 'fraction', label: { en: 'Average pooling', zh: '平均池化' } },
    ];
  },

  solve: (problem) => ({
    shape: sizesOf(problem),
    max: maxMap(problem).flat(),
    average: averageMap(problem).flat(),
  }),

  working: (problem, part, index) => poolWorking(problem, problem, part, index),

  misconceptions: {
    'largest-magnitude': {
      answer: (problem) =>
        hasNegative(problem) ? poolAnswer(problem, problem, { ...poolMakes, max: furthest }) : undefined,
      words: {
        en: {
          head: 'The minus signs were overlooked.',
          text: () => 'The maximum is the number furthest to the right on the number line: 1 is larger than −3.',
        },
        zh: { head: '没有看负号。', text: () => '最大值是数轴上最靠右的数：1比−3大。' },
      },
    },
    'sum-for-mean': {
      answer: (problem) => poolAnswer(problem, problem, { ...poolMakes, average: (values) => String(total(values)) }),
      working(problem, part, index) {
        if (part !== 'average') return undefined;
        return sumWorking(windowsIn(problem).flat()[index]?.values ?? []);
      },
      words: {
        en: {
          head: 'The sums were not divided.',
          text: ({ window }) =>
            `The mean is the sum divided by how many numbers there are, ${window} × ${window} in a whole window.`,
        },
        zh: {
          head: '只求了和，没有除。',
          text: ({ window }) => `平均值是和除以个数；一个完整的窗口里有${window} × ${window}个数。`,
        },
      },
    },
    'maps-exchanged': {
      answer(problem) {
        const { max = [], average = [] } = poolAnswer(problem, problem);
        return { max: average.map(Number), average: max };
      },
      words: {
        en: {
          head: 'The two maps are exchanged.',
          text: () => 'Max pooling keeps the largest number of each window, average pooling the mean.',
        },
        zh: { head: '两张图填反了。', text: () => '最大池化留下每个窗口里最大的数，平均池化留下平均值。' },
      },
    },
    'overlap-ignored': {
      ...asIf((problem) => (problem.stride === problem.window ? undefined : { ...problem, stride: problem.window })),
      words: {
        en: {
          head: 'The windows were laid side by side.',
          text: ({ window, stride }) =>
            `The stride is ${stride}: the next window starts ${stride} squares further on, although the window is ${window} wide, so they overlap.`,
        },
        zh: {
          head: '窗口被并排摆放了。',
          text: ({ window, stride }) =>
            `步长是${stride}：窗口宽${window}格，下一个窗口却只移${stride}格，所以它们有重叠。`,
        },
      },
    },
    'stride-ignored': {
      ...asIf((problem) => ({ ...problem, stride: 1 })),
      words: {
        en: {
          head: 'The window moved one square at a time.',
          text: ({ stride }) => `Here it moves ${stride} squares at a time, to the right and down.`,
        },
        zh: { head: '窗口每次只移了一格。', text: ({ stride }) => `这里向右、向下每次都移${stride}格。` },
      },
    },
    'padding-ignored': {
      ...asIf((problem) => (problem.padding === 0 ? undefined : { ...problem, padding: 0 })),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () => 'The first window starts on the ring: one square above and one left of the corner of the input.',
        },
        zh: { head: '漏了填充。', text: () => '第一个窗口从那一圈开始：比输入的左上角再往上一格、往左一格。' },
      },
    },
    'last-window-kept': {
      ...asIf((problem) => {
        const other = { ...problem, ceilMode: true };
        return String(sizesOf(other)) === String(sizesOf(problem)) ? undefined : other;
      }),
      words: {
        en: {
          head: 'A window was kept that hangs over the edge.',
          text: () => 'A window that does not fit into the padded input is left out: the size is rounded down.',
        },
        zh: { head: '保留了伸出边缘的窗口。', text: () => '放不进填充后输入的窗口要舍去：大小向下取整。' },
      },
    },
    'padding-in-the-maximum': {
      answer(problem) {
        if (problem.padding === 0) return undefined;
        const whole = problem.window * problem.window;
        const answers = windowsIn(problem)
          .flat()
          .map(({ values }) => Math.max(...values, ...(values.length < whole ? [0] : [])));
        return { max: answers };
      },
      words: {
        en: {
          head: 'A zero of the padding was taken for the maximum.',
          text: () => 'In max pooling the padding never wins: only numbers of the input count, negative ones too.',
        },
        zh: { head: '把填充的零当成了最大值。', text: () => '最大池化不看填充，只看输入里的数，哪怕都是负的。' },
      },
    },
    'mean-the-other-way': {
      ...asIf((problem) => (problem.padding === 0 ? undefined : { ...problem, countsPadding: !problem.countsPadding })),
      words: {
        en: {
          head: 'The means are divided by the wrong count.',
          text: (problem) => `${paddingRule.en(problem)} You did it the other way.`,
        },
        zh: { head: '平均时除数取错了。', text: (problem) => `${paddingRule.zh(problem)}你用的是另一种算法。` },
      },
    },
  },

  words: {
    en: {
      title: 'Max and average pooling',
      task: (problem) =>
        `Pool this map twice: once keep the largest number of each window, once the mean. How large is the output? Fill in both maps.${problem.padding === 0 ? '' : ` One ring of padding goes around the input. In the maximum the padding does not count, only numbers of the input do. ${paddingRule.en(problem)}`}`,
      hints: (problem) => [
        `The first window lies in the upper left corner${problem.padding === 0 ? '' : ' of the ring'}; the next one starts ${problem.stride} squares further on.`,
        `The height is ${lineText(poolSizeWorking(problem, 0), 0)}, where ⌊ ⌋ rounds down.`,
        `The first window holds ${firstValues(problem, ', ')}. Find the largest; for the mean, add them and divide by ${windowsIn(problem)[0]?.[0]?.counted}.`,
      ],
      steps: (problem) => [
        `The output is ${workingText(poolSizeWorking(problem, 0))} high and ${workingText(poolSizeWorking(problem, 1))} wide.`,
        ...(problem.padding === 0 ? [] : [`The padding is never the largest. ${paddingRule.en(problem)}`]),
        `First window, the largest: ${workingText(first(problem, 'max'))}. The mean: ${workingText(first(problem, 'average'))}.`,
        ...rowTexts(maxMap(problem)).map((row, index) => `Max pooling, row ${index + 1}: ${output(row)}.`),
        ...rowTexts(averageMap(problem)).map((row, index) => `Average pooling, row ${index + 1}: ${output(row)}.`),
      ],
    },
    zh: {
      title: '最大池化和平均池化',
      task: (problem) =>
        `对这张图做两种池化：一种留下每个窗口里最大的数，一种留下平均值。输出有多大？把两张图填出来。${problem.padding === 0 ? '' : `输入外面有一圈填充。求最大值时不看填充，只看输入里的数。${paddingRule.zh(problem)}`}`,
      hints: (problem) => [
        `第一个窗口在${problem.padding === 0 ? '' : '那一圈的'}左上角，下一个窗口要移${problem.stride}格。`,
        `高是${lineText(poolSizeWorking(problem, 0), 0)}，⌊ ⌋表示向下取整。`,
        `第一个窗口里是${firstValues(problem, '、')}。找出最大的；求平均，就加起来除以${windowsIn(problem)[0]?.[0]?.counted}。`,
      ],
      steps: (problem) => [
        `输出高${workingText(poolSizeWorking(problem, 0))}，宽${workingText(poolSizeWorking(problem, 1))}。`,
        ...(problem.padding === 0 ? [] : [`求最大值时不看填充。${paddingRule.zh(problem)}`]),
        `第一个窗口，最大的是${workingText(first(problem, 'max'))}，平均是${workingText(first(problem, 'average'))}。`,
        ...rowTexts(maxMap(problem)).map((row, index) => `最大池化，第${index + 1}行：${output(row)}。`),
        ...rowTexts(averageMap(problem)).map((row, index) => `平均池化，第${index + 1}行：${output(row)}。`),
      ],
    },
  },
};

const first = (problem: Pooling, part: string): Working => poolWorking(problem, problem, part, 0) ?? { lines: [] };

/** The numbers of the input in the first window. */
const firstValues = (problem: Pooling, comma: string): string =>
  (windowsIn(problem)[0]?.[0]?.values ?? []).map((value) => input(value)).join(comma);

export default exercise;
