import type { Exercise } from '@/exercises/kit/definition.ts';
import { pageHref } from '@/i18n/links.ts';
import { localeOf } from '@/state/locale.ts';
import { whenNotKept } from '@/state/progress.ts';
import { readStored } from '@/state/storage.ts';
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

/** How near the screen a kind's code is loaded. */
const near = '600px';
const emptyTrail: Trail = { problems: [], place: 0 };

/**
 * `<exercise-card data-exercise data-seed data-level data-status>`: takes over the server's drawing when it comes near the
 * screen, or at once where something is kept of it. `data-card` names its trail on the device; with `data-addressed` the
 * page's query decides which problem it shows; with `data-hosted` what is around it does, and hears `exercise-next` when
 * the reader wants another. `data-ready`, and the event `exercise-ready`: it answers.
 */
class ExerciseCard extends HTMLElement {
  #session: Session | undefined;
  #observer: IntersectionObserver | undefined;
  #ended = new AbortController();
  /** A sentence that stays, whatever is done. */
  #lastingNote: string | undefined;
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = cardWords[this.#locale];

  connectedCallback() {
    this.#ended = new AbortController();
    const { seed, level } = this.#drawn;
    const isKept = readStored(this.#trailKey) ?? readStored(`exercise:${this.#kind}:${level}:${seed}`);
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#load();
      },
      { rootMargin: isKept === undefined ? near : '1000000px' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#ended.abort();
    this.#session = undefined;
    this.removeAttribute('data-ready');
  }

  get #kind(): string {
    return this.dataset['exercise'] ?? '';
  }

  get #trailKey(): string {
    return `trail:${this.dataset['card']}`;
  }

