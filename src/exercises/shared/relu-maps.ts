import { fromRows, leakyRelu, leakyReluDerivative, multiply, relu, reluDerivative, toRows } from '../../core/index.ts';
import type { Answer, Matrix } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { exact } from './decimals.ts';
import { columnsOf, matrix, rowsOf } from './maps.ts';

export interface ReluMap {
  readonly input: Matrix;
  /** The slope for negative inputs; 0 for the plain ReLU. */
  readonly slope: number;
  /** The gradient of the loss for each output, where the one for the inputs is asked too. */
  readonly gradient: Matrix | null;
}

const exactly = (cells: Matrix): Matrix => cells.map((row) => row.map(exact));

/** The maps, by the site's own functions. */
export function truth({ input, slope, gradient }: ReluMap): Maps {
  const cells = fromRows(input);
  const derivative = slope === 0 ? reluDerivative(cells) : leakyReluDerivative(cells, { slope });
  return {
    output: exactly(toRows(slope === 0 ? relu(cells) : leakyRelu(cells, { slope }))),
    derivative: exactly(toRows(derivative)),
    ...(gradient === null ? {} : { gradient: exactly(toRows(multiply(fromRows(gradient), derivative))) }),
  };
}

export interface Maps {
  readonly output: Matrix;
  readonly derivative: Matrix;
  readonly gradient?: Matrix;
}

export const asAnswer = (maps: Maps): Answer => ({
  output: maps.output.flat(),
  derivative: maps.derivative.flat(),
  ...(maps.gradient === undefined ? {} : { gradient: maps.gradient.flat() }),
});

const mapped = (cells: Matrix, change: (value: number) => number): Matrix =>
  exactly(cells.map((row) => row.map(change)));

/** A wrong rule for the outputs. */
export const outputBy = (
  change: (value: number, slope: number) => number,
  applies: (problem: ReluMap) => boolean = hasNegative,
) => ({
  answer: (problem: ReluMap) =>
    applies(problem)
      ? asAnswer({ ...truth(problem), output: mapped(problem.input, (x) => change(x, problem.slope)) })
      : undefined,
});

/** A wrong rule for the derivative, which the gradient follows. */
export const derivativeBy = (
  change: (value: number, slope: number) => number,
  applies: (problem: ReluMap) => boolean = hasNegative,
) => ({
  answer(problem: ReluMap): Answer | undefined {
    if (!applies(problem)) return undefined;
    const derivative = mapped(problem.input, (x) => change(x, problem.slope));
    const { gradient } = problem;
    const passed =
      gradient === null ? {} : { gradient: exactly(toRows(multiply(fromRows(gradient), fromRows(derivative)))) };
    return asAnswer({ ...truth(problem), derivative, ...passed });
  },
});

/** A wrong rule for the gradient alone; not applied where none is asked. */
export const gradientBy = (change: (slope: number, value: number) => number) => ({
  answer({ input, ...problem }: ReluMap): Answer | undefined {
    const { gradient } = problem;
    if (gradient === null) return undefined;
    const changed = matrix(rowsOf(input), columnsOf(input), (row, column) =>
      exact(change(gradient[row]?.[column] ?? 0, input[row]?.[column] ?? 0)),
    );
    return asAnswer({ ...truth({ input, ...problem }), gradient: changed });
  },
});

const hasNegative = ({ input }: ReluMap): boolean => input.flat().some((value) => value < 0);
export const isLeaky = ({ slope }: ReluMap): boolean => slope > 0;
export const hasZero = ({ input }: ReluMap): boolean => input.flat().includes(0);

export function draw(random: Random, level: 1 | 2 | 3): ReluMap {
  const cells = (low: number, high: number) => matrix(2, 3, () => random.integer(low, high));
  if (level === 1) return { input: cells(-5, 5), slope: 0, gradient: null };
  const gradient = cells(-4, 4);
  if (level === 2) return { input: matrix(2, 3, () => random.integer(-7, 7) / 2), slope: 0, gradient };
  return { input: cells(-6, 6), slope: random.pick([0.1, 0.2, 0.01, 0.5]), gradient };
}

/** Positive and negative inputs at least two each, and no gradient of 0. */
export const isGood = ({ input, gradient }: ReluMap): boolean =>
  input.flat().filter((value) => value > 0).length >= 2 &&
  input.flat().filter((value) => value < 0).length >= 2 &&
  (gradient === null || !gradient.flat().includes(0));
