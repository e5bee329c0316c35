import { moved } from '../../widgets/kit/arrow-keys.ts';

/** What an arrow key asks for, taken from the page's scrolling; undefined for other keys. */
export function arrow(event: KeyboardEvent): readonly [rows: number, columns: number] | undefined {
  const move = moved(event);
  if (move) event.preventDefault();
  return move;
}

const topOf = (element: Element | undefined) => element?.getBoundingClientRect().top;

/** The element that stands `rows` below and `columns` after another, of those that flow in equal rows. */
export function neighbour(
  elements: readonly Element[],
  from: Element,
  [rows, columns]: readonly [number, number],
): Element | undefined {
  const second = elements.findIndex((element) => topOf(element) !== topOf(elements[0]));
  const perRow = second === -1 ? elements.length : second;
  return elements[elements.indexOf(from) + rows * perRow + columns];
}
