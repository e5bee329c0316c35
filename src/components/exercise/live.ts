import type { Exercise, Typed } from '@/exercises/kit/definition.ts';
import { pageHref } from '@/i18n/links.ts';
import { localeOf } from '@/state/locale.ts';
import { whenNotKept } from '@/state/progress.ts';
import { readStored, watchStored } from '@/state/storage.ts';
import { acts } from './acts.ts';
import { printAddress, readAddress } from './address.ts';
import { drawCard } from './card.ts';
import { isField, moveOf, placeOf, target, textOf, typedEarly } from './field-events.ts';
import { loadKind } from './kinds.ts';
import { morph } from './morph.ts';
import { readBlock } from './paste.ts';
import { Session } from './session.ts';
import { offerKeys, withdrawKeys } from './touch-keys.ts';
import { freshSeed, goTo, isLevel, type ProblemRef, readTrail, type Trail } from './trail.ts';
import { cardWords } from './words.ts';

const emptyTrail: Trail = { problems: [], place: 0 };

/** Makes the card of a problem answer; `element.ts` loads it when the reader comes near. Rejects where it cannot. */
export async function bringToLife(host: HTMLElement, signal: AbortSignal): Promise<void> {
  const exercise = await loadKind(host.dataset['exercise'] ?? '');
  if (!signal.aborted) new LiveCard(host, exercise, signal);
}

/** A card that answers: takes what the reader does to its session, and draws what the session shows. */
class LiveCard {
  readonly #host: HTMLElement;
  readonly #session: Session;
  readonly #signal: AbortSignal;
  /** A sentence that stays, whatever is done. */
  #lastingNote: string | undefined;
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = cardWords[this.#locale];

  constructor(host: HTMLElement, exercise: Exercise, signal: AbortSignal) {
    this.#host = host;
    this.#signal = signal;
    const early = typedEarly(host);
    const kept = readTrail(readStored(this.#trailKey)) ?? emptyTrail;
    this.#session = this.#isAddressed
      ? this.#sessionFromAddress(exercise, kept)
      : this.#sessionInLesson(exercise, kept, early);
    this.#listen();
    this.#render();
    host.dataset['ready'] = '';
    host.dispatchEvent(new CustomEvent('exercise-ready', { bubbles: true }));
    whenNotKept(() => this.#tellNotKept());
  }

  get #kind(): string {
    return this.#host.dataset['exercise'] ?? '';
  }

  get #trailKey(): string {
    return `trail:${this.#host.dataset['card']}`;
  }

  get #isAddressed(): boolean {
    return this.#host.dataset['addressed'] !== undefined;
  }

  get #isHosted(): boolean {
    return this.#host.dataset['hosted'] !== undefined;
  }

