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

/**
 * Makes an `input` a field for one number. The figure follows at every key. A text that cannot be read stays as it was
 * typed, is marked, and the figure keeps the last good value and says so (`problemsIn`). A change from elsewhere (undo,
 * preset, address) replaces the text; the reader's own typing never is, until the field is left and the number tidied.
 */
export function typedNumber(input: Root, { label, value, limits, onValue }: TypedOptions): void {
  const node = input.node();
  if (!node) return;
  const { words } = contextOf(input);
  const shown = formatNumber(value);
  const tidy = () => input.property('value', shown).attr('value', shown);
  const isNew = node.getAttribute('data-value') !== String(value);
  input
    .attr('type', 'text')
    .attr('inputmode', limits.whole && limits.min >= 0 ? 'numeric' : 'decimal')
    .attr('autocomplete', 'off')
    .attr('spellcheck', 'false')
    .attr('enterkeyhint', 'done')
    .attr('aria-label', label)
    .attr('data-value', String(value));
  if (isNew) {
    tidy();
    sentences.delete(node);
    input.attr('aria-invalid', null);
  }
  input
    .on('input', () => {
      const text: unknown = input.property('value');
      const reading = readNumber(String(text), limits);
      input.attr('aria-invalid', reading.status === 'read' ? null : 'true');
      if (reading.status === 'read') {
        sentences.delete(node);
        input.attr('data-value', String(reading.value));
        onValue(reading.value);
      } else {
        const { min, max } = limits;
        const values = {
          where: label,
          text: String(text),
          value: shown,
          min: formatNumber(min),
          max: formatNumber(max),
        };
        sentences.set(node, fill(words[reading.why], values));
      }
      node.dispatchEvent(new CustomEvent('typed', { bubbles: true }));
    })
    .on('blur', () => {
      if (input.attr('aria-invalid') === null) tidy();
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
