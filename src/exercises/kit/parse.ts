import { plainSigns } from '../../state/number-text.ts';
import type { Entry } from './definition.ts';
import { type Exact, fromDigits } from './exact.ts';

/** Why a field cannot be read; the words for each are in `words.ts`. */
export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'exponent'
  | 'raised'
  | 'letters'
  | 'percent'
  | 'several-numbers'
  | 'several-signs'
  | 'several-points'
  | 'two-readings'
  | 'fraction-form'
  | 'zero-denominator'
  | 'symbol'
  | 'not-an-option';

export type Reading =
  | { readonly readable: true; readonly value: Exact }
  | { readonly readable: false; readonly why: Unreadable; readonly readings?: readonly string[] };

/** A number longer than this was not meant as an answer. */
const longest = 40;

const unreadable = (why: Unreadable): Reading => ({ readable: false, why });
const number = (digits: string): Reading => ({ readable: true, value: fromDigits(digits) });

/** Why a text that is no number is none. */
function complaint(text: string): Reading {
  if (/[⁰¹²³⁴-⁹⁺⁻]|\^|\*\*/.test(text)) return unreadable('raised');
  if (/^[+-]?[\d.,]*\d[\d.,]* ?e ?[+-]?\d+$/i.test(text)) return unreadable('exponent');
  if (/%|‰/.test(text)) return unreadable('percent');
  if (/\p{L}|\p{Nl}|\p{No}/u.test(text) || /[^\d\p{ASCII}]/u.test(text)) return unreadable(letterOrSymbol(text));
  if (/\//.test(text)) return unreadable('fraction-form');
  if (/^[+-](?: ?[+-])+ ?[\d.,]/.test(text) || /\d ?[+-]$/.test(text)) return unreadable('several-signs');
  if (/\d ?[+-] ?[\d.]/.test(text) || /\d ?[;|] ?\d/.test(text) || /\d [\d.+-]/.test(text)) {
    return unreadable('several-numbers');
  }
  if (/[.,].*[.,]/.test(text)) return unreadable('several-points');
  return unreadable('symbol');
}

const letterOrSymbol = (text: string): Unreadable =>
  /\p{L}|\p{N}/u.test(text.replace(/\d/g, '')) ? 'letters' : 'symbol';

/** Reads digits in which commas stand: as marks of thousands, as the decimal point, or as either. */
function readCommas(sign: string, body: string, entry: Entry): Reading | undefined {
  const thousands = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(body);
  const decimal = /^\d*,\d*$/.test(body) && /\d/.test(body);
  const [withoutMarks, withPoint] = [body.replaceAll(',', ''), body.replace(',', '.')];
  if (thousands && decimal && entry !== 'integer') {
    return { readable: false, why: 'two-readings', readings: [`${sign}${withoutMarks}`, `${sign}${withPoint}`] };
  }
  if (thousands) return number(`${sign}${withoutMarks}`);
  return decimal ? number(`${sign}${withPoint}`) : undefined;
}

/**
 * Reads what was typed into a numeric field, kindly and exactly: any minus sign, full-width digits, `1/2`, `.5`,
 * blanks around it, commas as marks of thousands or as the decimal point. What has more than one reading, or none, is
 * unreadable, with the reason. Takes time linear in the length of the text.
 */
export function parseNumber(typed: string, entry: Entry): Reading {
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(typed)) return number(typed); // by far the most, and the quickest
  const text = plainSigns(typed);
  if (text === '') return unreadable('empty');
  if (text.length > longest) return unreadable('too-long');
  const match = /^([+-]?) ?([\d.,]*\d[\d.,]*)(?: ?\/ ?([\d.,]*\d[\d.,]*))?$/.exec(text);
  if (match === null) return complaint(text);
  const [, sign = '', body = '', below] = match;
  const minus = sign === '-' ? '-' : '';
  if (below !== undefined) {
    if (!/^\d+$/.test(body) || !/^\d+$/.test(below)) return unreadable('fraction-form');
    if (BigInt(below) === 0n) return unreadable('zero-denominator');
    return { readable: true, value: { numerator: BigInt(`${minus}${body}`), denominator: BigInt(below) } };
  }
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(body)) return number(`${minus}${body}`);
  return readCommas(minus, body, entry) ?? unreadable('several-points');
}
