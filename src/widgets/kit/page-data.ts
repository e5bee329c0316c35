import type { KitWords } from './words.ts';

/** What `Widget.astro` writes into the page for a widget's element: words in the page's language, a lesson's settings. */
export interface PageData {
  readonly own: Readonly<Record<string, string>>;
  readonly kit: KitWords;
  readonly state: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isPageData = (value: unknown): value is PageData =>
  isRecord(value) && isRecord(value['own']) && isRecord(value['kit']) && isRecord(value['state']);

/** Reads it back. Throws where the page does not hold it, which would be a fault of the build. */
export function readPageData(text: string | undefined): PageData {
  const data: unknown = JSON.parse(text ?? 'null');
  if (!isPageData(data)) throw new TypeError('A <lesson-widget> needs its data: draw it with Widget.astro.');
  return data;
}
