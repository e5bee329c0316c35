/** Progress of two places (two files, a file and this device) put together. Pure. */
import type { Kept, KeptEvent, LessonVisit } from './summary.ts';

/** All that an event says: equal keys are one event. The store uses the same fields in the same order as its key. */
export const eventKey = [
  'exercise',
  'level',
  'seed',
  'time',
  'act',
  'hints',
  'misconceptions',
  'name',
] as const satisfies readonly (keyof KeptEvent)[];

/** A lesson's first visit of two, and the last. */
export const mergeVisit = (a: LessonVisit | undefined, b: LessonVisit): LessonVisit => ({
  lesson: b.lesson,
  begun: Math.min(a?.begun ?? b.begun, b.begun),
  time: Math.max(a?.time ?? b.time, b.time),
});

/** The union: nothing of either is lost or changed, the order does not matter, and a second time changes nothing. */
export function mergeProgress(a: Kept, b: Kept): Kept {
  const events = new Map<string, KeptEvent>();
  for (const event of [...a.events, ...b.events])
    events.set(JSON.stringify(eventKey.map((part) => event[part])), event);
  const visits = new Map<string, LessonVisit>();
  for (const visit of [...a.visits, ...b.visits]) visits.set(visit.lesson, mergeVisit(visits.get(visit.lesson), visit));
  return { events: [...events.values()], visits: [...visits.values()] };
}
