import { adaptiveWindows, poolWindows } from '../../core/index.ts';
import type { State } from './fields.ts';

/** One window along one direction. */
export interface Reach {
  /** As it is drawn: its first cell and the one after its last, counted from the first cell of the padding. */
  readonly from: number;
  readonly to: number;
  /** What it sees of the input: its first cell and the one after its last, counted from the input's first. */
  readonly start: number;
  readonly end: number;
  /** Cells that a mean divides by. */
  readonly counted: number;
}

/** A setting that cannot be together with the others: which one, and the sentence about it with its values. */
export interface Problem {
  readonly setting: 'window' | 'padding';
  readonly word: 'paddingTooWide' | 'windowTooTall' | 'windowTooWide';
  readonly values: Readonly<Record<string, number>>;
}

/** Whether no window at all fits along a direction; in ceil mode one may hang over the edge. */
const isTooLarge = ({ window, stride, padding, ceilMode }: State, size: number): boolean => {
  const room = size + 2 * padding - window;
  return ceilMode ? Math.ceil(room / stride) < 0 : room < 0;
};

/** What cannot be; adaptive pooling always can. */
export function problemsOf(state: State): Problem[] {
  const { kind, window, padding, rows, columns } = state;
  if (kind === 'adaptive') return [];
  if (padding > window / 2)
    return [{ setting: 'padding', word: 'paddingTooWide', values: { window, padding, most: Math.floor(window / 2) } }];
  const problems: Problem[] = [];
  for (const [word, size] of [
    ['windowTooTall', rows],
    ['windowTooWide', columns],
  ] as const) {
    if (isTooLarge(state, size))
      problems.push({ setting: 'window', word, values: { window, size: size + 2 * padding } });
  }
  return problems;
}

/** The windows along one direction of an input of this size. */
export function reachesOf(state: State, size: number, output: number): Reach[] {
  const { kind, window, stride, padding, ceilMode, countPadding } = state;
  if (kind === 'adaptive')
    return adaptiveWindows(size, output).map((cut) => ({ from: cut.start, to: cut.end, ...cut }));
  const countIncludePad = kind === 'average' && countPadding;
  return poolWindows({ input: size, window, stride, padding, ceilMode }, countIncludePad).map((cut, index) => ({
    from: index * stride,
    to: index * stride + window,
    ...cut,
  }));
}
