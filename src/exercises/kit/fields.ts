import type { Entry, Part, Value } from './definition.ts';
import { type Exact, exactlyEqual, fromDigits, fromNumber, toNumber } from './exact.ts';
import { parseNumber, type Unreadable } from './parse.ts';

/** How many fields a part has. */
export function fieldCount(part: Part): number {
  if (part.kind === 'grid') return part.rows * part.columns;
  if (part.kind === 'shape') return part.axes.length;
  return part.kind === 'choices' ? part.options.length : 1;
}

/** What the fields of a part take; `undefined` for choices. */
export function entryOf(part: Part): Entry | undefined {
  if (part.kind === 'shape') return 'integer';
  return part.kind === 'choice' || part.kind === 'choices' ? undefined : part.entry;
}

/** What a field holds: a number, an option, or nothing that can be read. */
export type FieldReading =
  | { readonly readable: true; readonly value: Exact | string }
  | { readonly readable: false; readonly why: Unreadable; readonly readings?: readonly string[] };

/** The ids that a field of a choice takes. */
const optionIds = (part: Part): readonly string[] => {
  if (part.kind === 'choices') return ['yes', 'no'];
  return part.kind === 'choice' ? part.options.map((option) => option.id) : [];
};

/** Reads one field of a part. */
export function readField(part: Part, typed: string): FieldReading {
  const entry = entryOf(part);
  if (entry !== undefined) return parseNumber(typed, entry);
  if (typed.trim() === '') return { readable: false, why: 'empty' };
  return optionIds(part).includes(typed) ? { readable: true, value: typed } : { readable: false, why: 'not-an-option' };
}

/** The value as an exact number: of a whole number, or of a fraction string. */
function exactValue(value: Value): Exact | undefined {
  if (typeof value === 'number') return fromNumber(value);
  const [numerator = '', denominator = '1'] = value.split('/');
  return { numerator: fromDigits(numerator).numerator, denominator: BigInt(denominator) };
}

/** Whether what was read is the value: exactly, or for a decimal within half a unit of the last place asked for. */
export function agrees(part: Part, read: Exact | string, value: Value): boolean {
  if (typeof read === 'string') return read === value;
  const entry = entryOf(part);
  if (typeof entry === 'object') {
    const unit = 10 ** -entry.places;
    return typeof value === 'number' && Math.abs(toNumber(read) - value) <= unit * (0.5 + 1e-9);
  }
  const exact = exactValue(value);
  return exact !== undefined && exactlyEqual(read, exact);
}

/**
 * The value as a learner types it (`-3`, `3/8`, `0.665`), or `undefined` where it does not fit the field: not finite, no
 * whole number where one is asked for, no option.
 */
export function typedValue(part: Part, value: Value): string | undefined {
  const entry = entryOf(part);
  if (entry === undefined) return typeof value === 'string' && optionIds(part).includes(value) ? value : undefined;
  if (typeof value === 'string') return entry === 'fraction' ? value : undefined;
  if (!Number.isFinite(value)) return undefined;
  if (typeof entry === 'object') return noNegativeZero(value.toFixed(entry.places));
  if (entry === 'integer' && !Number.isInteger(value)) return undefined;
  return fromNumber(value) === undefined ? undefined : noNegativeZero(String(value));
}

const noNegativeZero = (digits: string): string => (Number(digits) === 0 ? digits.replace('-', '') : digits);
