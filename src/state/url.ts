/** The page's address: the only module that touches `location` and `history`. Widgets read and write their own part. */
import type { Pair } from './codec.ts';
import { type Hash, parseHash, printHash, settingsOf, withSettings } from './hash.ts';
import { paced } from './paced.ts';

type Listener = (pairs: readonly Pair[]) => void;

const listeners = new Map<string, Set<Listener>>();
/** What the address says, or will in a moment: widgets that have not loaded yet keep their part too. */
let current: Hash = { anchor: '', settings: [] };
let watching = false;

const address = paced(() => {
  const hash = printHash(current);
  const whole = `${location.pathname}${location.search}${hash && `#${hash}`}`;
  if (hash !== location.hash.slice(1)) history.replaceState({ kept: true }, '', whole);
});

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
  address.now();
  if (followed && found.settings.length > 0) showAnchor();
  for (const scope of scopes) for (const tell of listeners.get(scope) ?? []) tell(settingsOf(current, scope));
}

function watch(): void {
  if (watching) return;
  watching = true;
  current = parseHash(location.hash);
  addEventListener('hashchange', adopt);
  addEventListener('popstate', adopt);
  addEventListener('pagehide', address.now);
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
  address.soon();
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
