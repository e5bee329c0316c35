import type { Exercise, Part } from '@/exercises/kit/definition';

const both = (text: string) => ({ en: text, zh: `${text}（中）` });
const slip = (head: string) => ({ head, text: () => `${head} It is.` });

export interface Sample {
  readonly value: number;
}

const grid: Part = { id: 'grid', kind: 'grid', rows: 2, columns: 2, entry: 'integer', label: both('Grid') };

/** A small kind with a part of every sort, for tests of the kit: everything follows from one whole number. */
export const sample: Exercise<Sample> = {
  id: 'sample',
  lesson: 'none',
  levels: [1, 2, 3],
  generate: (random) => ({ value: random.integer(1, 9) }),
  given: ({ value }) => [{ kind: 'values', items: [{ label: both('Value'), value }] }],
  parts: () => [
    grid,
    { id: 'decimal', kind: 'number', entry: { places: 2 }, label: both('Decimal') },
    { id: 'fraction', kind: 'number', entry: 'fraction', label: both('Fraction') },
    { id: 'shape', kind: 'shape', axes: [both('height'), both('width')], label: both('Shape') },
    {
      id: 'choice',
      kind: 'choice',
      options: [
        { id: 'odd', label: both('odd') },
        { id: 'even', label: both('even') },
      ],
      label: both('Choice'),
    },
    {
      id: 'choices',
      kind: 'choices',
      options: [
        { id: 'small', label: both('small') },
        { id: 'large', label: both('large') },
      ],
      label: both('Choices'),
    },
  ],
  solve: ({ value }) => ({
    grid: [value, value + 1, value + 2, value + 3],
    decimal: [2 / 3],
    fraction: ['1/3'],
    shape: [value, 7],
    choice: [value % 2 === 0 ? 'even' : 'odd'],
    choices: ['yes', 'no'],
  }),
  working: ({ value }, part, index) =>
    part === 'grid' ? { lines: [[`${value}`, `+ ${index}`], [`${value + index}`]] } : undefined,
  misconceptions: {
    doubled: {
      answer: ({ value }) => ({ grid: [2 * value, 2 * value + 2, 2 * value + 4, 2 * value + 6] }),
      working: ({ value }, _, index) => ({
        lines: [[`2 × ${value}`, `+ 2 × ${index}`], [`${2 * (value + index)}`]],
      }),
      words: { en: slip('Doubled.'), zh: slip('翻倍了。') },
    },
    'doubled-too': {
      answer: ({ value }) => ({ grid: [2 * value, 2 * value + 2, 2 * value + 4, 2 * value + 6] }),
      words: { en: slip('Twice.'), zh: slip('两倍了。') },
    },
    negative: {
      answer: ({ value }) => ({ grid: [-value, -value - 1, -value - 2, -value - 3], shape: [-value, 7] }),
      words: { en: slip('Negative.'), zh: slip('变成负的了。') },
    },
    'cut-short': {
      answer: ({ value }) => ({ grid: [value + 5, undefined, undefined, undefined] }),
      words: { en: slip('Short.'), zh: slip('太短。') },
    },
    'thirds-rounded': {
      answer: () => ({ fraction: [Math.SQRT1_2] }),
      words: { en: slip('Root.'), zh: slip('根。') },
    },
    'does-not-fit': {
      answer: ({ value }) => ({ grid: [value / 2 + 0.25, 0, 0, 0] }),
      words: { en: slip('Halves.'), zh: slip('一半。') },
    },
    infinite: {
      answer: () => ({ decimal: [1 / 0] }),
      words: { en: slip('Infinite.'), zh: slip('无穷。') },
    },
  },
  words: {
    en: { title: 'Sample', task: () => 'Do it.', hints: () => ['One.', 'Two.'], steps: () => ['One.', 'Two.'] },
    zh: { title: '样例', task: () => '做吧。', hints: () => ['一。', '二。'], steps: () => ['一。', '二。'] },
  },
};
