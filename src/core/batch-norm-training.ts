import {
  type BatchNormGradients,
  type BatchNormTrainingOptions,
  type ByChannel,
  batchNorm,
  byChannel,
  deviations,
  mapChannels,
  sumChannels,
} from './batch-norm.ts';
import { checkShape, doubles } from './check.ts';
import { type Tensor, wrong } from './tensor.ts';

/** What batch normalisation gives in training, with the statistics of the batch it used. */
export interface BatchNormTrainingResult {
  readonly output: Tensor;
  readonly mean: Tensor;
  /** Biased: the mean of the squared differences, divided by n and not n − 1. */
  readonly variance: Tensor;
}

/**
 * Batch normalisation in training, with the batch's own mean and biased variance for each channel, as PyTorch.
 * Input N×C, C×H×W or N×C×H×W; gamma and beta have C numbers each.
 * @throws RangeError where the arguments do not fit together, or a channel has only one value.
 */
export function batchNormTraining(input: Tensor, options: BatchNormTrainingOptions): BatchNormTrainingResult {
  const view = byChannel(input, options);
  const { mean, variance } = statistics(input, view);
  const shape = [view.channels];
  const found = { mean: { shape, data: mean }, variance: { shape, data: variance } };
  return { output: batchNorm(input, { ...options, ...found }), ...found };
}

/**
 * The gradients of `batchNormTraining` for its input, gamma and beta, from that of its output. The mean and the variance
 * depend on the input too, so each channel's gradient loses its mean and its share along the normalised values.
 * @throws RangeError as `batchNormTraining`.
 */
export function batchNormTrainingGradients(
  gradOutput: Tensor,
  input: Tensor,
  options: BatchNormTrainingOptions,
): BatchNormGradients {
  const view = byChannel(input, options);
  checkShape('gradOutput', gradOutput, input.shape, 'the shape of input');
  const { mean, variance, count } = statistics(input, view);
  const deviation = deviations(variance, options.epsilon);
  const gamma = doubles(options.gamma);
  const of = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;
  const standard = mapChannels(view, (x, channel) => (x - of(mean, channel)) / of(deviation, channel));
  const slopes = { ...view, values: doubles(gradOutput) };
  const gradBeta = sumChannels(slopes, (slope) => slope);
  const gradGamma = sumChannels(slopes, (slope, _, place) => slope * of(standard, place));
  const gradInput = mapChannels(slopes, (slope, channel, place) => {
    const common = (of(gradBeta, channel) + of(standard, place) * of(gradGamma, channel)) / count;
    return (of(gamma, channel) / of(deviation, channel)) * (slope - common);
  });
  return {
    input: { shape: input.shape, data: gradInput },
    gamma: { shape: [view.channels], data: gradGamma },
    beta: { shape: [view.channels], data: gradBeta },
  };
}

function statistics(input: Tensor, view: ByChannel): { mean: Float64Array; variance: Float64Array; count: number } {
  const count = view.batch * view.spots;
  if (count < 2) throw wrong('input', `${input.shape.join('×')}, one value a channel`, 'more than one value a channel');
  const mean = sumChannels(view, (x) => x).map((sum) => sum / count);
  const squares = sumChannels(view, (x, channel) => (x - (mean[channel] ?? Number.NaN)) ** 2);
  return { mean, variance: squares.map((sum) => sum / count), count };
}
