import { icon, part, parts } from './dom.ts';
import type { LabWords } from './words.ts';

export type NetworkState = keyof LabWords['state'];

const ICONS = { ready: 'tick', loading: 'down', verified: 'shield', failed: 'alert' } satisfies Record<
  NetworkState,
  string
>;

/** The networks to choose from, as radios, each with how it stands. */
export class NetworkList {
  private readonly lab: HTMLElement;
  private readonly words: LabWords['state'];
  private readonly radios: readonly HTMLInputElement[];

  constructor(lab: HTMLElement, words: LabWords['state'], chosen: () => void, signal: AbortSignal) {
    this.lab = lab;
    this.words = words;
    this.radios = parts(lab, 'input[data-network]', HTMLInputElement);
    for (const radio of this.radios) radio.addEventListener('change', chosen, { signal });
  }

  get ids(): string[] {
    return this.radios.map((radio) => radio.dataset['network'] ?? '');
  }

  get chosen(): string {
    return this.radios.find((radio) => radio.checked)?.dataset['network'] ?? '';
  }

  /** What the chosen network is called. */
  get title(): string {
    return part(this.lab, `label[for="network-${this.chosen}"]`, HTMLElement).textContent ?? '';
  }

  choose(id: string): void {
    for (const radio of this.radios) radio.checked = radio.dataset['network'] === id;
  }

  /** Of what was loading nobody waits any more. */
  giveUp(): void {
    for (const label of parts(this.lab, '[data-network-state][data-state=loading]', HTMLElement))
      this.mark(label.dataset['networkState'] ?? '', 'ready');
  }

  /** Verified stays: the file is in this page's hands. */
  mark(id: string, state: NetworkState): void {
    const label = part(this.lab, `[data-network-state="${id}"]`, HTMLElement);
    if (state === 'loading' && label.dataset['state'] === 'verified') return;
    label.dataset['state'] = state;
    const text = document.createElement('span');
    text.textContent = this.words[state];
    label.replaceChildren(icon(ICONS[state]), text);
  }
}
