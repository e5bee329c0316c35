import { readStored } from '@/state/storage.ts';
import { whenNear } from '@/widgets/kit/when-near.ts';

/**
 * `<exercise-card data-exercise data-seed data-level data-status>`: the server's drawing, whose fields can be typed into
 * at once. What answers is loaded when it comes near the screen, or at once where something is kept of it, and takes over
 * what was typed. `data-card` names its trail on the device; with `data-addressed` the page's query decides which
 * problem it shows; with `data-hosted` what is around it does, and hears `exercise-next` when the reader wants another.
 * `data-ready`, and the event `exercise-ready`: it answers.
 */
class ExerciseCard extends HTMLElement {
  #ended = new AbortController();

  connectedCallback() {
    this.#ended = new AbortController();
    const { exercise, level, seed, card } = this.dataset;
    const isKept = readStored(`trail:${card}`) ?? readStored(`exercise:${exercise}:${level}:${seed}`);
    if (isKept !== undefined) void this.#load();
    else whenNear(this, this.#ended.signal, () => void this.#load());
  }

  disconnectedCallback() {
    this.#ended.abort();
    this.removeAttribute('data-ready');
  }

  async #load() {
    const { signal } = this.#ended;
    try {
      const { bringToLife } = await import('./live.ts');
      await bringToLife(this, signal);
    } catch (error) {
      console.error(error);
      this.dataset['failed'] = '';
      const notes = this.querySelector('.card-notes');
      if (notes !== null) notes.textContent = this.dataset['broken'] ?? '';
    }
  }
}

customElements.define('exercise-card', ExerciseCard);
