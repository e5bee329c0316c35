import type { KitWords } from './words.ts';

/** What `Widget.astro` writes into the page for a widget's element: words in the page's language, a lesson's settings. */
export interface PageData {
  readonly own: Readonly<Record<string, string>>;
  readonly kit: KitWords;
  readonly state: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPageData = (value: Readonly<Record<keyof PageData, unknown>>): value is PageData =>
  isRecord(value.own) && isRecord(value.kit) && isRecord(value.state);

/** The words stand once a page, on whichever widget was drawn first. */
const once = (selector: string, name: string): unknown =>
  JSON.parse(document.querySelector(selector)?.getAttribute(name) ?? 'null');

/** Reads it back. Throws where the page does not hold it, which would be a fault of the build. */
export function readPageData(host: HTMLElement): PageData {
  const name = CSS.escape(host.getAttribute('name') ?? '');
  const data = {
    own: once(`lesson-widget[name="${name}"][data-words]`, 'data-words'),
    kit: once('lesson-widget[data-kit-words]', 'data-kit-words'),
    state: JSON.parse(host.dataset['settings'] ?? '{}'),
  };
  if (!isPageData(data)) throw new TypeError('A <lesson-widget> needs its data: draw it with Widget.astro.');
  return data;
}
