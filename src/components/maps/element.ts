import { localeOf } from '../../state/locale.ts';
import { whenNear } from '../../widgets/kit/when-near.ts';

/** `<network-maps>`: one layer of a network on a photo; alive once the reader came near, and computes when asked. */
class NetworkMapsElement extends HTMLElement {
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
      const { NetworkMaps } = await import('./network-maps.ts');
      if (!signal.aborted) new NetworkMaps(this, localeOf(this.dataset['locale']), signal);
    } catch (error) {
      console.error(error);
      this.querySelector('[role=alert]')?.replaceChildren(this.dataset['broken'] ?? '');
    }
  }
}

customElements.define('network-maps', NetworkMapsElement);
