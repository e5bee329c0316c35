import { oneHot, toRows } from '../core/index.ts';
import type { Answer, Block, Exercise, Values } from './kit/definition.ts';
import { output, strong } from './kit/text.ts';
import { rowTexts } from './shared/maps.ts';
import { classNamed } from './shared/names.ts';

interface OneHot {
  /** The classes in order of their index, each by its place in the list of all class names. */
  readonly classes: readonly number[];
  /** The index of the label's class, from 0. */
  readonly label: number;
  /** Whether the label is given by name, with the list of classes, or by its index. */
  readonly named: boolean;
  /** The index of the class of a second picture, whose vector is given; `null` where there is none. */
  readonly second: number | null;
}

/** The one-hot vector of a class. */
const vectorOf = ({ classes }: OneHot, index: number): readonly number[] =>
  toRows(oneHot([index], classes.length))[0] ?? [];

/** A vector whose places are filled one by one, from index 0. */
const filled = ({ classes }: OneHot, place: (index: number) => number): Answer => ({
  vector: classes.map((_, index) => place(index)),
});

const nameOf = ({ classes }: OneHot, index: number) => classNamed(classes[index] ?? 0);

/** The vector and, where one is asked for, the class index of the second picture. */
const asAnswer = (vector: Values, second: number | null): Answer => ({
  vector,
  ...(second === null ? {} : { index: [second] }),
});

