import { element, part, parts } from './dom.ts';
import type { LabWords } from './words.ts';

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

/** The sample photos' buttons, and the credit of the chosen one. */
export class Samples {
  private readonly buttons: readonly HTMLButtonElement[];
  private readonly credit: HTMLElement;
  private readonly words: LabWords;

  constructor(lab: HTMLElement, words: LabWords, chosen: (sample: Sample) => void, signal: AbortSignal) {
    this.words = words;
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

  /** Marks a sample as chosen and credits it; `origin` says where another picture comes from. */
  press(file: string | undefined, origin: 'sample' | 'file' | 'camera' | undefined): void {
    for (const button of this.buttons) button.setAttribute('aria-pressed', String(button.dataset['sample'] === file));
    const button = this.buttons.find((each) => each.dataset['sample'] === file);
    if (button) this.credit.replaceChildren(...creditOf(button, this.words));
    else this.credit.textContent = origin === undefined ? '' : origin === 'camera' ? this.words.frame : this.words.own;
  }
}

const sampleOf = ({ dataset }: HTMLButtonElement): Sample => ({
  file: dataset['sample'] ?? '',
  address: dataset['address'] ?? '',
  alt: dataset['alt'] ?? '',
  class: dataset['class'] || null,
});

function creditOf({ dataset, title }: HTMLButtonElement, { credit }: LabWords): HTMLElement[] {
  const { author = '', licence = '', licenceAddress, source = '' } = dataset;
  const line = (name: string, ...content: (Node | string)[]) => {
    const row = element('span', '');
    row.append(element('b', '', name), ' ', ...content);
    return row;
  };
  const link = element('a', '', licence);
  if (licenceAddress) link.href = licenceAddress;
  return [
    line(credit.photo, `${title}, ${author}`),
    line(credit.licence, licenceAddress ? link : licence),
    line(credit.source, source),
  ];
}
