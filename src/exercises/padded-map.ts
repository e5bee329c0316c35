import { fromRows, type PaddingMode, pad2d, toRows } from '../core/index.ts';
import type { Exercise, Label, Matrix } from './kit/definition.ts';
import { output, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  asIf,
  cellWorking,
  gridsOf,
  mapAnswer,
  mapOf,
  mapParts,
  mapWorking,
  sizeText,
  sizeWorking,
} from './shared/convolution.ts';
import { drawMatrix, matrix, rowTexts, surrounded, turned } from './shared/maps.ts';

interface PaddedMap {
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly padding: 1;
  readonly paddingMode: Exclude<PaddingMode, 'circular'>;
}

const modeNames: Readonly<Record<PaddedMap['paddingMode'], Label>> = {
  zeros: { en: 'a ring of zeros', zh: '一圈零' },
  reflect: { en: 'reflect', zh: '镜像' },
  replicate: { en: 'replicate', zh: '边缘复制' },
};

const modeRules: Readonly<Record<PaddedMap['paddingMode'], Label>> = {
  zeros: { en: 'Every square of the ring is 0.', zh: '那一圈每一格都是0。' },
  reflect: {
    en: 'The edge is a mirror: the ring shows the row next to the edge, not the edge itself.',
    zh: '边缘是一面镜子：那一圈里是紧挨边缘、在它内侧的一行或一列，不是边缘本身。',
  },
  replicate: {
    en: 'The ring repeats the edge: each of its squares is the nearest square of the input.',
    zh: '那一圈重复边缘：每一格都等于输入中离它最近的一格。',
  },
};

