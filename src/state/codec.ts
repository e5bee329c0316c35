import type { Field, Fields, StateOf } from './field.ts';

/** One setting as text. */
export type Pair = readonly [key: string, text: string];

/** A part of an address that could not be used; the field it names has its initial value. */
export interface FieldProblem {
  readonly key: string;
  /** What the address said, cut to a length that can be shown. */
  readonly text: string;
  /** `unknown`: no such field, as in an outdated address; `invalid`: not a value of the field. */
  readonly why: 'unknown' | 'invalid';
}

const SHOWN = 40;

const isState = <Table extends Fields>(
  fields: Table,
  values: Readonly<Record<string, unknown>>,
): values is StateOf<Table> => Object.entries(fields).every(([key, field]) => field.accepts(values[key]));

const same = <Value>(field: Field<Value>, a: Value, b: Value): boolean => field.print(a) === field.print(b);

/** Every field's initial value, `overrides` laid over them. Throws a `RangeError` that names a field and value it refuses. */
export function initialState<Table extends Fields>(
  fields: Table,
  overrides: Readonly<Record<string, unknown>> = {},
): StateOf<Table> {
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.initial]),
  );
  for (const [key, value] of Object.entries(overrides)) {
    const field = fields[key];
    if (!field) throw new RangeError(`There is no setting "${key}"; there are ${Object.keys(fields).join(', ')}.`);
    values[key] = field.accepts(value) ? value : field.parse(authored(value));
    if (values[key] === undefined)
      throw new RangeError(`The setting "${key}" (${field.kind}) cannot be ${JSON.stringify(value)}.`);
  }
  if (!isState(fields, values)) throw new RangeError('A field does not accept its own initial value.');
  return values;
}

const DEPTHS = [',', ';', '/', ':'] as const;
const depth = (value: unknown): number => (Array.isArray(value) ? 1 + depth(value[0]) : 0);

/** A value as an author writes it (`2`, `true`, `[[1, 2], [3, 4]]`) in the form of the address. */
function authored(value: unknown): string {
  if (value === true || value === false) return value ? '1' : '0';
  if (!Array.isArray(value)) return String(value);
  return value.map(authored).join(DEPTHS[depth(value) - 1] ?? ':');
}

/** What differs from `initial`, as pairs for the address, in the table's order. */
export function encode<Table extends Fields>(
  fields: Table,
  state: StateOf<Table>,
  initial: StateOf<Table> = initialState(fields),
): Pair[] {
  const [now, first]: Readonly<Record<string, unknown>>[] = [state, initial];
  return Object.entries(fields)
    .filter(([key, field]) => !same(field, now?.[key], first?.[key]))
    .map(([key, field]) => [key, field.print(now?.[key])]);
}

/** The state that pairs stand for. A value that cannot be used falls back for its field alone and is reported. */
export function decode<Table extends Fields>(
  fields: Table,
  pairs: Iterable<Pair>,
  initial: StateOf<Table> = initialState(fields),
): { readonly state: StateOf<Table>; readonly problems: readonly FieldProblem[] } {
  const values: Record<string, unknown> = { ...initial };
  const problems: FieldProblem[] = [];
  for (const [key, text] of pairs) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const value = field?.parse(text);
    if (field && value !== undefined) values[key] = value;
    else problems.push({ key: key.slice(0, SHOWN), text: text.slice(0, SHOWN), why: field ? 'invalid' : 'unknown' });
  }
  return { state: isState(fields, values) ? values : initial, problems };
}
