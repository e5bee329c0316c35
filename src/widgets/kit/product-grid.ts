import { decimalsFor, formatFactor, formatNumber } from '../../state/number-text.ts';
import { child, children, eachRoot, type Root } from './dom.ts';

/** One product: input × weight. */
export interface ProductCell {
  readonly input: number;
  readonly weight: number;
  readonly product: number;
}

/** A grid of tiny sums: both terms above their product. All products are shown with the same decimals. */
export function productGrid(
  parent: Root,
  part: string,
  options: {
    readonly name: string;
    readonly columns: number;
    readonly cells: readonly ProductCell[];
    readonly decimals: number;
  },
): Root {
  const { name, columns, cells, decimals } = options;
  const block = child(parent, 'figure', part).attr('class', 'grid-block');
  const title = child(block, 'figcaption', 'name').attr('class', 'grid-name product');
  child(title, 'span', 'title').text(name);
  child(title, 'small', 'size').text(cells.length || '');
  const grid = child(block, 'div', 'grid').attr('class', 'grid product').style('--cols', columns);
  grid.classed('tall', columns > 3 || cells.some(isLong));
  eachRoot(
    children(grid, 'span', cells, (_, index) => index).attr('class', 'prod'),
    (cell, { input, weight, product }) => {
      const terms = child(cell, 'span', 'terms').attr('class', 'terms');
      child(terms, 'span', 'input')
        .attr('class', 'r-input')
        .text(formatNumber(input, termDecimals(input)));
      const factor = child(terms, 'span', 'factor');
      child(factor, 'span', 'times').attr('class', 'times').text(' × ');
      child(factor, 'span', 'weight')
        .attr('class', 'r-kernel')
        .text(formatFactor(weight, termDecimals(weight)));
      child(cell, 'span', 'value').attr('class', 'value').text(formatNumber(product, decimals));
    },
  );
  return block;
}

const termDecimals = (value: number): number => decimalsFor([value], 2);

/** Whether both terms on one line would not fit a cell. */
const isLong = ({ input, weight }: ProductCell): boolean =>
  (formatNumber(input, termDecimals(input)) + formatFactor(weight, termDecimals(weight))).length > 7;
