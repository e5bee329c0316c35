/** `<glossary-terms>`: filters the terms and sets their order. Both stand in the address: `?find=map&order=course`. */
import { fill } from '../../i18n/fill.ts';

/** Browsers refuse more than about a hundred changes of the address in ten seconds. */
const PAUSE = 200;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

class GlossaryTerms extends HTMLElement {
  connectedCallback() {
    const [form, find, order] = [
      this.querySelector('form'),
      this.querySelector<HTMLInputElement>('[data-find]'),
      this.querySelector<HTMLSelectElement>('[data-order]'),
    ];
    if (!form || !find || !order) return;
    const asked = new URLSearchParams(location.search);
    find.value = asked.get('find') ?? '';
    order.value = asked.get('order') === 'course' ? 'course' : 'alphabet';
    form.hidden = false;

    const sections = [...this.querySelectorAll<HTMLElement>('.glossary-term')];
    const texts = new Map(sections.map((section) => [section, plain(section.textContent)]));
    const show = () => {
      const words = plain(find.value).trim().split(/\s+/);
      for (const section of sections) section.hidden = !words.every((word) => texts.get(section)?.includes(word));
      this.#say(sections.filter(({ hidden }) => !hidden).length, sections.length, find.value.trim());
    };
    const arrange = () => {
      const place = (section: HTMLElement) => Number(section.dataset['place']);
      const arranged = order.value === 'course' ? sections.toSorted((a, b) => place(a) - place(b)) : sections;
      this.querySelector('[data-terms]')?.append(...arranged);
    };
    /** A term that an address leads to is shown, whatever was looked for. */
    const showTarget = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest('.glossary-term[hidden]')) return;
      find.value = '';
      show();
      keepSoon();
      target.scrollIntoView();
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };
    const keep = () => {
      const kept = new URLSearchParams(location.search);
      for (const [name, value, initial] of [
        ['find', find.value.trim(), ''],
        ['order', order.value, 'alphabet'],
      ] as const) {
        if (value === initial) kept.delete(name);
        else kept.set(name, value);
      }
      history.replaceState(history.state, '', `${location.pathname}${kept.size > 0 ? `?${kept}` : ''}${location.hash}`);
    };

    show();
    if (order.value === 'course') arrange();
    showTarget();
    addEventListener('hashchange', showTarget);
    addEventListener('pagehide', keep);
    const look = () => {
      show();
      keepSoon();
    };
    find.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) look();
    });
    find.addEventListener('compositionend', look);
    order.addEventListener('change', () => {
      arrange();
      keepSoon();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  #say(count: number, total: number, words: string) {
    const said = this.querySelector('[data-count]');
    const sentence = count === total ? this.dataset['all'] : count > 0 ? this.dataset['some'] : this.dataset['none'];
    if (said) said.textContent = fill(sentence ?? '', { count, total, words });
  }
}

customElements.define('glossary-terms', GlossaryTerms);
