import type { PairOption } from './pair.ts';
import type { PoolOptions } from './windows.ts';

interface Named {
  /** What the layer is called; errors repeat it. */
  readonly name?: string | undefined;
}

export interface Conv2dLayer extends Named {
  readonly kind: 'conv2d';
  /** Kernels, and so channels that come out. */
  readonly outputs: number;
  /** The channels the layer was made for; checked where given. */
  readonly inputs?: number | undefined;
  readonly kernel: PairOption;
  readonly stride?: PairOption | undefined;
  readonly padding?: PairOption | undefined;
  readonly dilation?: PairOption | undefined;
  readonly groups?: number | undefined;
  /** One for each kernel, unless false. */
  readonly bias?: boolean | undefined;
}

export interface Pool2dLayer extends Named, PoolOptions {
  readonly kind: 'maxPool2d' | 'averagePool2d';
}

export interface AdaptiveAveragePool2dLayer extends Named {
  readonly kind: 'adaptiveAveragePool2d';
  readonly outputSize: PairOption;
}

export interface LinearLayer extends Named {
  readonly kind: 'linear';
  readonly outputs: number;
  /** The values the layer was made for; checked where given. */
  readonly inputs?: number | undefined;
  /** One for each output, unless false. */
  readonly bias?: boolean | undefined;
}

export interface BatchNorm2dLayer extends Named {
  readonly kind: 'batchNorm2d';
  /** The channels the layer was made for; checked where given. */
  readonly inputs?: number | undefined;
}

export interface PlainLayer extends Named {
  readonly kind: 'relu' | 'flatten';
}

export interface DropoutLayer extends Named {
  readonly kind: 'dropout';
  /** The part of the values set to 0 while training, 0.5 where absent. No number here depends on it. */
  readonly rate?: number | undefined;
}

/** body(x) + skip(x); an empty skip is x itself. What follows the sum, such as a ReLU, is a layer of its own. */
export interface ResidualLayer extends Named {
  readonly kind: 'residual';
  readonly body: readonly Layer[];
  readonly skip: readonly Layer[];
}

/** One layer of a network, as `describeNetwork` takes it. */
export type Layer =
  | Conv2dLayer
  | Pool2dLayer
  | AdaptiveAveragePool2dLayer
  | LinearLayer
  | BatchNorm2dLayer
  | PlainLayer
  | DropoutLayer
  | ResidualLayer;
