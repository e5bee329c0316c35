import { convolve2dGradients } from './convolution-gradients.ts';
import { type ConvolutionOptions, type ConvolutionPlan, planConvolution } from './convolution-plan.ts';
import { paddingSources } from './padding.ts';
import { type PairOption, toPair } from './pair.ts';
import { type Tensor, wrong, zeros } from './tensor.ts';

/** One product of a window: input × weight. */
export interface Term {
  /** The input's channel, from 0, also where the convolution is in groups. */
  readonly channel: number;
  /** The place in the input, from 0; outside of it (−1, or its size and more) in the padding. */
  readonly row: number;
  readonly column: number;
  readonly padded: boolean;
  /** The place that the value was copied from: the place itself, or none where the padding is a zero. */
  readonly source: { readonly row: number; readonly column: number } | undefined;
  /** The weight's place in its kernel. */
  readonly kernelRow: number;
  readonly kernelColumn: number;
  readonly input: number;
  readonly weight: number;
  readonly product: number;
}

/** All that made one output cell: `sum` of the products, `bias` (0 without one), `value` = sum + bias. */
export interface WindowTerms {
  readonly terms: readonly Term[];
  readonly sum: number;
  readonly bias: number;
  readonly value: number;
}

/** One output cell, counted from 0: `channel` is the kernel's number, `picture` the place in the batch. */
export interface OutputPlace {
  readonly row: number;
  readonly column: number;
  readonly channel?: number | undefined;
  readonly picture?: number | undefined;
}

/**
 * The products of one output cell of a convolution, in the order in which `convolve2d` adds them: `value` is its value exactly.
 * @throws RangeError where the arguments do not fit together, or there is no such output cell.
 */
export function windowTerms(
  input: Tensor,
  kernel: Tensor,
  options: ConvolutionOptions,
  place: OutputPlace,
): WindowTerms {
  const plan = planConvolution(input, kernel, options);
  const channel = place.channel ?? 0;
  checkPlace(plan, place.picture ?? 0, channel, place.row, place.column);
  const terms = termsOf(plan, place.picture ?? 0, channel, place.row, place.column);
  const sum = terms.reduce((total, term) => total + term.product, 0);
  const bias = plan.bias?.[channel] ?? 0;
  return { terms, sum, bias, value: sum + bias };
}

function checkPlace(plan: ConvolutionPlan, ...place: readonly number[]): void {
  const sizes = [plan.maps.batch, plan.outputs, ...plan.outputSize];
  for (const [axis, name] of ['picture', 'channel', 'row', 'column'].entries()) {
    const index = place[axis] ?? Number.NaN;
    const size = sizes[axis] ?? 0;
    if (!(Number.isInteger(index) && index >= 0 && index < size)) {
      throw wrong(`place.${name}`, String(index), `a whole number from 0 to ${size - 1}`);
    }
  }
}

function termsOf(
  plan: ConvolutionPlan,
  picture: number,
  output: number,
  outputRow: number,
  outputColumn: number,
): Term[] {
  const { maps, padded, stride, padding, dilation } = plan;
  const rowSources = paddingSources(maps.rows, padding[0], plan.paddingMode);
  const columnSources = paddingSources(maps.columns, padding[1], plan.paddingMode);
  const terms: Term[] = [];
  const firstChannel = Math.floor(output / (plan.outputs / plan.groups)) * plan.depth;
  let weightPlace = output * plan.depth * plan.kernelSize[0] * plan.kernelSize[1];
  for (let channel = firstChannel; channel < firstChannel + plan.depth; channel++) {
    for (let kernelRow = 0; kernelRow < plan.kernelSize[0]; kernelRow++) {
      for (let kernelColumn = 0; kernelColumn < plan.kernelSize[1]; kernelColumn++) {
        const paddedRow = outputRow * stride[0] + kernelRow * dilation[0];
        const paddedColumn = outputColumn * stride[1] + kernelColumn * dilation[1];
        const row = paddedRow - padding[0];
        const column = paddedColumn - padding[1];
        const plane = picture * maps.channels + channel;
        const value = padded.values[(plane * padded.rows + paddedRow) * padded.columns + paddedColumn] ?? Number.NaN;
        const weight = plan.weights[weightPlace++] ?? Number.NaN;
        const from = { row: rowSources[paddedRow] ?? -1, column: columnSources[paddedColumn] ?? -1 };
        terms.push({
          channel,
          row,
          column,
          padded: row < 0 || row >= maps.rows || column < 0 || column >= maps.columns,
          source: from.row < 0 || from.column < 0 ? undefined : from,
          kernelRow,
          kernelColumn,
          input: value,
          weight,
          product: value * weight + 0, // never −0, which would be written with a minus
        });
      }
    }
  }
  return terms;
}

/** The settings that decide which windows use which cells. */
export interface UsageOptions extends Omit<ConvolutionOptions, 'bias' | 'groups'> {
  readonly kernel: PairOption;
}

/**
 * How often each cell of an H×W input is multiplied with a kernel weight; a cell that padding copies counts with its copies.
 * @throws RangeError where the kernel does not fit the padded input.
 */
export function inputUsage(size: PairOption, { kernel, ...options }: UsageOptions): Tensor {
  const shape = toPair('size', size, 1);
  const input = zeros([1, ...shape]);
  const ones = zeros([1, 1, ...toPair('kernel', kernel, 1)]);
  ones.data.fill(1);
  const plan = planConvolution(input, ones, options);
  const slopes = zeros(plan.outputShape);
  slopes.data.fill(1);
  // Every use of a cell hands it 1 × 1 in the backward pass.
  return { shape, data: convolve2dGradients(slopes, input, ones, options).input.data };
}
