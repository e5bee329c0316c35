import type { Exercise, Problem } from '@/exercises/kit/definition.ts';
import type { Message } from '@/exercises/kit/feedback.ts';
import { seedCode } from '@/exercises/kit/seed.ts';
import type { Locale } from '@/state/locale.ts';
import { type Draft, type Judgement, judge } from './draft.ts';
import { drawBlock as drawFeedback, drawMessage } from './feedback.ts';
import { drawPart } from './fields.ts';
import { drawBlock } from './given.ts';
import { attributes, type Content, type Html, html, icon } from './html.ts';
import { drawText } from './text.ts';
import { cardWords } from './words.ts';

/** A sentence under the actions: about a paste, a link, the store; `action` is a button, `link` an address to copy. */
export interface Note {
  readonly text: string;
  readonly undo?: boolean;
  readonly link?: string;
}

/** Everything that a card shows. */
export interface CardView {
  /** Unique on the page. */
  readonly id: string;
  readonly locale: Locale;
  readonly exercise: Exercise;
  readonly problem: Problem;
  readonly seed: number;
  readonly level: number;
  readonly draft: Draft;
  /** What the last check found; empty before the first. */
  readonly messages: readonly Message[];
  /** "Exercise 3.2" in a lesson; on a practice page none, there the problem's code stands in its place. */
  readonly label?: string;
  /** Whether script answers: before it does the buttons wait and the worked steps are open to all. */
  readonly live: boolean;
  readonly folded: boolean;
  /** The worked steps are unfolded. */
  readonly stepsOpen: boolean;
  /** Looks at the reader's own answers after the right ones were shown. */
  readonly peek: boolean;
  readonly notes: readonly Note[];
  /** Whether there is a problem to go back to, or to come forward to again. */
  readonly before: boolean;
  readonly after: boolean;
  /** Whether another exercise follows on this page. */
  readonly next: boolean;
  /** Whether what is around the card decides which problem comes, and at which level. */
  readonly hosted?: boolean;
}

const button = (name: string, look: string, content: Content, values: Parameters<typeof attributes>[0] = {}): Html =>
  html`<button type="button" class="btn ${look}"${attributes({ [`data-${name}`]: true, ...values })}>${content}</button>`;

const squares = (level: number): Html =>
  html`<span class="level" aria-hidden="true">${[1, 2, 3].map((step) => html`<i${attributes({ class: step <= level && 'on' })}></i>`)}</span>`;

function drawLevel({ id, locale, level, live, exercise, hosted }: CardView): Html {
  const words = cardWords[locale];
  if (hosted === true) return html`<span class="level-choice">${squares(level)} ${words.levelOf(level)}</span>`;
  const options = exercise.levels.map(
    (step) => html`<option value="${step}"${attributes({ selected: step === level })}>${words.levelOf(step)}</option>`,
  );
  return html`<label class="level-choice">${squares(level)}<span class="hidden-visually">${words.level}</span>
    <select id="${id}-level" data-level-choice${attributes({ disabled: !live })}>${options}</select></label>`;
}

function drawHead(view: CardView): Html {
  const { id, locale, exercise, draft, folded, seed, hosted } = view;
  const words = cardWords[locale];
  const kind = exercise.words[locale].title;
  const label = hosted === true ? kind : view.label;
  const title = hosted === true ? words.problem(seedCode(seed)) : kind;
  const done = html`<span class="ok">${icon('tick')} <span>${words.rightAt(draft.rightAt, draft.hints)}</span></span>`;
  const copy = button('copy-link', 'plain icon', icon('link'), { 'aria-label': words.copyLink, disabled: !view.live });
  const name = html`${!folded && icon('pencil')}<span>${label ?? words.problem(seedCode(seed))}</span>${
    label !== undefined && html`<span class="title">${title}</span>`
  }`;
  // In a lesson a section's heading stands above the card, on a practice page the page's own.
  const heading =
    view.label === undefined
      ? html`<h2 class="label" id="${id}-title">${name}</h2>`
      : html`<h3 class="label" id="${id}-title">${name}</h3>`;
  return html`<header class="exercise-head">${heading}${
    folded
      ? html`${done}${button('open', 'plain', words.lookAgain)}`
      : html`<span class="head-end">${drawLevel(view)}${label !== undefined && copy}</span>`
  }</header>`;
}

function drawWork(view: CardView, judgement: Judgement): Html {
  const { exercise, problem, locale, id, draft } = view;
  const windows = view.messages.flatMap((message) => message.windows);
  const fields = { id, locale, judgement, locked: draft.shown };
  return html`<div class="work">
    <div class="givens">${exercise.given(problem).map((block) => drawBlock(block, windows, locale))}</div>
    <div class="parts">${exercise.parts(problem).map((part) => drawPart(part, fields))}</div></div>`;
}

