import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { type GridCell, numberGrid } from '../kit/number-grid.ts';
import { type Derived, edgesOf, lanesOf, mostWindows, type Strip } from './model.ts';
import type { Words } from './words.ts';

/** The sign in a column that is no plain input: it says without colour what the hatching says. */
const SIGNS = { used: '', skipped: '·', dropped: '×' } as const;
/** A ruler up to this long has every number, a longer one every fifth. */
const ALL_NUMBERED = 12;

const isPadding = ({ state, columns }: Derived, column: number): boolean =>
  column < state.padding || column >= columns - state.padding;

function cellOf(derived: Derived, column: number): GridCell {
  const fate = derived.fates[column] ?? 'used';
  const padded = isPadding(derived, column);
  return {
    text: SIGNS[fate] || (padded ? '0' : ''),
    class: [padded && 'pad', fate !== 'used' && fate].filter(Boolean).join(' '),
  };
}

/** The numbers above a strip: the first, the last, and those between that leave room for each other. */
function numbersOf({ from, to }: Strip): number[] {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index + 1);
  if (numbers.length <= ALL_NUMBERED) return numbers;
  return numbers.filter(
    (number) => number === from + 1 || number === to || (number % 5 === 0 && number - from > 3 && to - number > 2),
  );
}

function ruler(parent: Root, strip: Strip): void {
  const line = child(parent, 'div', 'numbers').attr('class', 'ruler-numbers').attr('aria-hidden', 'true');
  children(line, 'span', numbersOf(strip), (number) => number)
    .style('--from', (number) => number - 1 - strip.from)
    .text((number) => number);
}

/** The windows of a strip, one below the other; what lies outside the strip is cut off. */
function bars(parent: Root, derived: Derived, { from, to, windows }: Strip): void {
  const { state, place } = derived;
  const list = child(parent, 'div', 'bars').attr('class', 'ruler-bars').attr('aria-hidden', 'true');
  const drawn = children(list, 'div', windows, (window) => window)
    .attr('class', 'ruler-bar')
    .classed('now', (window) => window === place)
    .classed('cut-start', (window) => window * state.stride < from)
    .classed('cut-end', (window) => edgesOf(derived, window).last > to);
  eachRoot(drawn, (bar, window, row) => {
    const { first, last } = edgesOf(derived, window);
    const [start, end] = [Math.max(first - 1, from), Math.min(last, to)];
    bar
      .style('--row', row)
      .style('--from', start - from)
      .style('--length', end - start);
    const taps = Array.from({ length: state.kernel }, (_, tap) => first - 1 + tap * state.dilation);
    const shown = state.dilation === 1 ? [] : taps.filter((column) => column >= from && column < to);
    children(bar, 'i', shown, (column) => column).style('--from', (column) => column - start);
    child(bar, 'span', 'number').text(window + 1);
  });
}

/** The framed window as far as it lies in the strip. */
function frameIn(derived: Derived, { from, to }: Strip) {
  const { first, last } = edgesOf(derived, derived.place);
  const [start, end] = [Math.max(first - 1, from), Math.min(last, to)];
  return derived.windows === 0 || start >= end
    ? undefined
    : { row: 0, column: start - from, rows: 1, columns: end - start };
}

/** A piece of the row under its ruler, with its windows. */
export function drawStrip(parent: Root, derived: Derived, strip: Strip, name: string, size: string): void {
  parent
    .attr('class', 'ruler-strip')
    .style('--n', strip.to - strip.from)
    .style('--rows', mostWindows(derived, strip));
  const title = child(parent, 'p', 'name').attr('class', 'grid-name input');
  child(title, 'span', 'title').text(name);
  child(title, 'small', 'size').text(size);
  ruler(parent, strip);
  numberGrid(parent, 'row', {
    role: 'input',
    name: `${name} ${size}`,
    columns: strip.to - strip.from,
    cells: Array.from({ length: strip.to - strip.from }, (_, index) => cellOf(derived, strip.from + index)),
    window: frameIn(derived, strip),
  });
  bars(parent, derived, strip);
}

interface Stretch {
  readonly key: string;
  readonly from: number;
  readonly length: number;
}

/** A long row at true scale: all its windows, in as many lines as they need not to touch. */
export function drawAll(parent: Root, derived: Derived, words: Words): void {
  const { columns, windows, span, dropped, place, state } = derived;
  const lanes = lanesOf(derived);
  parent.attr('class', 'ruler-all').style('--n', columns).style('--lanes', lanes);
  const title = child(parent, 'p', 'name').attr('class', 'grid-name kernel');
  child(title, 'span', 'title').text(words.all);
  child(title, 'small', 'size').text(fill(words.allSize, { windows, columns }));
  const ends: Stretch[] = [
    { key: 'pad', from: 0, length: state.padding },
    { key: 'pad', from: columns - state.padding, length: state.padding },
    { key: 'dropped', from: columns - dropped, length: dropped },
  ];
  const row = child(parent, 'div', 'row').attr('class', 'ruler-line').attr('aria-hidden', 'true');
  children(row, 'span', ends, (_, index) => index)
    .attr('class', ({ key }) => key)
    .attr('hidden', ({ length }) => (length === 0 ? '' : null))
    .style('--from', ({ from }) => from)
    .style('--length', ({ length }) => length);
  const lines = child(parent, 'div', 'windows').attr('class', 'ruler-lanes').attr('aria-hidden', 'true');
  children(
    lines,
    'span',
    Array.from({ length: windows }, (_, window) => window),
    (window) => window,
  )
    .attr('class', (window) => (window === place ? 'now' : null))
    .style('--from', (window) => window * state.stride)
    .style('--length', span)
    .style('--row', (window) => window % lanes);
}