const exercise: Exercise<OneHot> = {
  id: 'one-hot',
  lesson: 'classification',
  levels: [1, 2, 3],

  generate(random, level) {
    const count = level === 1 ? random.integer(3, 4) : level === 2 ? random.integer(5, 7) : random.integer(8, 10);
    const classes = random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, count);
    return {
      classes,
      label: random.integer(0, count - 1),
      named: level === 1 || (level === 3 && random.chance()),
      second: level === 3 ? random.integer(0, count - 1) : null,
    };
  },

  given(problem) {
    const { classes, label, named, second } = problem;
    const indices = { en: 'Classes, by their index', zh: '各类别及其编号' };
    const list: Block = { kind: 'list', label: indices, start: 0, items: classes.map(classNamed) };
    const labelName = { en: 'Label', zh: '标签' };
    const value: Block = {
      kind: 'values',
      items: named
        ? [{ label: labelName, value: nameOf(problem, label) }]
        : [
            { label: { en: 'Classes', zh: '类别数' }, value: classes.length },
            { label: { en: 'Label: class index', zh: '标签：类别编号' }, value: label },
          ],
    };
    const cells = second === null ? [] : [vectorOf(problem, second)];
    const vector: Block = { kind: 'grid', id: 'second', label: secondName, role: 'input', cells };
    return [...(named ? [list] : []), value, ...(second === null ? [] : [vector])];
  },

  parts: ({ classes, second }) => [
    {
      id: 'vector',
      kind: 'grid',
      rows: 1,
      columns: classes.length,
      entry: 'integer',
      role: 'output',
      label: { en: 'One-hot vector', zh: '独热编码' },
    },
    ...(second === null
      ? []
      : [
          {
            id: 'index',
            kind: 'number',
            entry: 'integer',
            label: { en: 'Class index of the second picture', zh: '第二张图的类别编号' },
          } as const,
        ]),
  ],

  solve: (problem) => asAnswer(vectorOf(problem, problem.label), problem.second),

  working: () => undefined,

  misconceptions: {
    'counted-from-one': {
      answer(problem) {
        const { label, second } = problem;
        if (label === 0) return undefined;
        return asAnswer(vectorOf(problem, label - 1), second === null ? null : second + 1);
      },
      words: {
        en: {
          head: 'You counted from 1.',
          text: ({ label }) =>
            `Class indices count from 0, as in code: the first place is index 0. So index ${label} is place ${label + 1}.`,
        },
        zh: {
          head: '你是从1数起的。',
          text: ({ label }) => `类别编号和代码里一样，从0数起：第一个位置是0号。所以${label}号是第${label + 1}个位置。`,
        },
      },
    },
    'index-as-value': {
      answer: (problem) => filled(problem, (index) => (index === problem.label ? index : 0)),
      words: {
        en: {
          head: 'The index stands in the vector as a value.',
          text: ({ label }) =>
            `The index says where, not how much: the place of index ${label} holds a 1. A class with a larger index is not more of anything.`,
        },
        zh: {
          head: '编号被当成数值填了进去。',
          text: ({ label }) => `编号说的是位置，不是大小：${label}号的位置上填1。编号大的类别，并不比别的更“大”。`,
        },
      },
    },
    inverted: {
      answer: (problem) => filled(problem, (index) => (index === problem.label ? 0 : 1)),
      words: {
        en: {
          head: 'Ones and zeros are swapped.',
          text: () => 'One-hot means that a single place is 1: that of the right class. All the others are 0.',
        },
        zh: { head: '0和1填反了。', text: () => '独热，就是只有一个位置是1：正确的那一类。其余都是0。' },
      },
    },
    'counted-from-the-right': {
      answer: (problem) => ({ vector: [...vectorOf(problem, problem.label)].reverse() }),
      words: {
        en: { head: 'You counted from the right.', text: () => 'Index 0 is the first place on the left.' },
        zh: { head: '你是从右边数起的。', text: () => '0号是最左边的位置。' },
      },
    },
    'ones-up-to-the-class': {
      answer: (problem) =>
        problem.label === 0 ? undefined : filled(problem, (index) => (index <= problem.label ? 1 : 0)),
      words: {
        en: {
          head: 'All classes up to the label have a 1.',
          text: () =>
            'That would say that a class contains those before it. Classes have no order: only the right one gets a 1.',
        },
        zh: {
          head: '标签之前的类别也都填了1。',
          text: () => '那等于说，一个类别包含它前面的类别。类别之间没有先后，只有正确的那一类填1。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'One-hot vector',
      task: (problem) =>
        `${problem.named ? `A picture shows a ${strong(nameOf(problem, problem.label).en)}.` : `There are ${problem.classes.length} classes, and a picture belongs to class ${problem.label}.`} Write its label as a one-hot vector, with one number for each class in the order of their indices. Class indices count from 0.${problem.second === null ? '' : ' The vector given is the label of a second picture: which class index is that?'}`,
      hints: (problem) => [
        'The vector says for each class whether it is the right one: 1 for yes, 0 for no.',
        `The first place belongs to index 0, the next to index 1. Which place belongs to ${problem.named ? nameOf(problem, problem.label).en : `index ${problem.label}`}?`,
        `${problem.named ? `Find the index of ${nameOf(problem, problem.label).en} in the list. ` : ''}Count the places from the left, beginning with 0: the 1 goes where you reach ${problem.named ? 'that index' : problem.label}.${problem.second === null ? '' : ' Count in the same way through the second vector until you meet its 1.'}`,
      ],
      steps: (problem) => [
        problem.named
          ? `In the list, ${nameOf(problem, problem.label).en} has index ${problem.label}.`
          : `The label has index ${problem.label}.`,
        `Counting from 0, index ${problem.label} is place ${problem.label + 1} from the left: the 1 goes there.`,
        `The other ${problem.classes.length - 1} places are 0: ${vectorText(problem, problem.label)}.`,
        ...(problem.second === null
          ? []
          : [
              `In the second vector the 1 stands in place ${problem.second + 1}, so its class has index ${output(problem.second)}.`,
            ]),
      ],
    },
    zh: {
      title: '独热编码',
      task: (problem) =>
        `${problem.named ? `一张图里是${strong(nameOf(problem, problem.label).zh)}。` : `共有${problem.classes.length}个类别，一张图属于${problem.label}号类别。`}把它的标签写成独热编码：每个类别对应一个数，按编号排列。类别编号从0数起。${problem.second === null ? '' : '给出的向量是第二张图的标签，它是几号类别？'}`,
      hints: (problem) => [
        '每个位置回答一个问题：是不是这一类？是就填1，不是就填0。',
        `第一个位置是0号，下一个是1号。${problem.named ? nameOf(problem, problem.label).zh : `${problem.label}号`}在哪个位置？`,
        `从左边数，第一个位置数作0。数到${problem.label}的位置，就填1。${problem.second === null ? '' : '用同样的数法数第二个向量，数到它的1为止。'}`,
      ],
      steps: (problem) => [
        problem.named
          ? `在列表里，${nameOf(problem, problem.label).zh}是${problem.label}号。`
          : `标签是${problem.label}号。`,
        `从0数起，${problem.label}号是从左数第${problem.label + 1}个位置，这里填1。`,
        `其余${problem.classes.length - 1}个位置都填0：${vectorText(problem, problem.label)}。`,
        ...(problem.second === null
          ? []
          : [`第二个向量的1在第${problem.second + 1}个位置，所以它是${output(problem.second)}号类别。`]),
      ],
    },
  },
};

const secondName = { en: 'Label of the second picture', zh: '第二张图的标签' };

const vectorText = (problem: OneHot, index: number): string => output(rowTexts([vectorOf(problem, index)])[0] ?? '');

export default exercise;
