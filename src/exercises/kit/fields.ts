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

/** The value as an exact number: of a whole number, a short decimal, or a fraction string. */
function exactValue(value: Value): Exact | undefined {
  if (typeof value === 'number') return isShort(value) ? fromNumber(value) : undefined;
  const [numerator = '', denominator = '1'] = value.split('/');
  return { numerator: fromDigits(numerator).numerator, denominator: BigInt(denominator) };
}

/** Whether a number is meant exactly: 0.5, not 0.30102999. */
const isShort = (value: number): boolean => Number(value.toFixed(6)) === value;

/** A wrong rule's value may be no fraction; where one is asked for, it is then typed and compared to so many places. */
const placesForFraction = 3;

/** Whether what was read is the value: exactly, or for a decimal within half a unit of the last place asked for. */
export function agrees(part: Part, read: Exact | string, value: Value): boolean {
  if (typeof read === 'string') return read === value;
  const entry = entryOf(part);
  if (typeof entry === 'object') return typeof value === 'number' && isNear(read, value, entry.places);
  const exact = exactValue(value);
  if (exact !== undefined) return exactlyEqual(read, exact);
  return entry === 'fraction' && typeof value === 'number' && isNear(read, value, placesForFraction);
}

/** Within half a unit of the last place. */
const isNear = (read: Exact, value: number, places: number): boolean =>
  Math.abs(toNumber(read) - value) <= 10 ** -places * (0.5 + 1e-9);

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
  return noNegativeZero(isShort(value) ? String(value) : value.toFixed(placesForFraction));
}

const noNegativeZero = (digits: string): string => (Number(digits) === 0 ? digits.replace('-', '') : digits);
