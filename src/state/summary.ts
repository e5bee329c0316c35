/** What the reader has done, and what it amounts to. Pure; the store is progress.ts, merging is merge.ts. */

export interface ProblemId {
  /** The kind of exercise, by its id. */
  readonly exercise: string;
  readonly level: number;
  readonly seed: number;
}

/** How a problem ended: `shown` is for ever, and so is `right`. */
export type Outcome = 'open' | 'right' | 'shown';

/** One problem as the reader met it. Times are milliseconds since 1970. */
export interface ProblemRecord extends ProblemId {
  readonly begun: number;
  /** When something was last done with it. */
  readonly time: number;
  readonly outcome: Outcome;
  /** Checks that ended in right or wrong, up to the right one. */
  readonly attempts: number;
  /** Most hints that were open. */
  readonly hints: number;
  /** The wrong rules that were named, in the order in which they were first seen. */
  readonly misconceptions: readonly string[];
}

/** The first and the last time a lesson was opened. */
export interface LessonVisit {
  readonly lesson: string;
  readonly begun: number;
  readonly time: number;
}

/** Something the reader did with a problem: checked it, took a hint, or let the answers be shown. */
export interface ProblemEvent {
  readonly time: number;
  readonly act: 'right' | 'wrong' | 'hint' | 'shown';
  /** Hints that were open. */
  readonly hints: number;
  /** The wrong rules that were named. */
  readonly misconceptions: readonly string[];
}

/** An event as it is kept, with a name that no other event has: two equal ones are one and the same. */
export interface KeptEvent extends ProblemId, ProblemEvent {
  readonly name: string;
}

/** What is kept of the reader's progress. */
export interface Kept {
  readonly events: readonly KeptEvent[];
  readonly visits: readonly LessonVisit[];
}

/** What is kept, and the problems that it amounts to. */
export interface Progress extends Kept {
  readonly problems: readonly ProblemRecord[];
}

/** The record after an event. What is right or shown stays so; attempts are no longer counted then. */
export function withEvent(record: ProblemRecord | undefined, id: ProblemId, event: ProblemEvent): ProblemRecord {
  const before = record ?? { begun: event.time, outcome: 'open', attempts: 0, hints: 0, misconceptions: [] };
  const ended = before.outcome !== 'open';
  const tried = event.act === 'right' || event.act === 'wrong';
  return {
    exercise: id.exercise,
    level: id.level,
    seed: id.seed,
    begun: before.begun,
    time: event.time,
    outcome: ended || event.act === 'wrong' || event.act === 'hint' ? before.outcome : event.act,
    attempts: before.attempts + (tried && !ended ? 1 : 0),
    hints: ended ? before.hints : Math.max(before.hints, event.hints),
    misconceptions: [...new Set([...before.misconceptions, ...event.misconceptions])],
  };
}

/** The order in which things were done. */
export const inOrder = (events: readonly KeptEvent[]): KeptEvent[] =>
  events.toSorted((a, b) => a.time - b.time || (a.name < b.name ? -1 : 1));

/** The problems that events amount to, whatever order they come in. */
export function recordsOf(events: readonly KeptEvent[]): ProblemRecord[] {
  const records = new Map<string, ProblemRecord>();
  for (const event of inOrder(events)) {
    const key = `${event.exercise} ${event.level} ${event.seed}`;
    records.set(key, withEvent(records.get(key), event, event));
  }
  return [...records.values()];
}

export interface KindSummary {
  /** Problems that were begun, whatever became of them. */
  readonly seen: number;
  readonly right: number;
  /** Right at the first attempt and without a hint. */
  readonly atOnce: number;
  readonly last: number;
}

/** What was done with each kind of exercise; kinds never met are not in it. */
export function summariseKinds(problems: readonly ProblemRecord[]): ReadonlyMap<string, KindSummary> {
  const kinds = new Map<string, KindSummary>();
  for (const { exercise, outcome, attempts, hints, time } of problems) {
    const { seen, right, atOnce, last } = kinds.get(exercise) ?? { seen: 0, right: 0, atOnce: 0, last: 0 };
    const isRight = outcome === 'right';
    kinds.set(exercise, {
      seen: seen + 1,
      right: right + (isRight ? 1 : 0),
      atOnce: atOnce + (isRight && attempts === 1 && hints === 0 ? 1 : 0),
      last: Math.max(last, time),
    });
  }
  return kinds;
}

export type LessonState = 'new' | 'begun' | 'done';

/**
 * How a lesson stands, from the kinds of exercise that belong to it: done once each of them was right, begun once it
 * was opened or one of them was met. A lesson without exercises is never done.
 */
export function lessonState(
  lesson: string,
  kinds: readonly string[],
  visits: readonly LessonVisit[],
  summaries: ReadonlyMap<string, KindSummary>,
): LessonState {
  if (kinds.length > 0 && kinds.every((kind) => (summaries.get(kind)?.right ?? 0) > 0)) return 'done';
  const met = visits.some((visit) => visit.lesson === lesson) || kinds.some((kind) => summaries.has(kind));
  return met ? 'begun' : 'new';
}
