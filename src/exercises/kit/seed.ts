/** Crockford's base 32: no I, L, O or U, so that a code read off paper is typed without doubt. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const largest = 0xffffffff;

/** The short code of a seed, for paper: 1 to 7 signs. */
export function seedCode(seed: number): string {
  let [rest, code] = [seed, ''];
  do {
    code = digits.charAt(rest % 32) + code;
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return code;
}

/** The seed of a short code, in any case, with O read as 0 and I or L as 1; `undefined` if it is none. */
export function seedFromCode(code: string): number | undefined {
  const signs = code.trim().toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{1,7}$/.test(signs)) return undefined;
  const seed = [...signs].reduce((value, sign) => value * 32 + digits.indexOf(sign), 0);
  return seed <= largest ? seed : undefined;
}

/** The seed in an address, an unsigned 32-bit whole number in decimal digits; `undefined` if it is none. */
export function seedFromAddress(text: string | null): number | undefined {
  if (text === null || !/^\d{1,10}$/.test(text)) return undefined;
  const seed = Number(text);
  return seed <= largest ? seed : undefined;
}
