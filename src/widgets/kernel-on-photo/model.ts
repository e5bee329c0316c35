import { convolve2d, fromRows, type Tensor, type WindowTerms, windowTerms } from '../../core/index.ts';
import { choice, flag, integer, type StateOf, tensor } from '../../state/fields.ts';
import { decimalsFor, formatNumber, roundTo } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { LARGEST, type Preset, presetField, presetNames, presetRows, presets } from './presets.ts';

/** Pictures are worked on at this size, photos and camera alike. */
export const WIDTH = 640;
export const HEIGHT = 480;

export const fields = {
  picture: choice(['bird-kingfisher', 'cat-playing', 'none-brick-wall', 'none-checkerboard']),
  size: choice(['3', '5']),
  kernel: tensor({ shape: [LARGEST, LARGEST], initial: presets.edge, min: -99, max: 99 }),
  /** Divides by the sum of the weights, so that a flat patch keeps its brightness. */
  normalise: flag(),
  /** How sums become greys. */
  show: choice(['clip', 'centre', 'stretch']),
  /** The window's upper left corner, from 0. */
  row: integer({ initial: 195, min: 0, max: HEIGHT - 1 }),
  column: integer({ initial: 355, min: 0, max: WIDTH - 1 }),
};

export type State = StateOf<typeof fields>;

/** What `mount` obtains: a grey picture, 1×480×640 from 0 (black) to 255 (white), and how the camera stands. */
export interface Resource {
  readonly grey?: Tensor | undefined;
  readonly camera: 'off' | 'starting' | 'on';
  readonly problem?: string | undefined;
}

export interface Derived {
  readonly size: number;
  /** The kernel's rows as typed, their sum, and what every sum is divided by. */
  readonly kernel: readonly (readonly number[])[];
  readonly weightSum: number;
  readonly divisor: number;
  readonly preset: Preset | undefined;
  /** Rows and columns of the map. */
  readonly rows: number;
  readonly columns: number;
  /** The window's corner, inside the map. */
  readonly row: number;
  readonly column: number;
  readonly camera: Resource['camera'];
  readonly problem: Resource['problem'];
  /** What there is once a picture has come. */
  readonly seen: Seen | undefined;
}

export interface Seen {
  readonly grey: Tensor;
  /** The map's greys, 0 to 255, as shown. */
  readonly shown: Uint8ClampedArray;
  readonly window: WindowTerms;
  /** The sum, divided; and the grey that stands for it. */
  readonly value: number;
  readonly tone: number;
}

export function derive(state: State, resource: Resource = { camera: 'off' }): Derived {
  const size = Number(state.size);
  const kernel = Array.from({ length: size }, (_, row) => state.kernel.slice(row * LARGEST, row * LARGEST + size));
  const weightSum = kernel.flat().reduce((sum, weight) => sum + weight, 0);
  const divisor = state.normalise && weightSum !== 0 ? weightSum : 1;
  const [rows, columns] = [HEIGHT - size + 1, WIDTH - size + 1];
  const [row, column] = [Math.min(state.row, rows - 1), Math.min(state.column, columns - 1)];
  const place = { row, column };
  return {
    size,
    kernel,
    weightSum,
    divisor,
    preset: presetNames.find((name) => String(presetRows(name)) === String(kernel)),
    rows,
    columns,
    ...place,
    camera: resource.camera,
    problem: resource.problem,
    seen: resource.grey && see(resource.grey, fromRows([[kernel]]), divisor, state.show, place),
  };
}

function see(
  grey: Tensor,
  kernel: Tensor,
  divisor: number,
  show: State['show'],
  place: { row: number; column: number },
): Seen {
  const map = convolve2d(grey, kernel);
  const tone = toneOf(map, divisor, show);
  const shown = new Uint8ClampedArray(map.data.length);
  for (let index = 0; index < shown.length; index++) shown[index] = tone(map.data[index] ?? 0);
  const window = windowTerms(grey, kernel, {}, place);
  return { grey, shown, window, value: window.value / divisor, tone: clamp(tone(window.value)) };
}

const clamp = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/** The grey of a sum: as it is (clipped), with 0 in the middle, or stretched from the smallest to the largest. */
function toneOf(map: Tensor, divisor: number, show: State['show']): (sum: number) => number {
  if (show === 'clip') return (sum) => sum / divisor;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const sum of map.data) [least, most] = [Math.min(least, sum / divisor), Math.max(most, sum / divisor)];
  if (show === 'centre') {
    const reach = Math.max(Math.abs(least), Math.abs(most)) || 1;
    return (sum) => 127.5 + (127.5 * sum) / divisor / reach;
  }
  const range = most - least;
  return range === 0 ? () => 127.5 : (sum) => (255 * (sum / divisor - least)) / range;
}

/** A sum over its divisor, as it is written: with ≈ where two decimals are not all of it. */
export function divisionOf(total: number, divisor: number) {
  const value = total / divisor;
  return {
    total: formatNumber(total, decimalsFor([total])),
    divisor: formatNumber(divisor, decimalsFor([divisor])),
    sign: roundTo(value, 2) === roundTo(value, 9) ? '=' : '≈',
    value: formatNumber(value, 2),
  };
}

/** The state of a preset: a blur is divided by its sum. */
export const presetState = (name: Preset): Partial<State> => ({
  kernel: presetField(name),
  size: presetRows(name).length === 3 ? '3' : '5',
  normalise: name === 'blur' || name === 'wideBlur',
});

export interface Words {
  readonly describe: string;
  readonly describeCamera: string;
  readonly describeWaiting: string;
}

/** The spoken sentence: the kernel, the window and its value; the camera's pictures change too fast to be spoken. */
export function describe({ size, weightSum, row, column, seen, camera }: Derived, words: Words): string {
  const kernel = { size, sum: formatNumber(weightSum) };
  if (camera === 'on') return fill(words.describeCamera, kernel);
  if (!seen) return fill(words.describeWaiting, kernel);
  return fill(words.describe, { ...kernel, row: row + 1, column: column + 1, value: formatNumber(seen.value) });
}
