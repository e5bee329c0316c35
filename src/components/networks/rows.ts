import { describeNetwork, type Layer, type LayerDescription, type PairOption } from '../../core/index.ts';

/** One line of a network's table: a layer, or the addition that ends a residual layer, after the layers inside it. */
export interface LayerRow {
  readonly layer: Layer;
  readonly name: string;
  /** Which road of a residual layer it stands on. */
  readonly road: 'body' | 'skip' | undefined;
  /** C×H×W, or one number. */
  readonly shape: readonly number[];
  /** Its own alone: rows add up to the network's total. */
  readonly parameters: number;
  readonly macs: number;
  readonly receptiveField: PairOption;
}

/**
 * Every layer of a network, residual ones taken apart: body, skip, addition.
 * @param inputShape C×H×W
 * @throws NetworkError where the layers cannot follow each other.
 */
export const layerRows = (layers: readonly Layer[], inputShape: readonly number[]): LayerRow[] =>
  rowsOf(layers, describeNetwork(layers, inputShape).layers, undefined);

const rowsOf = (
  layers: readonly Layer[],
  descriptions: readonly LayerDescription[],
  road: LayerRow['road'],
): LayerRow[] =>
  layers.flatMap((layer, index) => {
    const description = descriptions[index];
    if (!description) throw new RangeError(`There is no description of layer ${index}.`);
    const { shape, parameters, macs, receptiveField, body = [], skip = [] } = description;
    const row = { layer, name: layer.name ?? `${index}`, road, shape, receptiveField };
    if (layer.kind !== 'residual') return [{ ...row, parameters, macs }];
    return [
      ...rowsOf(layer.body, body, 'body'),
      ...rowsOf(layer.skip, skip, 'skip'),
      { ...row, parameters: 0, macs: 0 },
    ];
  });
