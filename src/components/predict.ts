import { readStored, writeStored } from '@/state/storage.ts';
import { hold, letGo } from '@/widgets/kit/hold.ts';

type Said = 'none' | 'yes' | 'no' | 'skipped' | 'forgotten';

const SKIPPED = 'skipped';

/** `<predict-question>`: holds its figure until the reader has chosen or skipped, then shows the reason. */
class PredictQuestion extends HTMLElement {
  #ended = new AbortController();

  connectedCallback() {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.dataset['live'] = '';
    this.addEventListener('submit', (event) => this.#submit(event), { signal });
    this.addEventListener('skip', () => this.#keep(SKIPPED), { signal });
    this.querySelector('[data-skip]')?.addEventListener('click', () => this.#keep(SKIPPED), { signal });
    const stored = readStored(this.#key);
    if (stored === undefined) this.#figure((figure) => hold(figure, this.id));
    else this.#show(stored);
  }

  disconnectedCallback() {
    this.#ended.abort();
    this.#figure((figure) => letGo(figure, this.id));
  }

  get #key(): string {
    return `predict.${this.dataset['key']}`;
  }

  #figure(act: (figure: HTMLElement) => void) {
    const name = this.dataset['figure'];
    if (name === undefined) return;
    const figures = [...document.querySelectorAll<HTMLElement>(`lesson-widget[name="${CSS.escape(name)}"]`)];
    const after = figures.find((one) => this.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const figure = after ?? figures[0];
    if (figure) act(figure);
  }

  #submit(event: Event) {
    event.preventDefault();
    const chosen = this.querySelector<HTMLInputElement>('input:checked');
    if (chosen) this.#keep(chosen.value);
    else this.#say('none', true);
  }

  /** Remembers an answer where the browser allows, and shows it. */
  #keep(answer: string) {
    this.#say('none', false);
    this.#show(answer);
    this.#say('forgotten', !writeStored(this.#key, answer));
  }

  #show(answer: string) {
    this.#figure((figure) => letGo(figure, this.id));
    if (answer === SKIPPED) {
      // A skipped question can still be answered; nothing waits for it.
      this.dataset['skipped'] = '';
      this.#say('skipped', true);
      return;
    }
    const chosen = this.querySelector<HTMLInputElement>(`input[value="${CSS.escape(answer)}"]`);
    if (chosen) chosen.checked = true;
    delete this.dataset['skipped'];
    this.dataset['answered'] = '';
    this.querySelector('form')?.setAttribute('data-answered', '');
    for (const input of this.querySelectorAll('input')) input.disabled = input !== chosen;
    this.#say('skipped', false);
    this.#say(answer === this.dataset['answer'] ? 'yes' : 'no', true);
    const reason = this.querySelector('details');
    if (reason) reason.open = true;
  }

  #say(said: Said, isSaid: boolean) {
    const line = this.querySelector<HTMLElement>(`[data-said="${said}"]`);
    if (line) line.hidden = !isSaid;
  }
}

customElements.define('predict-question', PredictQuestion);
