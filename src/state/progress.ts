/**
 * The reader's progress, kept on this device in IndexedDB: one transaction for each thing done, so that two tabs lose
 * nothing. Where the browser keeps nothing (blocked, full) everything goes on from memory, and the page is told.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import {
  type LessonVisit,
  type ProblemEvent,
  type ProblemId,
  type ProblemRecord,
  type Progress,
  withEvent,
} from './summary.ts';

interface Schema extends DBSchema {
  problems: { key: [exercise: string, level: number, seed: number]; value: ProblemRecord };
  visits: { key: string; value: LessonVisit };
}
type Database = IDBPDatabase<Schema>;

/** After so many milliseconds a browser is taken not to have a store: some hang instead of refusing. */
const patience = 4000;

/** Resolves when a browser had time enough; in two steps, so that a page that was busy meanwhile hears the answer first. */
const patienceLost = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => setTimeout(resolve, 1000), patience);
  });

let opening: Promise<Database> | undefined;

const start = (): Promise<Database> =>
  openDB<Schema>('convolution-by-hand', 1, {
    upgrade(database) {
      database.createObjectStore('problems', { keyPath: ['exercise', 'level', 'seed'] });
      database.createObjectStore('visits', { keyPath: 'lesson' });
    },
    blocking(_current, _wanted, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = undefined;
    },
    terminated() {
      opening = undefined;
    },
  });

/** The store; never settles where the browser hangs, and what waits for it is written should it come after all. */
const open = async (): Promise<Database> => {
  opening ??= start();
  return opening;
};

/** What is not written yet, or never could be: the page goes on from here. */
const pendingEvents = new Set<{ readonly id: ProblemId; readonly event: ProblemEvent }>();
const pendingVisits = new Set<LessonVisit>();

const troubleListeners = new Set<() => void>();
let inTrouble = false;

/** Calls back when something cannot be kept (at once if it already happened), the first time only. */
export function whenNotKept(tell: () => void): void {
  if (inTrouble) tell();
  else troubleListeners.add(tell);
}

/** Tells the page that this browser does not keep what is done: another store of the page may find it out first. */
export function reportNotKept(): void {
  inTrouble = true;
  for (const tell of troubleListeners) tell();
  troubleListeners.clear();
}

const listeners = new Set<() => void>();
/** Reaches the site's other tabs; made when first needed. */
let channel: BroadcastChannel | undefined;
const otherTabs = (): BroadcastChannel => {
  channel ??= new BroadcastChannel('progress');
  return channel;
};

function announce(): void {
  for (const tell of listeners) tell();
  otherTabs().postMessage('changed');
}

/** Calls back whenever progress changes, in this tab or another. */
export function watchProgress(tell: () => void): void {
  listeners.add(tell);
  otherTabs().addEventListener('message', tell);
}

/** Tells of a write that fails or hangs. */
async function watchWrite(write: Promise<void>): Promise<void> {
  let isOver = false;
  void patienceLost().then(() => {
    if (!isOver) reportNotKept();
  });
  try {
    await write;
  } catch {
    reportNotKept();
  }
  isOver = true;
  announce();
}

/** Records what was done with a problem. Never rejects; does not settle where the browser's store hangs. */
export async function recordEvent(id: ProblemId, event: ProblemEvent): Promise<void> {
  const pending = { id, event };
  pendingEvents.add(pending);
  const write = async () => {
    const transaction = (await open()).transaction('problems', 'readwrite');
    const record = await transaction.store.get([id.exercise, id.level, id.seed]);
    await Promise.all([transaction.store.put(withEvent(record, id, event)), transaction.done]);
    pendingEvents.delete(pending);
  };
  await watchWrite(write());
}

const laterVisit = (before: LessonVisit | undefined, visit: LessonVisit): LessonVisit => ({
  ...visit,
  begun: before?.begun ?? visit.begun,
});

/** Records that a lesson was opened. Never rejects, and says nothing where it cannot be kept: the reader did nothing yet. */
export async function recordVisit(lesson: string, time: number): Promise<void> {
  const visit = { lesson, begun: time, time };
  pendingVisits.add(visit);
  try {
    const transaction = (await open()).transaction('visits', 'readwrite');
    const before = await transaction.store.get(lesson);
    await Promise.all([transaction.store.put(laterVisit(before, visit)), transaction.done]);
    pendingVisits.delete(visit);
  } catch {
    // It stays among the pending ones.
  }
  announce();
}

async function readStore(): Promise<Progress> {
  const database = await open();
  const [problems, visits] = await Promise.all([database.getAll('problems'), database.getAll('visits')]);
  return { problems, visits };
}

const nothing: Progress = { problems: [], visits: [] };

/** All that is known of the reader's progress, kept or not. Never rejects. */
export async function readProgress(): Promise<Progress> {
  const kept = await Promise.race([readStore().catch(() => nothing), patienceLost().then(() => nothing)]);
  const keyOf = ({ exercise, level, seed }: ProblemId) => JSON.stringify([exercise, level, seed]);
  const problems = new Map(kept.problems.map((record) => [keyOf(record), record]));
  for (const { id, event } of pendingEvents) problems.set(keyOf(id), withEvent(problems.get(keyOf(id)), id, event));
  const visits = new Map(kept.visits.map((visit) => [visit.lesson, visit]));
  for (const visit of pendingVisits) visits.set(visit.lesson, laterVisit(visits.get(visit.lesson), visit));
  return { problems: [...problems.values()], visits: [...visits.values()] };
}
