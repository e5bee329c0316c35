import { describeNetwork, NetworkError, sizeOf } from '../../core/index.ts';
import type { Level } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import type { NetworkLayer } from './network-layers.ts';
import {
  isPossible,
  type Network,
  type Sliding,
  slidingOf,
  stepBy,
  trueWalk,
  type WalkRules,
  walkBy,
} from './network-walks.ts';

/** Why a layer cannot be: its window, the number of its channels or inputs, maps for a vector, or a vector for maps. */
export const reasons = ['size', 'inputs', 'flatten', 'maps', 'none'] as const;
export type Reason = (typeof reasons)[number];

/** The first layer that cannot be, counted from 0 (−1 where all can), and why. */
export interface Fault {
  readonly layer: number;
  readonly reason: Reason;
}

export const noFault: Fault = { layer: -1, reason: 'none' };

const codes: Readonly<Record<string, Reason>> = {
  'input-too-small': 'size',
  'inputs-differ': 'inputs',
  'needs-flatten': 'flatten',
  'needs-maps': 'maps',
};

/** The true fault, by the site's own description of a network. */
export function trueFault({ input, layers }: Network): Fault {
  try {
    describeNetwork(layers, input);
    return noFault;
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { layer: error.index, reason: codes[error.code] ?? 'none' };
  }
}

/** How someone judges layers: how they walk on, and when they think that a layer cannot be. */
export interface Beliefs extends WalkRules {
  windowFits(sliding: Sliding): boolean;
  inputsFit(layer: NetworkLayer, gets: number): boolean;
}

/** The right beliefs. */
export const trueBeliefs: Beliefs = {
  ...trueWalk,
  windowFits: ({ size, window, padding }) => window <= size + 2 * padding,
  inputsFit: (layer, gets) => (layer.kind !== 'conv2d' && layer.kind !== 'linear') || layer.inputs === gets,
};

function reasonBy(beliefs: Beliefs, shape: readonly number[], layer: NetworkLayer): Reason {
  const [first = 1, size] = shape;
  if (layer.kind === 'linear' && size !== undefined) return 'flatten';
  const sliding = slidingOf(layer, size ?? 1);
  if (sliding !== undefined && size === undefined) return 'maps';
  if (!beliefs.inputsFit(layer, first)) return 'inputs';
  return sliding === undefined || beliefs.windowFits(sliding) ? 'none' : 'size';
}

/** The first layer that someone with these beliefs thinks impossible. */
export function faultBy(beliefs: Beliefs, { input, layers }: Network): Fault {
  let shape: readonly number[] = input;
  for (const [index, layer] of layers.entries()) {
    const reason = reasonBy(beliefs, shape, layer);
    if (reason !== 'none') return { layer: index, reason };
    shape = stepBy(beliefs, shape, layer);
  }
  return noFault;
}

/** The shapes before every layer up to the one that cannot be (that too), or before and after all. */
export const shapesUpTo = (network: Network, { layer }: Fault): number[][] =>
  walkBy(trueWalk, { ...network, layers: layer < 0 ? network.layers : network.layers.slice(0, layer) });

const convolution = (outputs: number, kernel: number, padding = 0, stride = 1): NetworkLayer => ({
  kind: 'conv2d',
  outputs,
  kernel,
  padding,
  stride,
});
const pool = (window: number, stride: number): NetworkLayer => ({ kind: 'maxPool2d', window, stride });
const flatten: NetworkLayer = { kind: 'flatten' };
const dense: NetworkLayer = { kind: 'linear', outputs: 10 };

