import { checkRank, doubles } from './check.ts';
import type { Tensor } from './tensor.ts';

/** A tensor seen as a batch of maps: C×H×W is a batch of one. */
export interface Maps {
  readonly batch: number;
  readonly channels: number;
  readonly rows: number;
  readonly columns: number;
  /** Whether the tensor had the batch as its first dimension. */
  readonly batched: boolean;
  readonly values: Float64Array;
}

/** @throws RangeError unless the tensor is C×H×W or N×C×H×W. */
export function mapsOf(argument: string, value: Tensor): Maps {
  checkRank(argument, value, [3, 4], 'C×H×W or N×C×H×W');
  const batched = value.shape.length === 4;
  const [batch = 1, channels = 1, rows = 1, columns = 1] = batched ? value.shape : [1, ...value.shape];
  return { batch, channels, rows, columns, batched, values: doubles(value) };
}

/** The shape of maps that come out of these: without the batch where it went in without. */
export const shapeLike = (maps: Maps, channels: number, rows: number, columns: number): readonly number[] =>
  maps.batched ? [maps.batch, channels, rows, columns] : [channels, rows, columns];
