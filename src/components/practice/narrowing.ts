import type { Locale } from '@/state/locale.ts';
import { readStored, writeStored } from '@/state/storage.ts';
import { practiceWords } from './words.ts';

const key = 'practice:lessons';

/** The lessons to which the reader narrows mixed practice: boxes to tick, kept on the device. None ticked: all. */
export class Narrowing {
  readonly #boxes: readonly HTMLInputElement[];
  readonly #summary: Element | null;
  readonly #words;

  constructor(root: Element, locale: Locale) {
    this.#words = practiceWords[locale];
    this.#boxes = [...root.querySelectorAll<HTMLInputElement>('input[name="lesson"]')];
    this.#summary = root.querySelector('[data-narrowed]');
    const kept = new Set((readStored(key) ?? '').split(' '));
    for (const box of this.#boxes) box.checked = kept.has(box.value);
    this.#describe();
  }

  get #ticked(): HTMLInputElement[] {
    return this.#boxes.filter((box) => box.checked);
  }

  /** Whether a lesson is practised. */
  includes(lesson: string): boolean {
    const ticked = this.#ticked;
    return ticked.length === 0 || ticked.some((box) => box.value === lesson);
  }

  /** The reader ticked a box. */
  changed() {
    writeStored(key, this.#ticked.map((box) => box.value).join(' '));
    this.#describe();
  }

  #describe() {
    const orders = this.#ticked.map((box) => box.dataset['order'] ?? '');
    const text = orders.length === 0 ? this.#words.narrowAll : this.#words.narrowed(orders);
    if (this.#summary !== null) this.#summary.textContent = text;
  }
}
