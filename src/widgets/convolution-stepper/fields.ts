import { choice, flag, integer, optional, type StateOf, tensor } from '../../state/fields.ts';
import { kernelPresets, picturePresets } from './presets.ts';

/** The largest input, C×H×W, and bank of kernels, C_out×C_in×K×K. What a smaller one leaves out is kept. */
export const INPUT_SHAPE = [3, 9, 9] as const;
export const BANK_SHAPE = [3, 3, 5, 5] as const;

const LIMITS = { min: -999, max: 999 } as const;

/** Channels 2 and 3 and kernels 2 and 3 stand ready with numbers of their own. */
const INPUT = [picturePresets.tick, '1,0,2,0,1;0,1,0,1,0;2,0,1,0,2;0,1,0,1,0;1,0,2,0,1', picturePresets.ramp].join('/');
const { pattern, edge, sharpen, emboss } = kernelPresets;
const WEIGHTS = [
  [pattern, edge, emboss],
  [edge, sharpen, pattern],
  [sharpen, emboss, edge],
]
  .map((planes) => planes.join('/'))
  .join(':');

export const fields = {
  input: tensor({ shape: INPUT_SHAPE, initial: INPUT, ...LIMITS }),
  weights: tensor({ shape: BANK_SHAPE, initial: WEIGHTS, ...LIMITS }),
  bias: tensor({ shape: [BANK_SHAPE[0]], initial: '0', ...LIMITS }),
  channels: integer({ initial: 1, min: 1, max: INPUT_SHAPE[0] }),
  kernels: integer({ initial: 1, min: 1, max: BANK_SHAPE[0] }),
  rows: integer({ initial: 5, min: 1, max: INPUT_SHAPE[1] }),
  columns: integer({ initial: 5, min: 1, max: INPUT_SHAPE[2] }),
  kernelRows: integer({ initial: 3, min: 1, max: BANK_SHAPE[2] }),
  kernelColumns: integer({ initial: 3, min: 1, max: BANK_SHAPE[3] }),
  stride: integer({ initial: 1, min: 1, max: 4 }),
  padding: integer({ initial: 0, min: 0, max: 4 }),
  paddingMode: choice(['zeros', 'reflect', 'replicate', 'circular']),
  dilation: integer({ initial: 1, min: 1, max: 3 }),
  groups: integer({ initial: 1, min: 1, max: INPUT_SHAPE[0] }),
  /** True convolution: the kernel is turned by 180° before it is laid on the input. */
  flip: flag(),
  /** Which output cell the window is at: map by map, row by row, from 0. */
  place: integer({ initial: 4, min: 0, max: 3 * 17 * 17 - 1 }),
  /** The last output cell that has been worked out. */
  seen: integer({ initial: 4, min: 0, max: 3 * 17 * 17 - 1 }),
  /** The channel that is shown where there is no room for all, from 0. */
  channel: integer({ initial: 0, min: 0, max: INPUT_SHAPE[0] - 1 }),
  /** The input cell whose uses are marked: its place in `input`. */
  picked: optional(integer({ initial: 0, min: 0, max: INPUT_SHAPE[0] * INPUT_SHAPE[1] * INPUT_SHAPE[2] - 1 })),
};

export type State = StateOf<typeof fields>;

/** The place of a number in `state.input`. */
export const inputIndex = (channel: number, row: number, column: number): number =>
  (channel * INPUT_SHAPE[1] + row) * INPUT_SHAPE[2] + column;

/** The place of a number in `state.weights`. */
export const weightIndex = (kernel: number, plane: number, row: number, column: number): number =>
  ((kernel * BANK_SHAPE[1] + plane) * BANK_SHAPE[2] + row) * BANK_SHAPE[3] + column;
