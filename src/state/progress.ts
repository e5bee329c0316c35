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

/** A browser that does not answer for so long is taken not to have a store: some hang instead of refusing. */
const patience = 4000;

let opening: Promise<Database> | undefined;
/** What could not be written, by key. */
const unwrittenProblems = new Map<string, ProblemRecord>();
const unwrittenVisits = new Map<string, LessonVisit>();

const open = (): Promise<Database> => {
  opening ??= Promise.race([
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
    }),
    new Promise<never>((_, refuse) => {
      setTimeout(() => refuse(new Error('The browser did not open its store.')), patience);
    }),
  ]);
  return opening;
};

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

/** Records what was done with a problem. Never rejects. */
export async function recordEvent(id: ProblemId, event: ProblemEvent): Promise<void> {
  try {
    const transaction = (await open()).transaction('problems', 'readwrite');
    const record = await transaction.store.get([id.exercise, id.level, id.seed]);
    await Promise.all([transaction.store.put(withEvent(record, id, event)), transaction.done]);
  } catch {
    const key = JSON.stringify([id.exercise, id.level, id.seed]);
    unwrittenProblems.set(key, withEvent(unwrittenProblems.get(key), id, event));
    reportNotKept();
  }
  announce();
}

/** Records that a lesson was opened. Never rejects. */
export async function recordVisit(lesson: string, time: number): Promise<void> {
  const visit = (before: LessonVisit | undefined): LessonVisit => ({ lesson, begun: before?.begun ?? time, time });
  try {
    const transaction = (await open()).transaction('visits', 'readwrite');
    const before = await transaction.store.get(lesson);
    await Promise.all([transaction.store.put(visit(before)), transaction.done]);
  } catch {
    unwrittenVisits.set(lesson, visit(unwrittenVisits.get(lesson)));
  }
  announce();
}

/** All that is known of the reader's progress. Never rejects. */
export async function readProgress(): Promise<Progress> {
  const unwritten = { problems: [...unwrittenProblems.values()], visits: [...unwrittenVisits.values()] };
  try {
    const database = await open();
    const [problems, visits] = await Promise.all([database.getAll('problems'), database.getAll('visits')]);
    return { problems: [...problems, ...unwritten.problems], visits: [...visits, ...unwritten.visits] };
  } catch {
    return unwritten;
  }
}
