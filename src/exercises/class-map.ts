import type { Answer, Block, Exercise, Part } from './kit/definition.ts';
import { format, input, kernel, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  answerBy,
  averaged,
  type CamRules,
  type ClassMap,
  drawClassMap,
  meanOfMap,
  softened,
  sumOfMap,
  trueAnswer,
  trueRules,
  winnerOf,
  workingBy,
} from './shared/class-maps.ts';
import { columnsOf, rowsOf, rowTexts } from './shared/maps.ts';
import { classNamed, names } from './shared/names.ts';

const isSame = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A wrong rule that works out maps and scores in another way; `undefined` where it makes no difference. */
const wrongly = (changed: Partial<CamRules>) => ({
  answer(problem: ClassMap) {
    const answer = answerBy({ ...trueRules, ...changed }, problem);
    return isSame(answer, trueAnswer(problem)) ? undefined : answer;
  },
});

/** One with the calculation of each field, where it ends in the sum. */
const calculated = (changed: Partial<CamRules>) => ({
  ...wrongly(changed),
  working: (problem: ClassMap, part: string, index: number) =>
    workingBy({ ...trueRules, ...changed }, problem, part, index),
});

const hasTwo = ({ classes }: ClassMap): boolean => classes.length > 1;
const nameOf = ({ classes }: ClassMap, place: number) => classNamed(classes[place] ?? 0);

