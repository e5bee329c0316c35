/** `<hero-figure>`: plays and steps the figure of the home page. It starts only when asked. */
import { fill } from '../../i18n/fill.ts';
import { formatFactor, formatNumber } from '../../state/number-text.ts';
import { columnOf, edgeStrength, firstPlace, places, productsAt, rowOf } from './hero-map.ts';

/** Faster than a widget's steps: here the movement is the message, not the single sum. */
const STEP_TIME = 320;

class HeroFigure extends HTMLElement {
  #place = firstPlace;
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback() {
    const [play, step] = this.querySelectorAll<HTMLButtonElement>('[data-play-button], [data-step-button]');
    for (const button of [play, step]) button?.removeAttribute('disabled');
    play?.addEventListener('click', () => (this.#timer === undefined ? this.#play() : this.#pause()));
    step?.addEventListener('click', () => {
      this.#pause();
      this.#go();
      this.#say();
    });
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #play() {
    this.#timer = setInterval(() => this.#go(), STEP_TIME);
    this.#label('pause');
  }

  #pause() {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#label('play');
    this.#say();
  }

  #label(name: 'play' | 'pause') {
    const button = this.querySelector('[data-play-button]');
    button?.querySelector('use')?.setAttribute('href', `#i-${name}`);
    const words = button?.querySelector('span');
    if (words) words.textContent = this.dataset[name] ?? '';
  }

  /** The next place; after the last the map begins anew. */
  #go() {
    this.#place = (this.#place + 1) % places;
    const { terms, value } = productsAt(this.#place);
    const write = (selector: string, texts: readonly string[]) => {
      for (const [index, node] of this.querySelectorAll(selector).entries()) node.textContent = texts[index] ?? '';
    };
    write(
      '[data-input]',
      terms.map((term) => formatNumber(term.input)),
    );
    write(
      '[data-weight]',
      terms.map((term) => formatFactor(term.weight)),
    );
    write(
      '[data-product]',
      terms.map((term) => formatNumber(term.product)),
    );
    write('[data-total]', [formatNumber(value)]);
    write('[data-strength]', [this.dataset[edgeStrength(value)] ?? '']);
    const kernel = this.querySelector<HTMLElement>('[data-window]');
    kernel?.style.setProperty('--x', String(columnOf(this.#place)));
    kernel?.style.setProperty('--y', String(rowOf(this.#place)));
    for (const [index, cell] of this.querySelectorAll('[data-map] .cell').entries()) {
      cell.classList.toggle('now', index === this.#place);
      cell.classList.toggle('empty', index > this.#place);
    }
  }

  #say() {
    const said = this.querySelector('[data-said]');
    const { value } = productsAt(this.#place);
    const words = { row: rowOf(this.#place) + 1, column: columnOf(this.#place) + 1, sum: formatNumber(value) };
    if (said) said.textContent = fill(this.dataset['place'] ?? '', words);
  }
}

customElements.define('hero-figure', HeroFigure);
