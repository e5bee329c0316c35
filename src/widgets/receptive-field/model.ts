import { cellsSeen, convolutionOutputSize, type PaddedLayer, pathCounts, receptiveFields } from '../../core/index.ts';
import { choice, integer, list, record, type StateOf } from '../../state/fields.ts';
import { fill } from '../kit/fill.ts';

export const layerFields = {
  kind: choice(['conv', 'pool']),
  kernel: integer({ initial: 3, min: 1, max: 11 }),
  stride: integer({ initial: 1, min: 1, max: 4 }),
  padding: integer({ initial: 1, min: 0, max: 5 }),
  dilation: integer({ initial: 1, min: 1, max: 4 }),
};

export type StackLayer = StateOf<typeof layerFields>;

const layer = record(layerFields);

/** What is put in by "add a layer". */
export const newLayer: StackLayer = layer.initial;

export const MOST_LAYERS = 8;

export const fields = {
  size: integer({ initial: 11, min: 1, max: 40 }),
  layers: list(layer, { initial: [newLayer, newLayer], minLength: 1, maxLength: MOST_LAYERS }),
  /** The layer that the settings change, from 1; one beyond the stack stands for its last. */
  layer: integer({ initial: 2, min: 1, max: MOST_LAYERS }),
  /** The output cell, from 0; one beyond a smaller output stands for its last. */
  row: integer({ initial: 5, min: 0, max: 127 }),
  column: integer({ initial: 5, min: 0, max: 127 }),
};

export type State = StateOf<typeof fields>;

/** The picture, or the cells of one layer, along one direction. */
export interface Level {
  /** The layer that made it; none for the picture. */
  readonly layer: StackLayer | undefined;
  readonly size: number;
  readonly receptiveField: number;
  readonly jump: number;
  /** Where its first cell looks: the middle of its field, in pixels. */
  readonly start: number;
  /** Cells that the next layer pads it with at either end. */
  readonly ring: number;
  /** What the output cell sees of it. */
  readonly first: number;
  readonly last: number;
  /** Ways from each of its cells to the output cell. */
  readonly ways: readonly number[];
}

/** Why a layer cannot be: its window is larger than what it gets, or a pooling is padded by more than half its window. */
export interface Fault {
  /** From 1. */
  readonly layer: number;
  readonly why: 'window' | 'padding';
  readonly needs: number;
  readonly gets: number;
}

/** The field in the picture along one direction, in pixels from 0. */
export interface Span {
  readonly first: number;
  readonly last: number;
  /** Its pixels that lie in the picture. */
  readonly inside: number;
  readonly ways: readonly number[];
}

/** Whether no way leads from some pixels of the field in the picture. */
export const hasHoles = ({ first, last, ways }: Span): boolean =>
  ways.some((count, pixel) => count === 0 && pixel >= first && pixel <= last);

export interface Derived {
  readonly size: number;
  /** The picture first, the output last; a layer that cannot be and all after it are missing. */
  readonly levels: readonly Level[];
  readonly output: Level;
  readonly fault: Fault | undefined;
  /** The layer to be changed, from 1. */
  readonly chosen: number;
  readonly row: number;
  readonly column: number;
  readonly down: Span;
  readonly across: Span;
  /** The edges of all that is drawn, in pixels from the middle of the first: every cell and every output cell's field. */
  readonly edges: readonly [left: number, right: number];
}

/** The first layer that cannot be. */
function faultOf(size: number, layers: readonly StackLayer[]): Fault | undefined {
  let gets = size;
  for (const [index, { kind, kernel, stride, padding, dilation }] of layers.entries()) {
    const span = dilation * (kernel - 1) + 1;
    const room = gets + 2 * padding;
    if (span > room) return { layer: index + 1, why: 'window', needs: span, gets: room };
    if (kind === 'pool' && 2 * padding > kernel)
      return { layer: index + 1, why: 'padding', needs: Math.floor(kernel / 2), gets: padding };
    gets = convolutionOutputSize({ input: gets, kernel, stride, padding, dilation });
  }
  return undefined;
}

