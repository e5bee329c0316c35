import type { ProblemRecord } from '../state/summary.ts';

/** How a problem went: right at the first try and without a hint, right otherwise, wrong and left so, or given up. */
export type Result = 'at-once' | 'later' | 'wrong' | 'shown';

export type Level = 1 | 2 | 3;

/** A problem as spaced repetition sees it. */
export interface Review {
  readonly exercise: string;
  readonly level: Level;
  readonly seed: number;
  readonly time: number;
  readonly result: Result;
}

const levelOf = (level: number): Level => (level >= 3 ? 3 : level === 2 ? 2 : 1);

function resultOf({ outcome, attempts, hints }: ProblemRecord): Result | undefined {
  if (outcome === 'shown') return 'shown';
  if (outcome === 'right') return attempts === 1 && hints === 0 ? 'at-once' : 'later';
  return attempts > 0 ? 'wrong' : undefined;
}

/** The reviews that problems amount to, oldest first; one that was never answered is none. A time to come counts as now. */
export const reviewsOf = (problems: readonly ProblemRecord[], now: number): Review[] =>
  problems
    .flatMap((record): Review[] => {
      const result = resultOf(record);
      const { exercise, level, seed, time } = record;
      return result === undefined ? [] : [{ exercise, level: levelOf(level), seed, time: Math.min(time, now), result }];
    })
    .toSorted((a, b) => a.time - b.time || a.level - b.level || a.seed - b.seed);
