import { child, children, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { magnitude, type Shade } from '../kit/scale.ts';
import type { Derived } from './model.ts';
import { wayShade, waysLegend } from './way-shade.ts';
import type { Words } from './words.ts';

const box = (x: number, y: number, width: number, height = width): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** The pixels that the cell depends on, gathered by shade: the ways down times the ways across. */
function shades({ down, across, size }: Derived, most: number): { shade: Shade; path: string }[] {
  const paths = new Map<Shade, string>();
  for (let row = Math.max(0, down.first); row <= Math.min(size - 1, down.last); row++)
    for (let column = Math.max(0, across.first); column <= Math.min(size - 1, across.last); column++) {
      const ways = (down.ways[row] ?? 0) * (across.ways[column] ?? 0);
      if (ways === 0) continue;
      const step = wayShade(ways, most);
      paths.set(step, (paths.get(step) ?? '') + box(column - 0.5, row - 0.5, 1));
    }
  return [...paths].map(([step, path]) => ({ shade: step, path }));
}

/** The picture with the field of the output cell on it, and how far the field leaves it. */
export function plane(
  parent: Root,
  derived: Derived,
  words: Words,
  act: { choose(event: MouseEvent): void; key(event: KeyboardEvent): void },
): void {
  const { size, output, down, across, levels, edges } = derived;
  const [left, right] = edges;
  const wide = right - left;
  const block = child(parent, 'figure', 'plane').attr('class', 'grid-block field-plane').style('--across', wide);
  const title = child(block, 'figcaption', 'name').attr('class', 'grid-name');
  child(title, 'span', 'title').text(words.plane);
  child(title, 'small', 'size').text(fill(words.planeSize, { field: output.receptiveField }));
  const map = child(block, 'div', 'map')
    .attr('class', 'plane-map')
    .attr('role', 'application')
    .attr('tabindex', '0')
    .attr('aria-label', words.planeLabel)
    .on('click', act.choose)
    .on('keydown', act.key);
  const svg = child(map, 'svg', 'drawing')
    .attr('viewBox', `${left} ${left} ${wide} ${wide}`)
    .attr('aria-hidden', 'true');
  const path = (name: string, d: string) => child(svg, 'path', name).attr('class', name).attr('d', d);
  const ring = levels[0]?.ring ?? 0;
  path('ring', ring > 0 ? box(-ring - 0.5, -ring - 0.5, size + 2 * ring) : '');
  path('paper', box(-0.5, -0.5, size));
  const filled = child(svg, 'g', 'ways');
  const most = magnitude(down.ways) * magnitude(across.ways);
  children(filled, 'path', shades(derived, most), (one) => one.shade)
    .attr('data-v', (one) => one.shade)
    .attr('d', (one) => one.path);
  const lines = Array.from({ length: size - 1 }, (_, line) => `M${line + 0.5} -0.5v${size}M-0.5 ${line + 0.5}h${size}`);
  path('lines', lines.join(''));
  path('edge', box(-0.5, -0.5, size));
  path('field', box(across.first - 0.5, down.first - 0.5, output.receptiveField));
  const at = (cell: number) => output.start + cell * output.jump;
  path('centre', box(at(derived.column) - 0.3, at(derived.row) - 0.3, 0.6));
  waysLegend(block, most, words);
}
