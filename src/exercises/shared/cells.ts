import type { Misconception } from '../kit/definition.ts';

/** A cell of a map, counted from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A cell in words: "row 2, column 3". */
export const cellText = {
  en: ({ row, column }: Cell) => `row ${row}, column ${column}`,
  zh: ({ row, column }: Cell) => `第${row}行第${column}列`,
};

/** What is said to a learner who took the row for the column. */
export const swappedWords: Misconception<Cell>['words'] = {
  en: {
    head: 'Row and column are swapped.',
    text: ({ row, column }) => `The row counts downwards, the column to the right: ${row} down, ${column} across.`,
  },
  zh: {
    head: '行和列弄反了。',
    text: ({ row, column }) => `行从上往下数，列从左往右数：第${row}行，第${column}列。`,
  },
};
