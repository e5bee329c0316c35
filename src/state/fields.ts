/**
 * The constructors of fields. A table of them is all a widget says about its settings:
 *
 *     export const fields = {
 *       padding: integer({ initial: 0, min: 0, max: 2 }),
 *       mode: choice(['zeros', 'reflect']),
 *       input: tensor({ shape: [3, 9, 9], initial: '1,2;3,4', min: -99, max: 99 }),
 *     };
 *     export type State = StateOf<typeof fields>;
 */
import { type Field, plainNumber } from './field.ts';

export { type ListField, list, type RecordField, record, type TensorField, tensor } from './collections.ts';
export type { Field, Fields, StateOf } from './field.ts';

/** Limits of a number, both included. */
interface Limits {
  readonly min: number;
  readonly max: number;
}

export interface NumberField extends Field<number>, Limits {
  readonly kind: 'integer' | 'decimal';
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function checkInitial<Value>(field: Field<Value>): void {
  if (!field.accepts(field.initial))
    throw new RangeError(`A ${field.kind} field starts at ${String(field.initial)}, which it does not accept.`);
}

function number(kind: NumberField['kind'], { initial, min, max }: Limits & { readonly initial: number }): NumberField {
  const accepts = (value: unknown): value is number =>
    isNumber(value) && value >= min && value <= max && (kind === 'decimal' || Number.isInteger(value));
  const field: NumberField = {
    kind,
    initial,
    min,
    max,
    accepts,
    print: (value) => String(value + 0),
    parse(text) {
      const value = plainNumber(text);
      return accepts(value) ? value : undefined;
    },
  };
  checkInitial(field);
  return field;
}

/** A whole number from `min` to `max`. */
export const integer = (options: Limits & { readonly initial: number }): NumberField => number('integer', options);

/** Any finite number from `min` to `max`; printed to its last digit. */
export const decimal = (options: Limits & { readonly initial: number }): NumberField => number('decimal', options);

export interface FlagField extends Field<boolean> {
  readonly kind: 'flag';
}

/** Yes or no, printed as 1 or 0. */
export function flag(initial = false): FlagField {
  return {
    kind: 'flag',
    initial,
    accepts: (value) => typeof value === 'boolean',
    print: (value) => (value ? '1' : '0'),
    parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  };
}

export interface ChoiceField<Option extends string> extends Field<Option> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** One of a few named options, the first unless `initial` says otherwise. The names are the address's: no language. */
export function choice<const Option extends string>(
  options: readonly [Option, ...Option[]],
  initial: NoInfer<Option> = options[0],
): ChoiceField<Option> {
  return {
    kind: 'choice',
    options,
    initial,
    accepts: (value): value is Option => options.some((option) => option === value),
    print: (value) => value,
    parse: (text) => options.find((option) => option === text),
  };
}

export interface TextField extends Field<string> {
  readonly kind: 'text';
  readonly maxLength: number;
}

/** Free text of one line, up to `maxLength` characters; `pattern` (anchored) narrows it. */
export function text({
  initial = '',
  maxLength,
  pattern,
}: {
  readonly initial?: string;
  readonly maxLength: number;
  readonly pattern?: RegExp;
}): TextField {
  const accepts = (value: unknown): value is string =>
    typeof value === 'string' &&
    value.length <= maxLength &&
    !/\p{Cc}/u.test(value) &&
    value.isWellFormed() &&
    (pattern?.test(value) ?? true);
  const field: TextField = {
    kind: 'text',
    initial,
    maxLength,
    accepts,
    print: (value) => value,
    parse: (text) => (accepts(text) ? text : undefined),
  };
  checkInitial(field);
  return field;
}

export interface OptionalField<Value> extends Field<Value | null> {
  readonly kind: 'optional';
  readonly field: Field<Value>;
}

/** A value of `field`, or none (`null`, printed as `none`); none at first. */
export function optional<Value>(field: Field<Value>): OptionalField<Value> {
  return {
    kind: 'optional',
    field,
    initial: null,
    accepts: (value): value is Value | null => value === null || field.accepts(value),
    print: (value) => (value === null ? 'none' : field.print(value)),
    parse: (text) => (text === 'none' ? null : field.parse(text)),
  };
}