  /** The problem that the page shows. */
  get #drawn(): ProblemRef {
    const level = Number(this.#host.dataset['level']);
    return { seed: Number(this.#host.dataset['seed']), level: isLevel(level) ? level : 1 };
  }

  /** The problem that was kept, or the drawn one where it was just typed into or none was kept. */
  #sessionInLesson(exercise: Exercise, kept: Trail, early: Typed): Session {
    const trail = Object.keys(early).length > 0 || kept === emptyTrail ? goTo(kept, this.#drawn) : kept;
    const session = new Session(exercise, this.#locale, this.#trailKey, trail);
    session.adopt(early);
    session.folded = session.isRight && !this.#isHosted;
    return session;
  }

  /** The problem that the address asks for; a fresh one, with the reason, where there is none such. */
  #sessionFromAddress(exercise: Exercise, kept: Trail): Session {
    const { seed, level, notes } = readAddress(location.search, this.#locale);
    const open = (problem: ProblemRef) => new Session(exercise, this.#locale, this.#trailKey, goTo(kept, problem));
    const fresh = () => open({ seed: freshSeed(), level });
    let session: Session;
    let said = notes;
    try {
      session = seed === undefined ? fresh() : open({ seed, level });
    } catch {
      session = fresh();
      said = [...notes, this.#words.noProblem(String(seed))];
    }
    session.notes = said.map((text) => ({ text }));
    session.keepTrail();
    history.replaceState(history.state, '', printAddress(session.current));
    return session;
  }

  #listen() {
    const [host, signal] = [this.#host, this.#signal];
    host.addEventListener('input', (event) => this.#input(event), { signal });
    host.addEventListener('change', (event) => this.#changeLevel(event), { signal });
    host.addEventListener('click', (event) => this.#click(event), { signal });
    host.addEventListener('keydown', (event) => this.#keydown(event), { signal });
    host.addEventListener('paste', (event) => this.#paste(event), { signal });
    host.addEventListener('focusin', ({ target: field }) => isField(field) && offerKeys(field, this.#words.keys), {
      signal,
    });
    host.addEventListener('focusout', ({ target: field }) => isField(field) && withdrawKeys(field), { signal });
    const unfold = ({ target: details }: Event) => {
      if (details instanceof HTMLDetailsElement) this.#session.stepsOpen = details.open;
    };
    host.addEventListener('toggle', unfold, { signal, capture: true });
    // A field that was entered before script answered.
    const field = document.activeElement;
    if (isField(field) && host.contains(field)) offerKeys(field, this.#words.keys);
    const follow = (kept: string | undefined) => {
      this.#session.follow(kept);
      this.#render();
    };
    watchStored(() => this.#session.draftKey, follow, signal);
    if (this.#isAddressed) addEventListener('popstate', () => this.#followAddress(), { signal });
  }

  #render() {
    const [host, session] = [this.#host, this.#session];
    const label = host.dataset['label'];
    const view = session.view({
      id: host.id,
      next: this.#isHosted || this.#nextCard() !== null,
      hosted: this.#isHosted,
      ...(label === undefined ? {} : { label }),
    });
    const lasting = this.#lastingNote === undefined ? [] : [{ text: this.#lastingNote }];
    morph(host, drawCard({ ...view, notes: [...view.notes, ...lasting] }));
    host.dataset['seed'] = String(view.seed);
    host.dataset['level'] = String(view.level);
    host.dataset['status'] = session.standing;
  }

  /** Speaks once, also where the same was said before. */
  #say(text: string) {
    const status = this.#host.querySelector('[data-say]');
    if (status === null) return;
    status.textContent = '';
    setTimeout(() => {
      status.textContent = text;
    }, 50);
  }

  #focus(selector: string) {
    this.#host.querySelector<HTMLElement>(selector)?.focus();
  }

  #act(name: string) {
    const { run, focus } = acts[name] ?? {};
    if (run === undefined) return;
    const before = this.#session.current;
    const spoken = run(this.#session);
    this.#render();
    if (this.#isAddressed && this.#session.current !== before)
      history.pushState(null, '', printAddress(this.#session.current));
    if (focus !== undefined) this.#focus(focus);
    this.#say(spoken);
  }

  #click({ target: node }: Event) {
    const button = node instanceof Element ? node.closest('button') : null;
    if (button === null || button.ariaDisabled === 'true') return;
    const names = Object.keys(button.dataset);
    if (names.includes('copyLink')) void this.#copyLink();
    if (names.includes('print')) print();
    if (names.includes('next')) this.#next();
    for (const name of names) this.#act(name);
  }

  #input({ target: field }: Event) {
    if (!isField(field)) return;
    this.#session.type(placeOf(field), textOf(field));
    this.#render();
  }

  #changeLevel({ target: select }: Event) {
    if (!(select instanceof HTMLSelectElement)) return;
    const level = Number(select.value);
    if (!isLevel(level)) return;
    const spoken = this.#session.toLevel(level);
    this.#render();
    if (this.#isAddressed) history.pushState(null, '', printAddress(this.#session.current));
    this.#say(spoken);
  }

  #keydown(event: KeyboardEvent) {
    const field = event.target;
    if (!isField(field)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.#act('check');
    const move = field.type === 'text' ? moveOf(event, field) : undefined;
    const to = move === undefined ? undefined : target(this.#session.parts, placeOf(field), move);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'check') return this.#focus('[data-check]');
    const fields = [
      ...this.#host.querySelectorAll<HTMLInputElement>(`input[data-part="${to.part}"][data-index="${to.index}"]`),
    ];
    const next = fields.find((other) => other.checked) ?? fields[0];
    next?.focus();
    if (next?.type === 'text') next.select();
  }

  #paste(event: ClipboardEvent) {
    const field = event.target;
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (!isField(field) || field.readOnly || block === undefined) return;
    this.#session.paste(placeOf(field), block);
    event.preventDefault();
    this.#render();
  }

  async #copyLink() {
    const path = pageHref(this.#locale, `practice/${this.#kind}/${printAddress(this.#session.current)}`);
    const link = new URL(path, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.#session.notes = [{ text: this.#words.copied }];
    } catch {
      this.#session.notes = [{ text: this.#words.notCopied, link }];
    }
    this.#render();
  }

  /** The exercise after this one on the page. */
  #nextCard(): HTMLElement | null {
    const cards = [...document.querySelectorAll<HTMLElement>('exercise-card')];
    return cards[cards.indexOf(this.#host) + 1] ?? null;
  }

  #next() {
    if (this.#isHosted) {
      this.#host.dispatchEvent(new CustomEvent('exercise-next', { bubbles: true }));
      return;
    }
    this.#session.fold(true);
    this.#render();
    const next = this.#nextCard();
    next?.scrollIntoView();
    next?.querySelector<HTMLElement>('.task, [data-open]')?.focus({ preventScroll: true });
  }

  /** The reader went back or forward in the browser. */
  #followAddress() {
    const { seed, level } = readAddress(location.search, this.#locale);
    if (seed === undefined) return;
    const spoken = this.#session.go({ seed, level });
    this.#render();
    this.#say(spoken);
  }

  /** Nothing is kept: said once on a page, on the card that the reader is at, and it stays. */
  #tellNotKept() {
    const at = document.activeElement?.closest('exercise-card') ?? document.querySelector('exercise-card[data-ready]');
    if (at !== this.#host) return;
    this.#lastingNote = this.#words.notKept;
    this.#render();
  }
}