function drawActions(view: CardView, { right, fields }: Judgement): Html {
  const { exercise, problem, locale, draft, live, peek, hosted } = view;
  const words = cardWords[locale];
  const hints = exercise.words[locale].hints(problem).length;
  const solved = draft.rightAt > 0;
  const first = draft.shown
    ? button('peek', '', peek ? words.rightAnswers : words.myAnswers)
    : button('check', solved ? '' : 'primary', draft.attempts === 0 ? words.check : words.checkAgain, {
        disabled: !live,
      });
  const help =
    !draft.shown &&
    !solved &&
    html`${button('hint', '', html`${icon('lamp')} ${words.hint}`, {
      disabled: !live,
      'aria-disabled': draft.hints >= hints && 'true',
    })}
      ${button('show', 'plain', words.show, { disabled: !live })}`;
  const other =
    hosted === true
      ? !solved && button('next', draft.shown ? 'primary' : 'plain', draft.shown ? words.next : words.another)
      : button(
          'new',
          draft.shown || (solved && !view.next) ? 'primary' : 'plain',
          html`${icon('dice')} ${words.newProblem}`,
          {
            disabled: !live,
          },
        );
  return html`<div class="actions">${first} ${help} ${other}
    ${view.before && button('before', 'plain', words.before)} ${view.after && button('after', 'plain', words.after)}
    <span class="tally">${words.tally(right, fields)}</span></div>`;
}

const drawNote = ({ text, undo, link }: Note, locale: Locale): Html =>
  html`<p class="card-note">${text}${undo === true && html` ${button('undo', 'plain', cardWords[locale].undo)}`}${
    link !== undefined && html` <a href="${link}">${link}</a>`
  }</p>`;

function drawFeedbacks(view: CardView): Html {
  const { exercise, problem, locale, draft } = view;
  const words = cardWords[locale];
  const hints = exercise.words[locale].hints(problem);
  const after = html`<span class="after">${
    view.next && button('next', 'primary', html`${words.next} ${icon('arrow')}`)
  }${view.label !== undefined && button('fold', 'plain', words.fold)}</span>`;
  const shown = drawFeedback('hint', words.shown.head, words.shown.text);
  return html`<div class="feedbacks" data-feedback>${
    draft.shown
      ? shown
      : view.messages.map((message) => drawMessage(message, locale, message.status === 'correct' && after))
  }${
    draft.rightAt === 0 &&
    !draft.shown &&
    hints
      .slice(0, draft.hints)
      .map((hint, index) => drawFeedback('hint', words.hintOf(index + 1, hints.length), drawText(hint)))
  }</div>`;
}

function drawSteps({ exercise, problem, locale, stepsOpen }: CardView): Html {
  const steps = exercise.words[locale].steps(problem);
  return html`<details class="steps" data-steps${attributes({ open: stepsOpen })}><summary>${icon('right')} ${cardWords[locale].steps}</summary>
    <ol>${steps.map((step) => html`<li><span>${drawText(step)}</span></li>`)}</ol></details>`;
}

function drawAside({ locale, seed, level, live }: CardView): Html {
  const words = cardWords[locale];
  return html`<aside class="session"><h2>${words.thisProblem}</h2>
    <p class="quiet"><b class="num">${seedCode(seed)}</b>${locale === 'en' ? ', ' : '，'}${words.seed(level)}</p>
    <div class="session-actions">${button('copy-link', '', html`${icon('link')} ${words.copyLink}`, { disabled: !live })}
    ${button('print', '', html`${icon('print')} ${words.print}`, { disabled: !live })}</div></aside>`;
}

/** The content of an `<exercise-card>`: the same on the server and in the browser. */
export function drawCard(view: CardView): Html {
  const { id, exercise, problem, locale, draft, folded, live } = view;
  const judgement = judge(exercise, problem, draft, view.peek);
  const withSteps = !live || draft.shown || draft.rightAt > 0;
  const body = html`<p class="task" id="${id}-task" tabindex="-1">${drawText(exercise.words[locale].task(problem))}</p>
    ${drawWork(view, judgement)}
    ${drawActions(view, judgement)}
    <div class="card-notes" role="status">${view.notes.map((note) => drawNote(note, locale))}</div>
    ${drawFeedbacks(view)}
    ${withSteps && drawSteps(view)}`;
  return html`<section class="exercise${folded && ' compact'}" aria-labelledby="${id}-title">${drawHead(view)}${!folded && body}</section>${
    view.label === undefined && view.hosted !== true && drawAside(view)
  }<p class="hidden-visually" role="status" data-say></p>`;
}
