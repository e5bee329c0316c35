/** The page's address: the only module that touches `location` and `history`. Widgets read and write their own part. */
import type { Pair } from './codec.ts';
import { type Hash, parseHash, printHash, settingsOf, withSettings } from './hash.ts';

type Listener = (pairs: readonly Pair[]) => void;

/** Browsers refuse more than about a hundred changes of the address in ten seconds. */
const PAUSE = 200;

const listeners = new Map<string, Set<Listener>>();
/** What the address says, or will in a moment: widgets that have not loaded yet keep their part too. */
let current: Hash = { anchor: '', settings: [] };
let timer: ReturnType<typeof setTimeout> | undefined;
let lastWrite = 0;
let watching = false;

function write(): void {
  clearTimeout(timer);
  timer = undefined;
  lastWrite = Date.now();
  const hash = printHash(current);
  const address = `${location.pathname}${location.search}${hash && `#${hash}`}`;
  try {
    if (hash !== location.hash.slice(1)) history.replaceState({ kept: true }, '', address);
  } catch {
    timer = setTimeout(write, 10 * PAUSE); // Too many changes: the browser wants a rest.
  }
}

function writeSoon(): void {
  timer ??= setTimeout(write, Math.max(0, lastWrite + PAUSE - Date.now()));
}

const showAnchor = (): void => document.getElementById(current.anchor)?.scrollIntoView();

/** The reader followed a link, edited the address or went back: take over what it says, keep what it does not name. */
function adopt(): void {
  const found = parseHash(location.hash);
  if (printHash(found) === printHash(current)) return;
  const scopes = [...listeners.keys()].filter((scope) => settingsOf(found, scope).length > 0);
  let next: Hash = { anchor: found.anchor, settings: current.settings };
  const named = new Set(found.settings.map(([key]) => key.slice(0, key.lastIndexOf('.'))));
  for (const scope of named) next = withSettings(next, scope, settingsOf(found, scope));
  current = next;
  // A link to a heading scrolls by itself; beside settings the browser does not see the heading.
  const followed = history.state === null;
  write();
  if (followed && found.settings.length > 0) showAnchor();
  for (const scope of scopes) for (const tell of listeners.get(scope) ?? []) tell(settingsOf(current, scope));
}

function watch(): void {
  if (watching) return;
  watching = true;
  current = parseHash(location.hash);
  addEventListener('hashchange', adopt);
  addEventListener('popstate', adopt);
  addEventListener('pagehide', write);
  const [entry] = performance.getEntriesByType('navigation');
  const arrived = entry && 'type' in entry && entry.type === 'navigate';
  if (arrived && current.anchor && current.settings.length > 0) showAnchor();
}

/** The settings that the address holds for one widget on the page. */
export function readSettings(scope: string): Pair[] {
  watch();
  return settingsOf(current, scope);
}

/** Replaces one widget's settings in the address, in place: no new entry in the history. */
export function writeSettings(scope: string, pairs: readonly Pair[]): void {
  watch();
  current = withSettings(current, scope, pairs);
  writeSoon();
}

/** Calls back when the address gets other settings for `scope` from outside. Returns the function that stops it. */
export function watchSettings(scope: string, tell: Listener): () => void {
  watch();
  const set = listeners.get(scope) ?? new Set();
  listeners.set(scope, set.add(tell));
  return () => {
    set.delete(tell);
    if (set.size === 0) listeners.delete(scope);
  };
}

/** The address of this page with these settings alone, at `anchor`: what a reader copies. */
export function linkTo(scope: string, pairs: readonly Pair[], anchor = ''): string {
  const hash = printHash(withSettings({ anchor, settings: [] }, scope, pairs));
  return `${location.origin}${location.pathname}${location.search}${hash && `#${hash}`}`;
}
