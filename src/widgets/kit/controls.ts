/** Buttons, choices and switches. Each is found again by `part`, its name within its parent. */
import { child, children, contextOf, icon, type Root } from './dom.ts';

export interface ButtonOptions {
  readonly label: string;
  readonly icon?: string;
  /** Shows the icon alone; the label is spoken. */
  readonly iconOnly?: boolean;
  readonly primary?: boolean;
  readonly plain?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  onPress(): void;
}

/** One button. At most one in a block is `primary`. A disabled one keeps its place in the order of focus. */
export function button(parent: Root, part: string, options: ButtonOptions): Root {
  const { label, iconOnly = false, primary = false, plain = false, disabled = false } = options;
  const drawn = child(parent, 'button', part)
    .attr('type', 'button')
    .attr('class', ['btn', primary && 'primary', plain && 'plain', iconOnly && 'icon'].filter(Boolean).join(' '))
    .attr('aria-disabled', disabled ? 'true' : null)
    .attr('aria-pressed', options.pressed === undefined ? null : String(options.pressed))
    .attr('aria-label', iconOnly ? label : null)
    .attr('title', iconOnly ? label : null)
    .on('click', () => {
      if (!disabled) contextOf(parent).asStep(options.onPress);
    });
  if (options.icon) icon(drawn, options.icon);
  if (!iconOnly) child(drawn, 'span', 'label').text(label);
  return drawn;
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A labelled `select`; `problem` is the sentence of a setting that cannot be. */
export function choiceField<Value extends string>(
  parent: Root,
  part: string,
  options: {
    readonly label: string;
    readonly value: Value;
    readonly options: readonly Option<Value>[];
    readonly problem?: string;
    onChange(value: Value): void;
  },
): Root {
  const field = child(parent, 'label', part).attr('class', 'field');
  child(field, 'span', 'label').text(options.label);
  const box = child(field, 'select', 'select').attr('class', 'select');
  children(box, 'option', options.options, ({ value }) => value)
    .attr('value', ({ value }) => value)
    .attr('selected', ({ value }) => (value === options.value ? '' : null))
    .property('selected', ({ value }) => value === options.value)
    .text(({ label }) => label);
  box.on('change', () => {
    const chosen = options.options.find(({ value }) => value === box.property('value'));
    if (chosen) contextOf(parent).asStep(() => options.onChange(chosen.value));
  });
  problemLine(field, box, options.problem);
  return field;
}

/** A list of things to start from; "own" is offered only while what there is is none of them. */
export function presetField<Name extends string>(
  parent: Root,
  part: string,
  options: {
    readonly label: string;
    /** The one that there is, if it is one. */
    readonly value: Name | undefined;
    readonly names: readonly Name[];
    readonly words: Readonly<Record<Name | 'own', string>>;
    onChange(name: Name): void;
  },
): Root {
  const { label, value = 'own', names, words, onChange } = options;
  const own: readonly (Name | 'own')[] = value === 'own' ? ['own'] : [];
  return choiceField<Name | 'own'>(parent, part, {
    label,
    value,
    options: [...own, ...names].map((name) => ({ value: name, label: words[name] })),
    onChange(name) {
      if (name !== 'own') onChange(name);
    },
  });
}

/** A check box with its label beside it. */
export function flagField(
  parent: Root,
  part: string,
  options: { readonly label: string; readonly value: boolean; onChange(value: boolean): void },
): Root {
  const field = child(parent, 'label', part).attr('class', 'check-field');
  const box = child(field, 'input', 'box')
    .attr('type', 'checkbox')
    .attr('checked', options.value ? '' : null)
    .property('checked', options.value)
    .on('change', () => contextOf(parent).asStep(() => options.onChange(box.property('checked') === true)));
  child(field, 'span', 'label').text(options.label);
  return field;
}

/** One of a few, all in sight: radio buttons drawn as a row of buttons. */
export function segments<Value extends string>(
  parent: Root,
  part: string,
  options: {
    readonly label: string;
    readonly value: Value;
    readonly options: readonly Option<Value>[];
    onChange(value: Value): void;
  },
): Root {
  const group = child(parent, 'div', part)
    .attr('class', 'field')
    .attr('role', 'group')
    .attr('aria-label', options.label);
  child(group, 'span', 'label').text(options.label);
  const row = child(group, 'div', 'row').attr('class', 'btn-group');
  children(row, 'button', options.options, ({ value }) => value)
    .attr('type', 'button')
    .attr('class', 'btn')
    .attr('aria-pressed', ({ value }) => String(value === options.value))
    .text(({ label }) => label)
    .on('click', (_, { value }) => contextOf(parent).asStep(() => options.onChange(value)));
  return group;
}

/** The sentence under a setting that cannot be: read out when it appears, with a mark on the control. */
export function problemLine(field: Root, control: Root, problem: string | undefined): void {
  control.attr('data-impossible', problem ? '' : null);
  child(field, 'span', 'problem')
    .attr('class', 'field-problem')
    .attr('role', 'alert')
    .attr('hidden', problem ? null : '')
    .text(problem ?? '');
}

/** Folds rarely used settings away; open or closed is the reader's and no state. */
export function fold(parent: Root, part: string, label: string): Root {
  const details = child(parent, 'details', part).attr('class', 'fold');
  const summary = child(details, 'summary', 'summary');
  icon(summary, 'right');
  child(summary, 'span', 'label').text(label);
  return child(details, 'div', 'content').attr('class', 'fold-content');
}
