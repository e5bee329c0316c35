import type { Answer, Block, Exercise, Part } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { format, output, type Text, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  curvePieces,
  drawPoints,
  formulas,
  isClear,
  type Point,
  type PointTable,
  placesOf,
  slopeAt,
  titles,
  toResult,
  trueWorking,
  valueAt,
  valueFactor,
  valueSteps,
  valueText,
  xText,
} from './shared/activation-points.ts';
import { exponentialTable } from './shared/exponentials.ts';

const partId = (index: number): string => ['first', 'second', 'third', 'fourth'][index] ?? '';
const asAnswer = ({ points }: PointTable, slope: (point: Point) => number): Answer =>
  Object.fromEntries(points.map((point, index) => [partId(index), [slope(point)]]));

const pointOf = ({ points }: PointTable, part: string): Point | undefined =>
  points.find((_, index) => partId(index) === part);

/** A wrong rule for some points: the slope there, and how it is worked out; `undefined` where the point is worked out rightly. */
interface Slip {
  readonly slope: number;
  readonly pieces?: readonly Text[];
}

/** Not applied where it leaves all slopes as they are. */
const slipping = (slip: (point: Point, problem: PointTable) => Slip | undefined) => ({
  answer(problem: PointTable) {
    const near = (a: number, b: number): boolean => a.toFixed(placesOf(problem)) === b.toFixed(placesOf(problem));
    const wrong = (point: Point): number => slip(point, problem)?.slope ?? slopeAt(point);
    return problem.points.every((point) => near(wrong(point), slopeAt(point))) ? undefined : asAnswer(problem, wrong);
  },
  working(problem: PointTable, part: string) {
    const point = pointOf(problem, part);
    if (point === undefined) return undefined;
    const made = slip(point, problem);
    if (made === undefined) return trueWorking(problem, point);
    return made.pieces && toResult(problem, made.pieces, made.slope);
  },
});

