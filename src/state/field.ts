/** One setting: what it may be, what it is at first, and how it stands in the address. */
export interface Field<Value> {
  /** Which constructor made it; controls read it to choose their form. */
  readonly kind: string;
  /** The value before the reader has changed anything. */
  readonly initial: Value;
  /** Whether a value is one of this field's: right type, within its limits. */
  accepts(value: unknown): value is Value;
  /** The value as text for the address; `parse(print(value))` is the same value. */
  print(value: Value): string;
  /** The value that a text stands for; `undefined` for anything `print` could not have meant. Never throws. */
  parse(text: string): Value | undefined;
}

/** A widget's settings by name: one table drives its address, its controls, its validation and its reset. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The state that a table of fields describes: one value for each. */
export type StateOf<Table extends Fields> = {
  readonly [Key in keyof Table]: Table[Key] extends Field<infer Value> ? Value : never;
};

const PLAIN_NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i;

/** The finite number that a text of the address stands for; the minus is the keyboard's, the point a point. */
export function plainNumber(text: string): number | undefined {
  if (!PLAIN_NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}
