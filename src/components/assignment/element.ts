import { decode } from '@/state/codec.ts';
import { type Locale, localeOf } from '@/state/locale.ts';
import { recordEvent } from '@/state/progress.ts';
import { readStored, writeStored } from '@/state/storage.ts';
import { readSettings, watchSettings } from '@/state/url.ts';
import { type Html, html } from '../exercise/html.ts';
import { addressNotes } from '../worksheet/address-notes.ts';
import { kindNames, loadKinds } from '../worksheet/load-kinds.ts';
import { printSet, type SetSettings, setFields, setScope, setSign, takeSign } from '../worksheet/settings.ts';
import { printTasks, readTasks, type Task } from '../worksheet/tasks.ts';
import { setProblems } from '../worksheet/variants.ts';
import { sheetWords } from '../worksheet/words.ts';
import { SetController } from './controller.ts';
import { drawHandIn, drawSetHead } from './draw.ts';
import { followStored } from './follow-stored.ts';
import { ResultPanel } from './result-panel.ts';
import { SetSession } from './session.ts';
import { printState, readState } from './state.ts';
import { setWords } from './words.ts';

const drawNotes = (notes: readonly string[]): Html =>
  html`<div class="sheet-notes" role="status">${notes.map((note) => html`<p>${note}</p>`)}</div>`;

/**
 * `<problem-set>`: the set that the address says. Answers are kept on the device under the set's own address, the same in
 * both languages. `data-status`: `empty`, `open`, `handed-in`, `failed`.
 */
class ProblemSet extends HTMLElement {
  readonly #locale: Locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = setWords[this.#locale];
  #life = new AbortController();
  /** What of the present address is shown. */
  #shown = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    this.#life.signal.addEventListener(
      'abort',
      watchSettings(setScope, () => void this.#adopt()),
    );
    void this.#adopt();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#shown.abort();
  }

  async #adopt() {
    this.#shown.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const { rest, sign } = takeSign(readSettings(setScope));
    const { state, problems } = decode(setFields, rest);
    const { tasks, faults } = readTasks(state.tasks, kindNames);
    const settings = { ...state, tasks: printTasks(tasks) };
    const faulty = addressNotes(problems, faults, sheetWords[this.#locale]);
    if (tasks.length === 0) return this.#showNothing(drawNotes(faulty));
    const { unsigned, changed } = this.#words;
    const notes = drawNotes([
      ...faulty,
      ...(sign === setSign(settings) ? [] : [sign === undefined ? unsigned : changed]),
    ]);
    try {
      await this.#start(settings, tasks, notes, signal);
    } catch (error) {
      console.error(error);
      this.dataset['status'] = 'failed';
      this.textContent = this.#words.failed;
    }
  }

  #showNothing(notes: Html) {
    this.dataset['status'] = 'empty';
    const worksheet = this.dataset['worksheet'] ?? '';
    this.innerHTML =
      html`${notes}<p>${this.#words.nothing}</p><p><a class="btn" href="${worksheet}">${this.#words.makeOne}</a></p>`.text;
  }

  async #start(settings: SetSettings, tasks: readonly Task[], notes: Html, signal: AbortSignal) {
    const exercises = await loadKinds(tasks);
    if (signal.aborted) return;
    const problems = setProblems(tasks, settings.seed, exercises);
    const key = `assignment:${printSet(settings)}`;
    const session = new SetSession(problems, settings, this.#locale, readState(problems, readStored(key)), {
      keep: (state) => writeStored(key, printState(problems, state)),
      record: (id, event) => void recordEvent(id, event),
    });
    const panel = new ResultPanel();
    const prepare = () => panel.prepare(session).then(() => controller.renderFrame(), console.error);
    const controller = new SetController(
      this,
      session,
      {
        head: () => html`${notes}${this.#drawHead(session)}`,
        foot: (_, asks) => (session.isHandedIn ? panel.draw(session) : drawHandIn(session, asks)),
        handedIn: () => void prepare(),
      },
      signal,
    );
    this.addEventListener(
      'input',
      ({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.dataset['learner'] === undefined) return;
        session.rename(target.value);
        if (session.isHandedIn) void prepare();
        else controller.renderFrame();
      },
      { signal },
    );
    this.addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        if (button?.dataset['copyText'] !== undefined) void panel.copy(session).then(() => controller.renderFrame());
        if (button?.dataset['save'] !== undefined) panel.save(session);
      },
      { signal },
    );
    followStored(key, controller, signal);
    if (session.isHandedIn) await prepare();
  }

  #drawHead(session: SetSession): Html {
    const words = this.#words;
    return drawSetHead(
      session,
      html`${!session.isKept && html`<p class="set-warning" role="status">${words.notKept}</p>`}
        <label class="field set-name"><span>${words.name}</span>
        <input class="text-field" type="text" maxlength="80" autocomplete="name" value="${session.state.name}" data-learner></label>`,
    );
  }
}

customElements.define('problem-set', ProblemSet);
