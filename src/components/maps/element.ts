import { localeOf } from '../../i18n/index.ts';
import { NetworkMaps } from './network-maps.ts';

/** `<network-maps>`: one layer of a network on a photo; alive while it is on the page, and computes when asked. */
class NetworkMapsElement extends HTMLElement {
  private life = new AbortController();

  connectedCallback(): void {
    this.life = new AbortController();
    new NetworkMaps(this, localeOf(this.dataset['locale']), this.life.signal);
  }

  disconnectedCallback(): void {
    this.life.abort();
  }
}

customElements.define('network-maps', NetworkMapsElement);
