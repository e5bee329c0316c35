import { type Standing, standings } from '@/practice/standing.ts';
import { localeOf } from '@/state/locale.ts';
import { readProgress, watchProgress } from '@/state/progress.ts';
import { summariseKinds } from '@/state/summary.ts';
import { practiceWords } from './words.ts';

/** `<practice-list>`: marks each kind of exercise with how the reader stands with it. */
class PracticeList extends HTMLElement {
  readonly #words = practiceWords[localeOf(document.documentElement.lang.slice(0, 2))];
  #stop: () => void = () => {};

  connectedCallback() {
    void this.#update();
    this.#stop = watchProgress(() => void this.#update());
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #update() {
    const { problems } = await readProgress();
    const now = Date.now();
    const known = standings(problems, now);
    const seen = summariseKinds(problems);
    const links = [...this.querySelectorAll<HTMLElement>('[data-kind]')];
    for (const link of links) {
      const kind = link.dataset['kind'] ?? '';
      this.#mark(link, known.get(kind), seen.has(kind), now);
    }
    const here = links.flatMap((link) => known.get(link.dataset['kind'] ?? '') ?? []);
    const mastered = here.filter((standing) => standing.mastered).length;
    const due = here.filter((standing) => standing.due <= now).length;
    const summary = this.querySelector('[data-summary]');
    if (summary !== null)
      summary.textContent = this.#words.summary(mastered, here.length - mastered, due, links.length);
  }

  #mark(link: HTMLElement, standing: Standing | undefined, isSeen: boolean, now: number) {
    const state = standing?.mastered === true ? 'done' : 'begun';
    const cell = link.querySelector('.lesson-cell');
    if (isSeen) cell?.setAttribute('data-state', state);
    else cell?.removeAttribute('data-state');
    const note = link.querySelector('[data-standing]');
    if (note !== null) note.textContent = standing === undefined ? '' : this.#words.standing(standing, now);
  }
}

customElements.define('practice-list', PracticeList);
