import { inOrder, type KeptEvent, type ProblemId } from '../state/summary.ts';
import type { Level } from './reviews.ts';

/** A wrong rule that was followed again and again. */
export interface RepeatedSlip {
  readonly misconception: string;
  readonly times: number;
  /** The level of an easier problem; the same where there is none easier. */
  readonly easier: Level;
}

const fewest = 2;

/**
 * The slip that the last answer to a problem made, if it was made at least twice since the kind was last right at the
 * first try; `undefined` too where the problem is no longer open.
 */
export function repeatedSlip(
  events: readonly KeptEvent[],
  { exercise, level, seed }: ProblemId,
): RepeatedSlip | undefined {
  const answers = inOrder(events).filter((event) => event.exercise === exercise && event.act !== 'hint');
  const isHere = (event: KeptEvent) => event.level === level && event.seed === seed;
  const last = answers.findLast(isHere);
  if (last?.act !== 'wrong') return undefined;
  const tried = new Set<string>();
  let since: KeptEvent[] = [];
  for (const answer of answers) {
    const problem = `${answer.level} ${answer.seed}`;
    if (answer.act === 'right' && answer.hints === 0 && !tried.has(problem)) since = [];
    if (answer.act === 'wrong') since.push(answer);
    tried.add(problem);
  }
  const counts = last.misconceptions.map((misconception) => ({
    misconception,
    times: since.filter((answer) => answer.misconceptions.includes(misconception)).length,
  }));
  const most = counts.toSorted((a, b) => b.times - a.times)[0];
  if (most === undefined || most.times < fewest) return undefined;
  return { ...most, easier: level >= 3 ? 2 : 1 };
}
