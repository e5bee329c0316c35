import { pageHref } from '@/i18n/links.ts';
import type { Locale } from '@/state/locale.ts';
import { part } from '../lab/dom.ts';
import { copyLink } from './copy-link.ts';
import { printLink, type SheetSettings } from './settings.ts';
import { sheetWords } from './words.ts';

/** The part of the worksheet's page that makes a set for a class: its link, and its package for learning platforms. */
export class ClassPanel {
  readonly #root: HTMLElement;
  readonly #locale: Locale;
  #settings: SheetSettings;

  constructor(root: HTMLElement, locale: Locale, settings: SheetSettings, signal: AbortSignal) {
    this.#root = root;
    this.#locale = locale;
    this.#settings = settings;
    part(root, '[data-copy-set]', HTMLButtonElement).addEventListener('click', () => this.#copy(), { signal });
    part(root, '[data-scorm]', HTMLButtonElement).addEventListener('click', () => void this.#package(), { signal });
  }

  /** Follows the sheet's settings. */
  show(settings: SheetSettings) {
    this.#settings = settings;
    part(this.#root, '[data-open-set]', HTMLAnchorElement).href = this.#address;
    part(this.#root, '[data-held-note]', HTMLElement).hidden = settings.steps !== 'held';
  }

  get #address(): string {
    const page = pageHref(this.#locale, 'assignment/');
    return new URL(`${page}#${printLink(this.#settings)}`, location.href).href;
  }

  get #said(): HTMLElement {
    return part(this.#root, '[data-class-said]', HTMLElement);
  }

  #copy() {
    void copyLink(this.#address, this.#said, sheetWords[this.#locale]);
  }

  /** Loads what makes the package only now. */
  async #package() {
    const words = sheetWords[this.#locale];
    const button = part(this.#root, '[data-scorm]', HTMLButtonElement);
    button.disabled = true;
    try {
      const { downloadPackage } = await import('../scorm/package.ts');
      await downloadPackage(this.#settings, this.#locale);
      this.#said.textContent = words.scormMade;
    } catch (error) {
      console.error(error);
      this.#said.textContent = words.scormFailed;
    }
    button.disabled = false;
  }
}
