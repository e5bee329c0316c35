/** What core costs beside loops that are written for the one case and check nothing. */
import { convolve2d, type Tensor, tensor } from '../../../src/core/index.ts';
import { initialState } from '../../../src/state/codec.ts';
import { derive, fields, HEIGHT, presetState, WIDTH } from '../../../src/widgets/kernel-on-photo/model.ts';

export interface CoreTimes {
  readonly name: string;
  readonly ours: number[];
  readonly loop: number[];
}

/** Values from 0 to 255 that differ from place to place. */
const picture = (shape: readonly number[]): Tensor =>
  tensor(
    shape,
    Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => (i * 7919) % 256),
  );

/** A valid convolution of one map with one kernel, divided, to greys. */
function frameLoop(input: Float64Array, kernel: Float64Array, size: number, divisor: number): Uint8ClampedArray {
  const [rows, columns] = [HEIGHT - size + 1, WIDTH - size + 1];
  const output = new Uint8ClampedArray(rows * columns);
  for (let row = 0, to = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, to++) {
      let sum = 0;
      for (let i = 0, weight = 0; i < size; i++)
        for (let j = 0; j < size; j++, weight++)
          sum += (kernel[weight] ?? 0) * (input[(row + i) * WIDTH + column + j] ?? 0);
      output[to] = sum / divisor;
    }
  return output;
}

/** 3×3 with a padding of 1, stride 1: the kernels' channels are the input's. */
function layerLoop(input: Tensor, kernel: Tensor): Float64Array {
  const [channels = 0, rows = 0, columns = 0] = input.shape;
  const [outputs = 0] = kernel.shape;
  const output = new Float64Array(outputs * rows * columns);
  for (let map = 0, to = 0; map < outputs; map++)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, to++) {
        let sum = 0;
        for (let channel = 0; channel < channels; channel++)
          for (let i = 0; i < 3; i++)
            for (let j = 0; j < 3; j++) {
              const [y, x] = [row + i - 1, column + j - 1];
              if (y < 0 || x < 0 || y >= rows || x >= columns) continue;
              const weight = kernel.data[((map * channels + channel) * 3 + i) * 3 + j] ?? 0;
              sum += weight * (input.data[(channel * rows + y) * columns + x] ?? 0);
            }
        output[to] = sum;
      }
  return output;
}

function inTurn(name: string, rounds: number, ours: () => ArrayLike<number>, loop: () => ArrayLike<number>): CoreTimes {
  const times: CoreTimes = { name, ours: [], loop: [] };
  const timed = (work: () => ArrayLike<number>, to: number[]) => {
    const begin = performance.now();
    const values = work();
    to.push(performance.now() - begin);
    return values;
  };
  for (let round = -10; round < rounds; round++) {
    if (round === 0) times.ours.length = times.loop.length = 0;
    const [mine, plain] = [timed(ours, times.ours), timed(loop, times.loop)];
    for (let i = 0; i < plain.length; i++)
      if (mine.length !== plain.length || Math.abs((mine[i] ?? 0) - (plain[i] ?? 0)) > 1e-6)
        throw new Error(`${name}: value ${i} differs.`);
  }
  return times;
}

export function coreTimes(rounds: number): CoreTimes[] {
  const grey = picture([1, HEIGHT, WIDTH]);
  const greys = Float64Array.from(grey.data);
  const frame = (preset: 'edge' | 'wideBlur', size: number) => {
    const state = { ...initialState(fields), ...presetState(preset) };
    const { kernel, divisor } = derive(state);
    const weights = Float64Array.from(kernel.flat());
    return inTurn(
      `kernel-on-photo, a frame of 640×480, ${size}×${size}`,
      rounds,
      () => derive(state, { grey, camera: 'on' }).seen?.shown ?? [],
      () => frameLoop(greys, weights, size, divisor),
    );
  };
  const maps = picture([64, 16, 16]);
  const kernels = picture([64, 64, 3, 3]);
  return [
    frame('edge', 3),
    frame('wideBlur', 5),
    inTurn(
      'convolve2d, 64×16×16 by 64×64×3×3, padding 1',
      rounds,
      () => convolve2d(maps, kernels, { padding: 1 }).data,
      () => layerLoop(maps, kernels),
    ),
  ];
}
