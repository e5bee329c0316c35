import type { Layer } from './network-layers.ts';
import { convolutionOutputSize, kernelSpan } from './output-size.ts';
import { bothOf, type Pair } from './pair.ts';
import type { WindowLayer } from './receptive-field.ts';

/** Neighbouring cells along one direction, from 0, both ends included; below 0 and beyond the last lies padding. */
export interface Cells {
  readonly first: number;
  readonly last: number;
}

export interface PaddedLayer extends WindowLayer {
  readonly padding?: number | undefined;
}

/** The cells of a layer's input from which some cells of its output are made. */
const lookBack = ({ first, last }: Cells, { kernel, stride = 1, padding = 0, dilation = 1 }: PaddedLayer): Cells => ({
  first: first * stride - padding,
  last: last * stride - padding + kernelSpan(kernel, dilation) - 1,
});

/**
 * What one cell of the last layer sees along one direction: at 0 the pixels of the picture, then the cells of every
 * layer, itself at the end. Cells that lie in padding are counted along.
 */
export function cellsSeen(stack: readonly PaddedLayer[], cell: number): Cells[] {
  let seen: Cells = { first: cell, last: cell };
  const all = [seen];
  for (const layer of stack.toReversed()) {
    seen = lookBack(seen, layer);
    all.unshift(seen);
  }
  return all;
}

/**
 * How many ways lead from each pixel (at 0), and from each cell of every layer, to one cell of the last layer, along
 * one direction. A way ends in padding; where there is none, the cell does not depend on the pixel.
 * @throws RangeError where a layer does not fit.
 */
export function pathCounts(stack: readonly PaddedLayer[], input: number, cell: number): number[][] {
  const sizes = [input];
  for (const layer of stack) sizes.push(convolutionOutputSize({ input: sizes.at(-1) ?? input, ...layer }));
  const counts = sizes.map((size) => Array.from({ length: size }, () => 0));
  counts.at(-1)?.splice(cell, 1, 1);
  for (const [index, { kernel, stride = 1, padding = 0, dilation = 1 }] of [...stack.entries()].toReversed()) {
    const before = counts[index] ?? [];
    for (const [place, ways] of (counts[index + 1] ?? []).entries())
      for (let k = 0; k < kernel; k++) {
        const seen = place * stride - padding + k * dilation;
        if (seen in before) before[seen] = (before[seen] ?? 0) + ways;
      }
  }
  return counts;
}

/** Layers from the first up to the one of this name, roads beside it left out; undefined where there is none. */
function chainTo(layers: readonly Layer[], name: string): readonly Layer[] | undefined {
  for (const [index, layer] of layers.entries()) {
    if (layer.name === name) return layers.slice(0, index + 1);
    if (layer.kind !== 'residual') continue;
    const inside = chainTo(layer.body, name) ?? chainTo(layer.skip, name);
    if (inside) return [...layers.slice(0, index), ...inside];
  }
  return undefined;
}

const through = (layers: readonly Layer[], cells: Cells, axis: 0 | 1): Cells =>
  layers.reduceRight((seen, layer) => beneath(layer, seen, axis), cells);

function beneath(layer: Layer, cells: Cells, axis: 0 | 1): Cells {
  const along = (option: Parameters<typeof bothOf>[0]) => bothOf(option)[axis];
  switch (layer.kind) {
    case 'conv2d': {
      const { kernel, stride = 1, padding = 0, dilation = 1 } = layer;
      const sizes = { stride: along(stride), padding: along(padding), dilation: along(dilation) };
      return lookBack(cells, { kernel: along(kernel), ...sizes });
    }
    case 'maxPool2d':
    case 'averagePool2d': {
      const { window, stride = window, padding = 0 } = layer;
      return lookBack(cells, { kernel: along(window), stride: along(stride), padding: along(padding) });
    }
    case 'batchNorm2d':
    case 'relu':
    case 'dropout':
      return cells;
    case 'residual': {
      const [body, skip] = [through(layer.body, cells, axis), through(layer.skip, cells, axis)];
      return { first: Math.min(body.first, skip.first), last: Math.max(body.last, skip.last) };
    }
    default:
      throw new RangeError(`After "${layer.name ?? layer.kind}" (${layer.kind}) a value has no place in the picture.`);
  }
}

/**
 * The pixels that one place of a layer's maps sees, padding counted along: the receptive field where it lies.
 * @param name the layer, in a residual layer too
 * @throws RangeError where there is no such layer, or its values have no place any more.
 */
export function receptiveCells(layers: readonly Layer[], name: string, place: Pair): [rows: Cells, columns: Cells] {
  const chain = chainTo(layers, name);
  if (!chain) throw new RangeError(`There is no layer "${name}".`);
  const along = (axis: 0 | 1) => through(chain, { first: place[axis], last: place[axis] }, axis);
  return [along(0), along(1)];
}
