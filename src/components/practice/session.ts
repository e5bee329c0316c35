import { pageHref } from '@/i18n/links.ts';
import { type Choice, choiceOf, choose, type Situation } from '@/practice/choose.ts';
import { standings } from '@/practice/standing.ts';
import { localeOf } from '@/state/locale.ts';
import { readProgress, watchProgress } from '@/state/progress.ts';
import { cardWords } from '../exercise/words.ts';
import { freshProblem, type MixedProblem, printMixedAddress, readMixedAddress } from './address.ts';
import { kindsOnPage } from './kinds-on-page.ts';
import { Narrowing } from './narrowing.ts';
import { drawRound } from './round-view.ts';
import { practiceWords } from './words.ts';

/**
 * `<practice-session>`: mixed practice. Chooses the next kind and level, says why, and puts its card in. The address names
 * the problem, so that a reload, the way back and the other language find it again.
 */
class PracticeSession extends HTMLElement {
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = practiceWords[this.#locale];
  readonly #kinds = kindsOnPage();
  readonly #narrowing = new Narrowing(this, this.#locale);
  /** Kinds that the reader had last or passed over. */
  readonly #resting = new Set<string>();
  #problem: MixedProblem | undefined;
  #ended = new AbortController();

  connectedCallback() {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const stop = watchProgress((change) => void (change === 'erased' ? this.#next() : this.#updateRound()));
    signal.addEventListener('abort', stop);
    this.addEventListener('exercise-next', () => void this.#next(), { signal });
    this.querySelector('[data-narrow]')?.addEventListener('change', () => void this.#narrow(), { signal });
    addEventListener('popstate', () => void this.#openAddress(), { signal });
    void this.#openAddress();
    void this.#updateRound();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  async #situation(now: number): Promise<Situation> {
    const { problems, visits } = await readProgress();
    return {
      kinds: this.#kinds.filter(({ lesson }) => this.#narrowing.includes(lesson)),
      standings: standings(problems, now),
      opened: new Set(visits.map(({ lesson }) => lesson)),
      now,
      resting: this.#resting,
    };
  }

  /** The problem of the address; what it leaves open is chosen. */
  async #openAddress() {
    const asked = readMixedAddress(
      location.search,
      this.#kinds.map(({ id }) => id),
      this.#locale,
    );
    const situation = await this.#situation(Date.now());
    const kind = this.#kinds.find(({ id }) => id === asked.exercise);
    const choice = kind === undefined ? choose(situation) : choiceOf(kind, situation);
    if (choice === undefined) return;
    const fresh = freshProblem(choice.exercise, asked.level ?? choice.level);
    const problem = { ...fresh, seed: asked.seed ?? fresh.seed };
    history.replaceState(history.state, '', printMixedAddress(problem));
    this.#show(problem, this.#reason(choice, problem, kind !== undefined, situation.now), asked.notes);
  }

  /** Why a problem comes: where the address named it, and not what would have come, that is why. */
  #reason(choice: Choice, { level }: MixedProblem, isNamed: boolean, now: number): string {
    const ownChoice = !isNamed || choice.reason.why !== 'early';
    return this.#words.reason(ownChoice && choice.level === level ? choice.reason : undefined, level, now);
  }

  async #next() {
    if (this.#problem !== undefined) this.#rest(this.#problem.exercise);
    const situation = await this.#situation(Date.now());
    const choice = choose(situation);
    if (choice === undefined) return;
    const problem = freshProblem(choice.exercise, choice.level);
    history.pushState(null, '', printMixedAddress(problem));
    this.#show(problem, this.#words.reason(choice.reason, choice.level, situation.now));
    this.addEventListener('exercise-ready', () => this.querySelector<HTMLElement>('.task')?.focus(), { once: true });
  }

  /** What was answered rests for one exercise; what was passed over, until all others were had. */
  #rest(exercise: string) {
    const isOpen = this.#card?.dataset['status'] === 'open';
    const all = this.#kinds.filter(({ lesson }) => this.#narrowing.includes(lesson));
    if (!isOpen || all.every(({ id }) => this.#resting.has(id))) this.#resting.clear();
    this.#resting.add(exercise);
  }

  get #card(): HTMLElement | null {
    return this.querySelector('exercise-card');
  }

  #show(problem: MixedProblem, why: string, notes: readonly string[] = []) {
    const { exercise, level, seed } = problem;
    this.#problem = problem;
    const card = document.createElement('exercise-card');
    card.id = 'exercise';
    card.className = 'wide';
    const { broken } = cardWords[this.#locale];
    Object.assign(card.dataset, { exercise, level, seed, card: 'practice', hosted: '', status: 'open', broken });
    card.innerHTML = `<section class="exercise"><p class="card-notes" role="status">${this.#words.choosing}</p></section>`;
    this.querySelector('[data-place]')?.replaceChildren(card);
    this.#say('[data-why]', why);
    this.#say('[data-notes]', notes.join(' '));
  }

  #say(selector: string, text: string) {
    const element = this.querySelector(selector);
    if (element !== null) element.textContent = text;
  }

  /** The reader chose lessons: an exercise of another that was not begun gives way at once. */
  async #narrow() {
    this.#narrowing.changed();
    const lesson = this.#kinds.find(({ id }) => id === this.#problem?.exercise)?.lesson ?? '';
    const isUntouched = [...(this.#card?.querySelectorAll('input') ?? [])].every((input) =>
      input.type === 'text' ? input.value === '' : !input.checked,
    );
    const givesWay = !this.#narrowing.includes(lesson) && isUntouched && this.#card?.dataset['status'] === 'open';
    this.#say('[data-narrow-note]', givesWay ? '' : this.#words.narrowLater);
    if (givesWay) await this.#openChosen();
  }

  /** A chosen problem in the place of the present one. */
  async #openChosen() {
    history.replaceState(history.state, '', pageHref(this.#locale, 'practice/'));
    await this.#openAddress();
  }

  async #updateRound() {
    const round = await drawRound(await readProgress(), this.#kinds, this.#locale, Date.now());
    const place = this.querySelector('[data-round]');
    if (place !== null) place.innerHTML = round.text;
  }
}

customElements.define('practice-session', PracticeSession);
