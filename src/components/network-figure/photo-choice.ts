import { href } from '../../i18n/links.ts';
import type { Locale } from '../../state/locale.ts';
import { creditedIn, creditNodes } from '../lab/credit.ts';
import { part, parts } from '../lab/dom.ts';
import { fromFile, fromSample, type Source } from '../lab/source.ts';
import { labWords } from '../lab/words.ts';
import { listener } from './live.ts';

/** The photo that a figure's network looks at, a sample of the list or the reader's own, and its credit; PhotoChoice.astro draws the list. */
export class PhotoChoice {
  private readonly host: HTMLElement;
  private readonly locale: Locale;
  private readonly list: HTMLSelectElement;
  /** The file of the sample that was chosen last. */
  private sample: string;
  /** The file of the sample whose credit stands, or is on its way; the page came with one. */
  private credited: string | undefined;
  /** What is to be looked at. */
  source: Source;

  /** @param chosen called for every choice of the reader */
  constructor(host: HTMLElement, locale: Locale, chosen: () => void, signal: AbortSignal) {
    this.host = host;
    this.locale = locale;
    this.list = part(host, 'select[data-photos]', HTMLSelectElement);
    this.credited = part(this.list, '[selected]', HTMLOptionElement).value;
    // A browser that comes back to the page brings back what the list stood at, but not the reader's own file.
    this.sample = this.list.value || this.credited;
    this.source = this.toSample();
    const on = listener(host, signal);
    on('[data-photos]', 'change', () => {
      this.sample = this.list.value;
      this.source = this.toSample();
      chosen();
    });
    on('[data-own]', 'change', () => {
      const input = part(host, '[data-own]', HTMLInputElement);
      const [file] = input.files ?? [];
      if (!file) return;
      // The same file chosen again must be a change again.
      input.value = '';
      this.source = this.toOwn(file);
      chosen();
    });
  }

  /** The reader's own picture cannot be read: the sample before it is chosen again. */
  refuseOwn(): void {
    this.source = this.toSample();
  }

  private get credit(): HTMLElement {
    return part(this.host, '[data-credit]', HTMLElement);
  }

  private toOwn(file: File): Source {
    this.list.value = '';
    this.credited = undefined;
    this.credit.textContent = labWords[this.locale].own;
    return fromFile(file);
  }

  private toSample(): Source {
    const { sample: file, list } = this;
    list.value = file;
    const alt = list.selectedOptions[0]?.label ?? '';
    const sample = { file, address: href(`pictures/${file}`), alt, class: null };
    if (file !== this.credited) void this.show(sample);
    return fromSample(sample);
  }

  /** Shows another sample than the page came with. Only now what is known of them all is loaded. */
  private async show({ file, address, alt }: { file: string; address: string; alt: string }): Promise<void> {
    const images = parts(this.host, 'img[data-photo]', HTMLImageElement);
    for (const image of images) Object.assign(image, { src: address, alt });
    this.credited = file;
    this.credit.textContent = '';
    const { default: photos } = await import('../../../public/pictures/sources.json');
    const photo = photos.find((each) => each.file === file);
    if (!photo || this.credited !== file) return;
    for (const image of images) image.alt = photo.alt[this.locale];
    this.credit.replaceChildren(...creditNodes(creditedIn(photo, this.locale), this.locale));
  }
}
