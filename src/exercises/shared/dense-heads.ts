import { describeNetwork } from '../../core/index.ts';
import type { Answer, Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { type Count, productOf } from './counts.ts';
import { dense, type Layer, sumWorking } from './dense-layers.ts';
import type { NetworkLayer } from './network-layers.ts';
import { slidingSize } from './network-walks.ts';

/** The last maps of a network and the first dense layer after them. */
export interface FlattenParameters {
  /** Channels, height and width of the last maps; the last two are equal. */
  readonly shape: readonly [number, number, number];
  readonly outputs: number;
  /** A max pooling that comes first; `null` where there is none. */
  readonly pool: { readonly window: number; readonly stride: number } | null;
  /** Whether the same is asked with global average pooling too. */
  readonly global: boolean;
}

/** How someone counts: the maps that are flattened, the length with and without global average pooling, and the layer. */
export interface Rules {
  maps(problem: FlattenParameters): readonly [number, number, number];
  flat(shape: readonly [number, number, number]): Count;
  averaged(shape: readonly [number, number, number]): Count;
  layer(inputs: number, outputs: number): Layer;
}

/** The size after the max pooling. */
export const sideAfter = ({ shape: [, size], pool }: FlattenParameters, up = false) =>
  slidingSize({ size, window: pool?.window ?? 1, stride: pool?.stride ?? 1, padding: 0, pools: true }, { up });

/** The right rules. */
export const trueRules: Rules = {
  maps(problem) {
    const [channels, size] = problem.shape;
    const side = problem.pool === null ? size : sideAfter(problem).value;
    return [channels, side, side];
  },
  flat: productOf,
  averaged: ([channels]) => productOf([channels]),
  layer: dense,
};

/** All counts under these rules, by part. */
export function countsBy(rules: Rules, problem: FlattenParameters): Readonly<Record<string, Count>> {
  const maps = rules.maps(problem);
  const parameters = (length: Count): Count => {
    const layer = rules.layer(length.value, problem.outputs);
    return { value: layer.weights.value + layer.biases, lines: sumWorking([layer], layer.biases > 0).lines };
  };
  const [flat, averaged] = [rules.flat(maps), rules.averaged(maps)];
  return {
    length: flat,
    parameters: parameters(flat),
    ...(problem.global ? { 'global-length': averaged, 'global-parameters': parameters(averaged) } : {}),
  };
}

const answerBy = (rules: Rules, problem: FlattenParameters): Answer =>
  Object.fromEntries(Object.entries(countsBy(rules, problem)).map(([part, count]) => [part, [count.value]]));

/** The calculation of one part under these rules. */
export function workingBy(rules: Rules, problem: FlattenParameters, part: string): Working | undefined {
  const count = countsBy(rules, problem)[part];
  return count && { lines: count.lines };
}

/** The counts by the site's own description of a network. */
export function trueCounts({ shape, outputs, pool, global }: FlattenParameters): Answer {
  const before: NetworkLayer[] = pool === null ? [] : [{ kind: 'maxPool2d', ...pool }];
  const counted = (middle: readonly NetworkLayer[]) => {
    const layers = [...before, ...middle, { kind: 'flatten' } as const, { kind: 'linear', outputs } as const];
    const [flat, last] = describeNetwork(layers, shape).layers.slice(-2);
    return [[flat?.shape[0]], [last?.parameters]];
  };
  const [length = [], parameters = []] = counted([]);
  if (!global) return { length, parameters };
  const [averaged = [], fewer = []] = counted([{ kind: 'adaptiveAveragePool2d', outputSize: 1 }]);
  return { length, parameters, 'global-length': averaged, 'global-parameters': fewer };
}

/** A wrong rule that counts in another way; `undefined` where it makes no difference or no sizes. */
export const wrongly = (changed: Partial<Rules>) => {
  const rules = { ...trueRules, ...changed };
  return {
    answer(problem: FlattenParameters) {
      const answer = answerBy(rules, problem);
      return JSON.stringify(answer) === JSON.stringify(trueCounts(problem)) ? undefined : answer;
    },
    working: (problem: FlattenParameters, part: string) => workingBy(rules, problem, part),
  };
};

/** Small maps and one layer at level 1, global average pooling from level 2 on, a max pooling before at level 3. */
export function drawHead(random: Random, level: Level): FlattenParameters {
  const square = (channels: number, side: number) => [channels, side, side] as const;
  if (level === 1) {
    const shape = square(random.integer(2, 6), random.pick([2, 3]));
    return { shape, outputs: random.integer(2, 10), pool: null, global: false };
  }
  const outputs = random.pick([5, 10, 20, 100]);
  if (level === 2) {
    return { shape: square(random.pick([8, 10, 16, 20, 32]), random.integer(3, 6)), outputs, pool: null, global: true };
  }
  const pool = { window: random.pick([2, 3]), stride: 2 };
  return { shape: square(random.pick([16, 20, 32, 64]), random.integer(7, 15)), outputs, pool, global: true };
}
