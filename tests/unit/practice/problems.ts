import type { KeptEvent, ProblemEvent } from '@/state/summary.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A day on which the tests begin. */
export const start = Date.UTC(2026, 0, 5, 9);

let named = 0;

/** An event, with a name of its own. */
export function event(exercise: string, act: ProblemEvent['act'], values: Partial<KeptEvent> = {}): KeptEvent {
  named += 1;
  return { exercise, level: 1, seed: 1, time: start, act, hints: 0, misconceptions: [], name: `e${named}`, ...values };
}
