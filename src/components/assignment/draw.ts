import { drawMessage } from '../exercise/feedback.ts';
import { drawPart } from '../exercise/fields.ts';
import { drawBlock } from '../exercise/given.ts';
import { type Content, type Html, html, icon } from '../exercise/html.ts';
import { drawText } from '../exercise/text.ts';
import { cardWords } from '../exercise/words.ts';
import { drawSquares } from '../worksheet/draw-problem.ts';
import type { SetSession } from './session.ts';
import { setWords } from './words.ts';

/** One problem of a set: the look of an exercise's card, with what a set allows. */
export function drawSetProblem(session: SetSession, place: number): Html {
  const { locale, isHandedIn, canCheck } = session;
  const found = session.problems[place];
  if (found === undefined) return html``;
  const { exercise, problem, level } = found;
  const [words, own] = [cardWords[locale], setWords[locale]];
  const draft = session.draft(place);
  const judgement = isHandedIn || canCheck ? session.judgement(place) : { ...session.judgement(place), marks: {} };
  const told = isHandedIn || canCheck ? session.messages(place) : [];
  const id = `set-${place}`;
  const windows = told.flatMap((message) => message.windows);
  const fields = { id, locale, judgement, locked: isHandedIn };
  const steps = exercise.words[locale].steps(problem);
  const check =
    canCheck &&
    html`<div class="actions"><button type="button" class="btn" data-check>${draft.attempts === 0 ? words.check : words.checkAgain}</button>
      <span class="tally">${words.tally(judgement.right, judgement.fields)}</span></div>`;
  const note = session.note(place);
  return html`<section class="exercise" aria-labelledby="${id}-title">
    <header class="exercise-head"><h3 class="label" id="${id}-title">${icon('pencil')}<span>${own.problem(place + 1)}</span><span class="title">${exercise.words[locale].title}</span></h3>
      <span class="set-level">${drawSquares(level)} ${words.levelOf(level)}</span></header>
    <p class="task" id="${id}-task">${drawText(exercise.words[locale].task(problem))}</p>
    <div class="work"><div class="givens">${exercise.given(problem).map((block) => drawBlock(block, windows, locale))}</div>
      <div class="parts">${exercise.parts(problem).map((part) => drawPart(part, fields))}</div></div>
    ${check}
    <div class="card-notes" role="status">${note !== undefined && html`<p class="card-note">${note}</p>`}</div>
    <div class="feedbacks" data-feedback>${told.map((message) => drawMessage(message, locale))}</div>
    ${
      isHandedIn &&
      session.settings.steps === 'open' &&
      html`<details class="steps" data-steps><summary>${icon('right')} ${words.steps}</summary>
        <ol>${steps.map((step) => html`<li><span>${drawText(step)}</span></li>`)}</ol></details>`
    }</section>`;
}

/** How the set stands, problem by problem. */
export const drawScore = (session: SetSession): Html => {
  const words = setWords[session.locale];
  const { right, problems } = session.score;
  return html`<p class="set-score"><b>${words.score(right, problems)}</b></p>
    <ol class="set-tally">${session.problems.map((_, place) => {
      const isRight = session.isRight(place);
      return html`<li data-state="${isRight ? 'correct' : 'wrong'}">${icon(isRight ? 'tick' : 'cross')}<a href="#set-${place}-title">${words.problem(place + 1)}</a>
        <span class="hidden-visually">${cardWords[session.locale].marks[isRight ? 'correct' : 'wrong']}</span></li>`;
    })}</ol>`;
};

/** What stands above a set: its title, what is to be done, then `more`. */
export const drawSetHead = ({ settings, problems, locale }: SetSession, more: Content): Html => {
  const words = setWords[locale];
  const { title, feedback, steps } = settings;
  return html`<header class="set-head"><h2><bdi>${title === '' ? words.untitled : title}</bdi></h2>
    <p>${words.intro(problems.length, feedback)}${steps === 'held' && html` ${words.held}`}</p>${more}</header>`;
};

/** The button that hands in; `asks` says first how much is empty. */
export const drawHandIn = ({ score, locale }: SetSession, asks: boolean): Html => {
  const words = setWords[locale];
  return html`<p class="set-actions"><button type="button" class="btn primary" data-hand-in>${asks ? words.handInAllTheSame : words.handIn}</button>
    <span class="quiet">${asks ? words.asks(score.empty) : words.filled(score.empty)}</span></p>`;
};
