import { describeNetwork, sizeOf } from '../../core/index.ts';
import type { Level, Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, input, kernel, padding } from '../kit/text.ts';
import { type NetworkLayer, side } from './network-layers.ts';

/** Square maps and the layers that they pass through, one after the other. */
export interface Network {
  /** Channels, height and width; the last two are equal. */
  readonly input: readonly [number, number, number];
  readonly layers: readonly NetworkLayer[];
}

/** A window that slides in one direction. */
export interface Sliding {
  readonly size: number;
  readonly window: number;
  readonly stride: number;
  readonly padding: number;
  readonly pools: boolean;
}

/** How someone works out what a layer gives. */
export interface WalkRules {
  /** The calculation of a size and its value. */
  size(sliding: Sliding): { readonly value: number; readonly working: Working };
  /** The channels after a convolution or a pooling. */
  channels(layer: NetworkLayer, channels: number): number;
  /** The length after flattening. */
  length(shape: readonly number[]): number;
}

/** ⌊(I + 2P − K) / S⌋ + 1, without the division at stride 1; `ring` is what the padding adds, `one` the last term. */
export function slidingSize({ size, window, stride, padding: rim }: Sliding, { ring = 2, one = 1, up = false } = {}) {
  const room = size + ring * rim - window;
  const value = (up ? Math.ceil(room / stride) : Math.floor(room / stride)) + one;
  const added = rim === 0 || ring === 0 ? '' : ` + ${ring === 1 ? '' : `${ring} × `}${padding(rim)}`;
  const [open, close] = up ? '⌈⌉' : '⌊⌋';
  const moves =
    stride === 1
      ? [input(size), ...(added === '' ? [] : [added.trim()]), `− ${kernel(window)}`]
      : [`${open}(${input(size)}${added} − ${kernel(window)})`, `/ ${format(stride)}${close}`];
  return { value, working: { lines: [[...moves, ...(one === 0 ? [] : [`+ ${one}`])], [format(value)]] } };
}

/** The right rules. */
export const trueWalk: WalkRules = {
  size: (sliding) => slidingSize(sliding),
  channels: (layer, channels) => (layer.kind === 'conv2d' ? layer.outputs : channels),
  length: sizeOf,
};

/** How the window of a layer slides over maps of this size; `undefined` for a layer without one. */
export function slidingOf(layer: NetworkLayer, size: number): Sliding | undefined {
  if (layer.kind !== 'conv2d' && layer.kind !== 'maxPool2d' && layer.kind !== 'averagePool2d') return undefined;
  const pools = layer.kind !== 'conv2d';
  const window = side(layer.kind === 'conv2d' ? layer.kernel : layer.window, 1);
  return { size, window, stride: side(layer.stride, pools ? window : 1), padding: side(layer.padding, 0), pools };
}

/** The shape after one layer under these rules. */
export function stepBy(rules: WalkRules, shape: readonly number[], layer: NetworkLayer): number[] {
  const [channels = 1, size = 1] = shape;
  if (layer.kind === 'flatten') return [rules.length(shape)];
  if (layer.kind === 'linear') return [layer.outputs];
  if (layer.kind === 'adaptiveAveragePool2d') return [channels, 1, 1];
  const sliding = slidingOf(layer, size);
  if (sliding === undefined) return [...shape];
  const { value } = rules.size(sliding);
  return [rules.channels(layer, channels), value, value];
}

/** The shapes before the first layer and after each. */
export function walkBy(rules: WalkRules, { input: start, layers }: Network): number[][] {
  const shapes = [[...start]];
  for (const layer of layers) shapes.push(stepBy(rules, shapes.at(-1) ?? [], layer));
  return shapes;
}

/** Whether every number of these shapes can be a size. */
export const isPossible = (shapes: readonly (readonly number[])[]): boolean =>
  shapes.flat().every((size) => Number.isInteger(size) && size >= 1);

/** The shapes after each layer, by the site's own description of a network. */
export const trueShapes = ({ input: start, layers }: Network): (readonly number[])[] =>
  describeNetwork(layers, start).layers.map((layer) => layer.shape);

const convolution = (outputs: number, size: number, rim = 0, stride = 1): NetworkLayer => ({
  kind: 'conv2d',
  outputs,
  kernel: size,
  padding: rim,
  stride,
});
const pool = (window: number, stride: number): NetworkLayer => ({ kind: 'maxPool2d', window, stride });

function drawLayers(random: Random, level: Level): NetworkLayer[] {
  if (level === 1) return [convolution(random.pick([4, 6, 8, 10]), random.pick([3, 5])), pool(2, 2)];
  if (level === 2) {
    const few = random.pick([4, 6, 8, 10, 12]);
    const [first, second] = [convolution(few, random.pick([3, 5]), random.integer(0, 1)), convolution(2 * few, 3)];
    return [first, { kind: 'relu' }, pool(2, 2), second, pool(2, 2)];
  }
  const few = random.pick([8, 12, 16]);
  const [size, rim] = random.pick([
    [5, 2],
    [5, 1],
    [7, 3],
    [7, 2],
  ] as const);
  return [
    convolution(few, size, rim, 2),
    { kind: 'relu' },
    pool(3, 2),
    convolution(2 * few, 3, random.integer(0, 1)),
    pool(2, 2),
    { kind: 'flatten' },
  ];
}

/** A network in which some size, from level 2 on, is rounded down. */
export function drawNetwork(random: Random, level: Level): Network {
  const rounds = ({ size, window, stride, padding: rim }: Sliding) => (size + 2 * rim - window) % stride > 0;
  return drawUntil(
    () => {
      const size = { 1: random.integer(8, 20), 2: random.integer(16, 40), 3: random.integer(30, 56) }[level];
      return {
        input: [random.pick(level === 1 ? [1, 2, 3] : [3]), size, size],
        layers: drawLayers(random, level),
      } as const;
    },
    (network) => {
      const shapes = walkBy(trueWalk, network);
      const slidings = network.layers.map((layer, index) => slidingOf(layer, shapes[index]?.[1] ?? 1));
      const uneven = slidings.filter((sliding) => sliding !== undefined && rounds(sliding)).length;
      return isPossible(shapes) && (level === 1 ? uneven === 0 : uneven > 0);
    },
  );
}
