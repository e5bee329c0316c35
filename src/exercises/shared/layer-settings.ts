import { describeNetwork } from '../../core/index.ts';
import type { Level } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { type Axis, restOf } from './sizes.ts';

/** Height, then width. */
type Both = readonly [number, number];

export interface OutputShape {
  /** Channels, height and width of the input. */
  readonly input: readonly [number, number, number];
  readonly kernels: number;
  readonly kernel: Both;
  readonly stride: Both;
  readonly padding: Both;
  readonly dilation: number;
  /** Whether the layer is given as a line of PyTorch. */
  readonly code: boolean;
}

export const axesOf = ({ input: [, height, width], kernel, stride, padding, dilation }: OutputShape): [Axis, Axis] => [
  { input: height, kernel: kernel[0], stride: stride[0], padding: padding[0], dilation },
  { input: width, kernel: kernel[1], stride: stride[1], padding: padding[1], dilation },
];

/** The shape, by the site's own description of a layer. */
export function truth({ input, kernels, kernel, stride, padding, dilation }: OutputShape): readonly number[] {
  const layer = { kind: 'conv2d', outputs: kernels, kernel, stride, padding, dilation } as const;
  return describeNetwork([layer], input).layers[0]?.shape ?? [];
}

export const isRounded = (problem: OutputShape): boolean => axesOf(problem).some((axis) => restOf(axis) > 0);
export const isPadded = ({ padding }: OutputShape): boolean => Math.max(...padding) > 0;
export const isStrided = ({ stride }: OutputShape): boolean => Math.max(...stride) > 1;
export const isDilated = ({ dilation }: OutputShape): boolean => dilation > 1;

/** A layer to be worked out by hand; at level 3 with other settings for the height than for the width. */
export function drawLayer(random: Random, level: Level): OutputShape {
  const square = (size: number): Both => [size, size];
  const one = (sizes: readonly number[]): Both => square(random.pick(sizes));
  if (level === 1) {
    const side = random.integer(6, 16);
    const [kernel, padding] = [one([3, 5]), one([0, 0, 1, 2])];
    const input = [random.integer(2, 4), side, side] as const;
    const stride = one([1, 2]);
    return { input, kernels: random.integer(5, 10), kernel, stride, padding, dilation: 1, code: false };
  }
  const channels = random.pick([1, 3, 16, 32]);
  const kernels = random.pick([8, 12, 24, 48, 64]);
  if (level === 2) {
    const input = [channels, random.integer(20, 64), random.integer(20, 64)] as const;
    const [kernel, stride, padding] = [one([3, 5, 7]), one([2, 2, 3]), one([0, 1, 1, 2])];
    return { input, kernels, kernel, stride, padding, dilation: 1, code: false };
  }
  const sides = [random.integer(24, 96), random.integer(24, 96)] as const;
  const each = (sizes: readonly number[]): Both => [random.pick(sizes), random.pick(sizes)];
  const dilation = random.pick([1, 2]);
  const [kernel, stride, padding] = [
    each([3, 5, 7]),
    random.chance() ? one([2, 3]) : each([1, 2, 3]),
    each([0, 1, 2, 3]),
  ];
  return { input: [channels, ...sides], kernels, kernel, stride, padding, dilation, code: true };
}

/** The layer as PyTorch writes it. */
export function codeOf({ input: [channels], kernels, kernel, stride, padding, dilation }: OutputShape): string {
  const pair = ([height, width]: Both): string => (height === width ? `${height}` : `(${height}, ${width})`);
  const settings = [
    `kernel_size=${pair(kernel)}`,
    ...(Math.max(...stride) > 1 ? [`stride=${pair(stride)}`] : []),
    ...(Math.max(...padding) > 0 ? [`padding=${pair(padding)}`] : []),
    ...(dilation > 1 ? [`dilation=${dilation}`] : []),
  ];
  return `nn.Conv2d(${channels}, ${kernels}, ${settings.join(', ')})`;
}
