import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Matrix, Values } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { factor, format, kernel, output, product } from './kit/text.ts';
import { mapOf } from './shared/convolution.ts';
import { cellAt, drawMatrix, drawPicture, matrix, rowTexts } from './shared/maps.ts';
import { convolved } from './shared/names.ts';

/** What the entries must obey besides being −1, 0 or 1. */
type Limit =
  | { readonly kind: 'none' }
  | { readonly kind: 'balanced' }
  | { readonly kind: 'few'; readonly most: number };

interface DesignKernel {
  readonly a: Matrix;
  readonly b: Matrix;
  readonly limit: Limit;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What each entry is worth: A − B, row by row. */
const worths = ({ a, b }: DesignKernel): number[] => a.flat().map((value, index) => value - (b.flat()[index] ?? 0));

/** The signs of some worths; where only few entries are allowed, of the largest ones. */
function signs(values: readonly number[], limit: Limit): number[] {
  const ranked = values.map((_, index) => index).sort((i, j) => Math.abs(values[j] ?? 0) - Math.abs(values[i] ?? 0));
  const kept = limit.kind === 'few' ? ranked.slice(0, limit.most) : ranked;
  return values.map((value, index) => (kept.includes(index) ? Math.sign(value) : 0));
}

const isEntry = (value: unknown): value is number => value === -1 || value === 0 || value === 1;

/**
 * A best kernel that keeps what was typed where that makes no difference: in the squares where A and B are equal. In a
 * balanced kernel those squares must bring the sum to 0, so as many of them as needed are changed, empty ones first.
 */
function bestKernel(problem: DesignKernel, typed: Values): number[] {
  const values = worths(problem);
  const best = signs(values, problem.limit);
  if (problem.limit.kind === 'few') return best;
  const free = values.flatMap((value, index) => (value === 0 ? [index] : []));
  for (const index of free) {
    const entry = typed[index];
    best[index] = isEntry(entry) ? entry : 0;
  }
  if (problem.limit.kind === 'none') return best;
  const changeable = [
    ...free.filter((index) => !isEntry(typed[index])),
    ...free.filter((index) => isEntry(typed[index])),
  ];
  for (const index of changeable) {
    const entry = best[index] ?? 0;
    best[index] = Math.max(-1, Math.min(1, entry - sum(best)));
  }
  return best;
}

/** How many squares speak for 1, for −1, and for neither. */
function counts(problem: DesignKernel): { plus: number; minus: number; free: number } {
  const values = worths(problem);
  const [plus, minus] = [values.filter((value) => value > 0).length, values.filter((value) => value < 0).length];
  return { plus, minus, free: values.length - plus - minus };
}

/** Whether there is a clear best kernel of the kind that the level asks for. */
function isGood(problem: DesignKernel): boolean {
  const { plus, minus, free } = counts(problem);
  if (problem.limit.kind === 'none') return plus + minus >= 5;
  if (problem.limit.kind === 'balanced') return plus !== minus && free >= 3 && Math.abs(plus - minus) < free;
  const sizes = worths(problem)
    .map(Math.abs)
    .sort((i, j) => j - i);
  return (sizes[problem.limit.most - 1] ?? 0) > (sizes[problem.limit.most] ?? 0);
}

function draw(random: Random, level: 1 | 2 | 3): DesignKernel {
  if (level === 3) {
    const patch = () => drawMatrix(random, 3, 3, -2, 3);
    return { a: patch(), b: patch(), limit: { kind: 'few', most: 4 } };
  }
  const picture = () => drawPicture(random, 3, 3);
  return { a: picture(), b: picture(), limit: { kind: level === 1 ? 'none' : 'balanced' } };
}

const entries = (values: readonly number[]): Answer => ({ kernel: values.map((value) => value + 0) });
const asMatrix = (values: readonly number[]): Matrix => matrix(3, 3, (row, column) => values[row * 3 + column] ?? 0);

/** The response of a kernel to a patch of its own size. */
const response = (patch: Matrix, weights: Matrix): number => cellAt(mapOf({ input: patch, kernel: weights }), 0, 0);

const exercise: Exercise<DesignKernel> = {
  id: 'design-kernel',
  lesson: 'convolution',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => draw(random, level), isGood),

