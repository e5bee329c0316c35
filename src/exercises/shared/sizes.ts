import { convolutionOutputSize } from '../../core/index.ts';
import type { Label, Part, Working } from '../kit/definition.ts';
import { format, input, kernel, padding, type Text } from '../kit/text.ts';
import { shapeIn } from './counts.ts';
import { names } from './names.ts';

/** Sizes in one direction, in squares. */
export interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** What is done wrongly in ⌊(I + 2P − K) / S⌋ + 1. */
export interface Slip {
  /** How often the padding is counted; rightly twice. */
  readonly paddings?: 0 | 1 | 2;
  readonly withoutKernel?: true;
  readonly withoutStride?: true;
  readonly withoutDilation?: true;
  readonly roundedUp?: true;
  /** The one is forgotten, or added before it is divided. */
  readonly one?: 'forgotten' | 'early';
}

/** The output's size in one direction, by the site's own formula. */
export const trueSize = (axis: Axis): number => convolutionOutputSize(axis);

/** How many squares the kernel covers from its first weight to its last. */
export const spanOf = ({ kernel: size, dilation }: Axis): number => dilation * (size - 1) + 1;

/** What is divided by the stride. */
const room = (axis: Axis, { paddings = 2, withoutKernel, withoutDilation, one }: Slip): number => {
  const span = withoutDilation ? axis.kernel : spanOf(axis);
  return axis.input + paddings * axis.padding - (withoutKernel ? 0 : span) + (one === 'early' ? 1 : 0);
};

/** By how many squares the window can move. */
export const roomOf = (axis: Axis): number => room(axis, {});

/** How many of them are left over after the last step. */
export const restOf = (axis: Axis): number => roomOf(axis) % axis.stride;

const quotient = (axis: Axis, slip: Slip): number => {
  const steps = room(axis, slip) / (slip.withoutStride ? 1 : axis.stride);
  return slip.roundedUp ? Math.ceil(steps) : Math.floor(steps);
};

/** The size under a slip. */
export const sizeWith = (axis: Axis, slip: Slip): number => quotient(axis, slip) + (slip.one === undefined ? 1 : 0);

/** The terms of what is divided by the stride: `20`, `+ 2 × 3`, `− 5`. */
function roomPieces(axis: Axis, { paddings = 2, withoutKernel, withoutDilation, one }: Slip): Text[] {
  const isDilated = axis.dilation > 1 && !withoutDilation;
  const span = isDilated ? `(${axis.dilation} × (${kernel(axis.kernel)} − 1) + 1)` : kernel(axis.kernel);
  return [
    input(axis.input),
    ...(axis.padding === 0 || paddings === 0 ? [] : [`+ ${paddings === 2 ? '2 × ' : ''}${padding(axis.padding)}`]),
    ...(withoutKernel ? [] : [`− ${span}`]),
    ...(one === 'early' ? ['+ 1'] : []),
  ];
}

/** The calculation of a size, with a slip if there is one: ⌊(20 + 2 × 3 − 5) / 2⌋ + 1 = ⌊21 / 2⌋ + 1 = 10 + 1 = 11. */
export function sizeLines(axis: Axis, slip: Slip = {}): Working {
  const one = slip.one === undefined ? ['+ 1'] : [];
  const pieces = roomPieces(axis, slip);
  const value = format(sizeWith(axis, slip));
  if (slip.withoutStride || axis.stride === 1) return { lines: [[...pieces, ...one], [value]] };
  const isWhole = room(axis, slip) % axis.stride === 0;
  const [open, close] = isWhole ? ['', ''] : slip.roundedUp ? ['⌈', '⌉'] : ['⌊', '⌋'];
  const [first = '', ...others] = pieces;
  const divided = [`${open}${others.length > 0 ? '(' : ''}${first}`, ...others];
  const last = divided.pop() ?? '';
  const lines = [
    [...divided, `${last}${others.length > 0 ? ')' : ''}`, `/ ${format(axis.stride)}${close}`, ...one],
    ...(others.length > 0 ? [[`${open}${format(room(axis, slip))}`, `/ ${format(axis.stride)}${close}`, ...one]] : []),
    ...(one.length > 0 ? [[format(quotient(axis, slip)), ...one]] : []),
    [value],
  ];
  return { lines };
}

/** The sizes of one kind in both directions, where there is one axis of a square: `20 × 31`. */
export const bothSizes = (
  [height, width = height]: readonly Pick<Axis, 'input' | 'kernel'>[],
  key: 'input' | 'kernel',
): Label => shapeIn([height?.[key] ?? 0, width?.[key] ?? 0]);

/** What a kind asks that has a size as its answer: one number where all is square, else height and width. */
export const sizeParts = (axes: readonly unknown[]): Part[] =>
  axes.length === 1
    ? [{ id: 'size', kind: 'number', entry: 'integer', label: { en: 'Height = width', zh: '高＝宽' }, role: 'output' }]
    : [{ id: 'size', kind: 'shape', axes: [names.height, names.width], label: names.outputSize, role: 'output' }];
