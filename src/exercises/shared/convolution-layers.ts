import { type Count, productOf, sumOf } from './counts.ts';

/** A convolution: so many square kernels of this size. */
export interface Layer {
  readonly kernels: number;
  readonly size: number;
}

/** A layer with what it reads. */
export interface Reading extends Layer {
  readonly channels: number;
  /** How many places its windows have, stride 1, without padding. */
  readonly places: number;
}

/** What is counted of one layer. */
export interface Counts {
  readonly kernel: readonly [channels: number, height: number, width: number];
  readonly weights: Count;
  readonly biases: Count;
}

/**
 * Every layer with the channels that it reads: those of the input (channels, height, width; square), then as many as
 * the layer before has kernels.
 */
export function readingsOf([channels, height]: readonly [number, number, number], layers: readonly Layer[]): Reading[] {
  let before = { channels, side: height };
  return layers.map((layer) => {
    const side = before.side - layer.size + 1;
    const reading = { ...layer, channels: before.channels, places: side * side };
    before = { channels: layer.kernels, side };
    return reading;
  });
}

/** A kernel as deep as what it reads, and one bias for each kernel. */
export const trueCounts = ({ kernels, size, channels }: Reading): Counts => ({
  kernel: [channels, size, size],
  weights: productOf([kernels, channels, size, size]),
  biases: productOf([kernels]),
});

/** The sum of the weights and biases of all layers. */
export const totalOf = (counts: readonly Counts[]): Count =>
  sumOf(counts.flatMap(({ weights, biases }) => [weights.value, biases.value]));
