import type { Answer, Block, GridBlock, GridPart, Label, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { factor, format, kernel, variable } from '../kit/text.ts';
import { exact } from './decimals.ts';

export interface DescentStep {
  readonly weights: readonly number[];
  readonly gradient: readonly number[];
  readonly rate: number;
  /** The factor of the velocity and the velocity before the step; `null` without momentum. */
  readonly momentum: { readonly factor: number; readonly velocity: readonly number[] } | null;
}

/** One weight before the step, with all that moves it. */
export interface Place {
  readonly weight: number;
  readonly slope: number;
  readonly rate: number;
  /** 0 without momentum. */
  readonly factor: number;
  readonly velocity: number;
}

export const placesOf = ({ weights, gradient, rate, momentum }: DescentStep): Place[] =>
  weights.map((weight, index) => ({
    weight,
    slope: gradient[index] ?? 0,
    rate,
    factor: momentum?.factor ?? 0,
    velocity: momentum?.velocity[index] ?? 0,
  }));

/** The velocity after the step: PyTorch's form, the gradient added whole. Without momentum it is the gradient. */
export const nextVelocity = ({ factor, velocity, slope }: Place): number => exact(factor * velocity + slope);

/** A rule for a weight after the step, and for its velocity where it is not the true one. */
export interface Rule {
  weight(place: Place): number;
  velocity?(place: Place): number;
}

export const descent: Rule = { weight: (place) => place.weight - place.rate * nextVelocity(place) };

export function answerBy(problem: DescentStep, { weight, velocity = nextVelocity }: Rule): Answer {
  const places = placesOf(problem);
  return {
    ...(problem.momentum === null ? {} : { velocity: places.map((place) => exact(velocity(place))) }),
    weights: places.map((place) => exact(weight(place))),
  };
}

/** The calculation of one new weight: what stands first, and the product that is added or taken away. */
export const stepWorking = (weight: number, sign: '+' | '−', rate: number, move: number): Working => ({
  lines: [
    [kernel(weight), `${sign} ${format(rate)} × ${factor(move)}`],
    [kernel(weight), `${sign} ${factor(exact(rate * move))}`],
    [format(exact(sign === '+' ? weight + rate * move : weight - rate * move))],
  ],
});

/** The calculation of one new velocity. */
export const velocityWorking = ({ factor: share, velocity, slope }: Place, part = 1): Working => ({
  lines: [
    [
      `${format(share)} × ${factor(velocity)}`,
      part === 1 ? `+ ${factor(slope)}` : `+ ${format(part)} × ${factor(slope)}`,
    ],
    [format(exact(share * velocity)), `+ ${factor(exact(part * slope))}`],
    [format(exact(share * velocity + part * slope))],
  ],
});

/** The calculation of a weight under a rule, where it is a step of another size or sign. */
export const moved =
  (
    move: (place: Place) => number,
    sign: '+' | '−' = '−',
    rate: (place: Place) => number = ({ rate: true_ }) => true_,
  ) =>
  (problem: DescentStep, part: string, index: number): Working | undefined => {
    const place = placesOf(problem)[index];
    if (part === 'velocity' || place === undefined) return undefined;
    return stepWorking(place.weight, sign, rate(place), move(place));
  };

export const hasMomentum = ({ momentum }: DescentStep): boolean => momentum !== null;

function drawNumbers(random: Random, count: number, largest: number, unit: number): number[] {
  const draw = () => exact(random.integer(1, largest) * unit * random.pick([1, -1]));
  return Array.from({ length: count }, draw);
}

export const names = {
  weights: { en: 'Weights', zh: '权重' },
  gradient: { en: 'Gradient', zh: '梯度' },
  velocity: { en: 'Velocity before', zh: '原来的速度' },
  next: { en: 'New weights', zh: '新的权重' },
  nextVelocity: { en: 'New velocity', zh: '新的速度' },
} as const satisfies Record<string, Label>;

const row = (id: string, label: Label, values: readonly number[], role: GridBlock['role']): Block => ({
  kind: 'grid',
  id,
  label,
  role,
  cells: [values],
});

const part = (id: string, label: Label, columns: number, role: GridBlock['role']): GridPart => ({
  id,
  kind: 'grid',
  rows: 1,
  columns,
  entry: 'fraction',
  role,
  label,
});

export function drawStep(random: Random, level: 1 | 2 | 3): DescentStep {
  if (level === 1) {
    const rate = random.pick([0.1, 0.5, 0.2]);
    return { weights: drawNumbers(random, 2, 5, 1), gradient: drawNumbers(random, 2, 6, 1), rate, momentum: null };
  }
  if (level === 2) {
    const rate = random.pick([0.01, 0.05, 0.02, 0.25]);
    return {
      weights: drawNumbers(random, 4, 30, 0.1),
      gradient: drawNumbers(random, 4, 12, 1),
      rate,
      momentum: null,
    };
  }
  const momentum = { factor: random.pick([0.5, 0.8, 0.9]), velocity: drawNumbers(random, 2, 10, 1) };
  const rate = random.pick([0.01, 0.05, 0.1]);
  return { weights: drawNumbers(random, 2, 30, 0.1), gradient: drawNumbers(random, 2, 8, 1), rate, momentum };
}

export const given = ({ weights, gradient, rate, momentum }: DescentStep): Block[] => [
  row('weights', names.weights, weights, 'kernel'),
  row('gradient', names.gradient, gradient, 'product'),
  ...(momentum === null ? [] : [row('velocity', names.velocity, momentum.velocity, 'input')]),
  {
    kind: 'values',
    items: [
      { label: { en: `Learning rate ${variable('η')}`, zh: `学习率${variable('η')}` }, value: rate },
      ...(momentum === null
        ? []
        : [{ label: { en: `Momentum ${variable('μ')}`, zh: `动量${variable('μ')}` }, value: momentum.factor }]),
    ],
  },
];

export const parts = ({ weights, momentum }: DescentStep): GridPart[] => [
  ...(momentum === null ? [] : [part('velocity', names.nextVelocity, weights.length, 'input')]),
  part('weights', names.next, weights.length, 'kernel'),
];
