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
  /** A cell was tapped, or chosen by Enter. */
  onChoose?(index: number): void;
  /** Moving onto a cell chooses it. */
  chooseOnFocus?: boolean;
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
    .attr('class', ({ cell, kind }) =>
      ['cell', kind === 'input' && 'editable', lengthClass(cell.text), cell.class].filter(Boolean).join(' '),
    )
    .attr('data-v', ({ cell }) => cell.shade ?? null)
    .attr('data-index', ({ index }) => index)
    .attr('aria-current', ({ cell }) => (cell.class?.split(' ').includes('now') ? 'true' : null))
    .order();

  drawn.each(function ({ cell, index, kind }) {
    const element = select<HTMLElement, unknown>(this);
    const [row, column] = [Math.floor(index / Math.max(1, columns)) + origin, (index % Math.max(1, columns)) + origin];
    const label = cell.label ?? fill(words.cell, { name, row, column });
    if (kind === 'input' && limits && cell.value !== undefined) {
      typedNumber(element, { label, value: cell.value, limits, onValue: (value) => onEdit?.(index, value) });
    } else {
      element.text(cell.text);
      if (kind === 'button') element.attr('type', 'button').attr('aria-label', label);
    }
    if (kind === 'span' || !onChoose) return;
    element.on('click', () => onChoose(index));
    if (options.chooseOnFocus) element.on('focus', () => onChoose(index));
  });
  frameWindow(grid, options.window);
  oneTabStop(grid);
  grid.on('keydown', (event: KeyboardEvent) => moveInGrid(event, grid, columns));
  if (limits && onEdit) keys(block, grid, limits);
  problemsIn(block, child(block, 'p', 'problem'));
  return block;
}

/** Long numbers are set smaller, so that they stay inside their cells. */
const lengthClass = (text: string): string =>
  text.length > 6 ? 'longest' : text.length > 5 ? 'longer' : text.length > 3 ? 'long' : '';

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
