/** The database of the reader's progress, and how older forms of it become the one of today. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { eventKey } from './merge.ts';
import type { KeptEvent, LessonVisit, ProblemRecord } from './summary.ts';

interface Schema extends DBSchema {
  events: { key: IDBValidKey; value: KeptEvent };
  visits: { key: string; value: LessonVisit };
  /** Version 1 kept what events amount to, and not the events. */
  problems: { key: IDBValidKey; value: ProblemRecord };
}
export type Database = IDBPDatabase<Schema>;

/** Events that amount to a record of version 1. */
export function eventsOf(record: ProblemRecord): KeptEvent[] {
  const { exercise, level, seed, begun, time, outcome, attempts, hints, misconceptions } = record;
  const wrong = attempts - (outcome === 'right' ? 1 : 0);
  const acts = [
    ...Array.from({ length: wrong }, () => 'wrong' as const),
    ...(hints > 0 && wrong === 0 ? (['hint'] as const) : []),
    ...(outcome === 'open' ? [] : [outcome]),
  ];
  return acts.map((act, index) => ({
    exercise,
    level,
    seed,
    time: index === acts.length - 1 ? time : begun,
    act,
    hints,
    misconceptions: act === 'wrong' ? misconceptions : [],
    name: `${exercise}-${level}-${seed}-${index}`,
  }));
}

/** Opens the database; rejects where the browser refuses. `closed` is told when it is no longer open. */
export const openDatabase = (closed: () => void): Promise<Database> =>
  openDB<Schema>('convolution-by-hand', 2, {
    async upgrade(database, before, _after, transaction) {
      const events = database.createObjectStore('events', { keyPath: [...eventKey] });
      if (before === 0) database.createObjectStore('visits', { keyPath: 'lesson' });
      if (before !== 1) return;
      const records = await transaction.objectStore('problems').getAll();
      await Promise.all(records.flatMap(eventsOf).map((event) => events.put(event)));
      database.deleteObjectStore('problems');
    },
    blocking(_current, _wanted, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      closed();
    },
    terminated: closed,
  });
