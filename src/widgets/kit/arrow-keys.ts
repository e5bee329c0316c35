const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The step that an arrow key asks for: rows down, columns to the right. None where the key is part of a shortcut. */
export const moved = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): readonly [number, number] | undefined =>
  ctrlKey || metaKey || altKey ? undefined : MOVES[key];
