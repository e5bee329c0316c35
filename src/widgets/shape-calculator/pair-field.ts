import { type PairOption, pairOption } from '../../core/index.ts';
import { formatNumber, plainSigns, readNumber } from '../../state/number-text.ts';
import { child, contextOf, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { problemsIn, typedText } from '../kit/typed.ts';
import { pairText } from './layer-words.ts';
import type { Words } from './words.ts';

interface PairFieldOptions {
  readonly label: string;
  readonly value: PairOption;
  readonly min: number;
  readonly max: number;
  readonly words: Words;
  onChange(value: PairOption): void;
}

const SIGN = /[×xX*,、]/;

/** One number for both directions, or `3×5`. */
export function pairField(parent: Root, part: string, options: PairFieldOptions): void {
  const { label, value, min, max, words, onChange } = options;
  const field = child(parent, 'div', part).attr('class', 'field').attr('role', 'group').attr('aria-label', label);
  child(field, 'span', 'label').text(label).attr('aria-hidden', 'true');
  const box = child(field, 'span', 'box').attr('class', 'stepper-field');
  const stepped = (by: number): PairOption => {
    const bounded = (size: number) => Math.min(max, Math.max(min, size + by));
    return typeof value === 'number' ? bounded(value) : [bounded(value[0]), bounded(value[1])];
  };
  const stepButton = (name: 'less' | 'more', sign: string, by: number) => {
    const next = stepped(by);
    const isEnd = pairText(next) === pairText(value);
    child(box, 'button', name)
      .attr('type', 'button')
      .attr('aria-label', fill(contextOf(parent).words[name], { label }))
      .attr('aria-disabled', isEnd ? 'true' : null)
      .text(sign)
      .on('click', () => {
        if (!isEnd) onChange(next);
      });
  };
  stepButton('less', '−', -1);
  const input = child(box, 'input', 'input');
  stepButton('more', '+', 1);
  const shown = pairText(value);
  typedText(input, {
    label,
    shown,
    read(text) {
      const limits = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true };
      const readings = plainSigns(text)
        .split(SIGN)
        .map((part) => readNumber(part, limits));
      const sizes = readings.flatMap((reading) => (reading.status === 'read' ? reading.value : []));
      const [rows, columns = rows, more] = sizes;
      if (sizes.length < readings.length || rows === undefined || columns === undefined || more !== undefined)
        return fill(words.pairUnreadable, { where: label, text, value: shown });
      if (sizes.some((size) => size < min || size > max))
        return fill(words.pairOutside, {
          where: label,
          text,
          value: shown,
          min: formatNumber(min),
          max: formatNumber(max),
        });
      const next = pairOption([rows, columns]);
      return { shown: pairText(next), use: () => onChange(next) };
    },
  });
  problemsIn(field, child(field, 'span', 'unreadable'));
}

/** The name of a layer: empty for none. */
export function nameField(
  parent: Root,
  part: string,
  options: {
    readonly label: string;
    readonly value: string;
    readonly pattern: RegExp;
    readonly words: Words;
    onChange(value: string): void;
  },
): void {
  const { label, value, pattern, words, onChange } = options;
  const field = child(parent, 'div', part).attr('class', 'field').attr('role', 'group').attr('aria-label', label);
  child(field, 'span', 'label').text(label).attr('aria-hidden', 'true');
  const input = child(child(field, 'span', 'box').attr('class', 'stepper-field'), 'input', 'input').attr(
    'class',
    'calc-name-input',
  );
  typedText(input, {
    label,
    shown: value,
    read(text) {
      const name = text.trim();
      if (name !== '' && !pattern.test(name)) return fill(words.badName, { text, value });
      return { shown: name, use: () => onChange(name) };
    },
  });
  problemsIn(field, child(field, 'span', 'unreadable'));
}
