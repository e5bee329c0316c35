/** Numbers without rounding: a numerator over a positive denominator, not always in lowest terms. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const exactlyEqual = (a: Exact, b: Exact): boolean =>
  a.numerator * b.denominator === b.numerator * a.denominator;

/** The nearest double. */
export const toNumber = (value: Exact): number => Number(value.numerator) / Number(value.denominator);

/** Digits with an optional point and sign, as `-12.50`, without rounding. */
export function fromDigits(digits: string): Exact {
  const negative = digits.startsWith('-');
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  const numerator = BigInt(`0${whole}${decimals}`);
  return { numerator: negative ? -numerator : numerator, denominator: 10n ** BigInt(decimals.length) };
}

/** A finite double, by the digits it is written with; `undefined` where those need an exponent. */
export function fromNumber(value: number): Exact | undefined {
  const digits = String(value);
  return /^-?\d+(\.\d+)?$/.test(digits) ? fromDigits(digits) : undefined;
}

/** A fraction in lowest terms as it is typed: `3/8`, `-1/2`, `2`. Takes whole numbers, the second not zero. */
export function fraction(numerator: number, denominator: number): string {
  let [a, b] = [Math.abs(numerator), Math.abs(denominator)];
  while (b > 0) [a, b] = [b, a % b];
  const sign = numerator !== 0 && numerator < 0 !== denominator < 0 ? '-' : '';
  const [top, bottom] = [Math.abs(numerator) / a, Math.abs(denominator) / a];
  return bottom === 1 ? `${sign}${top}` : `${sign}${top}/${bottom}`;
}
