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
  const padded = padMaps(maps, toPair('padding', padding, 0), mode);
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
  const [rows, columns] = toPair('padding', padding, 0);
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

/** The maps with their padding; the same values where there is none. */
export function padMaps(maps: Maps, padding: Pair, mode: PaddingMode): Maps {
  const rowSources = paddingSources(maps.rows, padding[0], mode);
  const columnSources = paddingSources(maps.columns, padding[1], mode);
  const [rows, columns] = [rowSources.length, columnSources.length];
  if (padding[0] === 0 && padding[1] === 0) return maps;
  const values = new Float64Array(maps.batch * maps.channels * rows * columns);
  const sides = [...columnSources.entries()].filter(([to, from]) => from !== to - padding[1] && from >= 0);
  for (let plane = 0; plane < maps.batch * maps.channels; plane++) {
    for (const [row, source] of rowSources.entries()) {
      if (source < 0) continue;
      const from = (plane * maps.rows + source) * maps.columns;
      const to = (plane * rows + row) * columns;
      values.set(maps.values.subarray(from, from + maps.columns), to + padding[1]);
      for (const [column, copied] of sides) values[to + column] = maps.values[from + copied] ?? Number.NaN;
    }
  }
  return { ...maps, rows, columns, values };
}

/** The gradient of the maps, from that of their padded form. */
export function unpadValues(gradPadded: Float64Array, maps: Maps, padding: Pair, mode: PaddingMode): Float64Array {
  const rowSources = paddingSources(maps.rows, padding[0], mode);
  const columnSources = paddingSources(maps.columns, padding[1], mode);
  const values = new Float64Array(maps.values.length);
  let padded = 0;
  for (let plane = 0; plane < maps.batch * maps.channels; plane++) {
    for (const row of rowSources) {
      const line = (plane * maps.rows + row) * maps.columns;
      for (const column of columnSources) {
        const slope = gradPadded[padded++] ?? Number.NaN;
        if (row >= 0 && column >= 0) values[line + column] = (values[line + column] ?? Number.NaN) + slope;
      }
    }
  }
  return values;
}
