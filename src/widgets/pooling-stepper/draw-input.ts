import { formatNumber } from '../../state/number-text.ts';
import type { SetState } from '../kit/definition.ts';
import type { Root } from '../kit/dom.ts';
import { type GridCell, numberGrid } from '../kit/number-grid.ts';
import { fields, inputIndex, MOST, type State, shownColumn } from './fields.ts';
import { type Derived, shadesIn } from './model.ts';
import { drawRulers } from './ruler.ts';
import type { Words } from './words.ts';

const LIMITS = { min: fields.input.min, max: fields.input.max, whole: false } as const;

/** What stands in the padding: nothing is larger than −∞, a zero counts in the mean, and an empty cell does not. */
const paddingText = ({ kind, countPadding }: State): string => (kind === 'max' ? '−∞' : countPadding ? '0' : '');

/** The input in its padding, the window on it, the winners, and a bar beside it for every window. */
export function drawInput(parent: Root, derived: Derived, words: Words, set: SetState<State>): void {
  const { state, input, padding, beyond, result } = derived;
  const { rows, columns, moved } = state;
  const [height, width] = [rows + 2 * padding + beyond[0], columns + 2 * padding + beyond[1]];
  const shades = shadesIn(derived);
  const winner = result?.winners[result.place.index];
  const won = new Set(result?.winners.slice(0, result.computed));
  const placeOf = (index: number) => ({ row: Math.floor(index / width) - padding, column: (index % width) - padding });

  const cells = Array.from({ length: height * width }, (_, index): GridCell => {
    const { row, column } = placeOf(index);
    if (row >= rows + padding || column >= columns + padding) return { text: '', class: 'beyond' };
    const cell = row * columns + column;
    const value = input[cell] ?? 0;
    if (row < 0 || column < 0 || row >= rows || column >= columns) return { text: paddingText(state), class: 'pad' };
    return {
      text: formatNumber(value),
      value,
      shade: shades(value),
      class: [
        cell === winner ? 'winner' : won.has(cell) && 'won',
        moved !== 'none' && shownColumn(state, column) === undefined && 'entered',
        state.picked === row * MOST + column && 'picked',
      ]
        .filter(Boolean)
        .join(' '),
    };
  });
  const { down, across } = result?.place ?? {};
  const block = numberGrid(parent, 'input', {
    role: 'input',
    name: moved === 'none' ? words.input : words.inputMoved,
    size: `${rows} × ${columns}`,
    columns: width,
    origin: 1 - padding,
    cells,
    limits: LIMITS,
    window: down &&
      across && { row: down.from, column: across.from, rows: down.to - down.from, columns: across.to - across.from },
    onEdit(index, value) {
      const { row, column } = placeOf(index);
      const source = shownColumn(state, column);
      set(
        source === undefined
          ? { entering: state.entering.with(row, value) }
          : { input: state.input.with(inputIndex(row, source), value) },
      );
    },
    onChoose(index) {
      const { row, column } = placeOf(index);
      set({ picked: row * MOST + column });
    },
    chooseOnFocus: true,
  });
  drawRulers(block, derived);
}
