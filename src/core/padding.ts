import { checkShape } from './check.ts';
import { type Maps, mapsOf, shapeLike } from './maps.ts';
import { type Pair, type PairOption, toPair } from './pair.ts';
import { type Tensor, wrong } from './tensor.ts';

/** What stands around the input: zeros, the input mirrored without its edge, its edge repeated, or its other side. */
export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';

export const paddingModes: readonly PaddingMode[] = ['zeros', 'reflect', 'replicate', 'circular'];

/**
 * A ring of `padding` cells around each map, C×H×W or N×C×H×W.
 * @throws RangeError where the mode cannot pad so far: reflect less than the input's size, circular at most its size.
 */
export function pad2d(input: Tensor, padding: PairOption, mode: PaddingMode = 'zeros'): Tensor {
  const maps = mapsOf('input', input);
  const padded = padMaps(maps, toPair('padding', padding, 0, 0), mode);
  return { shape: shapeLike(maps, maps.channels, padded.rows, padded.columns), data: padded.values };
}

/** The gradient of `pad2d`: each cell collects what reaches its copies. `input` is only looked at for its shape. */
export function pad2dGradient(
  gradOutput: Tensor,
  input: Tensor,
  padding: PairOption,
  mode: PaddingMode = 'zeros',
): Tensor {
  const maps = mapsOf('input', input);
  const [rows, columns] = toPair('padding', padding, 0, 0);
  const shape = shapeLike(maps, maps.channels, maps.rows + 2 * rows, maps.columns + 2 * columns);
  checkShape('gradOutput', gradOutput, shape, 'the shape of the padded input');
  return {
    shape: input.shape,
    data: unpadValues(mapsOf('gradOutput', gradOutput).values, maps, [rows, columns], mode),
  };
}

/** For each cell of a padded row (or column), the place in the input that it copies; −1 for a zero. */
export function paddingSources(size: number, padding: number, mode: PaddingMode): readonly number[] {
  if (!paddingModes.includes(mode)) throw wrong('paddingMode', String(mode), `one of ${paddingModes.join(', ')}`);
  const limit = mode === 'reflect' ? size - 1 : mode === 'circular' ? size : Number.POSITIVE_INFINITY;
  if (padding > limit) {
    throw wrong('padding', String(padding), `at most ${limit} for an input of ${size} in the mode ${mode}`);
  }
  return Array.from({ length: size + 2 * padding }, (_, i) => sourceOf(i - padding, size, mode));
}

function sourceOf(place: number, size: number, mode: PaddingMode): number {
  if (place >= 0 && place < size) return place;
  if (mode === 'zeros') return -1;
  if (mode === 'circular') return (place + size) % size;
  if (mode === 'replicate') return place < 0 ? 0 : size - 1;
  return place < 0 ? -place : 2 * (size - 1) - place;
}

/** The maps with their padding; the same maps where there is none. */
export function padMaps(maps: Maps, padding: Pair, mode: PaddingMode): Maps {
  const rows = maps.rows + 2 * padding[0];
  const columns = maps.columns + 2 * padding[1];
  const padded = { ...maps, rows, columns };
  const copies = copiesOf(maps, padding, mode);
  if (rows === maps.rows && columns === maps.columns) return padded;
  const values = new Float64Array(maps.batch * maps.channels * rows * columns);
  copies((from, to) => {
    values[to] = maps.values[from] ?? Number.NaN;
  });
  return { ...padded, values };
}

/** The gradient of the maps, from that of their padded form. */
export function unpadValues(gradPadded: Float64Array, maps: Maps, padding: Pair, mode: PaddingMode): Float64Array {
  const values = new Float64Array(maps.values.length);
  copiesOf(
    maps,
    padding,
    mode,
  )((from, to) => {
    values[from] = (values[from] ?? Number.NaN) + (gradPadded[to] ?? Number.NaN);
  });
  return values;
}

/** Walks over every padded cell that copies a cell of the input, with the places of both. */
function copiesOf(maps: Maps, padding: Pair, mode: PaddingMode) {
  const rowSources = paddingSources(maps.rows, padding[0], mode);
  const columnSources = paddingSources(maps.columns, padding[1], mode);
  return (visit: (from: number, to: number) => void): void => {
    for (let plane = 0, to = 0; plane < maps.batch * maps.channels; plane++) {
      for (const row of rowSources) {
        for (const column of columnSources) {
          if (row >= 0 && column >= 0) visit((plane * maps.rows + row) * maps.columns + column, to);
          to++;
        }
      }
    }
  };
}
