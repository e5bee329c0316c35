import { alexNet, resNet18, vgg13, vgg16 } from '../../src/core/classic-networks.ts';
import { describeNetwork, type Layer, type LayerDescription, sizeOf } from '../../src/core/index.ts';

/** A network and the shape of its pictures. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly input: readonly number[];
}

const PICTURE = [3, 224, 224];
export const classics: readonly Network[] = [alexNet, vgg13, vgg16, resNet18].map((layers) => ({
  layers,
  input: PICTURE,
}));

/** Biases of one layer: one for each output of a convolution or dense layer that has them. */
function biasesOf(layer: Layer): number {
  if (layer.kind === 'residual') return [...layer.body, ...layer.skip].reduce((sum, inner) => sum + biasesOf(inner), 0);
  return (layer.kind === 'conv2d' || layer.kind === 'linear') && layer.bias !== false ? layer.outputs : 0;
}

function numbersOf(layer: Layer, { shape, parameters, macs, body = [], skip = [] }: LayerDescription): number[] {
  const inner =
    layer.kind === 'residual'
      ? [
          ...layer.body.flatMap((one, index) => numbersIn(one, body[index])),
          ...layer.skip.flatMap((one, index) => numbersIn(one, skip[index])),
        ]
      : [];
  return [...shape, sizeOf(shape), parameters, parameters - biasesOf(layer), macs, ...inner];
}

const numbersIn = (layer: Layer, description: LayerDescription | undefined): number[] =>
  description ? numbersOf(layer, description) : [];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every count of a network: values, parameters, weights alone and multiply-adds, of each layer, of each kind of layer and of all. */
export function networkNumbers({ layers, input }: Network): ReadonlySet<number> {
  const { layers: descriptions, total } = describeNetwork(layers, input);
  const biases = sum(layers.map(biasesOf));
  const ofKind = (kind: Layer['kind']) => {
    const places = layers.flatMap((layer, index) => (layer.kind === kind ? [index] : []));
    const parameters = sum(places.map((index) => descriptions[index]?.parameters ?? 0));
    const macs = sum(places.map((index) => descriptions[index]?.macs ?? 0));
    const own = sum(layers.filter((layer) => layer.kind === kind).map(biasesOf));
    return [parameters, parameters - own, macs];
  };
  return new Set([
    sizeOf(input),
    ...layers.flatMap((layer, index) => numbersIn(layer, descriptions[index])),
    ...ofKind('conv2d'),
    ...ofKind('linear'),
    total.parameters,
    total.parameters - biases,
    biases,
    total.macs,
  ]);
}