const exercise: Exercise<ClassMap> = {
  id: 'class-map',
  lesson: 'features',
  levels: [1, 2, 3],

  generate: drawClassMap,

  given: (problem) => [
    ...problem.maps.map(
      (cells, channel): Block => ({
        kind: 'grid',
        id: `map-${channel + 1}`,
        label: { en: `Map ${channel + 1}`, zh: `图${channel + 1}` },
        role: 'input',
        cells,
      }),
    ),
    {
      kind: 'grid',
      id: 'weights',
      label: { en: 'Weights of the last layer', zh: '最后一层的权重' },
      role: 'kernel',
      cells: problem.weights,
      columnNames: problem.maps.map((_, channel) => ({ en: `map ${channel + 1}`, zh: `图${channel + 1}` })),
      rowNames: problem.classes.map(classNamed),
    },
  ],

  parts(problem): Part[] {
    const [first = []] = problem.maps;
    const scores: Part = {
      id: 'scores',
      kind: 'grid',
      rows: 1,
      columns: problem.classes.length,
      entry: 'fraction',
      role: 'output',
      label: names.scores,
      columnNames: problem.classes.map(classNamed),
    };
    const map: Part = {
      id: 'map',
      kind: 'grid',
      rows: rowsOf(first),
      columns: columnsOf(first),
      entry: 'fraction',
      role: 'output',
      label: { en: 'Class activation map', zh: '类激活图' },
    };
    return hasTwo(problem) ? [scores, map] : [map, scores];
  },

  solve: trueAnswer,

  working: (problem, part, index) => workingBy(trueRules, problem, part, index),

  misconceptions: {
    'softmax-of-the-weights': {
      ...wrongly({ weights: softened }),
      words: {
        en: {
          head: 'Softmax was taken of the weights.',
          text: () =>
            'The weights are used as they are, negative ones too. Softmax belongs to the scores, at the very end.',
        },
        zh: { head: '对权重做了softmax。', text: () => '权重照原样用，负的也一样。softmax只用在最后的得分上。' },
      },
    },
    'one-channel': {
      ...calculated({
        weights: (weights) =>
          weights.map((weight, channel) => (channel === weights.indexOf(Math.max(...weights)) ? weight : 0)),
      }),
      words: {
        en: {
          head: 'Only the map with the largest weight was used.',
          text: () => 'All maps are added up, each times its own weight.',
        },
        zh: {
          head: '只用了权重最大的那张图。',
          text: () => '每张图都要用：各乘各的权重，再加起来。',
        },
      },
    },
    'weights-ignored': {
      ...calculated({ weights: (weights) => weights.map(() => 1) }),
      words: {
        en: {
          head: 'The maps were added without their weights.',
          text: () =>
            'A weight says how much a map speaks for the class, or against it. Multiply each map by its weight first.',
        },
        zh: {
          head: '没有乘权重，就把图加起来了。',
          text: () => '权重说明一张图是支持还是反对这个类别，力度有多大。每张图要先乘自己的权重。',
        },
      },
    },
    'sum-for-mean': {
      ...calculated({ summary: sumOfMap }),
      words: {
        en: {
          head: 'The score was made from sums.',
          text: ({ maps: [first = []] }) =>
            `Global average pooling takes the mean of each map: divide its sum by ${first.flat().length}.`,
        },
        zh: {
          head: '得分用的是和，不是平均值。',
          text: ({ maps: [first = []] }) => `全局平均池化取每张图的平均值：和要除以${first.flat().length}。`,
        },
      },
    },
    'largest-for-mean': {
      ...calculated({ summary: (cells) => Math.max(...cells.flat()) }),
      words: {
        en: {
          head: 'The score was made from the largest values.',
          text: () => 'The last pooling of this network is an average: it takes the mean of each map.',
        },
        zh: { head: '得分用的是最大值。', text: () => '这个网络最后的池化是平均池化：取每张图的平均值。' },
      },
    },
    'negatives-cut': {
      ...wrongly({ cell: (sum) => Math.max(0, sum) }),
      words: {
        en: {
          head: 'Negative cells were set to 0.',
          text: () => 'There is no ReLU after the sum. A negative cell says that this place speaks against the class.',
        },
        zh: { head: '把负的格子变成了0。', text: () => '求和之后没有ReLU。负的格子说明，这个位置不支持这个类别。' },
      },
    },
    'divided-by-channels': {
      ...wrongly({ cell: averaged }),
      words: {
        en: {
          head: 'The map was divided by the number of maps.',
          text: ({ maps }) => `The ${maps.length} weighted maps are added, not averaged.`,
        },
        zh: {
          head: '类激活图被除以了图的张数。',
          text: ({ maps }) => `${maps.length}张图乘上权重之后是相加，不是求平均。`,
        },
      },
    },
    'other-class': {
      answer(problem) {
        return hasTwo(problem) ? { map: answerBy({ ...trueRules, loser: true }, problem)['map'] ?? [] } : undefined;
      },
      working: (problem, part, index) =>
        part === 'map' ? workingBy({ ...trueRules, loser: true }, problem, part, index) : undefined,
      words: {
        en: {
          head: 'That is the map of the other class.',
          text: (problem) => `The larger score is that of ${nameOf(problem, winnerOf(problem)).en}.`,
        },
        zh: {
          head: '这是另一个类别的类激活图。',
          text: (problem) => `得分较大的是${nameOf(problem, winnerOf(problem)).zh}。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Class activation map',
      task: (problem) =>
        `These are the last maps of a network. It takes the mean of each map (global average pooling), multiplies it by the weight of that map and adds up: that is the score of a class, without a bias. The class activation map adds up the maps themselves, each times its weight. ${hasTwo(problem) ? `What are the scores of ${nameOf(problem, 0).en} and ${nameOf(problem, 1).en}? Fill in the class activation map of the one with the larger score.` : `Fill in the class activation map of ${nameOf(problem, 0).en}. What is its score?`}`,
      hints: (problem) => [
        'For one cell of the class activation map, take the cell at that place in every map. Multiply each by the weight of its map, and add.',
        `For the score, do the same with the means of the maps. They are ${meansText(problem, ', ')}.`,
        `The upper left cell${hasTwo(problem) ? ' with the weights of the larger score' : ''} is ${lineText(workingBy(trueRules, problem, 'map', 0), 0)}.`,
      ],
      steps: (problem) => [
        `The means of the maps are ${meansText(problem, ', ')}.`,
        ...problem.classes.map(
          (_, place) =>
            `Score of ${nameOf(problem, place).en}: ${workingText(workingBy(trueRules, problem, 'scores', place))}.`,
        ),
        ...(hasTwo(problem)
          ? [
              `The larger score is that of ${nameOf(problem, winnerOf(problem)).en}, so its weights make the map: ${weightsText(problem, ', ')}.`,
            ]
          : []),
        `Upper left cell: ${workingText(workingBy(trueRules, problem, 'map', 0))}.`,
        ...rowTexts(mapOf(problem)).map((row, index) => `Row ${index + 1}: ${output(row)}.`),
        'The mean of this map is the score: the map shows which places it comes from.',
      ],
    },
    zh: {
      title: '类激活图',
      task: (problem) =>
        `这是一个网络最后的几张特征图。网络先对每张图求平均（全局平均池化），再各乘权重加起来，就是一个类别的得分，没有偏置。类激活图不求平均：把这些图本身各乘权重，再加起来。${hasTwo(problem) ? `${nameOf(problem, 0).zh}和${nameOf(problem, 1).zh}的得分各是多少？填出得分较大的那个类别的类激活图。` : `填出${nameOf(problem, 0).zh}的类激活图。${nameOf(problem, 0).zh}的得分是多少？`}`,
      hints: (problem) => [
        '求类激活图的一格：取每张图里同一位置的数，各乘那张图的权重，再加起来。',
        `求得分，就对各图的平均值做同样的事。平均值是${meansText(problem, '、')}。`,
        `${hasTwo(problem) ? '用得分较大的那一类的权重，' : ''}左上角是${lineText(workingBy(trueRules, problem, 'map', 0), 0)}。`,
      ],
      steps: (problem) => [
        `各图的平均值是${meansText(problem, '、')}。`,
        ...problem.classes.map(
          (_, place) =>
            `${nameOf(problem, place).zh}的得分：${workingText(workingBy(trueRules, problem, 'scores', place))}。`,
        ),
        ...(hasTwo(problem)
          ? [`得分较大的是${nameOf(problem, winnerOf(problem)).zh}，所以用它的权重：${weightsText(problem, '、')}。`]
          : []),
        `左上角：${workingText(workingBy(trueRules, problem, 'map', 0))}。`,
        ...rowTexts(mapOf(problem)).map((row, index) => `第${index + 1}行：${output(row)}。`),
        '类激活图的平均值正好是得分：它说明得分来自哪些位置。',
      ],
    },
  },
};

const meansText = ({ maps }: ClassMap, comma: string): string =>
  maps.map((cells) => input(meanOfMap(cells))).join(comma);

/** The weights of the class with the larger score. */
const weightsText = (problem: ClassMap, comma: string): string =>
  (problem.weights[winnerOf(problem)] ?? []).map((weight) => kernel(format(weight))).join(comma);

/** The class activation map, row by row. */
function mapOf(problem: ClassMap) {
  const values = (trueAnswer(problem)['map'] ?? []).map(Number);
  const columns = columnsOf(problem.maps[0] ?? []);
  return (problem.maps[0] ?? []).map((_, row) => values.slice(row * columns, (row + 1) * columns));
}

export default exercise;
