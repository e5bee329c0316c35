import { generate } from '@/exercises/kit/generate.ts';
import { pageHref } from '@/i18n/links.ts';
import { localeOf } from '@/state/locale.ts';
import { readStored, writeStored } from '@/state/storage.ts';
import { printAddress } from '../exercise/address.ts';
import { html } from '../exercise/html.ts';
import { loadKind } from '../exercise/kinds.ts';
import { part } from '../lab/dom.ts';
import { type CodeReading, printCode, readCode } from '../worksheet/code.ts';
import { kindNames } from '../worksheet/load-kinds.ts';
import { SetController } from './controller.ts';
import { followStored } from './follow-stored.ts';
import { SetSession } from './session.ts';
import { printState, readState } from './state.ts';
import { setWords } from './words.ts';

/**
 * `<problem-code>`: opens the problem of a code, typed or after the address's `#`: on its practice page, or, for a code
 * that holds the steps back, here without them.
 */
class ProblemCode extends HTMLElement {
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = setWords[this.#locale].codes;
  #life = new AbortController();
  #shown = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const form = part(this, 'form', HTMLFormElement);
    const field = part(this, '[data-code]', HTMLInputElement);
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#open(field.value);
      },
      { signal },
    );
    addEventListener('hashchange', () => this.#followAddress(field), { signal });
    this.#followAddress(field);
    this.dataset['ready'] = '';
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#shown.abort();
  }

  #followAddress(field: HTMLInputElement) {
    const code = location.hash.slice(1);
    if (code === '' || document.getElementById(code) !== null) return;
    field.value = code.slice(0, field.maxLength);
    this.#open(code);
  }

  #open(text: string) {
    const code = readCode(text, kindNames);
    const said = part(this, '[data-said]', HTMLElement);
    const field = part(this, '[data-code]', HTMLInputElement);
    said.textContent = code === undefined ? this.#words.bad(text.slice(0, 20)) : '';
    field.ariaInvalid = code === undefined ? 'true' : null;
    this.#shown.abort();
    part(this, '[data-problem]', HTMLElement).replaceChildren();
    if (code === undefined) return;
    if (code.held) void this.#show(code);
    else location.assign(pageHref(this.#locale, `practice/${code.kind}/${printAddress(code)}`));
  }

  async #show(code: CodeReading) {
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    try {
      const exercise = await loadKind(code.kind);
      if (signal.aborted) return;
      const problems = [{ ...code, exercise, problem: generate(exercise, code.seed, code.level) }];
      const settings = { title: '', tasks: '', seed: code.seed, feedback: 'once', steps: 'held' } as const;
      const key = `problem:${printCode(code)}`;
      const session = new SetSession(problems, settings, this.#locale, readState(problems, readStored(key)), {
        keep: (state) => writeStored(key, printState(problems, state)),
      });
      const frame = { head: () => html`<h2>${printCode(code)}</h2><p>${this.#words.held}</p>`, foot: () => html`` };
      followStored(key, new SetController(part(this, '[data-problem]', HTMLElement), session, frame, signal), signal);
    } catch (error) {
      console.error(error);
      part(this, '[data-said]', HTMLElement).textContent = setWords[this.#locale].failed;
    }
  }
}

customElements.define('problem-code', ProblemCode);
