import type { FloatTensor } from '../../runtime/types.ts';

/** One map of a layer. */
export interface Channel {
  /** From 0, as in code. */
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Float32Array;
}

/** What a layer gave for one picture: maps, or one row of values. */
export type LayerValues =
  | { readonly kind: 'maps'; readonly channels: readonly Channel[] }
  | { readonly kind: 'vector'; readonly values: Float32Array };

/**
 * The first picture's values of a layer.
 * @throws RangeError where the tensor is neither N×C×H×W nor N×values.
 */
export function layerValues({ shape, data }: FloatTensor): LayerValues {
  const [, channels = 0, rows = 1, columns = 1] = shape;
  if (shape.length === 2) return { kind: 'vector', values: data.subarray(0, channels) };
  if (shape.length !== 4)
    throw new RangeError(`A layer's values are ${shape.join('×')}; they should be N×C×H×W or N×C.`);
  const size = rows * columns;
  return {
    kind: 'maps',
    channels: Array.from({ length: channels }, (_, index) => ({
      index,
      rows,
      columns,
      values: data.subarray(index * size, (index + 1) * size),
    })),
  };
}

/** The widest row, up to this many cells, that a long vector can be laid out in. */
const WIDEST = 32;

/** A long vector as one map of full rows, the widest that fit. */
export function foldVector(values: Float32Array): Channel {
  const columns =
    Array.from({ length: WIDEST }, (_, i) => WIDEST - i).find((width) => values.length % width === 0) ?? 1;
  return { index: 0, rows: values.length / columns, columns, values };
}

const strength = ({ values }: Channel) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Channels by falling strength, the largest magnitude of their values; equal ones keep their order. */
export const strongestFirst = (channels: readonly Channel[]): Channel[] =>
  channels
    .map((channel) => ({ channel, strength: strength(channel) }))
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ channel }) => channel);

/** What one scale for all channels needs: the largest magnitude, and whether anything is negative. */
export function scaleOf(channels: readonly Channel[]): { max: number; signed: boolean } {
  const high = channels.reduce((most, { values }) => Math.max(most, ...values), 0);
  const low = channels.reduce((least, { values }) => Math.min(least, ...values), 0);
  return { max: Math.max(high, -low), signed: low < 0 };
}

/** The place of a channel's largest magnitude. */
export function strongestPlace({ values }: Channel): number {
  let best = 0;
  for (const [place, value] of values.entries()) if (Math.abs(value) > Math.abs(values[best] ?? 0)) best = place;
  return best;
}
