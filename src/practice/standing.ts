import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { ProblemRecord } from '../state/summary.ts';
import { type Level, type Result, type Review, reviewsOf } from './reviews.ts';

/** How the reader stands with a kind of exercise that was answered at least once. */
export interface Standing {
  /** The level to go on with. */
  readonly level: Level;
  /** When it should come back, in milliseconds since 1970. */
  readonly due: number;
  /** The last problem of this kind. */
  readonly last: Review;
  /** Problems of this kind: how many were answered, and how many of those were right in the end. */
  readonly answered: number;
  readonly right: number;
  /** The highest level was right at the first try, and nothing went wrong since. */
  readonly mastered: boolean;
}

/** A course lasts a term: nothing stays away for longer than so many days. */
const longest = 60;

/** Nothing is drawn by chance: the same answers at the same times give the same plan on every device. */
const scheduler = fsrs({ enable_fuzz: false, maximum_interval: longest });

const grades = {
  'at-once': Rating.Good,
  later: Rating.Hard,
  wrong: Rating.Again,
  shown: Rating.Again,
} as const satisfies Record<Result, Grade>;

/** The level after a problem: one up when it was right at once, one down when it was not right at all. */
function levelAfter(level: Level, { level: done, result }: Review): Level {
  const steps: readonly Level[] = [1, 1, 2, 3, 3];
  if (result === 'at-once') return done < level ? level : (steps[done + 1] ?? level);
  if (result === 'later') return level;
  const lower = steps[done - 1] ?? level;
  return lower < level ? lower : level;
}

const isMastered = (before: boolean, { level, result }: Review): boolean =>
  result === 'wrong' || result === 'shown' ? false : before || (level === 3 && result === 'at-once');

/** How the reader stands with each kind, from all problems; kinds that were never answered are not in it. */
export function standings(problems: readonly ProblemRecord[], now: number): ReadonlyMap<string, Standing> {
  const cards = new Map<string, Card>();
  const found = new Map<string, Standing>();
  for (const review of reviewsOf(problems, now)) {
    const { exercise, time, result } = review;
    const { card } = scheduler.next(cards.get(exercise) ?? createEmptyCard(time), time, grades[result]);
    cards.set(exercise, card);
    const before = found.get(exercise);
    const isRight = result === 'at-once' || result === 'later';
    found.set(exercise, {
      level: levelAfter(before?.level ?? 1, review),
      due: card.due.getTime(),
      last: review,
      answered: (before?.answered ?? 0) + 1,
      right: (before?.right ?? 0) + (isRight ? 1 : 0),
      mastered: isMastered(before?.mastered ?? false, review),
    });
  }
  return found;
}
