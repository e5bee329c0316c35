import { decimalsFor, formatNumber } from '../../state/number-text.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { type Derived, isShownExactly, MOST_DECIMALS, type Result } from './model.ts';
import type { Words } from './words.ts';

const shown = (value: number) => formatNumber(value, decimalsFor([value], MOST_DECIMALS));

/** One number of the window with what stands around it. */
interface Term {
  readonly before: string;
  readonly number: string;
  readonly after: string;
  readonly isWinner: boolean;
}

/** `max(1, 4, 2)`. */
function maxTerms(values: readonly number[], largest: number): Term[] {
  const winner = values.indexOf(largest);
  return values.map((value, index) => ({
    before: index === 0 ? 'max(' : '',
    number: shown(value),
    after: index === values.length - 1 ? ')' : ',',
    isWinner: index === winner,
  }));
}

/** `(1 + 4 − 2)`; one number alone has no parentheses. */
function meanTerms(values: readonly number[]): Term[] {
  const [open, close] = values.length > 1 ? (['(', ')'] as const) : (['', ''] as const);
  return values.map((value, index) => {
    const number = shown(value);
    const isNegative = number.startsWith('−');
    return {
      before: index === 0 ? open : isNegative ? '− ' : '+ ',
      number: index > 0 && isNegative ? number.slice(1) : number,
      after: index === values.length - 1 ? close : '',
      isWinner: false,
    };
  });
}

/** `max(1, 4, 2) = 4`, or `(1 + 4 + 2 + 3) / 4 = 10 / 4 = 2.5`; where a number is rounded, ≈ stands for =. */
export function drawCalculation(line: Root, result: Result, { state, decimals }: Derived, words: Words): void {
  const { values, counted, output, place } = result;
  const value = output[place.index] ?? 0;
  const isMax = state.kind === 'max';
  const list = child(line, 'span', 'terms').attr('class', 'terms');
  eachRoot(
    children(list, 'span', isMax ? maxTerms(values, value) : meanTerms(values), (_, index) => index).attr('class', 't'),
    (term, { before, number, after, isWinner }) => {
      child(term, 'span', 'before').attr('class', 'sign').text(before);
      child(term, 'span', 'number')
        .attr('class', isWinner ? 'r-input won-term' : 'r-input')
        .text(number);
      child(term, 'span', 'after').text(after);
    },
  );
  const sum = values.reduce((all, each) => all + each, 0);
  const equals = isShownExactly(values, sum, MOST_DECIMALS) ? '=' : '≈';
  const addition = values.length > 1 ? ` ${equals} ${shown(sum)} / ${counted}` : '';
  child(line, 'span', 'division')
    .attr('class', 't')
    .attr('hidden', isMax ? '' : null)
    .text(isMax ? '' : `/ ${counted}${addition}`);
  const total = child(line, 'span', 'sum').attr('class', 't');
  child(total, 'span', 'equals').text(isShownExactly(values, value, decimals) ? '= ' : '≈ ');
  child(total, 'span', 'total').attr('class', 'total output').text(formatNumber(value, decimals));
  child(line, 'small', 'rounded').text(!isMax && equals === '≈' ? words.rounded : '');
  const padding = counted - values.length;
  child(line, 'small', 'padding').text(!isMax && padding > 0 ? fill(words.withPadding, { padding, counted }) : '');
}
