import type { Answer, Exercise, Label, Matrix, Working } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, input, output, product } from './kit/text.ts';
import { productPieces, sumPieces, workingText } from './kit/working.ts';
import { cellWorking, mapOf, pairsOf } from './shared/convolution.ts';
import { cellAt, columnsOf, drawPicture, matrix, rowsOf, rowTexts, turned } from './shared/maps.ts';

interface FindPattern {
  readonly picture: Matrix;
  readonly pattern: Matrix;
}

/** A place on a map, counted from 0. */
type Place = readonly [row: number, column: number];

/** The one place of the map where the measure is largest; `undefined` where two places share it. */
function bestPlace(map: Matrix, measure: (value: number) => number = (value) => value): Place | undefined {
  const best = Math.max(...map.flat().map(measure));
  const places = map.flatMap((row, r) => row.flatMap((value, c): Place[] => (measure(value) === best ? [[r, c]] : [])));
  return places.length === 1 ? places[0] : undefined;
}

const setting = ({ picture, pattern }: FindPattern) => ({ input: picture, kernel: pattern });
const responses = (problem: FindPattern): Matrix => mapOf(setting(problem));
const truePlace = (problem: FindPattern): Place => bestPlace(responses(problem)) ?? [0, 0];

/** The answer that names a place, and a value there (the response, if not given). */
const naming = (problem: FindPattern, place: Place | undefined, value?: number): Answer | undefined =>
  place && {
    place: [place[0] + 1, place[1] + 1],
    value: [value ?? cellAt(responses(problem), place[0], place[1])],
  };

const trueAnswer = (problem: FindPattern): Answer => naming(problem, truePlace(problem)) ?? {};

const trueWorking = (problem: FindPattern): Working => {
  const [row, column] = truePlace(problem);
  return cellWorking(setting(problem), row, column) ?? { lines: [] };
};

/** The pattern with some of its squares turned over. */
function noisy(random: Random, pattern: Matrix, flips: number): Matrix {
  const all = pattern.flatMap((row, r) => row.map((_, c): Place => [r, c]));
  const flipped = random.shuffle(all).slice(0, flips);
  return pattern.map((row, r) =>
    row.map((value, c) => (flipped.some(([u, v]) => u === r && v === c) ? -value : value)),
  );
}

/** A picture with the pattern (or its like) in one place and nowhere else. */
function drawProblem(random: Random, size: number, flips: number): FindPattern {
  const pattern = drawPicture(random, 3, 3);
  const stamp = noisy(random, pattern, flips);
  const [top, left] = [random.integer(0, size - 3), random.integer(0, size - 3)];
  const ground = drawPicture(random, size, size);
  const picture = matrix(size, size, (row, column) => stamp[row - top]?.[column - left] ?? cellAt(ground, row, column));
  return { picture, pattern };
}

const rowAndColumn: readonly Label[] = [
  { en: 'row', zh: '行' },
  { en: 'column', zh: '列' },
];

