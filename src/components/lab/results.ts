import type { Locale } from '../../i18n/index.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import { ranked } from '../../runtime/ranked.ts';
import { element } from './dom.ts';
import { sharesWithRest } from './shares.ts';

/** A class with its probability. */
export interface Ranked {
  /** The manifest's English id. */
  readonly id: string;
  /** In the page's language. */
  readonly name: string;
  /** Unrounded. */
  readonly probability: number;
}

type Label = NetworkManifest['labels'][number];

/** A class as the page's language names it. */
export const className = (label: Label, locale: Locale): string => (locale === 'zh' ? label.zh : label.id);

/** All classes, likeliest first. */
export const rankedClasses = (
  probabilities: readonly number[],
  labels: readonly Label[],
  locale: Locale,
): readonly Ranked[] =>
  ranked(probabilities, labels).map(({ label, probability }) => ({
    id: label.id,
    name: className(label, locale),
    probability,
  }));

/** One line of the answer as shown: tenths of a percent, which all together add up to 1,000. */
export interface Line extends Ranked {
  readonly tenths: number;
}

const SHOWN = 5;
const TENTHS = 1000;

/** The five likeliest classes and all others together, rounded so that what is shown adds up to 100 %. */
export function answerLines(ranked: readonly Ranked[]): { top: Line[]; rest: { count: number; tenths: number } } {
  const top = ranked.slice(0, SHOWN);
  const others = ranked.slice(SHOWN);
  const otherShare = others.reduce((sum, { probability }) => sum + probability, 0);
  const tenths = sharesWithRest(
    top.map(({ probability }) => probability),
    otherShare,
    TENTHS,
  );
  return {
    top: top.map((each, index) => ({ ...each, tenths: tenths[index] ?? 0 })),
    rest: { count: others.length, tenths: tenths[top.length] ?? 0 },
  };
}

/** 714 → "71.4 %". */
export const tenthsText = (tenths: number, locale: Locale): string =>
  `${(tenths / 10).toFixed(1)}${locale === 'zh' ? '' : '\u00a0'}%`;

/** Name, percentage and bar of a line, for a list item or the row of the rest. */
export function lineParts(name: string, tenths: number, locale: Locale): HTMLElement[] {
  const bar = element('span', 'bar');
  const length = element('i', '');
  length.style.width = `${tenths / 10}%`;
  bar.append(length);
  return [element('span', 'name', name), element('span', 'p', tenthsText(tenths, locale)), bar];
}

/** The list's items: classes only, likeliest first. */
export const listItems = (top: readonly Line[], locale: Locale): HTMLLIElement[] =>
  top.map(({ id, name, probability, tenths }) => {
    const item = element('li', '');
    item.dataset['label'] = id;
    item.dataset['probability'] = String(probability);
    item.append(...lineParts(name, tenths, locale));
    return item;
  });