  given: ({ a, b, limit }) => [
    {
      kind: 'grid',
      id: 'a',
      label: { en: 'Patch A', zh: '图块A' },
      role: 'input',
      cells: a,
      picture: limit.kind !== 'few',
    },
    {
      kind: 'grid',
      id: 'b',
      label: { en: 'Patch B', zh: '图块B' },
      role: 'input',
      cells: b,
      picture: limit.kind !== 'few',
    },
    convolved,
  ],

  parts: () => [
    {
      id: 'kernel',
      kind: 'grid',
      rows: 3,
      columns: 3,
      entry: 'integer',
      role: 'kernel',
      label: { en: 'Your kernel', zh: '你的卷积核' },
    },
  ],

  solve: (problem) => entries(bestKernel(problem, [])),

  nearest: (problem, _, typed) => bestKernel(problem, typed),

  working: () => undefined,

  misconceptions: {
    'responds-to-both': {
      answer(problem) {
        const shared = problem.a.flat().map((value, index) => value + (problem.b.flat()[index] ?? 0));
        return entries(signs(shared, problem.limit));
      },
      words: {
        en: {
          head: 'This kernel responds to what A and B share.',
          text: () =>
            'What both have raises both sums alike, and the difference stays small. Only squares where they differ tell them apart.',
        },
        zh: {
          head: '这个卷积核响应的是A和B共有的部分。',
          text: () => '共有的部分让两个和一起变大，差还是很小。只有不同的格子才能区分它们。',
        },
      },
    },
    'only-a': {
      answer: ({ a, limit }) => (limit.kind === 'none' ? undefined : entries(signs(a.flat(), limit))),
      words: {
        en: {
          head: 'This kernel looks at A alone.',
          text: ({ limit }) =>
            limit.kind === 'balanced'
              ? 'It gives the largest response to A, but its entries do not add up to 0. Use the squares where A and B are equal to balance it.'
              : 'Its largest entries may sit where B is large too. What counts in each square is A − B.',
        },
        zh: {
          head: '这个卷积核只看了A。',
          text: ({ limit }) =>
            limit.kind === 'balanced'
              ? '它对A的响应最大，但九个数加起来不是0。用A和B相同的那些格子把它配平。'
              : 'A大的地方，B也可能大。每一格要看的是A − B。',
        },
      },
    },
    opposite: {
      answer: (problem) => entries(bestKernel(problem, []).map((value) => -value)),
      words: {
        en: {
          head: 'This kernel prefers B.',
          text: () => 'Every sign is the wrong way round: the response to B minus that to A is as large as it can be.',
        },
        zh: { head: '这个卷积核偏向B。', text: () => '正负全反了：它让对B的响应减去对A的响应最大。' },
      },
    },
    flipped: {
      answer: (problem) => entries([...bestKernel(problem, [])].reverse()),
      words: {
        en: {
          head: 'The kernel is turned by half a turn.',
          text: () => 'It lies on the patch as it is written: its upper left entry meets the upper left square.',
        },
        zh: { head: '卷积核转了半圈。', text: () => '它照原样放在图块上：左上角的数对着左上角的格子。' },
      },
    },
    'limit-ignored': {
      answer: (problem) =>
        problem.limit.kind === 'none' ? undefined : entries(signs(worths(problem), { kind: 'none' })),
      words: {
        en: {
          head: 'The rule for the entries is not kept.',
          text: ({ limit }) =>
            limit.kind === 'few'
              ? `Each sign helps, but only ${limit.most} entries may differ from 0: keep those that help most.`
              : 'The signs are right, but the nine entries do not add up to 0. The squares where A and B are equal are free to balance them.',
        },
        zh: {
          head: '没有遵守对这些数的要求。',
          text: ({ limit }) =>
            limit.kind === 'few'
              ? `每个正负号都有用，但只能有${limit.most}个数不是0：留下最有用的。`
              : '正负号都对，但九个数加起来不是0。A和B相同的格子可以用来配平。',
        },
      },
    },
    'difference-itself': {
      answer: (problem) => entries(worths(problem)),
      words: {
        en: {
          head: 'The entries are too large.',
          text: () => 'A − B has the right signs, but an entry is −1, 0 or 1.',
        },
        zh: { head: '填的数太大了。', text: () => 'A − B的正负号是对的，但只能填−1、0或1。' },
      },
    },
  },

