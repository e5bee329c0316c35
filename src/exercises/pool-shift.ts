import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Label, Matrix, Part } from './kit/definition.ts';
import { output } from './kit/text.ts';
import { rowTexts } from './shared/maps.ts';
import { names } from './shared/names.ts';
import {
  changes,
  drawShift,
  type Kind,
  kindsOf,
  largestOf,
  measures,
  moved,
  movedLeft,
  naming,
  outputName,
  outputSize,
  type PoolShift,
  windowChange,
  windowStory,
} from './shared/shifted-pools.ts';

const truth = (problem: PoolShift): Answer => naming(problem, (kind) => changes(problem, kind));

/** The same verdict for every output. */
const everywhere = (verdict: boolean) => (problem: PoolShift) =>
  naming(problem, (kind) => changes(problem, kind).map(() => verdict));

/** The story of the first window where an answer errs, told of max pooling where it errs there. */
function firstError(problem: PoolShift, answer: Answer): Label {
  const right = truth(problem);
  for (const kind of kindsOf(problem)) {
    const index = right[kind]?.findIndex((value, place) => value !== (answer[kind] ?? right[kind])?.[place]) ?? -1;
    if (index >= 0) return windowStory(problem, kind, index);
  }
  return { en: '', zh: '' };
}

/** A wrong rule; what it says of it is followed by the first window where it errs. */
const wrongly = (
  answer: (problem: PoolShift) => Answer | undefined,
  en: { head: string; text: string },
  zh: { head: string; text: string },
) => ({
  answer,
  words: {
    en: { head: en.head, text: (problem: PoolShift) => `${en.text} ${firstError(problem, answer(problem) ?? {}).en}` },
    zh: { head: zh.head, text: (problem: PoolShift) => `${zh.text}${firstError(problem, answer(problem) ?? {}).zh}` },
  },
});

/** A wrong rule about max pooling alone. */
const inMax =
  (change: (largest: { before: number; entering: number; staying: number }) => boolean) => (problem: PoolShift) =>
    naming(problem, (kind) => (kind === 'max' ? largestOf(problem).map(change) : changes(problem, kind)));

