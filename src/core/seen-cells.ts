import { kernelSpan } from './output-size.ts';
import type { Cells } from './receptive-cells.ts';
import { type Seen, seeThrough } from './receptive-field.ts';
import type { Window } from './windows.ts';

/** What the cells of a layer see of the picture along one direction. */
export interface Sight extends Seen {
  /**
   * The pixels of each cell, from any origin, once an adaptive pooling has made them differ; the receptive field is
   * then the widest of them, and the jump their mean distance.
   */
  readonly cells?: readonly Cells[];
}

/** A layer's windows along one direction, all alike. */
interface Look {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** Through windows that are all alike; `size` is the number of cells that they give. */
export function lookThrough(before: Sight, size: number, { kernel, stride, padding, dilation }: Look): Sight {
  const seen = seeThrough(before, kernel, stride, dilation);
  const { cells } = before;
  if (!cells) return seen;
  const span = kernelSpan(kernel, dilation);
  const windows = Array.from({ length: size }, (_, cell) => {
    const start = cell * stride - padding;
    return union(cells, start, start + span);
  });
  return widest(seen.jump, windows);
}

/** Through the windows of an adaptive pooling of `size` cells. */
export function lookAdaptively(before: Sight, size: number, windows: readonly Window[]): Sight {
  const share = size / windows.length;
  if (!before.cells && Number.isInteger(share)) return seeThrough(before, share, share, 1);
  const cells = before.cells ?? evenCells(before, size);
  return widest(
    before.jump * share,
    windows.map(({ start, end }) => union(cells, start, end)),
  );
}

const evenCells = ({ receptiveField, jump }: Seen, size: number): readonly Cells[] =>
  Array.from({ length: size }, (_, cell) => ({ first: cell * jump, last: cell * jump + receptiveField - 1 }));

/** What the cells from `start` up to but without `end` see together; one in the padding sees what the nearest cell does. */
function union(cells: readonly Cells[], start: number, end: number): Cells {
  const nearest = (place: number) => cells[Math.min(Math.max(place, 0), cells.length - 1)];
  return { first: nearest(start)?.first ?? 0, last: nearest(end - 1)?.last ?? 0 };
}

const widest = (jump: number, cells: readonly Cells[]): Sight => ({
  receptiveField: cells.reduce((most, { first, last }) => Math.max(most, last - first + 1), 0),
  jump,
  cells,
});
