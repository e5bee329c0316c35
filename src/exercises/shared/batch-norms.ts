import { batchNorm, batchNormTraining, fromRows } from '../../core/index.ts';
import type { Block, GridPart, Label, NumberPart, Part, Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { factor, format, variable } from '../kit/text.ts';
import { term } from '../kit/working.ts';
import { exact } from './decimals.ts';
import { total } from './exponentials.ts';
import { names } from './names.ts';

export interface BatchNorm {
  /** One channel over a batch of four. */
  readonly values: readonly number[];
  readonly gamma: number;
  readonly beta: number;
  /** What was gathered in training, where inference is asked too. */
  readonly running: { readonly mean: number; readonly variance: number } | null;
}

/** What values are normalised with. */
export interface Statistics {
  readonly mean: number;
  readonly variance: number;
}

const settings = ({ gamma, beta }: BatchNorm) => ({ gamma: fromRows([gamma]), beta: fromRows([beta]), epsilon: 0 });
const columnOf = ({ values }: BatchNorm) => fromRows(values.map((value) => [value]));

/** The mean and the variance of the batch, by the site's own function. */
export function statisticsOf(problem: BatchNorm): Statistics {
  const { mean, variance } = batchNormTraining(columnOf(problem), settings(problem));
  return { mean: exact(mean.data[0] ?? 0), variance: exact(variance.data[0] ?? 0) };
}

/** Batch normalisation with given statistics, by the site's own function. */
export const normalised = (problem: BatchNorm, { mean, variance }: Statistics): number[] =>
  [
    ...batchNorm(columnOf(problem), { ...settings(problem), mean: fromRows([mean]), variance: fromRows([variance]) })
      .data,
  ].map(exact);

/** The calculation of one normalised value. */
export function valueWorking(problem: BatchNorm, { mean, variance }: Statistics, index: number): Working {
  const [value, { gamma, beta }] = [problem.values[index] ?? 0, problem];
  const deviation = exact(Math.sqrt(variance));
  const standard = exact((value - mean) / deviation);
  const first = [`(${format(value)}`, `${term(-mean)})`, `/ ${format(deviation)}`];
  if (gamma === 1 && beta === 0) return { lines: [first, [format(standard)]] };
  return {
    lines: [
      [`${factor(gamma)} ×`, ...first, term(beta)],
      [`${factor(gamma)} ×`, factor(standard), term(beta)],
      [format(exact(gamma * standard + beta))],
    ],
  };
}

/** The calculations of the mean, and of the variance with the deviation. */
export const meanWorking = ({ values }: BatchNorm): Working => ({
  lines: [
    [`(${values.map((value, index) => (index === 0 ? format(value) : term(value))).join(' ')})`, `/ ${values.length}`],
    [`${format(total(values))} / ${values.length}`],
    [format(total(values) / values.length)],
  ],
});

/** The squared differences from the mean. */
export const squaresOf = (problem: BatchNorm): number[] =>
  problem.values.map((value) => exact((value - statisticsOf(problem).mean) ** 2));

export const varianceWorking = (problem: BatchNorm): Working => ({
  lines: [
    [
      `(${squaresOf(problem)
        .map((square) => format(square))
        .join(' + ')})`,
      `/ ${problem.values.length}`,
    ],
    [`${format(total(squaresOf(problem)))} / ${problem.values.length}`],
    [format(statisticsOf(problem).variance)],
  ],
});

/** The calculation of the standard deviation. */
export function deviationWorking(problem: BatchNorm): Working {
  const { variance } = statisticsOf(problem);
  const [squares = []] = varianceWorking(problem).lines;
  return { lines: [[`√(${squares.join(' ')})`], [`√${format(variance)}`], [format(Math.sqrt(variance))]] };
}

/** Four whole differences from a mean, in proportion to which a whole deviation comes out: 3 of −5, 1, 1, 3. */
const spreads: readonly (readonly number[])[] = [
  [-1, -1, 1, 1],
  [-5, 1, 1, 3],
  [-3, -1, -1, 5],
  [-7, -1, 1, 7],
];

const hasTenths = (value: number): boolean => Number.isInteger(exact(value * 10));

/** Draws one problem of a level. */
export function drawBatch(random: Random, level: 1 | 2 | 3): BatchNorm {
  return drawUntil(
    () => {
      const spread = random.pick(spreads);
      const size = random.pick([1, 2, 3, 4]);
      const mean = random.integer(1, 9) * random.pick([1, 1, -1]);
      const values = random.shuffle(spread.map((difference) => mean + difference * size));
      if (level === 1) return { values, gamma: 1, beta: 0, running: null };
      const [gamma, beta] = [random.pick([2, 3, -1, -2, 0.5, 6]), random.pick([1, 2, 3, -1, -2, 5])];
      if (level === 2) return { values, gamma, beta, running: null };
      const variance = random.pick([1, 4, 9, 16, 25]);
      return { values, gamma, beta, running: { mean: mean + random.pick([-2, -1, 1, 2]), variance } };
    },
    (problem) => {
      const batch = statisticsOf(problem);
      const plain = { ...problem, gamma: 1, beta: 0 };
      const even = (statistics: Statistics) =>
        normalised(plain, statistics).every(hasTenths) && normalised(problem, statistics).every(hasTenths);
      return (
        batch.variance > 1 &&
        batch.variance <= 100 &&
        new Set(problem.values).size > (level === 1 ? 1 : 2) &&
        even(batch) &&
        (problem.running === null || (even(problem.running) && problem.running.variance !== batch.variance))
      );
    },
  );
}

export const isScaled = ({ gamma, beta }: BatchNorm): boolean => gamma !== 1 || beta !== 0;

const numberPart = (id: string, label: Label): NumberPart => ({
  id,
  kind: 'number',
  entry: 'fraction',
  role: 'output',
  label,
});

const rowPart = (id: string, columns: number, label: Label): GridPart => ({
  id,
  kind: 'grid',
  rows: 1,
  columns,
  entry: 'fraction',
  role: 'output',
  label,
});

const labels = {
  mean: { en: 'Mean of the batch', zh: '这一批的均值' },
  deviation: { en: 'Standard deviation of the batch', zh: '这一批的标准差' },
  training: { en: 'Output in training', zh: '训练时的输出' },
  inference: { en: 'Output at inference', zh: '推理时的输出' },
} as const satisfies Record<string, Label>;

/** What is shown: the values, and what they are normalised with besides. */
export function given(problem: BatchNorm): Block[] {
  const { values, gamma, beta, running } = problem;
  const items = [
    ...(isScaled(problem)
      ? [
          { label: { en: variable('γ'), zh: variable('γ') }, value: gamma, role: 'kernel' as const },
          { label: { en: variable('β'), zh: variable('β') }, value: beta, role: 'kernel' as const },
        ]
      : []),
    ...(running === null
      ? []
      : [
          { label: { en: 'Running mean', zh: '滑动均值' }, value: running.mean },
          { label: { en: 'Running variance', zh: '滑动方差' }, value: running.variance },
        ]),
  ];
  return [
    { kind: 'grid', id: 'input', label: names.input, role: 'input', cells: [values] },
    ...(items.length === 0 ? [] : [{ kind: 'values', items } as const]),
  ];
}

export const parts = ({ values, running }: BatchNorm): readonly Part[] => [
  numberPart('mean', labels.mean),
  numberPart('deviation', labels.deviation),
  rowPart('training', values.length, labels.training),
  ...(running === null ? [] : [rowPart('inference', values.length, labels.inference)]),
];
