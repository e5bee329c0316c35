import { select } from 'd3';
import type { NumberLimits } from '../../state/number-text.ts';
import { child, contextOf, type Root } from './dom.ts';
import { fill } from './fill.ts';
import { moveInGrid, oneTabStop } from './grid-focus.ts';
import { keys } from './keys.ts';
import type { Shade } from './scale.ts';
import { problemsIn, typedNumber } from './typed.ts';

export interface GridCell {
  /** What stands in the cell. */
  readonly text: string;
  /** The number itself, where the cell can be edited. */
  readonly value?: number;
  readonly shade?: Shade | undefined;
  /** Further classes: `pad`, `in-window`, `now`, `empty`, `uses`. */
  readonly class?: string;
  /** Spoken instead of the place alone, where the cell can be chosen. */
  readonly label?: string;
}

export interface GridOptions {
  readonly role: 'input' | 'kernel' | 'output' | 'plain';
  /** "Input": with `size` it stands above the grid and names every cell. */
  readonly name: string;
  readonly size?: string;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  /** Limits of what is typed; with it, cells that have a `value` can be edited. */
  readonly limits?: NumberLimits;
  /** First row and column of the cells in what is spoken, counted from 1; padding is counted below that. */
  readonly origin?: number;
  /** The kernel's window, in cells. */
  readonly window?:
    | { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }
    | undefined;
  onEdit?(index: number, value: number): void;
  /** A cell was tapped, chosen by Enter, or entered for editing. */
  onChoose?(index: number): void;
}

type Kind = 'input' | 'button' | 'span';

/** A grid of numbers by role, drawn on the server too. Arrow keys move, typing replaces, Enter edits or chooses. */
export function numberGrid(parent: Root, part: string, options: GridOptions): Root {
  const { role, name, size, columns, cells, limits, origin = 1, onEdit, onChoose } = options;
  const { words } = contextOf(parent);
  const block = child(parent, 'figure', part).attr('class', 'grid-block');
  const title = child(block, 'figcaption', 'name').attr('class', `grid-name ${role}`);
  child(title, 'span', 'title').text(name);
  child(title, 'small', 'size').text(size ?? '');
  const grid = child(block, 'div', 'grid')
    .attr('class', `grid ${role}`)
    .attr('role', 'group')
    .attr('aria-label', size ? `${name} ${size}` : name)
    .style('--cols', columns)
    .style('--rows', Math.ceil(cells.length / Math.max(1, columns)));

  const kindOf = (cell: GridCell): Kind => {
    if (limits && onEdit && cell.value !== undefined) return 'input';
    return onChoose && cell.label !== undefined ? 'button' : 'span';
  };
  const placed = cells.map((cell, index) => ({ cell, index, kind: kindOf(cell) }));
  const drawn = grid
    .selectChildren<HTMLElement, (typeof placed)[number]>('.cell')
    .data(placed, ({ index, kind }) => `${kind}${index}`)
    .join((enter) => enter.append(({ kind }) => grid.append<HTMLElement>(kind).remove().node() ?? missing()))
    .attr('class', ({ cell, kind }) => ['cell', kind === 'input' && 'editable', cell.class].filter(Boolean).join(' '))
    .attr('data-v', ({ cell }) => cell.shade ?? null)
    .attr('data-index', ({ index }) => index)
    .order();

  drawn.each(function ({ cell, index, kind }) {
    const element = select<HTMLElement, unknown>(this);
    const [row, column] = [Math.floor(index / Math.max(1, columns)) + origin, (index % Math.max(1, columns)) + origin];
    const label = cell.label ?? fill(words.cell, { name, row, column });
    if (kind === 'input' && limits && cell.value !== undefined) {
      typedNumber(element, { label, value: cell.value, limits, onValue: (value) => onEdit?.(index, value) });
      element.on('click', () => onChoose?.(index));
    } else {
      element.text(cell.text);
      if (kind === 'button')
        element
          .attr('type', 'button')
          .attr('aria-label', label)
          .on('click', () => onChoose?.(index));
    }
  });
  frameWindow(grid, options.window);
  oneTabStop(grid);
  grid.on('keydown', (event: KeyboardEvent) => moveInGrid(event, grid, columns));
  if (limits && onEdit) keys(block, grid, limits);
  problemsIn(block, child(block, 'p', 'problem'));
  return block;
}

/** The kernel's window, the only thing that slides. */
function frameWindow(grid: Root, window: GridOptions['window']): void {
  const frames = grid.selectChildren<HTMLElement, NonNullable<typeof window>>('.window').data(window ? [window] : []);
  frames
    .join((enter) => enter.append<HTMLElement>('span').attr('class', 'window').attr('aria-hidden', 'true'))
    .style('--x', ({ column }) => column)
    .style('--y', ({ row }) => row)
    .style('--k', ({ columns }) => columns)
    .style('--k-rows', ({ rows }) => rows)
    .raise();
}

function missing(): never {
  throw new Error('An element that was just made is gone.');
}
