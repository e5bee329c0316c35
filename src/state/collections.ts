import { type Field, type Fields, plainNumber, type StateOf } from './field.ts';

/** What parts the numbers of a tensor: columns, rows, planes, banks. */
const SEPARATORS = [',', ';', '/', ':'] as const;

export interface TensorField extends Field<readonly number[]> {
  readonly kind: 'tensor';
  /** The largest shape; a value always has this many numbers. */
  readonly shape: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1);

/**
 * Numbers in a grid of up to four dimensions, row-major. A value always fills the whole `shape`: what a smaller figure
 * does not show is kept, so that shrinking a grid and growing it again brings back what was typed. How much of it is
 * in use is said by other fields. In the address columns are parted by `,`, rows by `;`, planes by `/`, banks by `:`,
 * and zeros at the end of a row, of a plane and of the whole are left out: `1,2;3,4` is a 2×2 corner, the rest is 0.
 */
export function tensor({
  shape,
  initial,
  min,
  max,
  whole = false,
}: {
  readonly shape: readonly number[];
  /** As it stands in the address. */
  readonly initial: string;
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
}): TensorField {
  const size = product(shape);
  const isEntry = (value: unknown): value is number =>
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));

  /** The text of the numbers from `start` in the dimensions from `depth` on. */
  const print = (values: readonly number[], depth: number, start: number): string => {
    const [count, stride] = [shape[depth] ?? 0, product(shape.slice(depth + 1))];
    const parts = Array.from({ length: count }, (_, index) => {
      const at = start + index * stride;
      if (depth < shape.length - 1) return print(values, depth + 1, at);
      return (values[at] ?? 0) === 0 ? '' : String(values[at]);
    });
    return parts
      .slice(0, parts.findLastIndex((part) => part !== '') + 1)
      .map((part) => part || '0')
      .join(SEPARATORS[shape.length - 1 - depth]);
  };

  /** Writes the numbers of a text into `values`; false where one cannot be read or there are too many. */
  const read = (text: string, values: number[], depth: number, start: number): boolean => {
    const [count, stride] = [shape[depth] ?? 0, product(shape.slice(depth + 1))];
    const parts = text.split(SEPARATORS[shape.length - 1 - depth] ?? '', count + 1);
    if (parts.length > count) return false;
    return parts.every((part, index) => {
      const at = start + index * stride;
      if (depth < shape.length - 1) return read(part, values, depth + 1, at);
      const value = plainNumber(part);
      if (!isEntry(value)) return false;
      values[at] = value;
      return true;
    });
  };

  const parse = (text: string): readonly number[] | undefined => {
    const values = Array.from({ length: size }, () => 0);
    return text.length <= size * 24 && read(text, values, 0, 0) ? values : undefined;
  };
  const first = parse(initial);
  if (!first || !isEntry(0) || shape.length > SEPARATORS.length)
    throw new RangeError(`A tensor field of shape ${shape.join('×')} cannot start as "${initial}".`);
  return {
    kind: 'tensor',
    shape,
    min,
    max,
    whole,
    initial: first,
    accepts: (value): value is readonly number[] =>
      Array.isArray(value) && value.length === size && value.every(isEntry),
    print: (values) => print(values, 0, 0) || '0',
    parse,
  };
}

/** Hides the separators of lists and records inside their items. */
const hide = (text: string): string =>
  text.replace(/[%,;/:]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const unhide = (text: string): string =>
  text.replace(/%(25|2C|3B|2F|3A)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export interface ListField<Item> extends Field<readonly Item[]> {
  readonly kind: 'list';
  readonly item: Field<Item>;
  readonly minLength: number;
  readonly maxLength: number;
}

/** From `minLength` to `maxLength` values of one field, parted by `;`; the empty list is the empty text. */
export function list<Item>(
  item: Field<Item>,
  {
    initial,
    minLength = 0,
    maxLength,
  }: { readonly initial: readonly NoInfer<Item>[]; readonly minLength?: number; readonly maxLength: number },
): ListField<Item> {
  // A record's own commas need no hiding between semicolons: addresses stay readable.
  const pack = (text: string) => (item.kind === 'record' ? text : hide(text));
  const unpack = (text: string) => (item.kind === 'record' ? text : unhide(text));
  const accepts = (value: unknown): value is readonly Item[] =>
    Array.isArray(value) &&
    value.length >= minLength &&
    value.length <= maxLength &&
    value.every((entry) => item.accepts(entry));
  const field: ListField<Item> = {
    kind: 'list',
    item,
    minLength,
    maxLength,
    initial,
    accepts,
    // One empty item would read as none, so it keeps its separator.
    print: (values) => values.map((value) => `${pack(item.print(value))};`).join(''),
    parse(text) {
      if (text === '') return accepts([]) ? [] : undefined;
      const parts = (text.endsWith(';') ? text.slice(0, -1) : text).split(';', maxLength + 1);
      const values: Item[] = [];
      for (const part of parts) {
        const value = item.parse(unpack(part));
        if (value === undefined) return undefined;
        values.push(value);
      }
      return accepts(values) ? values : undefined;
    },
  };
  if (!accepts(initial)) throw new RangeError(`A list field of ${item.kind}s does not accept its own initial value.`);
  return field;
}

export interface RecordField<Table extends Fields> extends Field<StateOf<Table>> {
  readonly kind: 'record';
  readonly fields: Table;
}

/** Several values under names, printed in the table's order and parted by `,`. Records hold no lists or records. */
export function record<const Table extends Fields>(fields: Table): RecordField<Table> {
  const entries = Object.entries(fields);
  const accepts = (value: unknown): value is StateOf<Table> =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === entries.length &&
    entries.every(([key, field]) => key in value && field.accepts(Reflect.get(value, key)));
  const initial: unknown = Object.fromEntries(entries.map(([key, field]) => [key, field.initial]));
  if (!accepts(initial)) throw new RangeError('A record field needs fields that accept their own initial values.');
  return {
    kind: 'record',
    fields,
    initial,
    accepts,
    print: (value) => entries.map(([key, field]) => hide(field.print(Reflect.get(value, key)))).join(','),
    parse(text) {
      const parts = text.split(',', entries.length + 1);
      if (parts.length !== entries.length) return undefined;
      const value = Object.fromEntries(
        entries.map(([key, field], index) => [key, field.parse(unhide(parts[index] ?? ''))]),
      );
      return accepts(value) ? value : undefined;
    },
  };
}
