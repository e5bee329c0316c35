import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings } from '@/practice/standing.ts';
import { type KeptEvent, recordsOf } from '@/state/summary.ts';
import { anyProgress } from '../state/arbitrary-progress.ts';
import { day, event, hour, minute, start } from './problems.ts';

const kind = 'convolve-map';
const after = (events: readonly KeptEvent[], now = start + 4000 * day) => standings(recordsOf(events), now).get(kind);

/** Problems of one kind, answered at once, each at the level and the time that the one before asked for. */
function answeredWhenDue(times: number) {
  const events: KeptEvent[] = [];
  const waits: number[] = [];
  let time = start;
  for (let seed = 1; seed <= times; seed += 1) {
    events.push(event(kind, 'right', { seed, time, level: after(events)?.level ?? 1 }));
    const due = after(events)?.due ?? 0;
    waits.push(due - time);
    time = due;
  }
  return { events, waits };
}

describe('when a kind comes back', () => {
  it('is later and later while it is right', () => {
    const { waits } = answeredWhenDue(5);
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(waits[index - 1] ?? 0);
    expect(waits[0]).toBeLessThan(hour);
    expect(waits[4]).toBeGreaterThan(14 * day);
  });

  it('is never later than in two months', () => {
    const wait = Math.max(...answeredWhenDue(12).waits);
    expect(wait).toBeGreaterThanOrEqual(60 * day);
    expect(wait).toBeLessThanOrEqual(61 * day);
  });

  it('is soon after the answers were shown, or it was left wrong, however well it stood', () => {
    const { events } = answeredWhenDue(6);
    const time = after(events)?.due ?? 0;
    for (const act of ['shown', 'wrong'] as const) {
      const due = after([...events, event(kind, act, { seed: 99, time })])?.due ?? 0;
      expect(due - time).toBeLessThanOrEqual(10 * minute);
      expect(due).toBeGreaterThan(time);
    }
  });

  it('is sooner after help than without', () => {
    const { events } = answeredWhenDue(4);
    const time = after(events)?.due ?? 0;
    const atOnce = after([...events, event(kind, 'right', { seed: 99, time })]);
    const hinted = after([...events, event(kind, 'right', { seed: 99, time, hints: 1 })]);
    expect(hinted?.due).toBeLessThan(atOnce?.due ?? 0);
  });

  it('counts a wrong answer that was mended as one problem, right in the end', () => {
    const events = [event(kind, 'wrong', { time: start }), event(kind, 'right', { time: start + minute })];
    expect(after(events)).toMatchObject({ answered: 1, right: 1, last: { result: 'later' } });
  });

  it('does not follow from a hint alone', () => {
    expect(after([event(kind, 'hint', { hints: 1 })])).toBeUndefined();
  });

  it('is never lost to a clock that ran ahead', () => {
    const standing = after([event(kind, 'shown', { time: start + 300 * day })], start);
    expect(standing?.due).toBeLessThanOrEqual(start + 10 * minute);
  });
});

describe('the level', () => {
  const levels = (...acts: readonly [KeptEvent['act'], number, number?][]) =>
    after(acts.map(([act, level, hints = 0], seed) => event(kind, act, { seed, level, hints, time: start + seed })))
      ?.level;

  it('goes up when a problem was right at once, and stays when it took help', () => {
    expect(levels(['right', 1])).toBe(2);
    expect(levels(['right', 1], ['right', 2])).toBe(3);
    expect(levels(['right', 1], ['right', 2], ['right', 3])).toBe(3);
    expect(levels(['right', 1], ['right', 2, 1])).toBe(2);
  });

  it('goes down when one was not right, never below the first', () => {
    expect(levels(['right', 1], ['right', 2], ['wrong', 3])).toBe(2);
    expect(levels(['right', 1], ['shown', 2], ['shown', 1])).toBe(1);
  });

  it('follows a reader who chose a harder one, and does not fall for an easier one', () => {
    expect(levels(['right', 3])).toBe(3);
    expect(levels(['right', 2], ['right', 1])).toBe(3);
    expect(levels(['shown', 3])).toBe(1);
  });
});

describe('a mastered kind', () => {
  const mastered = (...events: KeptEvent[]) => after(events)?.mastered;

  it('was right at once at the highest level, and nothing went wrong since', () => {
    expect(mastered(event(kind, 'right', { level: 2 }))).toBe(false);
    expect(mastered(event(kind, 'right', { level: 3, hints: 1 }))).toBe(false);
    const right = event(kind, 'right', { level: 3 });
    expect(mastered(right)).toBe(true);
    expect(mastered(right, event(kind, 'shown', { seed: 2, time: start + 1 }))).toBe(false);
  });
});

describe('standings', () => {
  it('are the same in whatever order things are known, and there for every kind that was answered', () => {
    fc.assert(
      fc.property(anyProgress, fc.nat(2e12), ({ events }, now) => {
        const named = events.map((one, index) => ({ ...one, name: `n${index}` }));
        const [here, there] = [named, named.toReversed()].map((list) => standings(recordsOf(list), now));
        expect(new Map([...(here ?? [])].toSorted())).toEqual(new Map([...(there ?? [])].toSorted()));
        for (const { act, exercise } of named) if (act !== 'hint') expect(here?.has(exercise)).toBe(true);
        for (const { due, last, level } of here?.values() ?? []) {
          expect(due).toBeGreaterThan(last.time);
          expect(last.time).toBeLessThanOrEqual(now);
          expect([1, 2, 3]).toContain(level);
        }
      }),
    );
  });
});
