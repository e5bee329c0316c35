import { cutOff, prepare, solve } from '@/exercises/kit/rules.ts';
import { kitWords } from '@/exercises/kit/words.ts';
import type { Locale, Translated } from '@/state/locale.ts';
import { type Html, html } from '../exercise/html.ts';
import { drawText } from '../exercise/text.ts';
import { type AnswerLine, answerLines } from './answers.ts';
import { drawPaperHead, type PaperView } from './draw-problem.ts';
import type { SetProblem } from './variants.ts';
import { sheetWords } from './words.ts';

const colon: Translated<string> = { en: ': ', zh: '：' };

/** The rows of an answer, each of which stays whole. No slash parts them: a row may hold fractions. */
const drawRows = (rows: readonly string[]): Html =>
  html`${rows.map((row, place) => html`<span class="answer-row">${row}${place < rows.length - 1 && '  |'}</span> `)}`;

const drawLines = (lines: readonly AnswerLine[], locale: Locale): Html =>
  html`<dl class="key-answers">${lines.map(({ label, rows }) => html`<div><dt>${label}${colon[locale]}</dt> <dd>${drawRows(rows)}</dd></div>`)}</dl>`;

/** The slips that show in this problem, each with what a learner who makes it writes where it is not right. */
function drawSlips({ exercise, problem }: SetProblem, locale: Locale): Html {
  const truth = solve(exercise, problem);
  const slips = [...prepare(exercise, problem).rules].map(([name, { typed }]) => {
    const head = name === cutOff ? kitWords[locale].cutOff.head : exercise.misconceptions[name]?.words[locale].head;
    const lines = answerLines(exercise, problem, typed, locale, truth);
    return html`<li>${head} <span class="slip-answer">${lines.map(({ label, rows }) => html`<span>${label}${colon[locale]}<b>${drawRows(rows)}</b></span> `)}</span></li>`;
  });
  return html`<div class="key-slips"><h4>${sheetWords[locale].slips}</h4><ul>${slips}</ul></div>`;
}

/** One problem of the key: its answer, and in a full key the worked steps and the slips to look for. */
export function drawKeyEntry(problem: SetProblem, view: PaperView, isFull: boolean): Html {
  const { exercise, problem: drawn } = problem;
  const { locale } = view;
  const steps = exercise.words[locale].steps(drawn);
  const full = html`<div class="key-steps"><h4>${sheetWords[locale].worked}</h4>
    <ol>${steps.map((step) => html`<li>${drawText(step)}</li>`)}</ol></div>${drawSlips(problem, locale)}`;
  return html`<article class="key-entry">${drawPaperHead(problem, view)}
    ${drawLines(answerLines(exercise, drawn, solve(exercise, drawn), locale), locale)}
    ${exercise.nearest !== undefined && html`<p>${sheetWords[locale].oneOfSeveral}</p>`}${isFull && full}</article>`;
}