function layersFor(random: Random, level: Level): NetworkLayer[] {
  const few = random.pick([4, 6, 8, 12]);
  const size = () => random.pick([3, 5]);
  const next = random.pick([few, 2 * few]);
  if (level === 1) {
    const [start, end] = [convolution(few, 3), convolution(next, 3)];
    return random.chance() ? [start, convolution(few, size()), pool(2, 2), end] : [start, pool(2, 2), end, pool(2, 2)];
  }
  if (level === 2) return [convolution(few, size()), pool(2, 2), convolution(next, size()), pool(2, 2), flatten, dense];
  return [
    convolution(few, random.pick([5, 7]), random.integer(1, 2), random.integer(1, 2)),
    { kind: 'relu' },
    pool(3, 2),
    convolution(next, 3, random.integer(0, 1)),
    pool(2, 2),
    convolution(2 * next, 3, random.integer(0, 1)),
    flatten,
    dense,
  ];
}

/** The same layers with the inputs that each is made for: what the layer before it gives, as far as there are sizes. */
function fitted({ input, layers }: Network): Network {
  const shapes = walkBy(trueWalk, { input, layers });
  const kernels = layers.reduce((count, layer) => (layer.kind === 'conv2d' ? layer.outputs : count), 1);
  // Where some window does not fit there is no length; as many as the last kernels is then as good as any.
  const length = isPossible(shapes) ? sizeOf(shapes.at(layers.length - 1) ?? [1]) : kernels;
  const made = layers.map((layer, index): NetworkLayer => {
    if (layer.kind === 'conv2d') return { ...layer, inputs: shapes[index]?.[0] ?? 1 };
    return layer.kind === 'linear' ? { ...layer, inputs: length } : layer;
  });
  return { input, layers: made };
}

/** One layer made for another number of inputs, such as a slip would give. */
function withOtherInputs(random: Random, { input, layers }: Network): Network {
  const places = layers.flatMap((layer, index) => (index > 0 && 'inputs' in layer ? [index] : []));
  const place = random.pick(places);
  const shape = walkBy(trueWalk, { input, layers })[place] ?? [];
  const changed = layers.map((layer, index): NetworkLayer => {
    if (index !== place) return layer;
    if (layer.kind === 'conv2d') {
      return {
        ...layer,
        inputs: random.pick([input[0], (layer.inputs ?? 2) / 2, 2 * (layer.inputs ?? 2), layer.outputs]),
      };
    }
    return layer.kind === 'linear' ? { ...layer, inputs: random.pick([2, 4]) * (shape[0] ?? 1) } : layer;
  });
  return { input, layers: changed };
}

/** Takes the flattening out, or moves it one layer up. */
function misplaced({ input, layers }: Network, reason: 'flatten' | 'maps'): Network {
  const place = layers.findIndex((layer) => layer.kind === 'flatten');
  if (reason === 'flatten') return { input, layers: layers.filter((_, index) => index !== place) };
  const before = layers.slice(0, place - 1);
  return { input, layers: [...before, flatten, ...layers.slice(place - 1, place), ...layers.slice(place + 1)] };
}

/** Whether nothing but its inputs is wrong with a layer that is made for others: its window fits. */
function hasOneReason(network: Network): boolean {
  const { layer, reason } = trueFault(network);
  return reason !== 'inputs' || faultBy({ ...trueBeliefs, inputsFit: () => true }, network).layer !== layer;
}

/** A network that fails for one reason, or (from level 2 on) not at all. */
export function drawFaulty(random: Random, level: Level): Network {
  const wanted = random.pick(
    level === 1
      ? (['size', 'inputs'] as const)
      : (['size', 'size', 'inputs', 'inputs', 'flatten', 'maps', 'none'] as const),
  );
  const [low, high] = { 1: [7, 16], 2: [10, 28], 3: [12, 36] }[level];
  return drawUntil(
    () => {
      const size = random.integer(low ?? 7, high ?? 16);
      const network = fitted({ input: [random.pick([1, 3]), size, size], layers: layersFor(random, level) });
      if (wanted === 'inputs') return withOtherInputs(random, network);
      return wanted === 'flatten' || wanted === 'maps' ? misplaced(network, wanted) : network;
    },
    (network) => trueFault(network).reason === wanted && hasOneReason(network),
  );
}
