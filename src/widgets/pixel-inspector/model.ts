import { alexNet } from '../../core/classic-networks.ts';
import { describeNetwork } from '../../core/index.ts';
import { choice, flag, integer, type StateOf } from '../../state/fields.ts';
import { decimalsFor, formatNumber } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { atFirst, type Standing } from '../kit/standing.ts';
import { firstAround } from './first.ts';
import { type Picture, sample } from './pixels.ts';

/** The finest picture; places are counted in so many parts of a side. */
const FINEST = 256;
/** Outputs of the dense layer that is counted: as many as AlexNet's first one has. */
export const OUTPUTS = 4096;

/** A count, with commas. */
export const whole = (value: number): string => formatNumber(value, 0);

export const fields = {
  view: choice(['pixels', 'weights']),
  picture: choice([
    'bird-kingfisher',
    'none-coloured-pencils',
    'none-hot-air-balloon',
    'frog-golden-toad',
    'cat-playing',
  ]),
  /** Pixels along one side of the square picture. */
  side: integer({ initial: 32, min: 4, max: FINEST }),
  /** Each plane in its own colour instead of in greys. */
  tinted: flag(),
  /** All pixels moved about, always in the same way. */
  shuffled: flag(),
  /** The chosen place, in 256ths of the side: it stays where it is when the number of pixels changes. */
  row: integer({ initial: 104, min: 0, max: FINEST - 1 }),
  column: integer({ initial: 88, min: 0, max: FINEST - 1 }),
};

export type State = StateOf<typeof fields>;

/** What `mount` obtains: a square picture, and where it comes from. */
export interface Resource extends Standing {
  readonly picture: Picture | undefined;
}

/** Red, green, blue: whole numbers from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface Derived {
  readonly view: State['view'];
  readonly side: number;
  /** The chosen pixel, from 0. */
  readonly row: number;
  readonly column: number;
  /** The whole picture, `side` × `side`, once there is one. */
  readonly seen: Picture | undefined;
  /** The chosen pixel and its eight neighbours, row by row; `undefined` beyond the edge. None before there is a picture. */
  readonly around: readonly (Colour | undefined)[];
  /** The chosen pixel. */
  readonly colour: Colour | undefined;
  /** Numbers in the picture; weights of a dense layer on them; AlexNet's parameters; and how many AlexNets the weights are. */
  readonly length: number;
  readonly weights: number;
  readonly alexNet: number;
  readonly times: number;
  readonly standing: Standing;
  /** The sample in the field; shown unless the standing says otherwise. */
  readonly sample: State['picture'];
}

/** The pixel at a place, and the place of a pixel. */
const pixelAt = (place: number, side: number): number => Math.floor((place * side) / FINEST);
export const placeOf = (pixel: number, side: number): number => Math.ceil((pixel * FINEST) / side);

const alexNetParameters = describeNetwork(alexNet, [3, 224, 224]).total.parameters;

/** What a flatten and a dense layer without biases make of a picture of 3 × side × side. */
function counts(side: number): Pick<Derived, 'length' | 'weights'> {
  const network = [{ kind: 'flatten' }, { kind: 'linear', outputs: OUTPUTS, bias: false }] as const;
  const { layers, total } = describeNetwork(network, [3, side, side]);
  return { length: layers[0]?.shape[0] ?? 0, weights: total.parameters };
}

const isFirst = (state: State): boolean =>
  (['picture', 'side', 'shuffled', 'row', 'column'] as const).every((key) => state[key] === fields[key].initial);

export function derive(state: State, resource?: Resource): Derived {
  const { view, side } = state;
  const [row, column] = [pixelAt(state.row, side), pixelAt(state.column, side)];
  const seen = resource?.picture && sample(resource.picture, side, state.shuffled);
  const around = seen ? neighbours(seen, row, column) : resource || !isFirst(state) ? [] : firstAround;
  const { length, weights } = counts(side);
  return {
    ...{ view, side, row, column, seen, around, length, weights },
    colour: around[4],
    alexNet: alexNetParameters,
    times: weights / alexNetParameters,
    standing: resource ?? atFirst,
    sample: state.picture,
  };
}

function neighbours({ side, data }: Picture, row: number, column: number): readonly (Colour | undefined)[] {
  return Array.from({ length: 9 }, (_, index) => {
    const [y, x] = [row - 1 + Math.floor(index / 3), column - 1 + (index % 3)];
    if (y < 0 || x < 0 || y >= side || x >= side) return undefined;
    const at = 4 * (y * side + x);
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
}

/** How many AlexNets, in three digits: 0.00322, 0.206, 10.1. */
export function timesText(times: number): string {
  const rounded = Number(times.toPrecision(3));
  return formatNumber(rounded, decimalsFor([rounded], 5));
}

export interface Words extends Readonly<Record<State['picture'] | 'own' | 'live', string>> {
  readonly describe: string;
  readonly describeCamera: string;
  readonly describeWaiting: string;
  readonly describeWeights: string;
}

/** What the picture is called. */
export const nameOf = ({ standing, sample: name }: Derived, words: Words): string =>
  ({ sample: words[name], file: words.own, camera: words.live })[standing.origin];

/** The spoken sentence: the pixel and its numbers, or the counts. The camera's numbers change too fast to be spoken. */
export function describe(derived: Derived, words: Words): string {
  const { view, side, row, column, colour, length, weights, alexNet, times, standing } = derived;
  if (view === 'weights')
    return fill(words.describeWeights, {
      side,
      length: whole(length),
      outputs: whole(OUTPUTS),
      weights: whole(weights),
      times: timesText(times),
      alexNet: whole(alexNet),
    });
  const place = { name: nameOf(derived, words), side, row: row + 1, column: column + 1 };
  if (standing.origin === 'camera') return fill(words.describeCamera, place);
  if (!colour) return fill(words.describeWaiting, place);
  const [red, green, blue] = colour;
  return fill(words.describe, { ...place, red, green, blue });
}
