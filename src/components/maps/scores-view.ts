import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import { decimal } from '../../i18n/quantities.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import { ranked } from '../../runtime/ranked.ts';
import { element } from '../lab/dom.ts';
import { className, tenthsText } from '../lab/results.ts';
import { mapsWords } from './words.ts';

/** A class's score and probability, unrounded. */
export interface Score {
  readonly name: string;
  readonly score: number;
  readonly probability: number;
}

/** Classes with scores and probabilities, likeliest first. */
export function scoresOf(
  labels: NetworkManifest['labels'],
  logits: ArrayLike<number>,
  probabilities: readonly number[],
  locale: Locale,
): Score[] {
  const classes = labels.map((label, index) => ({ label, score: logits[index] ?? 0 }));
  return ranked(probabilities, classes).map(({ label: { label, score }, probability }) => ({
    name: className(label, locale),
    score,
    probability,
  }));
}

/** Tenths of a percent as shown, and what rounding leaves over to 100 %. */
export function tenthsOf(scores: readonly Score[]): { tenths: number[]; left: number } {
  const tenths = scores.map(({ probability }) => Math.round(1000 * probability));
  return { tenths, left: 1000 - tenths.reduce((sum, each) => sum + each, 0) };
}

function row(cells: readonly (Node | string)[], tag: 'td' | 'th'): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const [index, content] of cells.entries()) {
    const cell = document.createElement(index === 0 ? 'th' : tag);
    if (cell.tagName === 'TH') cell.setAttribute('scope', tag === 'th' ? 'col' : 'row');
    cell.append(content);
    line.append(cell);
  }
  return line;
}

/** The table of scores: numbers, and the probabilities as bars on one axis from 0 to 100 %. */
export function scoresTable(scores: readonly Score[], locale: Locale): HTMLTableElement {
  const t = mapsWords[locale];
  const { tenths, left } = tenthsOf(scores);
  const bar = (share: number) => {
    const cell = element('span', 'score-bar');
    const track = element('span', 'bar');
    const length = element('i', '');
    length.style.width = `${share / 10}%`;
    track.append(length);
    cell.append(track, element('span', 'share', tenthsText(share, locale)));
    return cell;
  };
  const sum = element('span', 'share', tenthsText(1000, locale));
  const rounding = `${left > 0 ? '+' : '−'}${tenthsText(Math.abs(left), locale)}`;
  const note = left === 0 ? '' : fill(t.rounding, { value: rounding });
  const total = element('span', 'score-bar');
  total.append(element('span', 'quiet', note), sum);
  const table = element('table', 'scores');
  const parts = {
    head: document.createElement('thead'),
    body: document.createElement('tbody'),
    foot: document.createElement('tfoot'),
  };
  parts.head.append(row([t.class, t.score, t.probability], 'th'));
  parts.body.append(
    ...scores.map(({ name, score }, index) => row([name, decimal(score, 3), bar(tenths[index] ?? 0)], 'td')),
  );
  parts.foot.append(row([t.sum, '', total], 'td'));
  table.append(parts.head, parts.body, parts.foot);
  return table;
}
