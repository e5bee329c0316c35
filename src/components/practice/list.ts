import { fill } from '@/i18n/fill.ts';
import { readProgress, watchProgress } from '@/state/progress.ts';
import { summariseKinds } from '@/state/summary.ts';

/**
 * `<practice-list>`: marks each exercise with what the reader has done of it, proposes the first that was never right
 * (once all were, the one that rested longest), and offers any of them.
 */
class PracticeList extends HTMLElement {
  connectedCallback() {
    void this.#update();
    watchProgress(() => void this.#update());
    this.#offerAny();
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[data-kind]')];
  }

  async #update() {
    const { problems } = await readProgress();
    const kinds = summariseKinds(problems);
    for (const link of this.#links) {
      const kind = kinds.get(link.dataset['kind'] ?? '');
      if (kind === undefined) continue;
      const { right, seen } = kind;
      const words = right > 0 ? this.dataset['right'] : this.dataset['seen'];
      link.querySelector('.lesson-cell')?.setAttribute('data-state', right > 0 ? 'done' : 'begun');
      const note = link.querySelector('[data-done-so-far]');
      if (note !== null) note.textContent = fill(words ?? '', { right, seen });
    }
    if (kinds.size > 0) this.#propose(kinds);
  }

  #propose(kinds: ReturnType<typeof summariseKinds>) {
    const kindOf = (link: HTMLAnchorElement) => kinds.get(link.dataset['kind'] ?? '');
    const never = this.#links.find((link) => (kindOf(link)?.right ?? 0) === 0);
    const rested = this.#links.toSorted((a, b) => (kindOf(a)?.last ?? 0) - (kindOf(b)?.last ?? 0))[0];
    const chosen = never ?? rested;
    const proposal = this.querySelector<HTMLAnchorElement>('[data-proposal]');
    const title = chosen?.querySelector('.name')?.firstChild?.textContent?.trim();
    const words = proposal?.querySelector('span');
    if (chosen === undefined || title === undefined || !proposal || !words) return;
    proposal.href = chosen.href;
    words.textContent = fill(this.dataset['goOn'] ?? '', { title });
  }

  #offerAny() {
    const any = this.querySelector<HTMLAnchorElement>('[data-random]');
    if (any === null) return;
    any.hidden = false;
    any.addEventListener('click', () => {
      const links = this.#links;
      const place = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % links.length;
      any.href = links[place]?.href ?? any.href;
    });
  }
}

customElements.define('practice-list', PracticeList);