  get #isAddressed(): boolean {
    return this.dataset['addressed'] !== undefined;
  }

  get #isHosted(): boolean {
    return this.dataset['hosted'] !== undefined;
  }

  /** The problem that the page shows. */
  get #drawn(): ProblemRef {
    const level = Number(this.dataset['level']);
    return { seed: Number(this.dataset['seed']), level: isLevel(level) ? level : 1 };
  }

  async #load() {
    this.#observer?.disconnect();
    try {
      const exercise = await loadKind(this.#kind);
      if (this.isConnected && this.#session === undefined) this.#start(exercise);
    } catch (error) {
      console.error(error);
      this.dataset['failed'] = '';
      const notes = this.querySelector('.card-notes');
      if (notes !== null) notes.textContent = this.#words.broken;
    }
  }

  #start(exercise: Exercise) {
    const early = typedEarly(this);
    const kept = readTrail(readStored(this.#trailKey)) ?? emptyTrail;
    if (this.#isAddressed) {
      this.#session = this.#sessionFromAddress(exercise, kept);
    } else {
      const trail = Object.keys(early).length > 0 || kept === emptyTrail ? goTo(kept, this.#drawn) : kept;
      this.#session = new Session(exercise, this.#locale, this.#trailKey, trail);
      this.#session.adopt(early);
      this.#session.folded = this.#session.isRight && !this.#isHosted;
    }
    this.#listen(this.#session);
    this.#render();
    this.dataset['ready'] = '';
    this.dispatchEvent(new CustomEvent('exercise-ready', { bubbles: true }));
    whenNotKept(() => this.#tellNotKept());
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

  #listen(session: Session) {
    const { signal } = this.#ended;
    this.addEventListener('input', (event) => this.#input(session, event), { signal });
    this.addEventListener('change', (event) => this.#changeLevel(session, event), { signal });
    this.addEventListener('click', (event) => this.#click(session, event), { signal });
    this.addEventListener('keydown', (event) => this.#keydown(session, event), { signal });
    this.addEventListener('paste', (event) => this.#paste(session, event), { signal });
    this.addEventListener('focusin', ({ target: field }) => isField(field) && offerKeys(field, this.#words.keys), {
      signal,
    });
    this.addEventListener('focusout', ({ target: field }) => isField(field) && withdrawKeys(field), { signal });
    const unfold = ({ target: details }: Event) => {
      if (details instanceof HTMLDetailsElement) session.stepsOpen = details.open;
    };
    this.addEventListener('toggle', unfold, { signal, capture: true });
    if (this.#isAddressed) addEventListener('popstate', () => this.#followAddress(session), { signal });
  }

  #render() {
    const session = this.#session;
    if (session === undefined) return;
    const label = this.dataset['label'];
    const view = session.view({
      id: this.id,
      next: this.#isHosted || this.#nextCard() !== null,
      hosted: this.#isHosted,
      ...(label === undefined ? {} : { label }),
    });
    const lasting = this.#lastingNote === undefined ? [] : [{ text: this.#lastingNote }];
    morph(this, drawCard({ ...view, notes: [...view.notes, ...lasting] }));
    this.dataset['seed'] = String(view.seed);
    this.dataset['level'] = String(view.level);
    this.dataset['status'] = session.standing;
  }

  /** Speaks once, also where the same was said before. */
  #say(text: string) {
    const status = this.querySelector('[data-say]');
    if (status === null) return;
    status.textContent = '';
    setTimeout(() => {
      status.textContent = text;
    }, 50);
  }

  #focus(selector: string) {
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  #act(session: Session, name: string) {
    const { run, focus } = acts[name] ?? {};
    if (run === undefined) return;
    const before = session.current;
    const spoken = run(session);
    this.#render();
    if (this.#isAddressed && session.current !== before) history.pushState(null, '', printAddress(session.current));
    if (focus !== undefined) this.#focus(focus);
    this.#say(spoken);
  }

  #click(session: Session, { target: node }: Event) {
    const button = node instanceof Element ? node.closest('button') : null;
    if (button === null || button.ariaDisabled === 'true') return;
    const names = Object.keys(button.dataset);
    if (names.includes('copyLink')) void this.#copyLink(session);
    if (names.includes('print')) print();
    if (names.includes('next')) this.#next(session);
    for (const name of names) this.#act(session, name);
  }

  #input(session: Session, { target: field }: Event) {
    if (!isField(field)) return;
    session.type(placeOf(field), textOf(field));
    this.#render();
  }

  #changeLevel(session: Session, { target: select }: Event) {
    if (!(select instanceof HTMLSelectElement)) return;
    const level = Number(select.value);
    if (!isLevel(level)) return;
    const spoken = session.toLevel(level);
    this.#render();
    if (this.#isAddressed) history.pushState(null, '', printAddress(session.current));
    this.#say(spoken);
  }

  #keydown(session: Session, event: KeyboardEvent) {
    const field = event.target;
    if (!isField(field)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.#act(session, 'check');
    const move = field.type === 'text' ? moveOf(event, field) : undefined;
    const to = move === undefined ? undefined : target(session.parts, placeOf(field), move);
    if (to === undefined) return;
    event.preventDefault();
    if (to === 'check') return this.#focus('[data-check]');
    const fields = [
      ...this.querySelectorAll<HTMLInputElement>(`input[data-part="${to.part}"][data-index="${to.index}"]`),
    ];
    const next = fields.find((other) => other.checked) ?? fields[0];
    next?.focus();
    if (next?.type === 'text') next.select();
  }

  #paste(session: Session, event: ClipboardEvent) {
    const field = event.target;
    const block = readBlock(event.clipboardData?.getData('text/plain') ?? '');
    if (!isField(field) || field.readOnly || block === undefined) return;
    session.paste(placeOf(field), block);
    event.preventDefault();
    this.#render();
  }

  async #copyLink(session: Session) {
    const path = pageHref(this.#locale, `practice/${this.#kind}/${printAddress(session.current)}`);
    const link = new URL(path, location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      session.notes = [{ text: this.#words.copied }];
    } catch {
      session.notes = [{ text: this.#words.notCopied, link }];
    }
    this.#render();
  }

  /** The exercise after this one on the page. */
  #nextCard(): HTMLElement | null {
    const cards = [...document.querySelectorAll<HTMLElement>('exercise-card')];
    return cards[cards.indexOf(this) + 1] ?? null;
  }

  #next(session: Session) {
    if (this.#isHosted) {
      this.dispatchEvent(new CustomEvent('exercise-next', { bubbles: true }));
      return;
    }
    session.fold(true);
    this.#render();
    const next = this.#nextCard();
    next?.scrollIntoView();
    next?.querySelector<HTMLElement>('.task, [data-open]')?.focus({ preventScroll: true });
  }

  /** The reader went back or forward in the browser. */
  #followAddress(session: Session) {
    const { seed, level } = readAddress(location.search, this.#locale);
    if (seed === undefined) return;
    const spoken = session.go({ seed, level });
    this.#render();
    this.#say(spoken);
  }

  /** Nothing is kept: said once on a page, on the card that the reader is at, and it stays. */
  #tellNotKept() {
    const at = document.activeElement?.closest('exercise-card') ?? document.querySelector('exercise-card[data-ready]');
    if (at !== this) return;
    this.#lastingNote = this.#words.notKept;
    this.#render();
  }
}

customElements.define('exercise-card', ExerciseCard);
