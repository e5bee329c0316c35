/**
 * The reader's progress, kept on this device in IndexedDB: one transaction for each thing done, so that two tabs lose
 * nothing. Where the browser keeps nothing (blocked, full) everything goes on from memory, and the page is told.
 */
import { mergeProgress, mergeVisit } from './merge.ts';
import { type Database, openDatabase } from './progress-database.ts';
import type { Progress } from './summary.ts';
import {
  type Kept,
  type KeptEvent,
  type LessonVisit,
  type ProblemEvent,
  type ProblemId,
  recordsOf,
} from './summary.ts';

/** After so many milliseconds a browser is taken not to have a store: some hang instead of refusing. */
const patience = 4000;

/** Resolves when a browser had time enough; in two steps, so that a page that was busy meanwhile hears the answer first. */
const patienceLost = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => setTimeout(resolve, 1000), patience);
  });

let opening: Promise<Database> | undefined;
/** The store, once it is open; what hung once is not waited for again. */
let database: Database | undefined;
let hangs = false;

const forget = (): void => {
  opening = undefined;
  database = undefined;
};

/** The store; never settles where the browser hangs, and what waits for it is written should it come after all. */
async function open(): Promise<Database> {
  opening ??= openDatabase(forget);
  database = await opening;
  return database;
}

/** The store, or `undefined` where the browser refuses it or had time enough. */
const reach = (): Promise<Database | undefined> => {
  const opened = open().catch(() => undefined);
  if (hangs && database === undefined) return Promise.resolve(undefined);
  const late = patienceLost().then(() => {
    hangs = database === undefined;
    return database;
  });
  return Promise.race([opened, late]);
};

/** What is not written yet, or never could be: the page goes on from here. */
const pendingEvents = new Set<KeptEvent>();
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

/** Finds out whether this browser has a store, before anything is done; those who wait with `whenNotKept` are told. */
export async function tryStore(): Promise<void> {
  if ((await reach()) === undefined) reportNotKept();
}

/** What happened to progress: something came to it, or all of it was erased. */
export type Change = 'changed' | 'erased';
type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
/** Reaches the site's other tabs; made when first needed. */
let channel: BroadcastChannel | undefined;
const otherTabs = (): BroadcastChannel => {
  channel ??= new BroadcastChannel('progress');
  return channel;
};

function tellHere(change: Change): void {
  for (const tell of listeners) tell(change);
}

function tellAll(change: Change): void {
  tellHere(change);
  otherTabs().postMessage(change);
}

/** Calls back whenever progress changes, in this tab or another. Returns the function that stops it. */
export function watchProgress(tell: Listener): () => void {
  const hear = ({ data }: MessageEvent) => tell(data === 'erased' ? 'erased' : 'changed');
  listeners.add(tell);
  otherTabs().addEventListener('message', hear);
  return () => {
    listeners.delete(tell);
    otherTabs().removeEventListener('message', hear);
  };
}

/** Writes all of it, in one transaction, or nothing. */
async function write({ events, visits }: Kept): Promise<void> {
  const transaction = (await open()).transaction(['events', 'visits'], 'readwrite');
  const eventStore = transaction.objectStore('events');
  const visitStore = transaction.objectStore('visits');
  const putVisit = async (visit: LessonVisit) => visitStore.put(mergeVisit(await visitStore.get(visit.lesson), visit));
  await Promise.all([...events.map((event) => eventStore.put(event)), ...visits.map(putVisit), transaction.done]);
}

/** Adds to progress, on this device or at least for this page. Does not settle where the browser's store hangs. */
async function add(added: Kept): Promise<void> {
  for (const event of added.events) pendingEvents.add(event);
  for (const visit of added.visits) pendingVisits.add(visit);
  tellHere('changed');
  await write(added);
  for (const event of added.events) pendingEvents.delete(event);
  for (const visit of added.visits) pendingVisits.delete(visit);
  tellAll('changed');
}

/** Tells of a write that fails or hangs. Never rejects. */
async function watchWrite(writing: Promise<void>): Promise<void> {
  let isOver = false;
  void patienceLost().then(() => {
    if (!isOver) reportNotKept();
  });
  await writing.catch(reportNotKept);
  isOver = true;
}

/** 64 bits of chance: a name that no other event has. */
const freshName = (): string =>
  [...crypto.getRandomValues(new Uint32Array(2))].map((half) => half.toString(16).padStart(8, '0')).join('');

/** Records what was done with a problem. Never rejects; does not settle where the browser's store hangs. */
export async function recordEvent({ exercise, level, seed }: ProblemId, event: ProblemEvent): Promise<void> {
  const kept = { exercise, level, seed, ...event, name: freshName() };
  await watchWrite(add({ events: [kept], visits: [] }));
}

/** Records that a lesson was opened. Never rejects, and says nothing where it cannot be kept: the reader did nothing yet. */
export async function recordVisit(lesson: string, time: number): Promise<void> {
  await add({ events: [], visits: [{ lesson, begun: time, time }] }).catch(() => {});
}

/** Merges progress of another place into this. Never rejects; does not settle where the browser's store hangs. */
export const addProgress = (kept: Kept): Promise<void> => watchWrite(add(kept));

/** Erases all progress; false where the browser would not (what only this page remembered is forgotten then too). */
export async function eraseProgress(): Promise<boolean> {
  pendingEvents.clear();
  pendingVisits.clear();
  const store = await reach();
  try {
    const transaction = store?.transaction(['events', 'visits'], 'readwrite');
    await Promise.all([
      transaction?.objectStore('events').clear(),
      transaction?.objectStore('visits').clear(),
      transaction?.done,
    ]);
  } catch {
    return false;
  } finally {
    tellAll('erased');
  }
  return true;
}

const nothing: Kept = { events: [], visits: [] };

async function readStore(): Promise<Kept> {
  const store = await reach();
  if (store === undefined) return nothing;
  const [events, visits] = await Promise.all([store.getAll('events'), store.getAll('visits')]);
  return { events, visits };
}

/** All that is known of the reader's progress, kept or not. Never rejects. */
export async function readProgress(): Promise<Progress> {
  const stored = await readStore().catch(() => nothing);
  const kept = mergeProgress(stored, { events: [...pendingEvents], visits: [...pendingVisits] });
  return { ...kept, problems: recordsOf(kept.events) };
}
