import type { Part } from '@/exercises/kit/definition.ts';

/** Pasted values in rows and columns. */
export type PastedBlock = readonly (readonly string[])[];

/** One row of values: parted by tabs as a spreadsheet copies them, else by blanks, semicolons or ×. */
function readRow(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((value) => value.trim());
  return line
    .replace(/\s*\/\s*/g, '/')
    .replace(/(^|\s)([-−+])\s(?=[\d.])/g, '$1$2')
    .trim()
    .split(/\s*[,;]\s+|\s*[;|×]\s*|\s+/);
}

/**
 * Takes a pasted text apart into rows and columns: cells of a spreadsheet, `1 2 3`, lines of these, a list as Python
 * prints it. `undefined` where it is a single value, which the browser pastes as always.
 */
export function readBlock(text: string): PastedBlock | undefined {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\]\s*,?\s*\[/g, '\n')
    .replace(/[[\]]/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readRow);
  return rows.length === 1 && rows[0]?.length === 1 ? undefined : rows.length === 0 ? undefined : rows;
}

/** What becomes of a pasted block: texts for fields, by index, or why it does not fit. */
export type Placed =
  | { readonly fits: true; readonly fields: ReadonlyMap<number, string> }
  | { readonly fits: false; readonly why: 'ragged' }
  | {
      readonly fits: false;
      readonly why: 'size';
      readonly rows: number;
      readonly columns: number;
      readonly roomRows: number;
      readonly roomColumns: number;
    };

/** Rows and columns of a part's typed fields; `undefined` for choices. */
export function sizeOf(part: Part): { readonly rows: number; readonly columns: number } | undefined {
  if (part.kind === 'grid') return { rows: part.rows, columns: part.columns };
  if (part.kind === 'shape') return { rows: 1, columns: part.axes.length };
  return part.kind === 'number' ? { rows: 1, columns: 1 } : undefined;
}

/** Lays a block on a grid of fields, its upper left value on the field `index`. Empty values leave their field alone. */
export function placeBlock(block: PastedBlock, size: { rows: number; columns: number }, index: number): Placed {
  const columns = block[0]?.length ?? 0;
  if (block.some((row) => row.length !== columns)) return { fits: false, why: 'ragged' };
  const [top, left] = [Math.floor(index / size.columns), index % size.columns];
  const [roomRows, roomColumns] = [size.rows - top, size.columns - left];
  if (block.length > roomRows || columns > roomColumns) {
    return { fits: false, why: 'size', rows: block.length, columns, roomRows, roomColumns };
  }
  const fields = block.flatMap((row, down) =>
    row.flatMap((value, right): [number, string][] =>
      value === '' ? [] : [[(top + down) * size.columns + left + right, value]],
    ),
  );
  return { fits: true, fields: new Map(fields) };
}
