import { checkShape, doubles } from './check.ts';
import { shapeLike } from './maps.ts';
import type { PairOption } from './pair.ts';
import type { Tensor } from './tensor.ts';
import { type PoolOptions, type PoolPlan, planAdaptivePool, planPool } from './windows.ts';

/** The settings of an average pooling. */
export interface AveragePoolOptions extends PoolOptions {
  /** Whether padded zeros count in the mean; they do where absent, as in PyTorch. */
  readonly countIncludePad?: boolean | undefined;
}

/**
 * The mean of each window of a C×H×W or N×C×H×W input, as PyTorch's `avg_pool2d`.
 * @throws RangeError where the arguments do not fit together.
 */
export const averagePool2d = (input: Tensor, options: AveragePoolOptions): Tensor =>
  means(planPool(input, options, options.countIncludePad ?? true));

/** The gradient of `averagePool2d` for its input: each cell of a window gets an equal share. */
export const averagePool2dGradient = (gradOutput: Tensor, input: Tensor, options: AveragePoolOptions): Tensor =>
  shares(gradOutput, input, planPool(input, options, options.countIncludePad ?? true));

/** The mean of each adaptive window; `outputSize` names the size that comes out. */
export const adaptiveAveragePool2d = (input: Tensor, outputSize: PairOption): Tensor =>
  means(planAdaptivePool(input, outputSize));

/** The gradient of `adaptiveAveragePool2d` for its input. */
export const adaptiveAveragePool2dGradient = (gradOutput: Tensor, input: Tensor, outputSize: PairOption): Tensor =>
  shares(gradOutput, input, planAdaptivePool(input, outputSize));

const outputShape = ({ maps, rows, columns }: PoolPlan): readonly number[] =>
  shapeLike(maps, maps.channels, rows.length, columns.length);

function means(plan: PoolPlan): Tensor {
  const { values } = plan.maps;
  const shape = outputShape(plan);
  const data = new Float64Array(plan.maps.batch * plan.maps.channels * plan.rows.length * plan.columns.length);
  forEachWindow(plan, (output, counted, cells) => {
    let sum = 0;
    cells((place) => {
      sum += values[place] ?? Number.NaN;
    });
    data[output] = sum / counted;
  });
  return { shape, data };
}

function shares(gradOutput: Tensor, input: Tensor, plan: PoolPlan): Tensor {
  checkShape('gradOutput', gradOutput, outputShape(plan), "the shape of the pooling's output");
  const slopes = doubles(gradOutput);
  const data = new Float64Array(plan.maps.values.length);
  forEachWindow(plan, (output, counted, cells) => {
    const share = (slopes[output] ?? Number.NaN) / counted;
    cells((place) => {
      data[place] = (data[place] ?? 0) + share;
    });
  });
  return { shape: input.shape, data };
}

/** Walks over every window: its output's place, the cells its mean divides by, and a walk over the cells it sees. */
function forEachWindow(
  { maps, rows, columns }: PoolPlan,
  visit: (output: number, counted: number, cells: (visitCell: (place: number) => void) => void) => void,
): void {
  let output = 0;
  for (let plane = 0; plane < maps.batch * maps.channels; plane++) {
    for (const row of rows) {
      for (const column of columns) {
        visit(output++, row.counted * column.counted, (visitCell) => {
          for (let y = row.start; y < row.end; y++) {
            const line = (plane * maps.rows + y) * maps.columns;
            for (let place = line + column.start; place < line + column.end; place++) visitCell(place);
          }
        });
      }
    }
  }
}