const middle = (stack: readonly PaddedLayer[]): number => {
  const [{ first, last } = { first: 0, last: 0 }] = cellsSeen(stack, 0);
  return (first + last) / 2;
};

function spanOf(stack: readonly StackLayer[], size: number, cell: number): Span {
  const [{ first, last } = { first: cell, last: cell }] = cellsSeen(stack, cell);
  const inside = Math.max(0, Math.min(last, size - 1) - Math.max(first, 0) + 1);
  return { first, last, inside, ways: pathCounts(stack, size, cell)[0] ?? [] };
}

/** The left edge of a level's cell, drawn a jump wide; of the cell after the last, the right edge. */
export const edgeOf = ({ start, jump }: Pick<Level, 'start' | 'jump'>, cell: number): number =>
  start + (cell - 0.5) * jump;

function levelsOf(size: number, stack: readonly StackLayer[], column: number): Level[] {
  const cells = cellsSeen(stack, column);
  const ways = pathCounts(stack, size, column);
  const seen = [{ receptiveField: 1, jump: 1 }, ...receptiveFields(stack)];
  return ways.map((counts, index) => ({
    layer: stack[index - 1],
    size: counts.length,
    receptiveField: seen[index]?.receptiveField ?? 1,
    jump: seen[index]?.jump ?? 1,
    start: middle(stack.slice(0, index)),
    ring: stack[index]?.padding ?? 0,
    first: cells[index]?.first ?? 0,
    last: cells[index]?.last ?? 0,
    ways: counts,
  }));
}

export function derive(state: State): Derived {
  const { size, layers } = state;
  const fault = faultOf(size, layers);
  const stack = fault ? layers.slice(0, fault.layer - 1) : layers;
  const outputs = pathCounts(stack, size, 0).at(-1)?.length ?? size;
  const [row, column] = [Math.min(state.row, outputs - 1), Math.min(state.column, outputs - 1)];
  const levels = levelsOf(size, stack, column);
  const output = levels.at(-1);
  if (!output) throw new RangeError('A stack has at least the picture.');
  return {
    size,
    levels,
    output,
    fault,
    chosen: Math.min(state.layer, layers.length),
    row,
    column,
    down: spanOf(stack, size, row),
    across: spanOf(stack, size, column),
    edges: [
      Math.min(spanOf(stack, size, 0).first - 0.5, ...levels.map((level) => edgeOf(level, -level.ring))),
      Math.max(
        spanOf(stack, size, outputs - 1).last + 0.5,
        ...levels.map((level) => edgeOf(level, level.size + level.ring)),
      ),
    ],
  };
}

/** The stack with the chosen layer one place earlier (−1) or later (1); undefined where there is none to change with. */
export function moved({ layers }: State, chosen: number, by: -1 | 1): readonly StackLayer[] | undefined {
  const [from, to] = [chosen - 1, chosen - 1 + by];
  const [one, other] = [layers[from], layers[to]];
  return one && other && layers.with(from, other).with(to, one);
}

export interface Words {
  readonly describe: string;
  readonly describeJump: string;
  readonly describeInside: string;
  readonly describeFault: string;
}

/** The spoken sentence: the output cell, its field and jump, and whether the field leaves the picture. */
export function describe(derived: Derived, words: Words): string {
  const { levels, output, row, column, down, across, fault } = derived;
  const sentence = fill(words.describe, {
    layers: levels.length - 1,
    row: row + 1,
    column: column + 1,
    field: output.receptiveField,
  });
  const jump = output.size > 1 ? fill(words.describeJump, { jump: output.jump }) : '';
  const leaves = down.inside < output.receptiveField || across.inside < output.receptiveField;
  return [
    sentence,
    jump,
    leaves ? fill(words.describeInside, { down: down.inside, across: across.inside }) : '',
    fault ? fill(words.describeFault, { layer: fault.layer }) : '',
  ].join('');
}
