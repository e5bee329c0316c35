import { type LayerPlace, NetworkError } from './network-error.ts';
import type { Layer, ResidualLayer } from './network-layers.ts';
import {
  adaptivePoolStep,
  batchNormStep,
  convolutionStep,
  flattenStep,
  free,
  linearStep,
  type Passing,
  poolStep,
  type Step,
} from './network-steps.ts';
import type { PairOption } from './pair.ts';
import { pixel, type Seen } from './receptive-field.ts';
import type { Sight } from './seen-cells.ts';
import { checkSizes, shapeText, wrong } from './tensor.ts';

/** One layer's output and its costs. */
export interface LayerDescription {
  /** C×H×W, or one number after a flatten. */
  readonly shape: readonly number[];
  readonly parameters: number;
  /** Multiply-adds of convolutions and dense layers, without biases. */
  readonly macs: number;
  /**
   * In pixels of the input; one number where rows and columns agree, else `[rows, columns]`. Counts what lies in padding
   * too. Behind an adaptive pooling whose windows differ, that of the value that sees most.
   */
  readonly receptiveField: PairOption;
  /** How far apart in the input two neighbouring values look, on average where windows differ; as `receptiveField`. */
  readonly jump: PairOption;
  /** The layers inside a residual layer, whose costs are in its own. */
  readonly body?: readonly LayerDescription[];
  readonly skip?: readonly LayerDescription[];
}

/** Every layer of a network in order, and the whole. */
export interface NetworkDescription {
  readonly layers: readonly LayerDescription[];
  readonly total: { readonly parameters: number; readonly macs: number };
}

/**
 * The shape after every layer of a network, its parameters, multiply-adds and receptive field, and the totals.
 * @param inputShape C×H×W
 * @throws NetworkError naming the first layer that cannot be, and why; RangeError where the input shape is not C×H×W.
 */
export function describeNetwork(layers: readonly Layer[], inputShape: readonly number[]): NetworkDescription {
  const [channels = 1, rows = 1, columns = 1] = inputShape;
  if (inputShape.length !== 3) throw wrong('inputShape', shapeText(inputShape), 'C×H×W');
  checkSizes('inputShape', inputShape);
  const picture: Passing = { shape: [channels, rows, columns], seen: [pixel, pixel], size: [rows, columns] };
  const { descriptions, parameters, macs } = describeStack(layers, picture, (index, { kind, name }) => ({
    index,
    path: `layers[${index}]`,
    kind,
    name,
  }));
  return { layers: descriptions, total: { parameters, macs } };
}

interface Stack extends Step {
  readonly descriptions: readonly LayerDescription[];
}

type PlaceOf = (index: number, layer: Layer) => LayerPlace;

function describeStack(layers: readonly Layer[], before: Passing, placeOf: PlaceOf): Stack {
  const descriptions: LayerDescription[] = [];
  let { passing, parameters, macs } = free(before);
  for (const [index, layer] of layers.entries()) {
    const step = describeLayer(layer, passing, placeOf(index, layer));
    passing = step.passing;
    parameters += step.parameters;
    macs += step.macs;
    descriptions.push(step.description);
  }
  return { passing, parameters, macs, descriptions };
}

function describeLayer(layer: Layer, before: Passing, place: LayerPlace): Step & { description: LayerDescription } {
  const { roads, ...step } = stepOf(layer, before, place);
  const { passing, parameters, macs } = step;
  const receptiveField = alike(passing.seen, (seen) => seen.receptiveField);
  const jump = alike(passing.seen, (seen) => seen.jump);
  return { ...step, description: { shape: passing.shape, parameters, macs, receptiveField, jump, ...roads } };
}

const alike = ([rows, columns]: Passing['seen'], read: (seen: Seen) => number): PairOption =>
  read(rows) === read(columns) ? read(rows) : [read(rows), read(columns)];

interface LayerStep extends Step {
  readonly roads?: Required<Pick<LayerDescription, 'body' | 'skip'>>;
}

function stepOf(layer: Layer, before: Passing, place: LayerPlace): LayerStep {
  switch (layer.kind) {
    case 'conv2d':
      return convolutionStep(layer, before, place);
    case 'maxPool2d':
    case 'averagePool2d':
      return poolStep(layer, before, place);
    case 'adaptiveAveragePool2d':
      return adaptivePoolStep(layer, before, place);
    case 'linear':
      return linearStep(layer, before, place);
    case 'batchNorm2d':
      return batchNormStep(layer, before, place);
    case 'flatten':
      return flattenStep(before);
    case 'relu':
    case 'dropout':
      return free(before);
    case 'residual':
      return residualStep(layer, before, place);
    default:
      throw new NetworkError(place, { code: 'kind', kind: place.kind });
  }
}

function residualStep(layer: ResidualLayer, before: Passing, place: LayerPlace): LayerStep {
  const placeOf =
    (road: 'body' | 'skip'): PlaceOf =>
    (index, { kind, name }) => ({ index: place.index, path: `${place.path}.${road}[${index}]`, kind, name });
  const body = describeStack(layer.body, before, placeOf('body'));
  const skip = describeStack(layer.skip, before, placeOf('skip'));
  if (shapeText(body.passing.shape) !== shapeText(skip.passing.shape)) {
    throw new NetworkError(place, { code: 'shapes-differ', body: body.passing.shape, skip: skip.passing.shape });
  }
  const [rows, columns] = body.passing.seen;
  const [skipRows, skipColumns] = skip.passing.seen;
  return {
    passing: { ...body.passing, seen: [wider(rows, skipRows), wider(columns, skipColumns)] },
    parameters: body.parameters + skip.parameters,
    macs: body.macs + skip.macs,
    roads: { body: body.descriptions, skip: skip.descriptions },
  };
}

const wider = (left: Sight, right: Sight): Sight => (left.receptiveField >= right.receptiveField ? left : right);