  words: {
    en: {
      title: 'Design a kernel',
      task: ({ limit }) =>
        `Fill in a kernel that tells A from B: its response to A minus its response to B should be as large as it can be. The response is the sum of the nine products. Each entry is −1, 0 or 1.${limitText(limit, 'en')}`,
      hints: ({ limit }) => [
        'An entry adds its product with A and takes away its product with B. Each square can be looked at by itself.',
        'Where A is larger than B, a positive entry helps; where it is smaller, a negative one; where they are equal, the entry changes nothing.',
        {
          none: 'Mark the squares where A and B differ. In each of them the sign of A − B decides.',
          balanced:
            'Fill the squares where A and B differ first, and add up what you have. Then use the other squares to bring the sum to 0.',
          few: 'Work out A − B for all nine squares, and keep those that are farthest from 0.',
        }[limit.kind],
      ],
      steps: (problem) => [
        `A − B, row by row: ${rowTexts(asMatrix(worths(problem))).join('; ')}.`,
        {
          none: 'Each entry takes the sign of its difference. Where that is 0, any entry will do.',
          balanced: `Squares that ask for 1: ${counts(problem).plus}; for −1: ${counts(problem).minus}. The squares with 0 are free, so they bring the sum to 0.`,
          few: 'The four differences farthest from 0 keep their signs, and all other entries are 0.',
        }[problem.limit.kind],
        ...kernelRows(problem).map((row, index) => `Row ${index + 1}: ${kernel(row)}.`),
        `Run it: the response to A is ${responses(problem).a}, to B ${responses(problem).b}, and ${responses(problem).difference}. No kernel does better.`,
      ],
    },
    zh: {
      title: '设计卷积核',
      task: ({ limit }) =>
        `填一个能区分A和B的卷积核：它对A的响应（九个乘积的和）减去对B的响应要尽可能大。每个数只能是−1、0或1。${limitText(limit, 'zh')}`,
      hints: ({ limit }) => [
        '每个数会加上它与A的乘积，减去它与B的乘积。每一格可以单独考虑。',
        'A比B大的地方，填正数有好处；A比B小的地方，填负数有好处；相等的地方，填什么都一样。',
        {
          none: '标出A和B不同的格子，在这些格子里，A − B的正负号说了算。',
          balanced: '先填A和B不同的格子，把已填的加起来，再用其余的格子让总和变成0。',
          few: '九格都算出A − B，留下离0最远的几个。',
        }[limit.kind],
      ],
      steps: (problem) => [
        `A − B逐行是：${rowTexts(asMatrix(worths(problem))).join('；')}。`,
        {
          none: '每个数取差的正负号；差是0的地方，填什么都可以。',
          balanced: `有${counts(problem).plus}格要填1，${counts(problem).minus}格要填−1。差是0的格子可以随意，用它们让总和变成0。`,
          few: '离0最远的四个差保留正负号，其余都填0。',
        }[problem.limit.kind],
        ...kernelRows(problem).map((row, index) => `第${index + 1}行：${kernel(row)}。`),
        `算一算：对A的响应是${responses(problem).a}，对B是${responses(problem).b}，${responses(problem).difference}。没有更好的卷积核了。`,
      ],
    },
  },
};

function limitText(limit: Limit, locale: Locale): string {
  if (limit.kind === 'none') return '';
  if (limit.kind === 'balanced') {
    return locale === 'en'
      ? ' The nine entries must add up to 0, so that a patch of nine equal squares gives 0.'
      : '九个数加起来必须是0，这样单色的图块得到0。';
  }
  return locale === 'en' ? ` At most ${limit.most} entries may differ from 0.` : `最多只能有${limit.most}个数不是0。`;
}

const kernelRows = (problem: DesignKernel): string[] => rowTexts(asMatrix(bestKernel(problem, [])));

/** What the best kernel gives. */
function responses(problem: DesignKernel) {
  const weights = asMatrix(bestKernel(problem, []));
  const [a, b] = [response(problem.a, weights), response(problem.b, weights)];
  return { a: product(a), b: product(b), difference: `${format(a)} − ${factor(b)} = ${output(a - b)}` };
}

export default exercise;
