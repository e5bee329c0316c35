import { topK } from '../core/index.ts';
import type { Answer, Exercise, Label, Level, Part } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, input, output, variable } from './kit/text.ts';
import { names } from './shared/names.ts';

interface TopK {
  /** One score for each class; no two have the same size. */
  readonly scores: readonly number[];
  /** How many of the best classes are asked for. */
  readonly k: 3 | 5;
  /** The index of the right class, where the task asks how the prediction counts; else `null`. */
  readonly label: number | null;
}

/** The indices of all classes, the largest score first. */
const ranking = (scores: readonly number[]): number[] => topK(scores, scores.length);

/** How a prediction counts: the best class is right, one of the best k, or none of them. */
function verdict(order: readonly number[], { k, label }: TopK): 'top-1' | 'top-k' | 'none' {
  const place = label === null ? -1 : order.indexOf(label);
  if (place === 0) return 'top-1';
  return place > 0 && place < k ? 'top-k' : 'none';
}

/** The answer of who ranks the classes in this order. */
const fromOrder = (order: readonly number[], problem: TopK): Answer => ({
  argmax: order.slice(0, 1),
  top: order.slice(0, problem.k),
  verdict: [verdict(order, problem)],
});

const best = ({ scores, k }: TopK): number[] => topK(scores, k);

/** The answer whose list of the best classes is another; argmax and verdict are right. */
const withTop = (top: readonly number[]): Answer => ({ top });

/** Scores of different sizes, most of them above 0. */
function drawScores(random: Random, level: Level): number[] {
  if (level === 1) return random.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 5);
  const count = level === 2 ? 7 : 10;
  const sizes = Array.from({ length: level === 2 ? 12 : 24 }, (_, index) => index + 1);
  const signed = random.shuffle(sizes).slice(0, count);
  return signed.map((size) => (random.chance(0.4) ? -size : size));
}

const ordinals: readonly Label[] = [
  { en: '1st', zh: '第1名' },
  { en: '2nd', zh: '第2名' },
  { en: '3rd', zh: '第3名' },
  { en: '4th', zh: '第4名' },
  { en: '5th', zh: '第5名' },
];

const verdictPart = (k: number): Part => ({
  id: 'verdict',
  kind: 'choice',
  label: { en: 'The prediction counts as', zh: '这次预测' },
  options: [
    { id: 'top-1', label: { en: `right for top-1 and for top-${k}`, zh: `top-1和top-${k}都算对` } },
    { id: 'top-k', label: { en: `right for top-${k} only`, zh: `只有top-${k}算对` } },
    { id: 'none', label: { en: 'wrong for both', zh: '都算错' } },
  ],
});

