import type { NumberField } from '../../state/fields.ts';
import { formatNumber } from '../../state/number-text.ts';
import { problemLine } from './controls.ts';
import { child, contextOf, type Root } from './dom.ts';
import { fill } from './fill.ts';
import { problemsIn, typedNumber } from './typed.ts';

export interface NumberOptions {
  readonly label: string;
  readonly value: number;
  /** The state's field: its limits are the control's. */
  readonly field: Pick<NumberField, 'kind' | 'min' | 'max'>;
  /** How far one press goes; 1 if not given. */
  readonly step?: number;
  /** Why this value cannot be used with the others: stands under the field. */
  readonly problem?: string | undefined;
  onChange(value: number): void;
}

const limitsOf = ({ kind, min, max }: NumberOptions['field']) => ({ min, max, whole: kind === 'integer' });

function labelled(parent: Root, part: string, label: string): Root {
  const field = child(parent, 'div', part).attr('class', 'field').attr('role', 'group').attr('aria-label', label);
  child(field, 'span', 'label').text(label).attr('aria-hidden', 'true');
  return field;
}

function typedBox(field: Root, box: Root, { label, value, field: limits, onChange, problem }: NumberOptions): void {
  const input = child(box, 'input', 'input');
  typedNumber(input, { label, value, limits: limitsOf(limits), onValue: onChange });
  const unreadable = input.attr('aria-invalid') !== null;
  problemsIn(field, child(field, 'span', 'unreadable'));
  problemLine(field, box, unreadable ? undefined : problem);
}

/** A number with a button to either side and a field to type it. */
export function numberField(parent: Root, part: string, options: NumberOptions): Root {
  const { label, value, field: limits, step = 1, onChange } = options;
  const { words } = contextOf(parent);
  const field = labelled(parent, part, label);
  const box = child(field, 'span', 'box').attr('class', 'stepper-field');
  const stepButton = (name: 'less' | 'more', sign: string, next: number, disabled: boolean) =>
    child(box, 'button', name)
      .attr('type', 'button')
      .attr('aria-label', fill(words[name], { label }))
      .attr('aria-disabled', disabled ? 'true' : null)
      .text(sign)
      .on('click', () => {
        if (!disabled) onChange(Math.min(limits.max, Math.max(limits.min, next)));
      });
  stepButton('less', '−', value - step, value <= limits.min);
  child(box, 'input', 'input');
  stepButton('more', '+', value + step, value >= limits.max);
  typedBox(field, box, options);
  return field;
}

/** A number on a slider, with a field to type it. */
export function slider(parent: Root, part: string, options: NumberOptions): Root {
  const { label, value, field: limits, step = 1, onChange } = options;
  const field = labelled(parent, part, label).attr('class', 'field slider-field');
  const box = child(field, 'span', 'box').attr('class', 'slider-box');
  const range = child(box, 'input', 'range');
  range
    .attr('type', 'range')
    .attr('aria-label', label)
    .attr('aria-valuetext', formatNumber(value))
    .attr('min', limits.min)
    .attr('max', limits.max)
    .attr('step', step)
    .attr('value', value)
    .property('value', value)
    .style('--at', `${(100 * (value - limits.min)) / (limits.max - limits.min)}%`)
    .on('input', () => onChange(Number(range.property('value'))));
  typedBox(field, box, options);
  return field;
}
