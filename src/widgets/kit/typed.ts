import { formatNumber, type NumberLimits, readNumber } from '../../state/number-text.ts';
import { contextOf, type Root } from './dom.ts';
import { fill } from './fill.ts';

export interface TypedOptions {
  /** Spoken name, also used in messages: "Input, row 1, column 2". */
  readonly label: string;
  readonly value: number;
  readonly limits: NumberLimits;
  onValue(value: number): void;
}

const sentences = new WeakMap<HTMLElement, string>();

/** What a typed text means. */
export interface Meaning {
  /** The value as it is written when tidied. */
  readonly shown: string;
  /** Gives the value to the figure. */
  use(): void;
}

/** A field whose text stands for something. */
export interface TypedTextOptions {
  /** Spoken name. */
  readonly label: string;
  /** The value as it is written when tidied: another one from elsewhere replaces the text. */
  readonly shown: string;
  /** What the text means, or the sentence that says why it cannot be read. */
  read(text: string): Meaning | string;
}

/**
 * Makes an `input` a field. The figure follows at every key. A text that cannot be read stays as it was typed, is
 * marked, and the figure keeps the last good value and says so (`problemsIn`). A change from elsewhere (undo, preset,
 * address) replaces the text; the reader's own typing never is, until the field is left and the text tidied.
 */
export function typedText(input: Root, { label, shown, read }: TypedTextOptions): void {
  const node = input.node();
  if (!node) return;
  const tidy = () => input.property('value', shown).attr('value', shown);
  const isNew = node.getAttribute('data-value') !== shown;
  input
    .attr('type', 'text')
    .attr('autocomplete', 'off')
    .attr('spellcheck', 'false')
    .attr('enterkeyhint', 'done')
    .attr('aria-label', label)
    .attr('data-value', shown);
  if (isNew) {
    tidy();
    sentences.delete(node);
    input.attr('aria-invalid', null);
  }
  input
    .on('input', () => {
      const text: unknown = input.property('value');
      const reading = read(String(text));
      input.attr('aria-invalid', typeof reading === 'string' ? 'true' : null);
      if (typeof reading === 'string') sentences.set(node, reading);
      else {
        sentences.delete(node);
        input.attr('data-value', reading.shown);
        reading.use();
      }
      node.dispatchEvent(new CustomEvent('typed', { bubbles: true }));
    })
    .on('blur', () => {
      if (input.attr('aria-invalid') === null) tidy();
    });
}

/** Makes an `input` a field for one number. */
export function typedNumber(input: Root, { label, value, limits, onValue }: TypedOptions): void {
  const { words } = contextOf(input);
  const shown = formatNumber(value);
  const { min, max, whole } = limits;
  input.attr('inputmode', whole && min >= 0 ? 'numeric' : 'decimal');
  typedText(input, {
    label,
    shown,
    read(text) {
      const reading = readNumber(text, limits);
      if (reading.status === 'read') return { shown: formatNumber(reading.value), use: () => onValue(reading.value) };
      return fill(words[reading.why], {
        where: label,
        text,
        value: shown,
        min: formatNumber(min),
        max: formatNumber(max),
      });
    },
  });
}

/** Draws the sentence about the fields in `container` that cannot be read, and keeps it up to date while typing. */
export function problemsIn(container: Root, line: Root): void {
  const { words } = contextOf(container);
  const say = () => {
    const found = container
      .selectAll<HTMLElement, unknown>('[aria-invalid="true"]')
      .nodes()
      .flatMap((node) => sentences.get(node) ?? []);
    const more = found.length > 1 ? fill(words.moreProblems, { count: found.length }) : '';
    line.attr('hidden', found.length > 0 ? null : '').text([found[0] ?? '', more].filter(Boolean).join(' '));
  };
  line.attr('class', 'field-problem').attr('role', 'alert');
  container.on('typed', say);
  say();
}