const exercise: Exercise<TopK> = {
  id: 'top-k',
  lesson: 'classification',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => {
        const scores = drawScores(random, level);
        if (level < 3) return { scores, k: 3, label: null };
        const order = ranking(scores);
        const place = random.pick([0, random.integer(1, 4), random.integer(1, 4), random.integer(5, 7)]);
        return { scores, k: 5, label: order[place] ?? 0 };
      },
      ({ scores, k }) => scores.filter((score) => score > 0).length >= k,
    ),

  given: ({ scores, k, label }) => [
    {
      kind: 'grid',
      id: 'scores',
      label: names.scores,
      role: 'input',
      cells: [scores],
      columnNames: scores.map((_, index) => ({ en: String(index), zh: String(index) })),
    },
    ...(label === null
      ? []
      : [
          {
            kind: 'values',
            items: [
              { label: { en: 'Right class', zh: '正确类别' }, value: label },
              { label: { en: variable('k'), zh: variable('k') }, value: k },
            ],
          } as const,
        ]),
  ],

  parts: ({ k, label }) => [
    { id: 'argmax', kind: 'number', entry: 'integer', label: { en: 'Argmax', zh: 'argmax' }, role: 'output' },
    {
      id: 'top',
      kind: 'grid',
      rows: 1,
      columns: k,
      entry: 'integer',
      role: 'output',
      label: { en: `Top ${k}, best first`, zh: `前${k}名，从高到低` },
      columnNames: ordinals.slice(0, k),
    },
    ...(label === null ? [] : [verdictPart(k)]),
  ],

  solve: (problem) => fromOrder(ranking(problem.scores), problem),

  working: () => undefined,

  misconceptions: {
    'largest-magnitude': {
      answer(problem) {
        if (problem.scores.every((score) => score >= 0)) return undefined;
        return fromOrder(ranking(problem.scores.map(Math.abs)), problem);
      },
      words: {
        en: {
          head: 'The minus signs were overlooked.',
          text: ({ scores }) =>
            `A negative score is smaller than any positive one: ${format(Math.min(...scores))} is the smallest of all here.`,
        },
        zh: {
          head: '没有看负号。',
          text: ({ scores }) => `负的得分比任何正的都小：${format(Math.min(...scores))}是这里最小的。`,
        },
      },
    },
    smallest: {
      answer: (problem) => fromOrder(ranking(problem.scores).reverse(), problem),
      words: {
        en: {
          head: 'These are the smallest scores.',
          text: () => 'A score says how strongly the network favours a class: the largest comes first.',
        },
        zh: { head: '这些是最小的得分。', text: () => '得分越高，越支持这个类别：最大的排第一。' },
      },
    },
    'order-of-places': {
      answer: (problem) => withTop(best(problem).toSorted((a, b) => a - b)),
      words: {
        en: {
          head: 'The right classes, in the order of their indices.',
          text: () => 'Best first: the class with the largest score stands first, wherever it is in the list.',
        },
        zh: {
          head: '类别找对了，但是按编号排的。',
          text: () => '要从高到低排：得分最大的排第一，不管它在列表里的什么位置。',
        },
      },
    },
    'worst-first': {
      answer: (problem) => withTop(best(problem).reverse()),
      words: {
        en: { head: 'The order is the wrong way round.', text: () => 'The class with the largest score stands first.' },
        zh: { head: '顺序排反了。', text: () => '得分最大的类别排第一。' },
      },
    },
    'scores-for-indices': {
      answer({ scores, k }) {
        const sorted = ranking(scores).map((index) => scores[index]);
        return { argmax: sorted.slice(0, 1), top: sorted.slice(0, k) };
      },
      words: {
        en: {
          head: 'These are the scores themselves.',
          text: () => 'What is asked is which class has them: the index above the score.',
        },
        zh: { head: '这些是得分本身。', text: () => '问的是得分属于哪个类别，也就是得分上面的编号。' },
      },
    },
    'counted-from-one': {
      answer: (problem) => ({
        argmax: ranking(problem.scores)
          .slice(0, 1)
          .map((index) => index + 1),
        top: best(problem).map((index) => index + 1),
      }),
      words: {
        en: { head: 'You counted from 1.', text: () => 'Class indices count from 0: the first score has index 0.' },
        zh: { head: '你是从1数起的。', text: () => '类别编号从0数起：第一个得分是0号。' },
      },
    },
    'only-first-counts': {
      answer: (problem) => (verdict(ranking(problem.scores), problem) === 'top-k' ? { verdict: ['none'] } : undefined),
      words: {
        en: {
          head: 'Only the first place was looked at.',
          text: ({ k }) => `For top-${k} it is enough that the right class is anywhere among the best ${k}.`,
        },
        zh: { head: '只看了第1名。', text: ({ k }) => `对top-${k}来说，正确类别在前${k}名里就算对。` },
      },
    },
  },

  words: {
    en: {
      title: 'Argmax and the top k',
      task: ({ k, label }) =>
        `A network gave these scores, one for each class; above each stands the index of its class, counted from 0. Which class has the largest score (the argmax)? Which ${k} have the largest, best first? Answer with indices.${label === null ? '' : ` The right class is ${label}: does the prediction count as right for top-1 (the argmax alone), and for top-${k} (any of the ${k})?`}`,
      hints: ({ scores, k, label }) => [
        scores.some((score) => score < 0)
          ? 'Larger means further to the right on the number line: negative scores come last.'
          : 'Find the largest score, and read the index above it.',
        'Cross out the largest, then look for the largest of the rest, and so on.',
        `The ${k} largest scores begin with ${sortedText({ scores, k, label }, 2)}. Read off the index of each.${label === null ? '' : ` Then look where ${label} stands in your list.`}`,
      ],
      steps: (problem) => [
        `The largest scores, best first: ${sortedText(problem, problem.k)}.`,
        `The argmax is the index of the first: ${output(ranking(problem.scores)[0] ?? 0)}.`,
        `The top ${problem.k}: ${indicesText(problem)}.`,
        ...(problem.label === null ? [] : [verdictText(problem).en]),
      ],
    },
    zh: {
      title: 'argmax和前k名',
      task: ({ k, label }) =>
        `网络给每个类别打了一个得分，得分上方是类别编号，从0数起。哪个类别得分最大（argmax）？得分最大的${k}个是哪些，从高到低排？请填编号。${label === null ? '' : `正确类别是${label}号：这次预测按top-1算对吗？按top-${k}呢？`}`,
      hints: ({ scores, k, label }) => [
        scores.some((score) => score < 0)
          ? '在数轴上越靠右越大，负的得分排在最后。'
          : '找到最大的得分，看它上面的编号。',
        '把最大的划掉，再在剩下的里面找最大的，依此类推。',
        `得分最大的${k}个，前两个是${sortedText({ scores, k, label }, 2, '、')}。查出每一个的编号。${label === null ? '' : `再看${label}号排在第几。`}`,
      ],
      steps: (problem) => [
        `最大的得分从高到低是：${sortedText(problem, problem.k, '、')}。`,
        `argmax是第一个的编号：${output(ranking(problem.scores)[0] ?? 0)}。`,
        `前${problem.k}名：${indicesText(problem)}。`,
        ...(problem.label === null ? [] : [verdictText(problem).zh]),
      ],
    },
  },
};

/** The largest scores in order. */
const sortedText = ({ scores }: TopK, count: number, comma = ', '): string =>
  topK(scores, count)
    .map((index) => input(scores[index] ?? 0))
    .join(comma);

const indicesText = (problem: TopK): string =>
  output(
    best(problem)
      .map((index) => format(index))
      .join(', '),
  );

/** Where the right class stands, and what follows. */
function verdictText(problem: TopK): Label {
  const { k, label } = problem;
  const order = ranking(problem.scores);
  const place = order.indexOf(label ?? 0) + 1;
  const counts = verdict(order, problem);
  return {
    en: `Class ${label} has place ${place}: ${
      {
        'top-1': `right for top-1, and so for top-${k} too`,
        'top-k': `right for top-${k} only`,
        none: 'wrong for both',
      }[counts]
    }.`,
    zh: `${label}号排第${place}：${{ 'top-1': `top-1和top-${k}都算对`, 'top-k': `只有top-${k}算对`, none: '都算错' }[counts]}。`,
  };
}

export default exercise;