const exercise: Exercise<FindPattern> = {
  id: 'find-pattern',
  lesson: 'convolution',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawProblem(random, level + 4, level - 1),
      (problem) => bestPlace(responses(problem)) !== undefined && new Set(problem.pattern.flat()).size === 2,
    ),

  given: ({ picture, pattern }) => [
    { kind: 'grid', id: 'input', label: { en: 'Picture', zh: '图' }, role: 'input', cells: picture, picture: true },
    { kind: 'grid', id: 'kernel', label: { en: 'Pattern', zh: '图案' }, role: 'kernel', cells: pattern, picture: true },
  ],

  parts: () => [
    {
      id: 'place',
      kind: 'grid',
      rows: 1,
      columns: 2,
      entry: 'integer',
      role: 'output',
      label: { en: 'Best place', zh: '最佳位置' },
      columnNames: rowAndColumn,
    },
    { id: 'value', kind: 'number', entry: 'integer', role: 'output', label: { en: 'Value there', zh: '那里的值' } },
  ],

  solve: trueAnswer,

  working: (problem, part) => (part === 'value' ? trueWorking(problem) : undefined),

  misconceptions: {
    'most-negative': {
      answer: (problem) =>
        naming(
          problem,
          bestPlace(responses(problem), (value) => -value),
        ),
      words: {
        en: {
          head: 'That is where it fits worst.',
          text: () =>
            'A large negative sum means that nearly every square is the opposite: the negative of the pattern.',
        },
        zh: {
          head: '这里最不像。',
          text: () => '这里的和负得最多：大多数格子正好相反，像是图案的底片。',
        },
      },
    },
    'brightest-patch': {
      answer: (problem) => naming(problem, bestPlace(mapOf({ input: problem.picture, kernel: matrix(3, 3, () => 1) }))),
      words: {
        en: {
          head: 'That is the patch with the most ones.',
          text: () => 'A fit is not brightness: where the pattern has −1, the picture should have −1 too.',
        },
        zh: {
          head: '这里只是1最多。',
          text: () => '像不像，不看亮不亮：图案是−1的地方，图上也应该是−1。',
        },
      },
    },
    'rows-and-columns-swapped': {
      answer(problem) {
        const [row, column] = truePlace(problem);
        if (row === column) return undefined;
        return naming(problem, [column, row], cellAt(responses(problem), row, column));
      },
      words: {
        en: {
          head: 'Row and column are swapped.',
          text: () => 'The row counts downwards, the column to the right. The row comes first.',
        },
        zh: { head: '行和列弄反了。', text: () => '行从上往下数，列从左往右数，先写行。' },
      },
    },
    'counted-from-zero': {
      answer(problem) {
        const [row, column] = truePlace(problem);
        return naming(problem, [row - 1, column - 1], cellAt(responses(problem), row, column));
      },
      words: {
        en: { head: 'Counted from 0.', text: () => 'The place is right, but here rows and columns count from 1.' },
        zh: { head: '你是从0数起的。', text: () => '位置找对了，不过这里行和列都从1数起。' },
      },
    },
    'middle-of-window': {
      answer(problem) {
        const [row, column] = truePlace(problem);
        return naming(problem, [row + 1, column + 1], cellAt(responses(problem), row, column));
      },
      words: {
        en: {
          head: 'That is the middle of the window.',
          text: () => 'The place is right, but it is named by the upper left corner of the window.',
        },
        zh: { head: '这是窗口的中心。', text: () => '位置找对了，不过这里要填窗口左上角的行和列。' },
      },
    },
    'matches-counted': {
      answer(problem) {
        const [row, column] = truePlace(problem);
        const agreeing = (cellAt(responses(problem), row, column) + 9) / 2;
        return agreeing === 9 ? undefined : naming(problem, [row, column], agreeing);
      },
      working(problem, part) {
        if (part !== 'value') return undefined;
        const pairs = pairsOf(setting(problem), ...truePlace(problem));
        const counted = pairs.map(([x, w]) => (x === w ? 1 : 0));
        const sum = counted.filter((count) => count === 1).length;
        return { lines: [productPieces(pairs), sumPieces(counted).map((piece) => product(piece)), [format(sum)]] };
      },
      words: {
        en: {
          head: 'Only the squares that agree were counted.',
          text: () => 'Each square that differs takes 1 away: agreeing squares minus differing ones.',
        },
        zh: { head: '只数了相同的格子。', text: () => '每个不同的格子还要减1：相同的格数减去不同的格数。' },
      },
    },
    flipped: {
      answer(problem) {
        const map = responses({ ...problem, pattern: turned(problem.pattern) });
        const place = bestPlace(map);
        return place && naming(problem, place, cellAt(map, place[0], place[1]));
      },
      words: {
        en: {
          head: 'The pattern was turned upside down.',
          text: () => 'Lay it on the picture as it is drawn, without turning it.',
        },
        zh: { head: '图案被转了半圈。', text: () => '照原样放在图上，不要转。' },
      },
    },
  },

  words: {
    en: {
      title: 'Find the pattern',
      task: () =>
        'Lay the pattern on the picture, multiply square by square and add up. Where does it fit best: where is the sum of the nine products largest? Name the row and column of the window’s upper left corner, counted from 1, and the sum.',
      hints: (problem) => [
        'Squares that agree give 1, squares that differ give −1. Look for a place where nearly all agree.',
        'Take a row of the pattern that is easy to see, and look for it in the picture.',
        `At the best place the window covers ${topRow(problem)} in its top row. Find these three in the picture, and check the two rows below them.`,
      ],
      steps: (problem) => [
        `There are ${rowsOf(responses(problem))} × ${columnsOf(responses(problem))} places for the window. At each one, count the squares that agree and take away those that differ.`,
        `All sums, place by place: ${rowTexts(responses(problem)).join('; ')}.`,
        `The largest is in row ${output(truePlace(problem)[0] + 1)}, column ${output(truePlace(problem)[1] + 1)}.`,
        `There ${workingText(trueWorking(problem))}.`,
      ],
    },
    zh: {
      title: '找图案',
      task: () => '图案放在图上哪里最合适，也就是九个乘积的和最大？写出窗口左上角的行和列（从1数起），以及这个和。',
      hints: (problem) => [
        '相同的格子得1，不同的得−1。找一找几乎全都相同的地方。',
        '挑图案里最好认的一行，先在图上找到它。',
        `在最合适的位置，窗口最上面一行盖住的是${topRow(problem)}。在图上找到这三格，再对照下面两行。`,
      ],
      steps: (problem) => [
        `窗口有${rowsOf(responses(problem))}×${columnsOf(responses(problem))}个位置。每个位置上，用相同的格数减去不同的格数。`,
        `各个位置的和：${rowTexts(responses(problem)).join('；')}。`,
        `最大的在第${output(truePlace(problem)[0] + 1)}行第${output(truePlace(problem)[1] + 1)}列。`,
        `那里的和是${workingText(trueWorking(problem))}。`,
      ],
    },
  },
};

/** What the window's top row covers at the best place. */
function topRow(problem: FindPattern): string {
  const [row, column] = truePlace(problem);
  return input([0, 1, 2].map((v) => format(cellAt(problem.picture, row, column + v))).join(', '));
}

export default exercise;