const exercise: Exercise<PoolShift> = {
  id: 'pool-shift',
  lesson: 'pooling',
  levels: [1, 2, 3],

  generate: drawShift,

  given: ({ map, entering, window, stride }) => [
    {
      kind: 'grid',
      id: 'entering',
      label: { en: 'Column that enters', zh: '移进来的一列' },
      role: 'padding',
      cells: entering.map((value) => [value]),
    },
    { kind: 'sign', sign: '→' },
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: map },
    {
      kind: 'values',
      items: [
        { label: { en: 'Window', zh: '窗口' }, value: { en: `${window} × ${window}`, zh: `${window}×${window}` } },
        { label: { en: 'Stride', zh: '步长' }, value: stride },
      ],
    },
  ],

  parts: (problem) =>
    kindsOf(problem).map(
      (kind): Part => ({
        id: kind,
        kind: 'choices',
        label: changeNames[kind],
        columns: outputSize(problem)[1],
        options: changes(problem, kind).map((_, index) => ({
          id: `output-${index + 1}`,
          label: outputName(problem, index),
        })),
      }),
    ),

  solve: truth,

  working: () => undefined,

  misconceptions: {
    'all-change': wrongly(
      everywhere(true),
      { head: 'Not every output changes.', text: 'Different numbers in a window can make the same output.' },
      { head: '以为每个输出都会变。', text: '窗口里的数变了，输出不一定变。' },
    ),
    'none-change': wrongly(
      everywhere(false),
      { head: 'Some outputs do change.', text: 'Pooling forgives a small move, but not always.' },
      { head: '以为一个输出也不会变。', text: '池化对小的移动不敏感，但并非总是如此。' },
    ),
    'only-the-edge': wrongly(
      (problem) =>
        naming(problem, (kind) => changes(problem, kind).map((_, index) => index % outputSize(problem)[1] === 0)),
      {
        head: 'You looked only where the new column enters.',
        text: 'All numbers move, so every window loses a column on its right and gains one on its left.',
      },
      { head: '只看了新的一列进来的地方。', text: '所有的数都移动了，每个窗口都在右边少一列，左边多一列。' },
    ),
    'leaving-forgotten': wrongly(
      inMax(({ before, entering }) => entering > before),
      {
        head: 'You looked only at what enters the windows.',
        text: 'What leaves counts too: where the largest number leaves a window, its maximum can fall.',
      },
      { head: '只看了移进窗口的数。', text: '移出去的也要看：最大的数移出窗口，最大值就可能变小。' },
    ),
    'entering-forgotten': wrongly(
      inMax(({ before, staying }) => staying < before),
      {
        head: 'You looked only at what leaves the windows.',
        text: 'What enters counts too: a larger number makes a larger maximum, and one as large as the lost one makes up for it.',
      },
      { head: '只看了移出窗口的数。', text: '移进来的也要看：更大的数会让最大值变大；和移走的一样大，就正好补上。' },
    ),
    'poolings-exchanged': wrongly(
      (problem) =>
        problem.withAverage
          ? naming(problem, (kind) => changes(problem, kind === 'max' ? 'average' : 'max'))
          : undefined,
      {
        head: 'The two poolings are exchanged.',
        text: 'Max pooling looks at the largest number, average pooling at the sum.',
      },
      { head: '两种池化弄反了。', text: '最大池化看最大的数，平均池化看和。' },
    ),
    'other-direction': wrongly(
      (problem) => naming(problem, (kind) => changes(problem, kind, movedLeft(problem))),
      {
        head: 'The map was moved to the left.',
        text: 'It moves to the right: the new column is now the first, and the last one is gone.',
      },
      { head: '移动的方向反了。', text: '应当向右移：新的一列排在最前面，最后一列没有了。' },
    ),
  },

  words: {
    en: {
      title: 'Pooling after a small move',
      task: ({ withAverage }) =>
        `The whole input moves one square to the right: the column on the left enters, and the last column leaves. The windows stay where they are. Which outputs of max pooling change${withAverage ? ', and which of average pooling' : ''}? Tick them.${withAverage ? ' Rows and columns are those of the output and count from 1.' : ' The outputs count from the left.'}`,
      hints: (problem) => [
        'Write the input down again after the move.',
        `Every window loses the column on its right and gains one on its left. Max pooling: has the largest number changed?${problem.withAverage ? ' Average pooling: has the sum changed?' : ''}`,
        `${windowChange(problem, 'max', 0).en}. Compare the largest numbers, here and in the other windows.`,
      ],
      steps: (problem) => [
        `After the move the input reads, row by row: ${rowTexts(moved(problem)).join('; ')}.`,
        ...kindsOf(problem).flatMap((kind) => [
          `${kind === 'max' ? 'The largest numbers' : 'For average pooling, the sums'} of the windows were ${mapText(problem, problem.map, kind, '; ')} and are ${mapText(problem, moved(problem), kind, '; ')}.`,
          `So these outputs change: ${changed(problem, kind, 'en', '; ')}.`,
        ]),
      ],
    },
    zh: {
      title: '稍微移动后的池化',
      task: ({ withAverage }) =>
        `整个输入向右移一格：给出的一列从左边移进来，最后一列移出去。窗口的位置不动。最大池化的哪些输出会变？${withAverage ? '平均池化呢？' : ''}请勾选。${withAverage ? '行和列指输出的行和列，从1数起。' : '输出从左往右数。'}`,
      hints: (problem) => [
        '先把移动后的输入写出来。',
        `每个窗口都在右边少一列，左边多一列。最大池化：最大的数变了吗？${problem.withAverage ? '平均池化：和变了吗？' : ''}`,
        `${windowChange(problem, 'max', 0).zh}。比一比最大的数，再看其他窗口。`,
      ],
      steps: (problem) => [
        `移动后，输入逐行是：${rowTexts(moved(problem)).join('；')}。`,
        ...kindsOf(problem).flatMap((kind) => [
          `${kind === 'max' ? '各窗口里最大的数' : '平均池化看各窗口的和'}，移动前是${mapText(problem, problem.map, kind, '；')}，移动后是${mapText(problem, moved(problem), kind, '；')}。`,
          `所以${kind === 'max' ? '最大池化' : '平均池化'}变了的输出是：${changed(problem, kind, 'zh', '、')}。`,
        ]),
      ],
    },
  },
};

const changeNames: Readonly<Record<Kind, Label>> = {
  max: { en: 'Max pooling: outputs that change', zh: '最大池化：变了的输出' },
  average: { en: 'Average pooling: outputs that change', zh: '平均池化：变了的输出' },
};

/** The largest numbers or the sums of all windows, row by row. */
const mapText = (problem: PoolShift, cells: Matrix, kind: Kind, between: string): string =>
  rowTexts(measures(problem, cells, kind)).join(between);

/** The names of the outputs that change. */
const changed = (problem: PoolShift, kind: Kind, locale: Locale, comma: string): string =>
  changes(problem, kind)
    .flatMap((isChanged, index) => (isChanged ? [output(outputName(problem, index)[locale])] : []))
    .join(comma);

export default exercise;
