/**
 * Finds the equalities between plain numbers that a text states ("5 − 3 + 1 = 3") and works them out.
 * Sides with letters are left alone; a chain a = b = c is compared neighbour by neighbour.
 */
export interface Equality {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/** A formula's TeX as the plain arithmetic it shows; a broken line goes on in the next row. */
export function plainMath(tex: string): string {
  return tex
    .replaceAll(/\\htmlClass\{[\w-]+\}/g, '')
    .replaceAll(/\\(?:times|cdot)/g, '×')
    .replaceAll('\\approx', '=')
    .replaceAll(/\\ln\s*/g, 'ln')
    .replaceAll(/e\^(?:\{([^{}]*)\}|(\d))/g, 'exp($1$2)')
    .replaceAll(/\\frac\{(\d+)\}\{(\d+)\}/g, '$1/$2')
    .replaceAll(/\\(?:begin|end)\{\w+\}|\\\\|\n/g, ' ')
    .replaceAll(/\\[a-zA-Z]+|\\[,;! ]/g, (command) => (/^\\[a-zA-Z]/.test(command) ? '□' : ''))
    .replaceAll(/[{}&]/g, '')
    .replaceAll('-', '−');
}

/** The value of a plain calculation; `undefined` where it is not one. */
export function evaluate(text: string): number | undefined {
  const tokens = text.match(/ln|exp|\d+(?:,\d{3})+(?!\d)|\d*\.?\d+|[+−×/()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(/\s/g, '') || tokens.length === 0) return undefined;
  let at = 0;
  const take = (token: string) => tokens[at] === token && ++at > 0;
  const factor = (): number => {
    if (take('−')) return -factor();
    if (take('ln')) return Math.log(factor());
    if (take('exp')) return Math.exp(factor());
    if (take('(')) {
      const value = sum();
      return take(')') ? value : Number.NaN;
    }
    return Number((tokens[at++] ?? '?').replaceAll(',', ''));
  };
  const product = (): number => {
    let value = factor();
    for (;;) {
      if (take('×')) value *= factor();
      else if (take('/')) value /= factor();
      else return value;
    }
  };
  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('−')) value -= product();
      else return value;
    }
  };
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}

/** Half a unit of the last decimal written, 0 for whole numbers: 2.718 stands for anything that rounds to it. */
const rounding = (side: string) => {
  const decimals = /\.(\d+)$/.exec(side.trim())?.[1];
  return decimals ? 0.5 * 10 ** -decimals.length : 0;
};

/** All equalities between plain numbers in a text (a formula goes through `plainMath` first). */
export function equalities(text: string): Equality[] {
  const found: Equality[] = [];
  for (const run of text.matchAll(/(?:ln|exp|[\d+−×/().,= \t])+/g)) {
    const before = text[run.index - 1] ?? '';
    const after = text[run.index + run[0].length] ?? '';
    const sides = run[0].split('=').map((side) => side.trim());
    // What is cut off by a letter is part of a longer expression: "K + 1 = 3", "3 = 2K".
    if (/[A-Za-z□_^]/.test(before) && !/^\s/.test(run[0])) sides[0] = '?';
    if (/^\s*[+×/)]/.test(run[0]) || /[A-Za-z□]\s*−/.test(before + run[0].slice(0, 3))) sides[0] = '?';
    if (/[A-Za-z□_^]/.test(after) && !/\s$/.test(run[0])) sides[sides.length - 1] = '?';
    const last = sides.length - 1;
    sides[last] = (sides[last] ?? '').replace(/[.,\s]+$/, '');
    for (let index = 1; index < sides.length; index++) {
      const [one, two] = [sides[index - 1] ?? '', sides[index] ?? ''];
      const [left, right] = [evaluate(one), evaluate(two)];
      if (left === undefined || right === undefined) continue;
      const holds = Math.abs(left - right) <= rounding(two) + 1e-9;
      found.push({ text: `${one} = ${two}`, left, right, holds });
    }
  }
  return found;
}
