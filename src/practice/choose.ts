import type { Level, Review } from './reviews.ts';
import type { Standing } from './standing.ts';

/** A kind of exercise that may be chosen. */
export interface Kind {
  readonly id: string;
  /** The slug of its lesson. */
  readonly lesson: string;
}

/** Why a kind comes now: it was never answered, it is due again, or nothing is and it would be the next. */
export type Reason =
  | { readonly why: 'new'; readonly opened: boolean }
  | { readonly why: 'due' | 'early'; readonly last: Review; readonly due: number };

export interface Choice {
  readonly exercise: string;
  readonly level: Level;
  readonly reason: Reason;
}

/** What there is to choose from, and what is known of the reader. */
export interface Situation {
  /** In the order of the course. */
  readonly kinds: readonly Kind[];
  readonly standings: ReadonlyMap<string, Standing>;
  /** The lessons that the reader opened. */
  readonly opened: ReadonlySet<string>;
  readonly now: number;
  /** Kinds that the reader had just now or passed over: they wait until no other is left. */
  readonly resting: ReadonlySet<string>;
}

/** The level and the reason with which a kind would come now. */
export function choiceOf({ id, lesson }: Kind, { standings, opened, now }: Situation): Choice {
  const standing = standings.get(id);
  if (standing === undefined) {
    return { exercise: id, level: 1, reason: { why: 'new', opened: opened.has(lesson) } };
  }
  const { level, last, due } = standing;
  return { exercise: id, level, reason: { why: due <= now ? 'due' : 'early', last, due } };
}

const urgency = { due: 0, new: 1, early: 2 } as const satisfies Record<Reason['why'], number>;

/** Due ones, longest waiting first; then new ones, those of opened lessons first; then what comes back soonest. */
function compare({ reason: a }: Choice, { reason: b }: Choice): number {
  if (a.why === 'new' && b.why === 'new') return Number(b.opened) - Number(a.opened);
  if (a.why !== 'new' && b.why !== 'new' && a.why === b.why) return a.due - b.due;
  return urgency[a.why] - urgency[b.why];
}

/** The exercise to do next; `undefined` where there is none to choose from. */
export function choose(situation: Situation): Choice | undefined {
  const choices = situation.kinds.map((kind) => choiceOf(kind, situation)).toSorted(compare);
  return choices.find(({ exercise }) => !situation.resting.has(exercise)) ?? choices[0];
}
