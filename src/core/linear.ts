import { checkRank, checkShape, doubles } from './check.ts';
import { shapeText, type Tensor, wrong } from './tensor.ts';

/** The gradients of a dense layer; `bias` where it had one. */
export interface LinearGradients {
  readonly input: Tensor;
  readonly weight: Tensor;
  readonly bias?: Tensor;
}

interface LinearPlan {
  readonly rows: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly outputShape: readonly number[];
}

/**
 * A dense layer, input · weightᵀ + bias: input N×in or one vector, weight out×in, bias out; output N×out or one vector.
 * @throws RangeError where the arguments do not fit together.
 */
export function linear(input: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const { rows, inputs, outputs, outputShape } = plan(input, weight, bias);
  const [x, w, b] = [doubles(input), doubles(weight), bias && doubles(bias)];
  const data = new Float64Array(rows * outputs);
  for (let i = 0; i < data.length; i++) {
    const output = i % outputs;
    const row = ((i - output) / outputs) * inputs;
    let sum = 0;
    for (let k = 0; k < inputs; k++) sum += (x[row + k] ?? 0) * (w[output * inputs + k] ?? 0);
    data[i] = sum + (b?.[output] ?? 0);
  }
  return { shape: outputShape, data };
}

/**
 * The gradients of `linear` for its input, its weights and its bias, from that of its output.
 * @throws RangeError where the arguments do not fit together.
 */
export function linearGradients(gradOutput: Tensor, input: Tensor, weight: Tensor, bias?: Tensor): LinearGradients {
  const { inputs, outputs, outputShape } = plan(input, weight, bias);
  checkShape('gradOutput', gradOutput, outputShape, "the shape of the layer's output");
  const [x, w, slopes] = [doubles(input), doubles(weight), doubles(gradOutput)];
  const gradInput = new Float64Array(x.length);
  const gradWeight = new Float64Array(w.length);
  const gradBias = new Float64Array(outputs);
  for (let i = 0; i < slopes.length; i++) {
    const output = i % outputs;
    const row = ((i - output) / outputs) * inputs;
    const slope = slopes[i] ?? 0;
    gradBias[output] = (gradBias[output] ?? 0) + slope;
    for (let k = 0, weightPlace = output * inputs; k < inputs; k++, weightPlace++) {
      gradInput[row + k] = (gradInput[row + k] ?? 0) + slope * (w[weightPlace] ?? 0);
      gradWeight[weightPlace] = (gradWeight[weightPlace] ?? 0) + slope * (x[row + k] ?? 0);
    }
  }
  return {
    input: { shape: input.shape, data: gradInput },
    weight: { shape: weight.shape, data: gradWeight },
    ...(bias ? { bias: { shape: bias.shape, data: gradBias } } : {}),
  };
}

function plan(input: Tensor, weight: Tensor, bias: Tensor | undefined): LinearPlan {
  checkRank('input', input, [1, 2], 'N×in, or one vector');
  checkRank('weight', weight, [2], 'out×in');
  const [outputs = 1, inputs = 1] = weight.shape;
  if (input.shape.at(-1) !== inputs) {
    throw wrong('input', shapeText(input.shape), `${inputs} numbers a row, for a weight of ${shapeText(weight.shape)}`);
  }
  if (bias) checkShape('bias', bias, [outputs], 'one number for each output');
  const leading = input.shape.slice(0, -1);
  return { rows: leading[0] ?? 1, inputs, outputs, outputShape: [...leading, outputs] };
}
