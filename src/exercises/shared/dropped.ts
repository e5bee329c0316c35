import { inputUsage } from '../../core/index.ts';
import type { Answer, Working } from '../kit/definition.ts';
import { format } from '../kit/text.ts';
import { range } from './options.ts';
import { type Axis, restOf, trueSize } from './sizes.ts';

export interface DroppedColumns extends Axis {
  /** Whether the rows of a square input are dropped in the same way, and the squares are to be counted. */
  readonly square: boolean;
}

/** What is answered: the windows in a row, the dropped columns of the padded row, and the squares no window touches. */
export interface Seen {
  readonly windows: number;
  readonly dropped: readonly number[];
  readonly squares: number;
}

export const paddedOf = (axis: Axis): number => axis.input + 2 * axis.padding;

/** The squares of a square that are not in the smaller square that the windows cover. */
export const outside = (whole: number, covered: number): number => whole * whole - covered * covered;

/** The windows and what they leave out, by the site's own count of how often each column is used. */
export function truth(problem: DroppedColumns): Seen {
  const { kernel, stride } = problem;
  const uses = inputUsage([1, paddedOf(problem)], { kernel: [1, kernel], stride: [1, stride] }).data;
  const dropped = range(1, paddedOf(problem)).filter((column) => uses[column - 1] === 0);
  const squares = outside(paddedOf(problem), paddedOf(problem) - dropped.length);
  return { windows: trueSize(problem), dropped, squares };
}

export function asAnswer(problem: DroppedColumns, { windows, dropped, squares }: Seen): Answer {
  const columns = range(1, paddedOf(problem)).map((column) => (dropped.includes(column) ? 'yes' : 'no'));
  return { windows: [windows], dropped: columns, ...(problem.square ? { squares: [squares] } : {}) };
}

/** A wrong rule; not applied where it gives nothing or the truth. */
export const wrongly = (rule: (problem: DroppedColumns) => Partial<Seen> | undefined) => ({
  answer(problem: DroppedColumns) {
    const slip = rule(problem);
    if (slip === undefined) return undefined;
    const answer = asAnswer(problem, { ...truth(problem), ...slip });
    return JSON.stringify(answer) === JSON.stringify(asAnswer(problem, truth(problem))) ? undefined : answer;
  },
});

/** So many columns at the end of the padded row, and the squares that go with them. */
export const lastOnes = (problem: DroppedColumns, count: number): Pick<Seen, 'dropped' | 'squares'> => {
  const padded = paddedOf(problem);
  return { dropped: range(padded - count + 1, padded), squares: outside(padded, padded - count) };
};

export const squaresWorking = (problem: DroppedColumns): Working => {
  const [padded, rest] = [paddedOf(problem), restOf(problem)];
  const covered = padded - rest;
  return {
    lines: [
      [`${padded} × ${padded}`, `− ${covered} × ${covered}`],
      [format(padded * padded), `− ${format(covered * covered)}`],
      [format(outside(padded, covered))],
    ],
  };
};

/** The squares of the dropped rows and columns, those at their crossing twice. */
export const twice = (problem: DroppedColumns): Working => ({
  lines: [[`2 × ${restOf(problem)}`, `× ${paddedOf(problem)}`], [format(2 * restOf(problem) * paddedOf(problem))]],
});
