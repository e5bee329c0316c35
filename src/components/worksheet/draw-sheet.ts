import type { Locale } from '@/state/locale.ts';
import { type Html, html } from '../exercise/html.ts';
import { printCode } from './code.ts';
import { drawKeyEntry } from './draw-key.ts';
import { drawPaperProblem, type PaperView } from './draw-problem.ts';
import type { SheetSettings } from './settings.ts';
import { type SetProblem, variantNames } from './variants.ts';
import { sheetWords } from './words.ts';

export interface SheetView {
  readonly locale: Locale;
  readonly settings: SheetSettings;
  /** The problems of each variant. */
  readonly sheets: readonly (readonly SetProblem[])[];
  /** The address at which a code is opened, whole. */
  readonly codePage: string;
}

/** An address as it is printed: without what every browser adds by itself. */
const short = (address: string): string => address.replace(/^https?:\/\//, '');

function drawTitle(view: SheetView, variant: number, more: readonly string[]): Html {
  const { locale, settings } = view;
  const words = sheetWords[locale];
  const letter = settings.variants > 1 ? words.variant(variantNames[variant] ?? 'A') : '';
  return html`<header class="paper-title"><h2><bdi>${settings.title === '' ? words.untitled : settings.title}</bdi></h2>
    <p>${[letter, ...more].filter((text) => text !== '').join(' · ')}</p></header>`;
}

/** One variant, for the learner: a line for the name, the problems, and how to open one on the site. */
function drawPaper(view: SheetView, variant: number, problems: readonly SetProblem[]): Html {
  const { locale, settings } = view;
  const words = sheetWords[locale];
  const lines = [words.name, words.date].map((label) => html`<span>${label}</span>`);
  return html`<section class="paper" data-paper="${settings.paper}" data-columns="${settings.columns}">
    ${drawTitle(view, variant, [])}<p class="paper-lines">${lines}</p>
    <p class="paper-hint">${words.codes(short(view.codePage))}</p>
    <div class="paper-flow">${problems.map((problem, place) => drawPaperProblem(problem, viewOf(view, variant, place, problem)))}</div></section>`;
}

function drawKey(view: SheetView, variant: number, problems: readonly SetProblem[]): Html {
  const { locale, settings } = view;
  const words = sheetWords[locale];
  return html`<section class="paper key" data-paper="${settings.paper}" data-columns="${settings.columns}">
    ${drawTitle(view, variant, [words.key, words.fromSeed(settings.seed)])}
    <div class="paper-flow">${problems.map((problem, place) => drawKeyEntry(problem, viewOf(view, variant, place, problem), settings.key === 'full'))}</div></section>`;
}

function viewOf(
  { locale, settings, codePage }: SheetView,
  variant: number,
  place: number,
  problem: SetProblem,
): PaperView {
  const held = settings.steps === 'held';
  return {
    locale,
    number: `${settings.variants > 1 ? (variantNames[variant] ?? '') : ''}${place + 1}`,
    href: `${codePage}#${printCode(problem, held)}`,
    held,
    room: settings.room,
  };
}

/** All sheets, then all keys. */
export const drawSheets = (view: SheetView): Html =>
  html`${view.sheets.map((problems, variant) => drawPaper(view, variant, problems))}${
    view.settings.key !== 'none' && view.sheets.map((problems, variant) => drawKey(view, variant, problems))
  }`;
