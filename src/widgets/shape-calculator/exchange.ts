/** What goes in and out as text: PyTorch code and CSV. Loaded when first asked for. */
import { bothOf, type Layer, NetworkError, pytorchCode, type ReadProblem, readPytorch } from '../../core/index.ts';
import { roundTo } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { replace, withSetting } from './edits.ts';
import { settingOf } from './kinds.ts';
import { summary } from './layer-words.ts';
import { BYTES, type Derived, derive, fields, type Row, type State, valuesIn } from './model.ts';
import { isStack } from './stack-text.ts';
import type { Words } from './words.ts';

/** Longest text that is read. */
const LONGEST = 200_000;

/** What a pasted text means. */
export interface Reading {
  readonly layers: readonly Layer[];
  /** The number of the first layer that the calculator cannot hold, from 1. */
  readonly beyond: number | undefined;
  readonly problems: readonly ReadProblem[];
  /** What changes when the layers are taken over. */
  readonly patch: Partial<State>;
}

/** Layers made for just what reaches them need not say so: they then follow a change of what is before them. */
function settled(layers: readonly Layer[], input: Pick<State, 'channels' | 'rows' | 'columns'>): readonly Layer[] {
  const { rows } = derive({ ...input, layers, open: null });
  return rows
    .filter(({ layer, before }) => before && settingOf(layer, 'inputs') === before[0])
    .reduce((all, { path }) => replace(all, path, (layer) => withSetting(layer, 'inputs', undefined)), layers);
}

/** Reads PyTorch source. Never throws. */
export function read(source: string, state: State): Reading {
  const { layers, inputShape = [], problems } = readPytorch(source.slice(0, LONGEST));
  const [first] = layers;
  const made = first?.kind === 'conv2d' ? first.inputs : undefined;
  const [channels = made ?? state.channels, rows = state.rows, columns = state.columns] = inputShape;
  const input = {
    channels: fields.channels.accepts(channels) ? channels : state.channels,
    rows: fields.rows.accepts(rows) ? rows : state.rows,
    columns: fields.columns.accepts(columns) ? columns : state.columns,
  };
  // Names longer than the calculator's own are left out.
  const kept = layers.map((layer) => (isStack([layer]) ? layer : { ...layer, name: undefined }));
  const bad = kept.findIndex((layer) => !isStack([layer]));
  const fits: boolean = isStack(kept);
  const beyond = bad >= 0 ? bad + 1 : fits ? undefined : kept.length;
  return {
    layers: kept,
    beyond,
    problems,
    patch: beyond === undefined ? { ...input, layers: settled(kept, input), open: null } : {},
  };
}

/** PyTorch source of the stack; `undefined` while a layer cannot be. */
export function codeOf({ layers }: State, { input }: Derived): string | undefined {
  try {
    return pytorchCode(layers, input);
  } catch (error) {
    if (error instanceof NetworkError) return undefined;
    throw error;
  }
}

const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function cellsOf(row: Row, words: Words): readonly (string | number | undefined)[] {
  const { number, layer, road, description } = row;
  const field = description && bothOf(description.receptiveField);
  const jump = description && bothOf(description.jump).map((pixels) => roundTo(pixels, 4));
  const values = description && valuesIn(description);
  return [
    number,
    layer.name,
    road === undefined ? '' : road === 'body' ? words.inBody : words.inSkip,
    words[layer.kind],
    summary(row, words),
    description?.shape.join('×'),
    values,
    description?.parameters,
    description?.macs,
    field?.[0],
    field?.[1],
    jump?.[0],
    jump?.[1],
    values === undefined ? undefined : BYTES * values,
    description && BYTES * description.parameters,
  ];
}

/** The table as CSV (RFC 4180): one line a layer, the sums in the last. A block's costs are those of the layers inside it. */
export function csvOf({ rows, total }: Derived, words: Words): string {
  const axes = (label: string) => [fill(words.csvRows, { label }), fill(words.csvColumns, { label })];
  const heads = [
    words.place,
    words.name,
    words.csvRoad,
    words.kind,
    words.csvSettings,
    words.shape,
    words.csvValues,
    words.parameters,
    words.macs,
    ...axes(words.field),
    ...axes(words.csvJump),
    words.csvOutputBytes,
    words.csvParameterBytes,
  ];
  const { shape, values, parameters, macs } = total;
  const sums = [
    words.csvTotal,
    ...Array.from({ length: 4 }, () => ''),
    shape.join('×'),
    values,
    parameters,
    macs,
    ...Array.from({ length: 4 }, () => ''),
    BYTES * values,
    BYTES * parameters,
  ];
  const lines = [heads, ...rows.map((row) => cellsOf(row, words)), sums];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
