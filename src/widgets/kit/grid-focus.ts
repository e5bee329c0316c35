import { moved } from './arrow-keys.ts';
import type { Root } from './dom.ts';

const CELLS = 'input.cell, button.cell';

/** A grid is one stop of the Tab key: the current cell, or the one that was last in focus, or the first. */
export function oneTabStop(grid: Root): void {
  const cells = grid.selectAll<HTMLElement, unknown>(CELLS);
  const stop = cells.filter('.now').node() ?? cells.filter('[tabindex="0"]').node() ?? cells.node();
  cells.attr('tabindex', function () {
    return this === stop ? '0' : '-1';
  });
  grid.on('focusin', (event: FocusEvent) => {
    const entered = cells.filter(function () {
      return this === event.target;
    });
    if (entered.empty()) return;
    cells.attr('tabindex', '-1');
    entered.attr('tabindex', '0').each(function () {
      if (this instanceof HTMLInputElement && !this.hasAttribute('data-editing')) this.select();
    });
  });
  grid.on('focusout', () => cells.attr('data-editing', null));
}

/** Arrows go from cell to cell. Enter puts the caret into a field, where the arrows are the caret's; Enter or Escape leaves it. */
export function moveInGrid(event: KeyboardEvent, grid: Root, columns: number): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const editing = cell.hasAttribute('data-editing');
  if (cell instanceof HTMLInputElement && (event.key === 'Enter' || (editing && event.key === 'Escape'))) {
    event.preventDefault();
    cell.toggleAttribute('data-editing', !editing);
    if (editing) cell.select();
    else cell.setSelectionRange(cell.value.length, cell.value.length);
    return;
  }
  const [down, right] = moved(event) ?? [];
  const index = Number(cell.dataset['index']);
  if (down === undefined || right === undefined || editing || Number.isNaN(index)) return;
  event.preventDefault();
  const column = (index % columns) + right;
  if (column < 0 || column >= columns) return;
  const next = grid.node()?.querySelector<HTMLElement>(`:is(${CELLS})[data-index="${index + down * columns + right}"]`);
  next?.focus();
}
