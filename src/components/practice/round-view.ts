import { type Html, html, icon } from '@/components/exercise/html.ts';
import { loadKind } from '@/components/exercise/kinds.ts';
import { fill } from '@/i18n/fill.ts';
import type { Result, Review } from '@/practice/reviews.ts';
import { roundOf } from '@/practice/round.ts';
import type { Locale } from '@/state/locale.ts';
import type { Progress } from '@/state/summary.ts';
import { slipHead } from './advice.ts';
import { type PageKind, placeOf } from './kinds-on-page.ts';
import { practiceWords } from './words.ts';

/** So many of the last problems are drawn. */
const longest = 12;

const marks = { 'at-once': 'tick', later: 'tick', wrong: 'cross', shown: 'lamp' } as const satisfies Record<
  Result,
  string
>;

/** A slip of this round, and how often it was made. */
interface Slip {
  readonly exercise: string;
  readonly misconception: string;
  readonly times: number;
}

/** The slips of the problems of a round, most frequent first. */
function slipsOf({ problems }: Progress, round: readonly Review[]): Slip[] {
  const counts = new Map<string, Slip>();
  for (const { exercise, level, seed } of round) {
    const problem = problems.find((one) => one.exercise === exercise && one.level === level && one.seed === seed);
    for (const misconception of problem?.misconceptions ?? []) {
      const key = `${exercise} ${misconception}`;
      counts.set(key, { exercise, misconception, times: (counts.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.times - a.times).slice(0, 3);
}

async function drawSlip({ exercise, misconception, times }: Slip, kinds: readonly PageKind[], locale: Locale) {
  const words = practiceWords[locale];
  const kind = kinds.find(({ id }) => id === exercise);
  if (kind === undefined) return '';
  const head = slipHead(await loadKind(exercise), misconception, locale);
  const place = placeOf(kind, misconception);
  return html`<li><span class="n">${words.slipTimes(times)}</span><span>${head}<small>${kind.title}</small></span>${
    place !== undefined && html`<a href="${place}">${fill(words.lessonNumber, { order: kind.order })}</a>`
  }</li>`;
}

/** The round so far: a cell for each problem, how many went how, and the slips made. */
export async function drawRound(
  progress: Progress,
  kinds: readonly PageKind[],
  locale: Locale,
  now: number,
): Promise<Html> {
  const words = practiceWords[locale];
  const round = roundOf(progress.problems, now);
  if (round.length === 0) return html`<p class="quiet">${words.roundEmpty}</p>`;
  const first = Math.max(0, round.length - longest);
  const count = (...results: readonly Result[]) => round.filter(({ result }) => results.includes(result)).length;
  const tally = [
    [count('at-once'), words.tally.atOnce] as const,
    [count('later'), words.tally.later] as const,
    [count('wrong', 'shown'), words.tally.missed] as const,
  ];
  const slips = await Promise.all(slipsOf(progress, round).map((slip) => drawSlip(slip, kinds, locale)));
  return html`<ol class="run-cells">${round
    .slice(first)
    .map(
      ({ result }, index) =>
        html`<li data-result="${result}">${icon(marks[result])}<span class="hidden-visually">${words.result(first + index + 1, result)}</span></li>`,
    )}</ol>
    <dl class="run-tally">${tally.map(([times, name]) => times > 0 && html`<div><dt>${times}</dt><dd>${name}</dd></div>`)}</dl>
    ${slips.length > 0 && html`<h3>${words.slips}</h3><ul class="slips">${slips}</ul>`}`;
}
