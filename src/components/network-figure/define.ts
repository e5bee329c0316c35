import { type Locale, localeOf } from '../../state/locale.ts';
import { whenNear } from '../../widgets/kit/when-near.ts';

/** What brings a figure to life; `signal` is aborted when its element leaves the page. */
type Figure = new (host: HTMLElement, locale: Locale, signal: AbortSignal) => object;

/** Defines the element of a figure that runs a network: its code is loaded once the reader came near. */
export function defineFigure(name: string, load: () => Promise<Figure>): void {
  class FigureElement extends HTMLElement {
    private life = new AbortController();

    connectedCallback(): void {
      this.life = new AbortController();
      const { signal } = this.life;
      whenNear(this, signal, () => void this.load(signal));
    }

    disconnectedCallback(): void {
      this.life.abort();
    }

    private async load(signal: AbortSignal): Promise<void> {
      try {
        const Live = await load();
        if (!signal.aborted) new Live(this, localeOf(this.dataset['locale']), signal);
      } catch (error) {
        console.error(error);
        this.querySelector('[role=alert]')?.replaceChildren(this.dataset['broken'] ?? '');
      }
    }
  }
  customElements.define(name, FigureElement);
}
