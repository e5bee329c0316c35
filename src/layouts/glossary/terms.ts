/** `<glossary-terms>`: filters the terms and sets their order. Both stand in the address: `?find=map&order=course`. */
import { fill } from '../../i18n/fill.ts';
import { paced } from '../../state/paced.ts';

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const placeOf = (section: HTMLElement) => Number(section.dataset['place']);

class GlossaryTerms extends HTMLElement {
  readonly #find = this.querySelector<HTMLInputElement>('[data-find]');
  readonly #order = this.querySelector<HTMLSelectElement>('[data-order]');
  /** As they were drawn: by alphabet or pinyin. */
  readonly #sections = [...this.querySelectorAll<HTMLElement>('.glossary-term')];
  readonly #texts = new Map(this.#sections.map((section) => [section, plain(section.textContent)]));
  readonly #address = paced(() => this.#write());

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form || !this.#find || !this.#order) return;
    const asked = new URLSearchParams(location.search);
    this.#find.value = asked.get('find') ?? '';
    this.#order.value = asked.get('order') === 'course' ? 'course' : 'alphabet';
    this.#filter();
    this.#arrange();
    this.#showTarget();
    form.hidden = false;

    const look = () => {
      this.#filter();
      this.#address.soon();
    };
    this.#find.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) look();
    });
    this.#find.addEventListener('compositionend', look);
    this.#order.addEventListener('change', () => {
      this.#arrange();
      this.#address.soon();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => this.#showTarget());
    addEventListener('pagehide', this.#address.now);
  }

  #filter() {
    const looked = this.#find?.value.trim() ?? '';
    const words = plain(looked).split(/\s+/);
    for (const section of this.#sections)
      section.hidden = !words.every((word) => this.#texts.get(section)?.includes(word));
    const total = this.#sections.length;
    const count = this.#sections.filter(({ hidden }) => !hidden).length;
    const sentence = count === total ? this.dataset['all'] : count > 0 ? this.dataset['some'] : this.dataset['none'];
    const said = this.querySelector('[data-count]');
    if (said) said.textContent = fill(sentence ?? '', { count, total, words: looked });
  }

  #arrange() {
    const byCourse = this.#order?.value === 'course';
    const sections = byCourse ? this.#sections.toSorted((a, b) => placeOf(a) - placeOf(b)) : this.#sections;
    this.querySelector('[data-terms]')?.append(...sections);
  }

  /** A term that an address leads to is shown, whatever was looked for. */
  #showTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!this.#find || !target?.closest('.glossary-term[hidden]')) return;
    this.#find.value = '';
    this.#filter();
    this.#address.soon();
    target.scrollIntoView();
  }

  #write() {
    const query = new URLSearchParams(location.search);
    query.delete('find');
    query.delete('order');
    if (this.#find?.value.trim()) query.set('find', this.#find.value.trim());
    if (this.#order?.value === 'course') query.set('order', 'course');
    const address = `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`;
    history.replaceState(history.state, '', address);
  }
}

customElements.define('glossary-terms', GlossaryTerms);
