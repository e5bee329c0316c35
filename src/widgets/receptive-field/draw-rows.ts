import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { magnitude } from '../kit/scale.ts';
import { layerName } from './layer-name.ts';
import { type Derived, edgeOf, type Level } from './model.ts';
import { wayShade, waysLegend } from './way-shade.ts';
import type { Words } from './words.ts';

/** Above so many pixels across, cells are too narrow for their numbers. */
const NUMBERED = 21;

/** Numbers longer than this do not fit. */
const LONGEST = 999;

/** The cells of one level from its ring to its ring, each at its place above the picture. */
function cells(row: Root, level: Level, most: number, { output, edges: [left, right], column }: Derived): void {
  const isOutput = level === output;
  const numbered = right - left <= NUMBERED;
  const places = Array.from({ length: level.size + 2 * level.ring }, (_, index) => index - level.ring);
  const isRing = (cell: number) => cell < 0 || cell >= level.size;
  const isSeen = (cell: number) => cell >= level.first && cell <= level.last;
  const text = (cell: number): string => {
    if (!numbered || isOutput || !isSeen(cell)) return '';
    const ways = isRing(cell) ? 0 : (level.ways[cell] ?? 0);
    return ways > LONGEST || (ways === 0 && !isRing(cell)) ? '' : String(ways);
  };
  children(row, 'span', places, (cell) => cell)
    .attr('class', (cell) =>
      ['cell', isRing(cell) && 'pad', isSeen(cell) && 'seen', isOutput && cell === column && 'now']
        .filter(Boolean)
        .join(' '),
    )
    .attr('data-v', (cell) => (isRing(cell) || isOutput ? null : wayShade(level.ways[cell] ?? 0, most)))
    .style('--x', (cell) => edgeOf(level, cell) - left)
    .text(text);
}

/** From a row down to the next: the sides of what the output cell sees. */
function cone(box: Root, above: Level, below: Level, [left, right]: Derived['edges']): void {
  const sides = (level: Level) => [edgeOf(level, level.first) - left, edgeOf(level, level.last + 1) - left];
  const [[fromLeft, fromRight], [toLeft, toRight]] = [sides(above), sides(below)];
  const svg = child(box, 'svg', 'cone')
    .attr('class', 'cone')
    .attr('viewBox', `0 0 ${right - left} 1`)
    .attr('preserveAspectRatio', 'none')
    .attr('aria-hidden', 'true');
  child(svg, 'path', 'fill')
    .attr('class', 'cone-fill')
    .attr('d', `M${fromLeft} 0H${fromRight}L${toRight} 1H${toLeft}Z`);
  child(svg, 'path', 'sides')
    .attr('class', 'cone-sides')
    .attr('d', `M${fromLeft} 0L${toLeft} 1M${fromRight} 0L${toRight} 1`);
}

function label(box: Root, level: Level, index: number, words: Words): void {
  const line = child(box, 'p', 'label').attr('class', 'row-name');
  const { layer, size } = level;
  child(line, 'b', 'name').text(
    layer ? fill(words.level, { layer: index, name: layerName(layer, words) }) : words.picture,
  );
  child(line, 'span', 'size').text(fill(layer ? words.cells : words.pictureSize, { size }));
}

/** One row a level, the output on top and the picture below, with the cone of what the output cell is made of. */
export function rows(parent: Root, derived: Derived, words: Words, choose: (event: MouseEvent) => void): void {
  const { levels, edges, output } = derived;
  const [left, right] = edges;
  const most = magnitude(...levels.map(({ ways }) => ways));
  const list = child(parent, 'ol', 'rows')
    .attr('class', 'field-rows')
    .style('--across', right - left)
    .on('click', choose);
  const items = levels.map((level, index) => ({ level, index })).toReversed();
  eachRoot(
    children(list, 'li', items, ({ index }) => index),
    (item, { level, index }) => {
      label(item, level, index, words);
      const row = child(item, 'div', 'cells')
        .attr('class', `row-cells ${level === output ? 'output' : level.layer ? 'middle' : 'input'}`)
        .style('--jump', level.jump);
      cells(row, level, most, derived);
      child(item, 'span', 'frame')
        .attr('class', 'seen-frame')
        .attr('hidden', level === output ? '' : null)
        .style('--x', edgeOf(level, level.first) - left)
        .style('--wide', (level.last - level.first + 1) * level.jump);
      const below = levels[index - 1];
      const gap = child(item, 'div', 'gap')
        .attr('class', 'row-gap')
        .attr('hidden', below ? null : '');
      if (below) cone(gap, level, below, edges);
    },
  );
  waysLegend(parent, most, words);
}
