import { describeNetwork } from '../../core/index.ts';
import type { Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';

/** A basic block: a 3×3 convolution with this stride, then one with stride 1, both with padding 1. */
interface Block {
  readonly outputs: number;
  readonly stride: number;
}

export type Shape = readonly [channels: number, height: number, width: number];

/** Residual blocks in a row. */
export interface ProjectionShape {
  readonly input: Shape;
  readonly blocks: readonly Block[];
  /** Whether the weights of the projection are asked for. */
  readonly weights: boolean;
}

/** The shapes before and after every block, by the site's own walk through a network. */
export function shapesOf({ input, blocks }: ProjectionShape): Shape[] {
  const layers = blocks.map(
    ({ outputs, stride }) => ({ kind: 'conv2d', outputs, kernel: 3, stride, padding: 1 }) as const,
  );
  const after = describeNetwork(layers, input).layers.map(({ shape: [c = 1, h = 1, w = 1] }): Shape => [c, h, w]);
  return [input, ...after];
}

export const changesChannels = (problem: ProjectionShape, block: number): boolean =>
  shapesOf(problem)[block]?.[0] !== problem.blocks[block]?.outputs;
export const changesSize = ({ blocks }: ProjectionShape, block: number): boolean => blocks[block]?.stride !== 1;
/** Whether x and f(x) differ in shape. */
export const needs = (problem: ProjectionShape, block: number): boolean =>
  changesChannels(problem, block) || changesSize(problem, block);

/** What somebody says of the projection of one block. */
export interface Projection {
  readonly size: number;
  readonly stride: number;
  readonly shape: Shape;
  readonly weights: number;
}

/** The right projection. */
export function projectionAt(problem: ProjectionShape, block: number): Projection {
  const shapes = shapesOf(problem);
  const [before, after] = [shapes[block] ?? problem.input, shapes[block + 1] ?? problem.input];
  return { size: 1, stride: problem.blocks[block]?.stride ?? 1, shape: after, weights: before[0] * after[0] };
}

/** The first block that needs a projection. */
export const firstNeeded = (problem: ProjectionShape): number =>
  problem.blocks.findIndex((_, block) => needs(problem, block));

/** Blocks of which some change the shape. */
export function drawBlocks(random: Random, level: Level): ProjectionShape {
  const channels = random.pick([16, 32, 64, 128]);
  const side = (): number => random.pick(level === 3 ? [7, 9, 13, 14, 15, 25, 28] : [8, 12, 16, 24, 28, 32, 56]);
  const [height, width] = [side(), side()];
  let before = channels;
  const blocks = Array.from({ length: level + 2 }, (): Block => {
    const [factor, stride] = random.pick([
      [1, 1],
      [1, 1],
      [2, 2],
      ...(level === 1
        ? []
        : ([
            [2, 1],
            [1, 2],
          ] as const)),
    ] as const);
    before *= factor;
    return { outputs: before, stride };
  });
  return { input: [channels, height, level === 3 ? width : height], blocks, weights: level === 3 };
}

/** The side of a map after the projection: ⌊(13 − 1) / 2⌋ + 1. */
export const sideWorking = (before: number, stride: number): Working => {
  const after = Math.floor((before - 1) / stride) + 1;
  if (stride === 1) return { lines: [[`${before} − 1`, '+ 1'], [format(after)]] };
  return {
    lines: [[`⌊(${before} − 1) / ${stride}⌋`, '+ 1'], [`${Math.floor((before - 1) / stride)}`, '+ 1'], [format(after)]],
  };
};
