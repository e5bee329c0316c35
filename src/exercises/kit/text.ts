/**
 * Marked text: a plain string in which some pieces carry a meaning that the page shows (the hue of an input, a
 * raised exponent). A piece is written `[input:3]`; kinds make it with the helpers below and never by hand.
 */

/** What a number is; it decides its hue. */
export type Role = 'input' | 'kernel' | 'product' | 'output' | 'padding';

/** How a piece of marked text is set: by its role, or as a variable, an exponent, or strongly. */
export type Mark = Role | 'variable' | 'raised' | 'strong';

/** A string with marks; `segments` takes it apart, `plain` drops the marks. */
export type Text = string;

/** One piece of marked text. */
export interface Segment {
  readonly text: string;
  readonly mark?: Mark;
}

/** A number as it is shown: a true minus (U+2212), a comma between groups of three, `places` decimals if given. */
export function format(value: number, places?: number): string {
  const digits = places === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(places);
  const [whole = '', decimals] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  return value < 0 && Number(digits) !== 0 ? `−${shown}` : shown;
}

/** A number as a factor or a later term: negative ones stand in parentheses. */
export const factor = (value: number, places?: number): string =>
  value < 0 ? `(${format(value, places)})` : format(value, places);

const marked =
  (mark: Mark) =>
  (content: number | string): Text =>
    `[${mark}:${typeof content === 'number' ? format(content) : content}]`;

export const input = marked('input');
export const kernel = marked('kernel');
export const product = marked('product');
export const output = marked('output');
export const padding = marked('padding');
export const variable = marked('variable');
export const raised = marked('raised');
export const strong = marked('strong');

const markNames = {
  input: 'input',
  kernel: 'kernel',
  product: 'product',
  output: 'output',
  padding: 'padding',
  variable: 'variable',
  raised: 'raised',
  strong: 'strong',
} as const satisfies Record<Mark, Mark>;

const isMark = (name: string): name is Mark => Object.hasOwn(markNames, name);

/** The pieces of a marked text, in order. */
export function segments(text: Text): Segment[] {
  const found: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(/\[([a-z]+):([^\]]*)\]/g)) {
    const [whole, mark = '', content = ''] = match;
    if (!isMark(mark)) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: content, mark });
    end = match.index + whole.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** A marked text without its marks, for labels, plain files and tests; an exponent follows a `^`. */
export const plain = (marked: Text): string =>
  segments(marked)
    .map(({ text, mark }) => (mark === 'raised' ? `^${text.includes(' ') ? `(${text})` : text}` : text))
    .join('');
