/** Numbers as people type and read them. The address has its own, stricter form (`plainNumber`). */

/** What a typed text means, or why it cannot be read. */
export type Reading =
  | { readonly status: 'read'; readonly value: number }
  | { readonly status: 'unreadable'; readonly why: 'empty' | 'notNumber' | 'notWhole' | 'outside' | 'twoReadings' };

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

const GROUPED = /^[-+]?\d{1,3}(,\d{3})+$/;
const GROUPED_WITH_POINT = /^[-+]?[1-9]\d{0,2}(,\d{3})+\.\d*$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i;

/**
 * Signs that cannot be seen: direction marks, zero-width characters, the soft hyphen.
 * They come with text copied from chats and documents.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A typed text in the keyboard's own signs, without what cannot be seen and without blanks at the ends. */
export const plainSigns = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${sign.normalize('NFKC')}`)
    .replace(/[‐‑‒–—―−﹘﹣➖]/g, '-')
    .replace(/[⁄∕]/g, '/')
    .replace(/[。．]/g, '.')
    .replace(/\s+/g, ' ')
    .trim();

function finite(text: string): number | undefined {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value + 0 : undefined;
}

function fraction(text: string): number | undefined {
  const [above, below, more] = text.split('/').map(finite);
  if (above === undefined || below === undefined || more !== undefined || below === 0) return undefined;
  return Number.isFinite(above / below) ? above / below + 0 : undefined;
}

/**
 * Reads a number that a person typed: any minus sign, full-width digits, a decimal comma, a fraction such as `1/9`.
 * A comma before groups of three is a thousands mark in a whole-number field and ambiguous in any other.
 */
export function readNumber(typed: string, { min, max, whole }: NumberLimits): Reading {
  const unreadable = (why: Extract<Reading, { status: 'unreadable' }>['why']): Reading => ({
    status: 'unreadable',
    why,
  });
  let text = plainSigns(typed)
    .replace(/^([-+]) /, '$1')
    .replace(/ ?\/ ?/, '/');
  if (text === '') return unreadable('empty');
  if (GROUPED.test(text)) {
    if (!whole && text.indexOf(',') === text.lastIndexOf(',') && !/^[-+]?0/.test(text))
      return unreadable('twoReadings');
    text = /^[-+]?0/.test(text) ? text.replace(',', '.') : text.replaceAll(',', '');
  } else if (GROUPED_WITH_POINT.test(text)) text = text.replaceAll(',', '');
  else if (/^[^,.]*,[^,.]*$/.test(text)) text = text.replace(',', '.');
  const value = text.includes('/') ? fraction(text) : finite(text);
  if (value === undefined) return unreadable('notNumber');
  if (whole && !Number.isInteger(value)) return unreadable('notWhole');
  return value < min || value > max ? unreadable('outside') : { status: 'read', value };
}

const EXACT = 1e-9;

/** The fewest decimals, up to `most`, that show every value exactly; `most` where some value needs more. */
export function decimalsFor(values: Iterable<number>, most = 2): number {
  let decimals = 0;
  for (const value of values) {
    const isShort = (places: number): boolean =>
      Math.abs(value * 10 ** places - Math.round(value * 10 ** places)) < EXACT * Math.max(1, Math.abs(value));
    while (decimals < most && !isShort(decimals)) decimals += 1;
  }
  return decimals;
}

/** The value rounded half away from zero, as it is shown with that many decimals. */
export const roundTo = (value: number, decimals: number): number => {
  const scaled = Math.abs(value) * 10 ** decimals;
  return (Math.sign(value) * Math.round(scaled + EXACT)) / 10 ** decimals + 0;
};

/** A number for readers: true minus (U+2212), commas between thousands, `decimals` places (all that are needed, up to 4, if not given). */
export function formatNumber(value: number, decimals: number = decimalsFor([value], 4)): string {
  const [whole = '', places] = Math.abs(roundTo(value, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = places === undefined ? grouped : `${grouped}.${places}`;
  return roundTo(value, decimals) < 0 ? `−${shown}` : shown;
}

/** A number as a factor: a negative one stands in parentheses. */
export const formatFactor = (value: number, decimals?: number): string => {
  const shown = formatNumber(value, decimals);
  return shown.startsWith('−') ? `(${shown})` : shown;
};