const exercise: Exercise<PointTable> = {
  id: 'sigmoid-slope',
  lesson: 'tricks',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => drawPoints(random, level),
      (problem) => problem.points.every((point) => isClear(problem, point)),
    ),

  given(problem) {
    const { points, table } = problem;
    const withValues = table !== 'exponentials';
    const list: Block = {
      kind: 'table',
      label: { en: 'Points', zh: '点' },
      heads: [
        { en: 'Function', zh: '函数' },
        { en: 'Point', zh: '点' },
        ...(withValues ? [{ en: 'Value there', zh: '在这点的值' }] : []),
      ],
      rows: points.map((point) => [titles[point.of], xText(point), ...(withValues ? [valueText(problem, point)] : [])]),
    };
    if (withValues) return [list];
    const curves = points.filter(({ of }) => of !== 'relu');
    return [list, formulas, exponentialTable(curves.flatMap(({ x }) => [x, -x]))];
  },

  parts: (problem) =>
    problem.points.map((point, index): Part => {
      const place = `${titles[point.of]}, x ${point.value === undefined ? '=' : '≈'} ${format(point.x)}`;
      return {
        id: partId(index),
        kind: 'number',
        entry: point.of === 'relu' ? 'integer' : { places: placesOf(problem) },
        role: 'output',
        label: { en: `Slope of ${place}`, zh: `斜率：${place.replace(', ', '，')}` },
      };
    }),

  solve: (problem) => asAnswer(problem, slopeAt),

  working(problem, part) {
    const point = pointOf(problem, part);
    return point && trueWorking(problem, point);
  },

  misconceptions: {
    'value-for-slope': {
      ...slipping((point) => ({ slope: valueAt(point) })),
      words: {
        en: {
          head: 'These are the values, not the slopes.',
          text: () =>
            'The value says how high the curve is at the point. The slope says by how much it rises per unit to the right.',
        },
        zh: {
          head: '填的是函数值，不是斜率。',
          text: () => '函数值是曲线在这点的高度；斜率是曲线在这点有多陡：向右走一小步，升高的量除以走的量。',
        },
      },
    },
    'sigmoid-factor-missing': {
      ...slipping((point, problem) =>
        point.of === 'sigmoid'
          ? { slope: 1 - valueAt(point), pieces: ['1', `− ${valueFactor(problem, point)}`] }
          : undefined,
      ),
      words: {
        en: {
          head: 'One factor of the sigmoid’s slope is missing.',
          text: () => `With the value ${variable('s')} the slope is ${variable('s')} × (1 − ${variable('s')}).`,
        },
        zh: {
          head: 'sigmoid的斜率少乘了一个因子。',
          text: () => `函数值记作${variable('s')}，斜率是${variable('s')} × (1 − ${variable('s')})。`,
        },
      },
    },
    'square-missing': {
      ...slipping((point, problem) =>
        point.of === 'tanh'
          ? { slope: 1 - valueAt(point), pieces: ['1', `− ${valueFactor(problem, point)}`] }
          : undefined,
      ),
      words: {
        en: {
          head: 'The value of tanh was not squared.',
          text: () => `With the value ${variable('t')} the slope of tanh is 1 − ${variable('t')} × ${variable('t')}.`,
        },
        zh: {
          head: 'tanh的值没有平方。',
          text: () => `函数值记作${variable('t')}，tanh的斜率是1 − ${variable('t')} × ${variable('t')}。`,
        },
      },
    },
    'tanh-as-sigmoid': {
      ...slipping((point, problem) => {
        const value = valueAt(point);
        if (point.of !== 'tanh') return undefined;
        return { slope: value * (1 - value), pieces: curvePieces(problem, point, 'sigmoid') };
      }),
      words: {
        en: {
          head: 'The sigmoid’s rule was used for tanh.',
          text: () => `The slope of tanh with the value ${variable('t')} is 1 − ${variable('t')} × ${variable('t')}.`,
        },
        zh: {
          head: 'tanh用了sigmoid的公式。',
          text: () => `tanh的函数值是${variable('t')}时，斜率是1 − ${variable('t')} × ${variable('t')}。`,
        },
      },
    },
    'sigmoid-as-tanh': {
      ...slipping((point, problem) => {
        const value = valueAt(point);
        if (point.of !== 'sigmoid') return undefined;
        return { slope: 1 - value * value, pieces: curvePieces(problem, point, 'tanh') };
      }),
      words: {
        en: {
          head: 'The rule of tanh was used for the sigmoid.',
          text: () =>
            `The slope of the sigmoid with the value ${variable('s')} is ${variable('s')} × (1 − ${variable('s')}), never above 0.25.`,
        },
        zh: {
          head: 'sigmoid用了tanh的公式。',
          text: () =>
            `sigmoid的函数值是${variable('s')}时，斜率是${variable('s')} × (1 − ${variable('s')})，最大只有0.25。`,
        },
      },
    },
    'largest-everywhere': {
      ...slipping((point) => (point.of === 'relu' ? undefined : { slope: point.of === 'sigmoid' ? 0.25 : 1 })),
      words: {
        en: {
          head: 'The largest slope was taken at every point.',
          text: () =>
            'The sigmoid has slope 0.25, and tanh slope 1, only at 0. Away from 0, to either side, the curves flatten.',
        },
        zh: {
          head: '每个点都用了最大的斜率。',
          text: () => 'sigmoid只有在0处斜率是0.25，tanh只有在0处斜率是1。离0越远，不管向左还是向右，曲线越平。',
        },
      },
    },
    'minus-left-of-zero': {
      ...slipping((point) => (point.of !== 'relu' && point.x < 0 ? { slope: -slopeAt(point) } : undefined)),
      words: {
        en: {
          head: 'Left of 0 the slope was given a minus sign.',
          text: () => 'Sigmoid and tanh rise everywhere, so their slopes are positive on both sides of 0.',
        },
        zh: {
          head: '在0的左边，斜率被加了负号。',
          text: () => 'sigmoid和tanh一直在上升，所以在0的两边斜率都是正的。',
        },
      },
    },
    'relu-value': {
      ...slipping((point) => (point.of === 'relu' ? { slope: valueAt(point) } : undefined)),
      words: {
        en: {
          head: 'For ReLU the value was given.',
          text: () => 'Right of 0 ReLU rises by 1 for every step of 1, however large its value is.',
        },
        zh: { head: 'ReLU填的是函数值。', text: () => '在0的右边，每向右走1，ReLU就升高1，和函数值有多大没有关系。' },
      },
    },
    'relu-always-active': {
      ...slipping((point) => (point.of === 'relu' ? { slope: 1 } : undefined)),
      words: {
        en: {
          head: 'ReLU’s slope is 1 only right of 0.',
          text: () => 'Left of 0 ReLU gives 0 at every point: the curve is flat there.',
        },
        zh: { head: '以为ReLU的斜率到处都是1。', text: () => '在0的左边，ReLU处处是0，曲线是平的。' },
      },
    },
  },

  words: {
    en: {
      title: 'Slopes of activation functions',
      task: (problem) =>
        problem.table === 'exponentials'
          ? 'How large is the slope (the derivative) of each function at its point? Work out the value there from the exponentials, to 4 decimal places, then the slope, rounded to 3.'
          : `How large is the slope (the derivative) of each function at its point? The values there are given${problem.table === 'exact' ? '' : '; round the slopes to 3 decimal places'}.`,
      hints: (problem) => [
        'The slope of sigmoid and tanh can be worked out from the value at the point alone. ReLU is made of two straight pieces.',
        `With the value ${variable('s')}, the sigmoid’s slope is ${variable('s')} × (1 − ${variable('s')}). With the value ${variable('t')}, that of tanh is 1 − ${variable('t')} × ${variable('t')}.`,
        `${pieceList(problem, ': ', '; ')}. For ReLU, ask on which side of 0 the point lies.`,
      ],
      steps: (problem) => [
        ...valueSteps(problem).map((text) => `The value first: ${text}.`),
        ...problem.points.map((point) =>
          point.of === 'relu'
            ? `ReLU at ${xText(point)}: ${point.x > 0 ? 'right' : 'left'} of 0, where it ${point.x > 0 ? 'rises as fast as x' : 'is flat'}. The slope is ${output(slopeAt(point))}.`
            : `${titles[point.of]} at ${xText(point)}, slope ${slopeText(problem, point)}.`,
        ),
      ],
    },
    zh: {
      title: '激活函数的斜率',
      task: (problem) =>
        problem.table === 'exponentials'
          ? '每个函数在给出的点上，斜率（导数）是多少？先用指数值算出函数值，保留4位小数；再算斜率，保留3位小数。'
          : `每个函数在给出的点上，斜率（导数）是多少？函数值已经给出${problem.table === 'exact' ? '' : '，斜率保留3位小数'}。`,
      hints: (problem) => [
        'sigmoid和tanh的斜率，只用这点的函数值就能算出来。ReLU是两段直线。',
        `函数值记作${variable('s')}，sigmoid的斜率是${variable('s')} × (1 − ${variable('s')})；函数值记作${variable('t')}，tanh的斜率是1 − ${variable('t')} × ${variable('t')}。`,
        `${pieceList(problem, '：', '；')}。ReLU就看这点在0的哪一边。`,
      ],
      steps: (problem) => [
        ...valueSteps(problem).map((text) => `先算函数值：${text}。`),
        ...problem.points.map((point) =>
          point.of === 'relu'
            ? `ReLU，${xText(point)}：在0的${point.x > 0 ? '右' : '左'}边，${point.x > 0 ? '函数值和x升得一样快' : '曲线是平的'}，斜率是${output(slopeAt(point))}。`
            : `${titles[point.of]}，${xText(point)}，斜率：${slopeText(problem, point)}。`,
        ),
      ],
    },
  },
};

const curves = ({ points }: PointTable): Point[] => points.filter(({ of }) => of !== 'relu');

/** What is left to be worked out, for each curve: sigmoid: 0.8 × (1 − 0.8). */
const pieceList = (problem: PointTable, colon: string, separator: string): Text =>
  curves(problem)
    .map((point) => `${titles[point.of]}${colon}${lineText(trueWorking(problem, point) ?? { lines: [] }, 0)}`)
    .join(separator);

const slopeText = (problem: PointTable, point: Point): Text =>
  workingText(trueWorking(problem, point) ?? { lines: [] });

export default exercise;
