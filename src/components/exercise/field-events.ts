import type { Part } from '@/exercises/kit/definition.ts';
import type { Place } from '@/exercises/kit/diagnose.ts';
import { sizeOf } from './paste.ts';

export const isField = (node: unknown): node is HTMLInputElement =>
  node instanceof HTMLInputElement && node.dataset['part'] !== undefined;

export const placeOf = (field: HTMLInputElement): Place => ({
  part: field.dataset['part'] ?? '',
  index: Number(field.dataset['index']),
});

/** What a field types: its text, the option chosen, or yes or no. */
export function textOf(field: HTMLInputElement): string {
  if (field.type === 'checkbox') return field.checked ? 'yes' : 'no';
  return field.value;
}

/** What was typed into a card before script answered: only fields that were touched. */
export function typedEarly(card: Element): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const field of card.querySelectorAll<HTMLInputElement>('input[data-part]')) {
    const isTouched = field.type === 'text' ? field.value !== field.defaultValue : field.checked;
    if (!isTouched) continue;
    const { part, index } = placeOf(field);
    const fields = typed[part] ?? [];
    while (fields.length <= index) fields.push('');
    fields.splice(index, 1, textOf(field));
    typed[part] = fields;
  }
  return typed;
}

/** The keys by which a reader goes from field to field, as in a spreadsheet. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'enter' | 'enter-back';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What a key in a field means, or `undefined` where it is the text's own: an arrow within the text, a modifier. */
export function moveOf(event: KeyboardEvent, field: HTMLInputElement): Move | undefined {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (event.key === 'Enter') return event.shiftKey ? 'enter-back' : 'enter';
  const move = event.shiftKey ? undefined : moves[event.key];
  const { selectionStart: start, selectionEnd: end, value } = field;
  const all = start === 0 && end === value.length;
  if (move === 'left') return all || end === 0 ? move : undefined;
  if (move === 'right') return all || start === value.length ? move : undefined;
  return move;
}

/** Column by column, the way Enter goes: down, then on at the top of the next column. */
function alongColumns(rows: number, columns: number, index: number, by: 1 | -1): number | undefined {
  const [row, column] = [Math.floor(index / columns), index % columns];
  const next = column * rows + row + by;
  if (next < 0 || next >= rows * columns) return undefined;
  return (next % rows) * columns + Math.floor(next / rows);
}

const alongArrow = (rows: number, columns: number, index: number, move: Move): number | undefined => {
  const [row, column] = [Math.floor(index / columns), index % columns];
  const to = {
    left: [row, column - 1],
    right: [row, column + 1],
    up: [row - 1, column],
    down: [row + 1, column],
    enter: undefined,
    'enter-back': undefined,
  } as const satisfies Record<Move, readonly [number, number] | undefined>;
  const [toRow = -1, toColumn = -1] = to[move] ?? [];
  const inside = toRow >= 0 && toRow < rows && toColumn >= 0 && toColumn < columns;
  return inside ? toRow * columns + toColumn : undefined;
};

/** Where a move leads: a field, the button that checks after the last one, or nowhere. */
export function target(parts: readonly Part[], from: Place, move: Move): Place | 'check' | undefined {
  const at = parts.findIndex((part) => part.id === from.part);
  const part = parts[at];
  const size = part === undefined ? undefined : sizeOf(part);
  if (part === undefined || size === undefined) return undefined;
  const { rows, columns } = size;
  if (move !== 'enter' && move !== 'enter-back') {
    const index = alongArrow(rows, columns, from.index, move);
    return index === undefined ? undefined : { part: part.id, index };
  }
  const index = alongColumns(rows, columns, from.index, move === 'enter' ? 1 : -1);
  if (index !== undefined) return { part: part.id, index };
  if (move === 'enter') {
    const next = parts[at + 1];
    return next === undefined ? 'check' : { part: next.id, index: 0 };
  }
  const previous = parts[at - 1];
  const last = previous === undefined ? undefined : sizeOf(previous);
  if (previous === undefined) return undefined;
  return { part: previous.id, index: last === undefined ? 0 : last.rows * last.columns - 1 };
}
