import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeProgress } from '@/state/merge.ts';
import { eventsOf } from '@/state/progress-database.ts';
import { type Kept, recordsOf } from '@/state/summary.ts';
import { anyProgress } from './arbitrary-progress.ts';

const nothing: Kept = { events: [], visits: [] };

/** What is kept, without the order in which it lies. */
const contents = ({ events, visits }: Kept) => [
  new Set(events.map((event) => JSON.stringify(Object.entries(event).toSorted()))),
  new Set(visits.map((visit) => JSON.stringify(Object.entries(visit).toSorted()))),
];

describe('progress of two places', () => {
  it('is the same whichever comes first, and however they are grouped', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) => {
        expect(contents(mergeProgress(a, b))).toEqual(contents(mergeProgress(b, a)));
        const left = mergeProgress(mergeProgress(a, b), c);
        expect(contents(left)).toEqual(contents(mergeProgress(a, mergeProgress(b, c))));
        expect(recordsOf(left.events).length).toBe(
          new Set(left.events.map((e) => `${e.exercise} ${e.level} ${e.seed}`)).size,
        );
      }),
    );
  });

  it('is no more when merged again, and loses and changes nothing', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        const both = mergeProgress(a, b);
        expect(contents(mergeProgress(both, b))).toEqual(contents(both));
        expect(contents(mergeProgress(both, both))).toEqual(contents(both));
        expect(contents(mergeProgress(a, nothing))).toEqual(contents(a));
        const [events] = contents(both);
        for (const event of [...(contents(a)[0] ?? []), ...(contents(b)[0] ?? [])]) expect(events).toContain(event);
        expect(events?.size).toBe(new Set([...(contents(a)[0] ?? []), ...(contents(b)[0] ?? [])]).size);
      }),
    );
  });

  it('amounts to the same problems in whatever order its events lie', () => {
    fc.assert(
      fc.property(anyProgress, fc.infiniteStream(fc.nat()), ({ events }, keys) => {
        const shuffled = events
          .map((event) => ({ event, key: keys.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ event }) => event);
        // Names are unique in a store; here the three of them may meet on one time, where the order is of no account.
        const times = new Set(events.map(({ time, name }) => `${time} ${name}`));
        fc.pre(times.size === events.length);
        const sorted = (records: ReturnType<typeof recordsOf>) =>
          records.map((record) => JSON.stringify(record)).toSorted();
        expect(sorted(recordsOf(shuffled))).toEqual(sorted(recordsOf(events)));
      }),
    );
  });
});

describe('records of the first version of the store', () => {
  it('become events that amount to the same', () => {
    fc.assert(
      fc.property(
        fc.record({
          exercise: fc.constant('convolve-map'),
          level: fc.integer({ min: 1, max: 3 }),
          seed: fc.nat(),
          begun: fc.nat(1000),
          time: fc.integer({ min: 1000, max: 2000 }),
          outcome: fc.constantFrom('right', 'shown', 'open'),
          attempts: fc.integer({ min: 1, max: 9 }),
          hints: fc.nat(4),
        }),
        (values) => {
          const record = { ...values, misconceptions: values.attempts > 1 ? ['flipped'] : [] };
          const [again] = recordsOf(eventsOf(record));
          expect(again).toMatchObject({ ...record, begun: again?.begun, misconceptions: expect.anything() });
        },
      ),
    );
  });
});
