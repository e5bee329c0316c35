import { localeOf } from '../../i18n/index.ts';
import { Lab } from './lab.ts';

/** `<classification-lab>`: alive while it is on the page. */
class ClassificationLab extends HTMLElement {
  private life = new AbortController();

  connectedCallback(): void {
    this.life = new AbortController();
    new Lab(this, localeOf(this.dataset['locale']), this.life.signal);
  }

  disconnectedCallback(): void {
    this.life.abort();
  }
}

customElements.define('classification-lab', ClassificationLab);
