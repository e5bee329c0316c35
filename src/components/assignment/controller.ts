import { isField, moveOf, placeOf, target, textOf } from '../exercise/field-events.ts';
import type { Html } from '../exercise/html.ts';
import { morph } from '../exercise/morph.ts';
import { readBlock } from '../exercise/paste.ts';
import { offerKeys, withdrawKeys } from '../exercise/touch-keys.ts';
import { cardWords } from '../exercise/words.ts';
import { drawSetProblem } from './draw.ts';
import type { SetSession } from './session.ts';
import type { SetState } from './state.ts';
import { setWords } from './words.ts';

/** What surrounds the problems: drawn by whoever shows the set. */
export interface SetFrame {
  head(session: SetSession): Html;
  /** Below the problems; `asks` when handing in was asked for while fields are empty. */
  foot(session: SetSession, asks: boolean): Html;
  /** The set was handed in, here or where its state came from. */
  handedIn?(session: SetSession): void;
}

/** A set on the page: draws it into `root`, listens to it, speaks. The same on the site and in a learning platform. */
export class SetController {
  readonly #root: HTMLElement;
  readonly session: SetSession;
  readonly #frame: SetFrame;
  #asks = false;

  constructor(root: HTMLElement, session: SetSession, frame: SetFrame, signal: AbortSignal) {
    this.#root = root;
    this.session = session;
    this.#frame = frame;
    root.replaceChildren(
      this.#box('div', 'head'),
      ...session.problems.map((_, place) => this.#box('div', 'place', String(place))),
      this.#box('div', 'foot'),
      this.#box('p', 'say'),
    );
    const say = this.#part('say');
    if (say) Object.assign(say, { className: 'hidden-visually', role: 'status' });
    root.addEventListener('input', ({ target: field }) => this.#input(field), { signal });
    root.addEventListener('click', ({ target: node }) => this.#click(node), { signal });
    root.addEventListener('keydown', (event) => this.#keydown(event), { signal });
    root.addEventListener('paste', (event) => this.#paste(event), { signal });
    root.addEventListener(
      'focusin',
      ({ target: field }) => isField(field) && offerKeys(field, cardWords[session.locale].keys),
      { signal },
    );
    root.addEventListener('focusout', ({ target: field }) => isField(field) && withdrawKeys(field), { signal });
    this.render();
  }

  #box(tag: 'div' | 'p', name: string, value = ''): HTMLElement {
    const box = document.createElement(tag);
    box.dataset[name] = value;
    return box;
  }

  #part(name: string): HTMLElement | null {
    return this.#root.querySelector(`:scope > [data-${name}]`);
  }

  render() {
    for (const place of this.session.problems.keys()) this.#renderProblem(place);
    this.renderFrame();
  }

  /** Takes over a state that came from elsewhere. */
  adopt(state: SetState) {
    this.session.adopt(state);
    this.render();
    if (this.session.isHandedIn) this.#frame.handedIn?.(this.session);
  }

  renderFrame() {
    const [head, foot] = [this.#part('head'), this.#part('foot')];
    if (head) morph(head, this.#frame.head(this.session));
    if (foot) morph(foot, this.#frame.foot(this.session, this.#asks));
    this.#root.dataset['status'] = this.session.isHandedIn ? 'handed-in' : 'open';
  }

  #renderProblem(place: number) {
    const box = this.#root.querySelector(`:scope > [data-place="${place}"]`);
    if (box === null) return;
    const wasOpen = box.querySelector('details')?.open === true;
    morph(box, drawSetProblem(this.session, place));
    const details = box.querySelector('details');
    if (details) details.open = wasOpen;
  }

  /** Speaks once, also where the same was said before. */
  say(text: string) {
    const status = this.#part('say');
    if (status === null) return;
    status.textContent = '';
    setTimeout(() => {
      status.textContent = text;
    }, 50);
  }

  #placeOf(node: Element): number {
    return Number(node.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? -1);
  }

  #input(field: EventTarget | null) {
    if (!isField(field)) return;
    const place = this.#placeOf(field);
    this.session.type(place, placeOf(field), textOf(field));
    this.#asks = false;
    this.#renderProblem(place);
    this.renderFrame();
  }

  #click(node: EventTarget | null) {
    const button = node instanceof Element ? node.closest('button') : null;
    if (button === null) return;
    if (button.dataset['check'] !== undefined) this.#check(this.#placeOf(button));
    if (button.dataset['handIn'] !== undefined) this.#handIn();
    if (button.dataset['goOn'] !== undefined) this.#goOn();
  }

  #check(place: number) {
    const spoken = this.session.check(place);
    this.#renderProblem(place);
    this.renderFrame();
    this.say(spoken);
  }

  /** Where fields are empty the first press only says so. */
  #handIn() {
    const { empty } = this.session.score;
    const words = setWords[this.session.locale];
    if (empty > 0 && !this.#asks) {
      this.#asks = true;
      this.renderFrame();
      this.say(words.asks(empty));
      return;
    }
    this.#asks = false;
    this.session.handIn();
    this.render();
    const { right, problems } = this.session.score;
    this.say(words.score(right, problems));
    this.#root.querySelector<HTMLElement>('[data-result]')?.focus();
    this.#frame.handedIn?.(this.session);
  }

  #goOn() {
    this.session.goOn();
    this.render();
    this.#root.querySelector<HTMLElement>('input[data-part]')?.focus();
  }

  #keydown(event: KeyboardEvent) {
    const field = event.target;
    if (!isField(field)) return;
    const place = this.#placeOf(field);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.session.canCheck) return this.#check(place);
    const found = this.session.problems[place];
    const move = field.type === 'text' ? moveOf(event, field) : undefined;
    if (found === undefined || move === undefined) return;
    const to = target(found.exercise.parts(found.problem), placeOf(field), move);
    if (to === undefined) return;
    event.preventDefault();
    const own = this.#root.querySelector(`:scope > [data-place="${place}"]`);
    const selector = to === 'check' ? '[data-check]' : `input[data-part="${to.part}"][data-index="${to.index}"]`;
    const fields = [...(own?.querySelectorAll<HTMLInputElement>(selector) ?? [])];
    const after = `:scope > [data-place="${place + 1}"] input, :scope > [data-foot] [data-hand-in]`;
    const next =
      fields.find((other) => other.checked) ?? fields[0] ?? this.#root.querySelector<HTMLInputElement>(after);
    next?.focus();
    if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  }

  #paste(event: ClipboardEvent) {
    const field = event.target;
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (!isField(field) || field.readOnly || block === undefined) return;
    const place = this.#placeOf(field);
    this.session.paste(place, placeOf(field), block);
    event.preventDefault();
    this.#renderProblem(place);
    this.renderFrame();
  }
}
