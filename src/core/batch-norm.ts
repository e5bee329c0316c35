import { checkAtLeast, checkRank, checkShape, doubles } from './check.ts';
import { sizeOf, type Tensor, wrong } from './tensor.ts';

/** What batch normalisation learns: one number a channel each. */
export interface BatchNormTrainingOptions {
  readonly gamma: Tensor;
  readonly beta: Tensor;
  /** Added to the variance under the root; 1e-5 where absent. */
  readonly epsilon?: number | undefined;
}

/** At inference the running statistics of training come with it. */
export interface BatchNormOptions extends BatchNormTrainingOptions {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

/** The gradients of batch normalisation. */
export interface BatchNormGradients {
  readonly input: Tensor;
  readonly gamma: Tensor;
  readonly beta: Tensor;
}

/** An input seen by channel: the values of a channel are `spots` neighbours in each of `batch` blocks. */
export interface ByChannel {
  readonly values: Float64Array;
  readonly batch: number;
  readonly channels: number;
  readonly spots: number;
}

/**
 * Batch normalisation at inference, (x − mean) / √(variance + epsilon) · gamma + beta for each channel.
 * Input N×C, C×H×W or N×C×H×W; gamma, beta, mean and variance have C numbers each.
 * @throws RangeError where the arguments do not fit together, or a variance is negative.
 */
export function batchNorm(input: Tensor, options: BatchNormOptions): Tensor {
  const view = byChannel(input, options);
  const [gamma, beta] = [doubles(options.gamma), doubles(options.beta)];
  const [mean, deviation] = runningStatistics(view, options);
  const data = mapChannels(view, (x, channel) => {
    const standard = (x - (mean[channel] ?? Number.NaN)) / (deviation[channel] ?? Number.NaN);
    return standard * (gamma[channel] ?? Number.NaN) + (beta[channel] ?? Number.NaN);
  });
  return { shape: input.shape, data };
}

/** The gradients of `batchNorm`, whose statistics are given numbers that pass nothing back. */
export function batchNormGradients(gradOutput: Tensor, input: Tensor, options: BatchNormOptions): BatchNormGradients {
  const view = byChannel(input, options);
  checkShape('gradOutput', gradOutput, input.shape, 'the shape of input');
  const [mean, deviation] = runningStatistics(view, options);
  const gamma = doubles(options.gamma);
  const slopes = { ...view, values: doubles(gradOutput) };
  const gradInput = mapChannels(
    slopes,
    (slope, channel) => (slope * (gamma[channel] ?? Number.NaN)) / (deviation[channel] ?? Number.NaN),
  );
  const gradGamma = sumChannels(slopes, (slope, channel, i) => {
    const centred = (view.values[i] ?? Number.NaN) - (mean[channel] ?? Number.NaN);
    return (slope * centred) / (deviation[channel] ?? Number.NaN);
  });
  return {
    input: { shape: input.shape, data: gradInput },
    gamma: { shape: [view.channels], data: gradGamma },
    beta: { shape: [view.channels], data: sumChannels(slopes, (slope) => slope) },
  };
}

function runningStatistics(view: ByChannel, options: BatchNormOptions): readonly [Float64Array, Float64Array] {
  checkShape('mean', options.mean, [view.channels], 'one number for each channel');
  checkShape('variance', options.variance, [view.channels], 'one number for each channel');
  return [doubles(options.mean), deviations(doubles(options.variance), options.epsilon)];
}

/** @throws RangeError where the input has no channels, or gamma or beta do not fit them. */
export function byChannel(input: Tensor, options: BatchNormTrainingOptions): ByChannel {
  checkRank('input', input, [2, 3, 4], 'N×C, C×H×W or N×C×H×W');
  const shape = input.shape.length === 3 ? [1, ...input.shape] : input.shape;
  const [batch = 1, channels = 1, ...spots] = shape;
  checkShape('gamma', options.gamma, [channels], 'one number for each channel');
  checkShape('beta', options.beta, [channels], 'one number for each channel');
  return { values: doubles(input), batch, channels, spots: sizeOf(spots) };
}

/** √(variance + epsilon). @throws RangeError where a variance is negative, or there is nothing to divide by. */
export function deviations(variance: Float64Array, epsilon = 1e-5): Float64Array {
  checkAtLeast('epsilon', epsilon, 0);
  return variance.map((value, channel) => {
    checkAtLeast(`variance of channel ${channel}`, value, 0);
    if (value + epsilon === 0) throw wrong('epsilon', '0', `above 0, since the variance of channel ${channel} is 0`);
    return Math.sqrt(value + epsilon);
  });
}

/** Every value changed by a function of it, its channel and its place. */
export const mapChannels = (
  { values, channels, spots }: ByChannel,
  change: (value: number, channel: number, place: number) => number,
): Float64Array => values.map((value, place) => change(value, Math.floor(place / spots) % channels, place));

/** For each channel, the sum of a function of its values. */
export function sumChannels(
  { values, channels, spots }: ByChannel,
  term: (value: number, channel: number, place: number) => number,
): Float64Array {
  const sums = new Float64Array(channels);
  for (const [place, value] of values.entries()) {
    const channel = Math.floor(place / spots) % channels;
    sums[channel] = (sums[channel] ?? 0) + term(value, channel, place);
  }
  return sums;
}
