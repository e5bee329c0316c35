import { decimalsFor, formatNumber, roundTo } from '../../state/number-text.ts';
import { child, children, contextOf, eachRoot, type Root } from './dom.ts';

/** One term of a sum. */
export interface Term {
  readonly value: number;
  readonly role?: 'input' | 'kernel' | 'product' | 'output';
  /** Stands after the term, in parentheses: "bias". */
  readonly note?: string;
}

/** A sum as it is shown: rounded terms, the exact total, and what rounding leaves over so that the line adds up. */
export interface ShownSum {
  readonly total: number;
  readonly rounding: number;
}

/** How a sum is shown with these decimals: the shown terms and `rounding` add up to the shown total exactly. */
export function shownSum(values: readonly number[], total: number, decimals: number): ShownSum {
  const shown = values.reduce((sum, value) => sum + roundTo(value, decimals), 0);
  return { total: roundTo(total, decimals), rounding: roundTo(roundTo(total, decimals) - shown, decimals) };
}

/**
 * A sum written out: signed terms in their roles' hues, what rounding leaves over, and the total in a box.
 * `before` stands in front ("Channel 1"); `role` is the total's.
 */
export function sumLine(
  parent: Root,
  part: string,
  options: {
    readonly terms: readonly Term[];
    readonly total: number;
    readonly before?: string;
    readonly role?: 'product' | 'output';
    /** Decimals of every number, where the figure has its own; else as many as the sum needs, up to `most`. */
    readonly decimals?: number;
    readonly most?: number;
  },
): void {
  const { terms, total, before = '', role = 'output' } = options;
  const { words } = contextOf(parent);
  const values = terms.map(({ value }) => value);
  const decimals = options.decimals ?? decimalsFor([...values, total], options.most);
  const { rounding } = shownSum(values, total, decimals);
  const all: readonly Term[] = rounding === 0 ? terms : [...terms, { value: rounding, note: words.rounding }];
  // Room for the terms is kept, so that nothing below jumps when their digits change.
  const line = child(parent, 'p', part)
    .attr('class', 'sum-line')
    .style('--lines', Math.ceil((terms.length + 2) / 24))
    .style('--lines-narrow', Math.ceil((terms.length + 1.5) / 7));
  child(line, 'span', 'before')
    .attr('class', 'before')
    .attr('hidden', before ? null : '')
    .text(before);
  const list = child(line, 'span', 'terms').attr('class', 'terms');
  eachRoot(
    children(list, 'span', all, (_, index) => index).attr('class', 't'),
    (term, { value, role: termRole, note }, index) => {
      const shown = formatNumber(value, decimals);
      const negative = shown.startsWith('−');
      child(term, 'span', 'sign').text(index === 0 ? (negative ? '−' : '') : negative ? '− ' : '+ ');
      child(term, 'span', 'value')
        .attr('class', termRole ? `r-${termRole}` : null)
        .text(negative ? shown.slice(1) : shown);
      child(term, 'small', 'note')
        .attr('hidden', note ? null : '')
        .text(note ? ` ${note}` : '');
    },
  );
  const sum = child(line, 'span', 'sum').attr('class', 't');
  child(sum, 'span', 'equals').text('= ');
  child(sum, 'span', 'total').attr('class', `total ${role}`).text(formatNumber(total, decimals));
}
