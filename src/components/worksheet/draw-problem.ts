import type { Locale } from '@/state/locale.ts';
import { emptyDraft, judge } from '../exercise/draft.ts';
import { drawPart } from '../exercise/fields.ts';
import { drawBlock } from '../exercise/given.ts';
import { attributes, type Content, type Html, html } from '../exercise/html.ts';
import { drawText } from '../exercise/text.ts';
import { printCode } from './code.ts';
import { isLarge } from './room.ts';
import type { SetProblem } from './variants.ts';
import { sheetWords } from './words.ts';

/** What is shown on top of a problem, on paper and in a set: its number, name and level. */
export const drawSquares = (level: number): Html =>
  html`<span class="level" aria-hidden="true">${[1, 2, 3].map((step) => html`<i${attributes({ class: step <= level && 'on' })}></i>`)}</span>`;

export interface PaperView {
  readonly locale: Locale;
  /** "A3": so that loose pages find together again. */
  readonly number: string;
  /** Where the code leads. */
  readonly href: string;
  /** The sheet holds the worked steps back. */
  readonly held: boolean;
  /** Room to write under the fields. */
  readonly room: 'none' | 'some' | 'much';
}

/** The head of a problem on paper: its number, its name, its level, its code. */
export const drawPaperHead = ({ exercise, level, kind, seed }: SetProblem, view: PaperView): Html =>
  html`<h3 class="paper-head"><b>${view.number}</b> <span>${exercise.words[view.locale].title}</span>
    ${drawSquares(level)}<span class="hidden-visually">${sheetWords[view.locale].levelOf(level)}</span>
    <a class="code-sign" href="${view.href}">${printCode({ kind, level, seed }, view.held)}</a></h3>`;

/** The work of a problem with empty fields: what is given, what is asked. */
export function drawBlank({ exercise, problem }: SetProblem, id: string, locale: Locale): Content {
  const fields = { id, locale, judgement: judge(exercise, problem, emptyDraft), locked: false };
  return html`<div class="work"><div class="givens">${exercise.given(problem).map((block) => drawBlock(block, [], locale))}</div>
    <div class="parts" inert>${exercise.parts(problem).map((part) => drawPart(part, fields))}</div></div>`;
}

/** One problem on paper. */
export const drawPaperProblem = (problem: SetProblem, view: PaperView): Html =>
  html`<article class="paper-problem"${attributes({ 'data-large': isLarge(problem, view.locale) })}>${drawPaperHead(problem, view)}
    <p class="task">${drawText(problem.exercise.words[view.locale].task(problem.problem))}</p>
    ${drawBlank(problem, `paper-${view.number}`, view.locale)}
    ${view.room !== 'none' && html`<div class="room" data-room="${view.room}" aria-hidden="true"></div>`}</article>`;
