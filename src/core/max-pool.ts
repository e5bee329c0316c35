import { checkShape, doubles } from './check.ts';
import { shapeLike } from './maps.ts';
import type { PairOption } from './pair.ts';
import type { Tensor } from './tensor.ts';
import { type PoolOptions, type PoolPlan, planAdaptivePool, planPool } from './windows.ts';

/**
 * The largest value of each window of a C×H×W or N×C×H×W input, as PyTorch's `max_pool2d`. Padding never wins.
 * @throws RangeError where the arguments do not fit together.
 */
export const maxPool2d = (input: Tensor, options: PoolOptions): Tensor => gather(planPool(input, options));

/** The place of each window's winner within its own map, row × width + column; the first where several are largest. */
export function maxPool2dWinners(input: Tensor, options: PoolOptions): Tensor {
  const plan = planPool(input, options);
  const plane = plan.maps.rows * plan.maps.columns;
  return { shape: outputShape(plan), data: new Float64Array(winners(plan)).map((place) => place % plane) };
}

/** The gradient of `maxPool2d` for its input: each winner collects the gradients of the windows it won. */
export const maxPool2dGradient = (gradOutput: Tensor, input: Tensor, options: PoolOptions): Tensor =>
  scatter(gradOutput, input, planPool(input, options));

/** The largest value of each adaptive window; `outputSize` names the size that comes out. */
export const adaptiveMaxPool2d = (input: Tensor, outputSize: PairOption): Tensor =>
  gather(planAdaptivePool(input, outputSize));

/** The gradient of `adaptiveMaxPool2d` for its input. */
export const adaptiveMaxPool2dGradient = (gradOutput: Tensor, input: Tensor, outputSize: PairOption): Tensor =>
  scatter(gradOutput, input, planAdaptivePool(input, outputSize));

const outputShape = ({ maps, rows, columns }: PoolPlan): readonly number[] =>
  shapeLike(maps, maps.channels, rows.length, columns.length);

function gather(plan: PoolPlan): Tensor {
  const places = winners(plan);
  const data = new Float64Array(places.length);
  for (let i = 0; i < data.length; i++) data[i] = plan.maps.values[places[i] ?? -1] ?? Number.NaN;
  return { shape: outputShape(plan), data };
}

function scatter(gradOutput: Tensor, input: Tensor, plan: PoolPlan): Tensor {
  checkShape('gradOutput', gradOutput, outputShape(plan), "the shape of the pooling's output");
  const slopes = doubles(gradOutput);
  const data = new Float64Array(plan.maps.values.length);
  for (const [i, place] of winners(plan).entries()) data[place] = (data[place] ?? 0) + (slopes[i] ?? 0);
  return { shape: input.shape, data };
}

/** For each output, where its largest input stands in the data. */
function winners({ maps, rows, columns }: PoolPlan): Int32Array {
  const places = new Int32Array(maps.batch * maps.channels * rows.length * columns.length);
  let output = 0;
  for (let plane = 0; plane < maps.batch * maps.channels; plane++) {
    for (const row of rows) {
      for (const column of columns) {
        let winner = (plane * maps.rows + row.start) * maps.columns + column.start;
        for (let y = row.start; y < row.end; y++) {
          const line = (plane * maps.rows + y) * maps.columns;
          for (let place = line + column.start; place < line + column.end; place++) {
            const value = maps.values[place] ?? Number.NaN;
            // As in PyTorch, a value that is not a number is never lost among others.
            if (value > (maps.values[winner] ?? Number.NaN) || Number.isNaN(value)) winner = place;
          }
        }
        places[output++] = winner;
      }
    }
  }
  return places;
}
