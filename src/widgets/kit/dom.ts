import { local, type Selection, select } from 'd3';
import type { KitWords } from './words.ts';

/** One element that a widget draws into. */
export type Root = Selection<HTMLElement, unknown, null, undefined>;

/** What every part of the kit can ask of the widget it stands in. */
export interface Context {
  readonly words: KitWords;
  /** Called when a player starts or stops: while one plays, the spoken description waits. */
  playing(on: boolean): void;
  /** Runs what a press does: its change is a step of undo of its own, however soon the next one follows. */
  asStep(act: () => void): void;
}

const context = local<Context>();

/** Makes a context known to everything drawn under `root`. */
export const provideContext = (root: HTMLElement, value: Context): Context => context.set(root, value);

/** The context of the widget that holds an element. */
export function contextOf(root: Root): Context {
  const node = root.node();
  const found = node && context.get(node);
  if (!found)
    throw new Error('A part of the kit was drawn outside a widget: draw under the root that `draw` was given.');
  return found;
}

/**
 * The one child of `parent` under this name, made on the first call. Children stand in the order in which they were
 * first asked for: ask for all of them at every draw, and hide those that have nothing to show.
 */
export function child(parent: Root, tag: string, part: string): Root {
  const isPart = (node: HTMLElement) => node.getAttribute('data-part') === part;
  const found = parent.selectChildren<HTMLElement, unknown, HTMLElement>(isPart).node();
  return found ? select<HTMLElement, unknown>(found) : parent.append<HTMLElement>(tag).attr('data-part', part);
}

/** One child for each item, kept by key and in the items' order. */
export const children = <Item>(
  parent: Root,
  tag: string,
  items: Iterable<Item>,
  key: (item: Item, index: number) => string | number,
): Selection<HTMLElement, Item, HTMLElement, unknown> =>
  parent
    .selectChildren<HTMLElement, Item>(tag)
    .data(items, (item, index) => String(key(item, index)))
    .join((enter) => enter.append<HTMLElement>(tag))
    .order();

/** Runs `each` on every element of a selection, as a root of its own. */
export const eachRoot = <Item>(
  selection: Selection<HTMLElement, Item, HTMLElement, unknown>,
  each: (root: Root, item: Item, index: number) => void,
): void => {
  selection.each(function (item, index) {
    each(select<HTMLElement, unknown>(this), item, index);
  });
};

/** One of the sprite's icons: decoration, so what holds it needs a label. */
export function icon(parent: Root, name: string): void {
  const drawn = parent.selectChildren<SVGSVGElement, string>('svg').data([name]);
  const made = drawn.enter().append('svg').attr('class', 'i').attr('aria-hidden', 'true');
  made.append('use');
  parent.selectChildren('svg').select('use').attr('href', `#i-${name}`);
}