const exercise: Exercise<PaddedMap> = {
  id: 'padded-map',
  lesson: 'padding',
  levels: [1, 2, 3],

  generate(random, level) {
    if (level === 1) {
      // A kernel of three weights, so that it can be done in the head.
      const places = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8]).slice(0, 3);
      const weights = matrix(3, 3, (row, column) => (places.includes(row * 3 + column) ? random.pick([1, 1, -1]) : 0));
      return { input: drawMatrix(random, 3, 3, 0, 3), kernel: weights, padding: 1, paddingMode: 'zeros' };
    }
    const size = level === 2 ? 4 : 3;
    return {
      input: drawMatrix(random, size, size, -2, 3),
      kernel: drawMatrix(random, 3, 3, -1, 1),
      padding: 1,
      paddingMode: level === 2 ? 'zeros' : random.pick(['reflect', 'replicate']),
    };
  },

  given: ({ input, kernel, paddingMode }) => [
    ...gridsOf({ input, kernel }),
    {
      kind: 'values',
      items: [
        { label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` }, value: 1, role: 'padding' },
        { label: { en: 'Mode', zh: '方式' }, value: modeNames[paddingMode], role: 'padding' },
      ],
    },
  ],

  parts: (problem) => mapParts(mapOf(problem)),

  solve: (problem) => mapAnswer(mapOf(problem), mapOf(problem)),

  working: (problem, part, index) => mapWorking(problem, problem, part, index),

  misconceptions: {
    'no-padding': {
      ...asIf((problem) => ({ ...problem, padding: 0 })),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () =>
            'With a ring around the input the window starts one square above and one square left of its corner.',
        },
        zh: { head: '漏了填充。', text: () => '输入外面有一圈，窗口要从左上角再往上一格、往左一格的地方开始。' },
      },
    },
    'padded-on-one-side': {
      ...asIf((problem) => ({ ...problem, input: surrounded(problem.input, { top: 1, left: 1 }), padding: 0 })),
      words: {
        en: {
          head: 'Padding was added on one side only.',
          text: () =>
            `${variable('P')} = 1 means one row above and one below, one column on the left and one on the right.`,
        },
        zh: { head: '只填充了一边。', text: () => `${variable('P')} = 1是上下各一行，左右各一列。` },
      },
    },
    'output-padded': {
      answer(problem) {
        const inner = mapOf({ ...problem, padding: 0 });
        return mapAnswer(surrounded(inner, { top: 1, left: 1, bottom: 1, right: 1 }), mapOf(problem));
      },
      words: {
        en: {
          head: 'A ring of zeros was put around the output.',
          text: () =>
            'The ring belongs around the input. The cells at the edge of the output are sums like all others.',
        },
        zh: {
          head: '零加在了输出的外面。',
          text: () => '它们应当放在输入的外面。输出边缘的格子和别的一样，也要算出来。',
        },
      },
    },
    'zeros-instead': {
      ...asIf((problem) => (problem.paddingMode === 'zeros' ? undefined : { ...problem, paddingMode: 'zeros' })),
      words: {
        en: {
          head: 'The ring was filled with zeros.',
          text: ({ paddingMode }) => `Here the mode is another. ${modeRules[paddingMode].en}`,
        },
        zh: { head: '那一圈填成了零。', text: ({ paddingMode }) => `这里不是零。${modeRules[paddingMode].zh}` },
      },
    },
    'other-mode': {
      ...asIf((problem) => {
        if (problem.paddingMode === 'zeros') return undefined;
        return { ...problem, paddingMode: problem.paddingMode === 'reflect' ? 'replicate' : 'reflect' };
      }),
      words: {
        en: { head: 'Reflect and replicate are mixed up.', text: ({ paddingMode }) => modeRules[paddingMode].en },
        zh: { head: '镜像和边缘复制弄混了。', text: ({ paddingMode }) => modeRules[paddingMode].zh },
      },
    },
    flipped: {
      ...asIf((problem) => ({ ...problem, kernel: turned(problem.kernel) })),
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () => 'It lies on the padded input as it is written, without a turn.',
        },
        zh: { head: '卷积核被翻转了。', text: () => '它照原样放在填充后的输入上，不要转。' },
      },
    },
  },

  words: {
    en: {
      title: 'Fill in the padded map',
      task: ({ paddingMode }) =>
        `Put ${paddingMode === 'zeros' ? 'a ring of zeros' : 'one ring of padding'} around the input, then slide the kernel over it, stride 1.${paddingMode === 'zeros' ? '' : ` The mode is ${modeNames[paddingMode].en}. ${modeRules[paddingMode].en}`} How large is the output? Fill it in.`,
      hints: (problem) => [
        'Draw the ring first: one row above, one below, one column on each side.',
        `The first window covers mostly the ring. ${modeRules[problem.paddingMode].en}`,
        `The size is ${lineText(sizeWorking(problem, 0), 0)} both ways. The first cell is ${lineText(first(problem), 0)}.`,
      ],
      steps: (problem) => [
        `The output is ${workingText(sizeWorking(problem, 0))} high and ${workingText(sizeWorking(problem, 1))} wide: ${output(sizeText(problem, ' × '))}.`,
        `With its ring the input reads, row by row: ${paddedRows(problem).join('; ')}. ${modeRules[problem.paddingMode].en}`,
        `The first window starts in the corner of the ring: ${workingText(first(problem))}.`,
        'Slide on, one square at a time, row after row.',
        ...rowTexts(mapOf(problem)).map((row, index) => `Row ${index + 1}: ${output(row)}.`),
      ],
    },
    zh: {
      title: '填出填充后的特征图',
      task: ({ paddingMode }) =>
        `先在输入外面加${paddingMode === 'zeros' ? '一圈零' : '一圈填充'}，再让卷积核在上面滑动，步长1。${paddingMode === 'zeros' ? '' : `填充方式是${modeNames[paddingMode].zh}。${modeRules[paddingMode].zh}`}输出有多大？把它填出来。`,
      hints: (problem) => [
        '先把那一圈画出来：上下各一行，左右各一列。',
        `第一个窗口盖住的大多是那一圈。${modeRules[problem.paddingMode].zh}`,
        `高和宽都是${lineText(sizeWorking(problem, 0), 0)}。第一格是${lineText(first(problem), 0)}。`,
      ],
      steps: (problem) => [
        `输出高${workingText(sizeWorking(problem, 0))}，宽${workingText(sizeWorking(problem, 1))}：${output(sizeText(problem, '×'))}。`,
        `加上一圈以后，输入逐行是：${paddedRows(problem).join('；')}。${modeRules[problem.paddingMode].zh}`,
        `第一个窗口从那一圈的角上开始：${workingText(first(problem))}。`,
        '一格一格向右滑，一行一行往下。',
        ...rowTexts(mapOf(problem)).map((row, index) => `第${index + 1}行：${output(row)}。`),
      ],
    },
  },
};

const first = (problem: PaddedMap) => cellWorking(problem, 0, 0) ?? { lines: [] };

/** The rows of the input with its ring. */
const paddedRows = ({ input: cells, padding: ring, paddingMode }: PaddedMap): string[] =>
  rowTexts(toRows(pad2d(fromRows([cells]), ring, paddingMode), 0));

export default exercise;
