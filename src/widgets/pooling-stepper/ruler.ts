import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import type { Reach } from './geometry.ts';
import type { Derived } from './model.ts';

/** How many lines of bars there must be, so that no two windows on one line overlap. */
export function linesFor(windows: readonly Reach[]): number {
  let lines = 1;
  const overlaps = () => windows.some(({ from }, index) => from < (windows[index - lines]?.to ?? 0));
  while (overlaps()) lines += 1;
  return lines;
}

/** Beside the input a bar for every window, below it for those across and at its right for those down. */
export function drawRulers(block: Root, { state, result }: Derived): void {
  const grid = block.select<HTMLElement>('.grid');
  const across = result?.across ?? [];
  const down = result?.down ?? [];
  block.classed('ruled', true).style('--lines-below', linesFor(across));
  const isAdaptive = state.kind === 'adaptive';
  ruler(grid, 'below', across, result?.place.column, isAdaptive ? state.columns : undefined);
  ruler(grid, 'beside', down, result?.place.row, isAdaptive ? state.rows : undefined);
}

/** The bars of one direction; for adaptive pooling the lines between the cells are numbered from 0 to `size`. */
function ruler(grid: Root, part: 'below' | 'beside', windows: readonly Reach[], at: number | undefined, size?: number) {
  const lines = linesFor(windows);
  const box = child(grid, 'span', part)
    .attr('class', `ruler ${part}`)
    .classed('numbered', size !== undefined);
  box.attr('aria-hidden', 'true').raise();
  const ticks = child(box, 'span', 'ticks').attr('class', 'ticks');
  children(ticks, 'span', size === undefined ? [] : Array.from({ length: size + 1 }, (_, line) => line), (line) => line)
    .style('--at', (line) => line)
    .text((line) => line);
  eachRoot(
    children(child(box, 'span', 'bars').attr('class', 'bars'), 'span', windows, (_, index) => index),
    (bar, { from, to }, index) => {
      bar
        .attr('class', index === at ? 'bar now' : 'bar')
        .style('--from', from)
        .style('--to', to)
        .style('--line', index % lines);
    },
  );
}
