import { inputUsage } from '../core/index.ts';
import type { Answer, Exercise, Label, Level, Working } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output, padding, strong, variable } from './kit/text.ts';
import { shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';
import { range } from './shared/options.ts';
import { allPlaces, holding, outsideText, type Place, startsOf } from './shared/window-places.ts';

/** A pixel, counted from 1. */
interface Pixel {
  readonly row: number;
  readonly column: number;
}

interface PixelUse {
  readonly rows: number;
  readonly columns: number;
  /** The height and width of the kernel. */
  readonly kernel: number;
  readonly padding: number;
  /** One pixel, or three. */
  readonly pixels: readonly Pixel[];
}

const down = (problem: PixelUse, pixel: Pixel): Place => ({ ...problem, place: pixel.row, size: problem.rows });
const across = (problem: PixelUse, pixel: Pixel): Place => ({ ...problem, place: pixel.column, size: problem.columns });

const trueUses = (problem: PixelUse): number[] => {
  const { rows, columns, kernel: size, padding: rim } = problem;
  const uses = inputUsage([rows, columns], { kernel: size, padding: rim });
  return problem.pixels.map(({ row, column }) => uses.data[(row - 1) * columns + column - 1] ?? 0);
};

const asAnswer = (uses: readonly number[]): Answer => ({ uses });

const productWorking = (rows: number, columns: number): Working => ({
  lines: [[format(rows), `× ${format(columns)}`], [format(rows * columns)]],
});

const trueWorking = (problem: PixelUse, index: number): Working | undefined => {
  const pixel = problem.pixels[index];
  if (pixel === undefined) return undefined;
  const window = { grid: 'input', row: pixel.row - 1, column: pixel.column - 1, rows: 1, columns: 1 };
  return { ...productWorking(holding(down(problem, pixel)), holding(across(problem, pixel))), windows: [window] };
};

/** A wrong rule that counts the places of the window in one direction otherwise; not applied where that makes no difference. */
const counting = (places: (place: Place) => number, applies: (problem: PixelUse) => boolean = () => true) => ({
  answer(problem: PixelUse) {
    const uses = problem.pixels.map((pixel) => places(down(problem, pixel)) * places(across(problem, pixel)));
    return applies(problem) && !isRight(uses, problem) ? asAnswer(uses) : undefined;
  },
  working(problem: PixelUse, _: string, index: number) {
    const pixel = problem.pixels[index];
    return pixel && productWorking(places(down(problem, pixel)), places(across(problem, pixel)));
  },
});

const isRight = (uses: readonly number[], problem: PixelUse): boolean =>
  trueUses(problem).every((value, index) => value === uses[index]);

const isPadded = ({ padding: rim }: PixelUse): boolean => rim > 0;

const isAtTheEdge = ({ rows, columns }: PixelUse, { row, column }: Pixel): boolean =>
  row === 1 || row === rows || column === 1 || column === columns;

function draw(random: Random, level: Level): PixelUse {
  const [rows, columns] = [random.integer(5, 7), random.integer(level === 3 ? 5 : 4, 7)];
  const size = random.pick(level === 1 ? [2, 3] : level === 2 ? [2, 3, 3, 4] : [3, 3, 4, 5]);
  const rim = level < 3 ? 0 : random.integer(1, Math.min(2, size - 1));
  const all = range(1, rows).flatMap((row) => range(1, columns).map((column) => ({ row, column })));
  const pixels = random.shuffle(all).slice(0, level === 1 ? 1 : 3);
  return { rows, columns, kernel: size, padding: rim, pixels };
}

/** Some pixel at the edge, and where there are three, not all used equally often. */
const isGood = (problem: PixelUse): boolean =>
  problem.pixels.some((pixel) => isAtTheEdge(problem, pixel)) &&
  (problem.pixels.length === 1 || new Set(trueUses(problem)).size > 1);

const letters: readonly Label[] = ['A', 'B', 'C'].map((letter) => ({ en: letter, zh: letter }));
const letterAt = (index: number): string => letters[index]?.en ?? '';

const exercise: Exercise<PixelUse> = {
  id: 'pixel-use',
  lesson: 'padding',
  levels: [1, 2, 3],

  generate: (random, level) => drawUntil(() => draw(random, level), isGood),

  given: ({ rows, columns, kernel: size, padding: rim, pixels }) => [
    {
      kind: 'grid',
      id: 'input',
      label: names.input,
      role: 'input',
      cells: range(1, rows).map((row) =>
        range(1, columns).map((column) => {
          const index = pixels.findIndex((pixel) => pixel.row === row && pixel.column === column);
          return index < 0 ? '' : strong(letterAt(index));
        }),
      ),
    },
    {
      kind: 'values',
      items: [
        { label: names.kernel, value: shapeIn([size, size]), role: 'kernel' },
        {
          label: { en: `Padding ${variable('P')}`, zh: `填充${variable('P')}` },
          value: rim === 0 ? { en: 'none', zh: '没有' } : rim,
          role: 'padding',
        },
      ],
    },
  ],

  parts: ({ pixels }) => {
    const label = { en: 'Windows', zh: '窗口个数' };
    if (pixels.length === 1) return [{ id: 'uses', kind: 'number', entry: 'integer', label, role: 'output' }];
    return [
      { id: 'uses', kind: 'grid', rows: 1, columns: 3, entry: 'integer', label, role: 'output', columnNames: letters },
    ];
  },

  solve: (problem) => asAnswer(trueUses(problem)),

  working: (problem, _, index) => trueWorking(problem, index),

  misconceptions: {
    'every-pixel-in-all-places': {
      ...counting((place) => place.kernel),
      words: {
        en: {
          head: 'Not every pixel is in that many windows.',
          text: (problem) =>
            `${timesText(problem.kernel)} windows hold a pixel only where it can be in every place of the window. Near an edge the window cannot reach so far.`,
        },
        zh: {
          head: '以为每个像素都有一样多的窗口盖住。',
          text: (problem) =>
            `只有像素能落在窗口里的每个位置上，才有${timesText(problem.kernel)}个窗口盖住它。靠近边缘时，窗口到不了那么远。`,
        },
      },
    },
    'all-windows-counted': {
      ...counting(allPlaces),
      words: {
        en: {
          head: 'These are all the windows there are.',
          text: () => 'So many numbers does the output have. Only some of the windows lie over the pixel.',
        },
        zh: { head: '这是全部窗口的个数。', text: () => '输出就有这么多个数；但只有一部分窗口盖住这个像素。' },
      },
    },
    'directions-added': {
      answer(problem) {
        const uses = problem.pixels.map((pixel) => holding(down(problem, pixel)) + holding(across(problem, pixel)));
        return isRight(uses, problem) ? undefined : asAnswer(uses);
      },
      working(problem, _, index) {
        const pixel = problem.pixels[index];
        if (pixel === undefined) return undefined;
        const [rows, columns] = [holding(down(problem, pixel)), holding(across(problem, pixel))];
        return { lines: [[format(rows), `+ ${format(columns)}`], [format(rows + columns)]] };
      },
      words: {
        en: {
          head: 'The two directions were added.',
          text: () => 'Each place in the height goes with each place in the width: the numbers are multiplied.',
        },
        zh: { head: '两个方向加起来了。', text: () => '上下的每个位置都可以配左右的每个位置，应该相乘。' },
      },
    },
    'one-direction-only': {
      answer(problem) {
        const uses = problem.pixels.map((pixel) => holding(across(problem, pixel)));
        return isRight(uses, problem) ? undefined : asAnswer(uses);
      },
      words: {
        en: {
          head: 'Only the places from left to right were counted.',
          text: () => 'The window also moves up and down, and each of those places counts with each of these.',
        },
        zh: { head: '只数了左右方向的位置。', text: () => '窗口还能上下移动，上下的每个位置都要配上左右的每个位置。' },
      },
    },
    'window-without-end': {
      ...counting(({ place, size, padding: rim }) => Math.min(place, size - place + 1) + rim),
      words: {
        en: {
          head: 'Some of these windows do not reach the pixel.',
          text: (problem) =>
            `A window is only ${problem.kernel} long, so in each direction at most ${problem.kernel} of its places hold a pixel.`,
        },
        zh: {
          head: '把够不到这个像素的窗口也算了。',
          text: (problem) => `窗口只有${problem.kernel}格长，每个方向上最多${problem.kernel}个位置能盖住同一个像素。`,
        },
      },
    },
    'far-edge-forgotten': {
      ...counting(({ place, kernel: window, padding: rim }) => Math.min(place + rim, window)),
      words: {
        en: {
          head: 'The edge below or on the right was forgotten.',
          text: () => 'A window may not hang over any of the four edges. Count its places near those two as well.',
        },
        zh: { head: '漏了下边或右边的边缘。', text: () => '四条边窗口都不能伸出去，靠近下边和右边时也要数一数。' },
      },
    },
    'padding-ignored': {
      ...counting((place) => holding({ ...place, padding: 0 }), isPadded),
      words: {
        en: {
          head: 'The padding was ignored.',
          text: ({ padding: rim }) =>
            `The window may hang over each edge by ${padding(rim)}, so pixels at the edge are in more windows.`,
        },
        zh: {
          head: '漏了填充。',
          text: ({ padding: rim }) => `窗口在每条边上都可以伸出去${padding(rim)}格，所以边上的像素有更多窗口盖住。`,
        },
      },
    },
    'ring-taken-for-the-edge': {
      ...counting(
        ({ place, size, kernel: window, padding: rim }) =>
          holding({ place, size: size + 2 * rim, kernel: window, padding: 0 }),
        isPadded,
      ),
      words: {
        en: {
          head: 'The rows and columns were counted from the corner of the padding.',
          text: ({ padding: rim }) =>
            `The letters stand in the input itself. In the padded input they lie ${padding(rim)} further down and ${padding(rim)} further to the right.`,
        },
        zh: {
          head: '行和列是从填充的角上数起的。',
          text: ({ padding: rim }) =>
            `字母标在输入本身上。在填充后的输入里，它们还要往下${padding(rim)}格、往右${padding(rim)}格。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Who looks at this pixel?',
      task: (problem) =>
        `The kernel slides over the input, stride 1${isPadded(problem) ? `, with ${problem.padding} square${problem.padding === 1 ? '' : 's'} of padding on every side` : ', no padding'}. How many of its windows lie over ${problem.pixels.length === 1 ? 'the pixel A' : 'the pixel A, how many over B and how many over C'}?`,
      hints: (problem) => [
        'Take the directions one by one. From top to bottom, in how many places of the window is the pixel in it? And from left to right?',
        `In the height the window is ${problem.kernel} rows long. ${isPadded(problem) ? `It may hang over the edge by ${problem.padding}, and no further.` : 'It may not hang over the edge.'}`,
        `For A, the window can start in ${startsOf(down(problem, pixelA(problem)), 'row').en} and in ${startsOf(across(problem, pixelA(problem)), 'column').en}${outsideText(problem.padding).en}. Each goes with each.`,
      ],
      steps: (problem) => [
        endOf(problem).en,
        ...problem.pixels.map((pixel, index) => stepOf(problem, pixel, index).en),
      ],
    },
    zh: {
      title: '有几个窗口看到它',
      task: (problem) =>
        `卷积核在输入上滑动，步长1，${isPadded(problem) ? `四周都填充${problem.padding}格` : '没有填充'}。${problem.pixels.length === 1 ? '有几个窗口盖住像素A？' : '盖住像素A、B、C的窗口各有几个？'}`,
      hints: (problem) => [
        '两个方向分开看：要盖住这个像素，窗口上下有几个位置？左右有几个？',
        `窗口上下长${problem.kernel}行，${isPadded(problem) ? `可以伸出边缘${problem.padding}格，不能再多。` : '不能伸出边缘。'}`,
        `对A来说，窗口最上面一行可以是${startsOf(down(problem, pixelA(problem)), 'row').zh}，最左边一列可以是${startsOf(across(problem, pixelA(problem)), 'column').zh}${outsideText(problem.padding).zh}。每一种都可以互相搭配。`,
      ],
      steps: (problem) => [
        endOf(problem).zh,
        ...problem.pixels.map((pixel, index) => stepOf(problem, pixel, index).zh),
      ],
    },
  },
};

const timesText = (size: number): string => `${size} × ${size} = ${size * size}`;

const pixelA = ({ pixels: [first = { row: 1, column: 1 }] }: PixelUse): Pixel => first;

/** The worked count for one pixel. */
function stepOf(problem: PixelUse, pixel: Pixel, index: number): Label {
  const [vertical, horizontal] = [down(problem, pixel), across(problem, pixel)];
  const [rows, columns] = [holding(vertical), holding(horizontal)];
  const name = letterAt(index);
  return {
    en: `${name} is in row ${pixel.row}, column ${pixel.column}. The window can start in ${startsOf(vertical, 'row').en} and in ${startsOf(horizontal, 'column').en}: ${rows} × ${columns} = ${output(rows * columns)}.`,
    zh: `${name}在第${pixel.row}行第${pixel.column}列。窗口最上面一行可以是${startsOf(vertical, 'row').zh}（${rows}个位置），最左边一列可以是${startsOf(horizontal, 'column').zh}（${columns}个位置）：${rows} × ${columns} = ${output(rows * columns)}。`,
  };
}

/** What limits the places of the window. */
const endOf = (problem: PixelUse): Label => ({
  en: `The window is ${problem.kernel} long in each direction and ${isPadded(problem) ? `hangs over an edge by ${problem.padding} at most${outsideText(problem.padding).en}` : 'stays inside the input'}; that limits where it can start.`,
  zh: `窗口每个方向长${problem.kernel}格，${isPadded(problem) ? `最多伸出边缘${problem.padding}格${outsideText(problem.padding).zh}` : '不能伸出输入'}，所以只能从这些地方开始。`,
});

export default exercise;
