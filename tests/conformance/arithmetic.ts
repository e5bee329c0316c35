/**
 * The value of a line of arithmetic as the site writes it: `2 × (−1) + 3`, `217 / 4`, `⌊7 / 2⌋ + 1`, `1,024 − 1`.
 * `undefined` for anything else, such as a line with words or powers.
 */
export function valueOfLine(line: string): number | undefined {
  const text = line.replaceAll(',', '').replaceAll('−', '-').replaceAll(' ', '');
  if (!/^[\d.+\-×/()⌊⌋]+$/.test(text)) return undefined;
  const signs = text.match(/\d+(?:\.\d+)?|[+\-×/()⌊⌋]/g) ?? [];
  let place = 0;
  const next = (): string => signs[place++] ?? '';
  const takes = (...wanted: string[]): string | undefined => (wanted.includes(signs[place] ?? '') ? next() : undefined);

  const atom = (): number => {
    const sign = next();
    if (sign === '-') return -atom();
    if (sign !== '(' && sign !== '⌊') return Number(sign);
    const value = sum();
    next();
    return sign === '(' ? value : Math.floor(value);
  };
  const product = (): number => {
    let value = atom();
    for (let sign = takes('×', '/'); sign !== undefined; sign = takes('×', '/')) {
      value = sign === '×' ? value * atom() : value / atom();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (let sign = takes('+', '-'); sign !== undefined; sign = takes('+', '-')) {
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  };
  const value = sum();
  return place === signs.length ? value : undefined;
}
