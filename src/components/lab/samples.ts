import type { Locale } from '../../state/locale.ts';
import { creditNodes } from './credit.ts';
import { part, parts } from './dom.ts';
import type { Source } from './source.ts';
import { labWords } from './words.ts';

/** A sample photo, as its button tells it. */
export interface Sample {
  readonly file: string;
  /** Where the photo is served. */
  readonly address: string;
  /** What is to be seen on it. */
  readonly alt: string;
  /** English id of the class it shows; null for none of them. */
  readonly class: string | null;
}

/** The sample photos' buttons, and the credit of the photo that is shown. */
export class Samples {
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly credit: HTMLElement;
  private readonly locale: Locale;

  constructor(lab: HTMLElement, locale: Locale, chosen: (sample: Sample) => void, signal: AbortSignal) {
    this.locale = locale;
    this.buttons = parts(lab, 'button[data-sample]', HTMLButtonElement);
    this.credit = part(lab, '[data-credit]', HTMLElement);
    for (const button of this.buttons) button.addEventListener('click', () => chosen(sampleOf(button)), { signal });
  }

  get files(): string[] {
    return this.buttons.map((button) => sampleOf(button).file);
  }

  find(file: string): Sample | undefined {
    const button = this.buttons.find((each) => each.dataset['sample'] === file);
    return button && sampleOf(button);
  }

  /** Marks a sample as chosen, or none. */
  press(file: string | undefined): void {
    for (const button of this.buttons) button.setAttribute('aria-pressed', String(button.dataset['sample'] === file));
  }

  /** Says of the photo that is shown where it is from. */
  say(source: Source | undefined): void {
    const { own, frame } = labWords[this.locale];
    const button = this.buttons.find((each) => each.dataset['sample'] === source?.sample?.file);
    if (button) this.credit.replaceChildren(...creditNodes(creditOf(button), this.locale));
    else this.credit.textContent = source ? (source.origin === 'camera' ? frame : own) : '';
  }
}

const sampleOf = ({ dataset }: HTMLButtonElement): Sample => ({
  file: dataset['sample'] ?? '',
  address: dataset['address'] ?? '',
  alt: dataset['alt'] ?? '',
  class: dataset['class'] || null,
});

const creditOf = ({ dataset, title }: HTMLButtonElement) => ({
  file: dataset['sample'] ?? '',
  title,
  author: dataset['author'] ?? '',
  licence: dataset['licence'] ?? '',
});
