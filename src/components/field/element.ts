import { localeOf } from '../../state/locale.ts';
import { whenNear } from '../../widgets/kit/when-near.ts';

/** `<field-measure>`: the effective receptive field of a layer; alive once the reader came near, and measures when asked. */
class FieldMeasureElement extends HTMLElement {
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
      const { FieldMeasure } = await import('./field-measure.ts');
      if (!signal.aborted) new FieldMeasure(this, localeOf(this.dataset['locale']), signal);
    } catch (error) {
      console.error(error);
      this.querySelector('[role=alert]')?.replaceChildren(this.dataset['broken'] ?? '');
    }
  }
}

customElements.define('field-measure', FieldMeasureElement);
