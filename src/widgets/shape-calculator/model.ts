import {
  describeNetwork,
  type Layer,
  type LayerDescription,
  NetworkError,
  type NetworkFault,
} from '../../core/index.ts';
import { integer, optional, type StateOf } from '../../state/fields.ts';
import type { Path, Road } from './edits.ts';
import { inside } from './edits.ts';
import type { Outside } from './outside.ts';
import { type PresetName, presetOf, presets } from './presets.ts';
import { stack } from './stack-field.ts';
import { MOST_LAYERS, printStack } from './stack-text.ts';

export const fields = {
  channels: integer({ initial: 3, min: 1, max: 16_384 }),
  rows: integer({ initial: 32, min: 1, max: 4096 }),
  columns: integer({ initial: 32, min: 1, max: 4096 }),
  /** A preset's name, or the layers: `conv64k3p1,relu,max2`. */
  layers: stack('two'),
  /** The row whose settings are open, from 0; the layers inside residual blocks have rows of their own. */
  open: optional(integer({ initial: 0, min: 0, max: MOST_LAYERS - 1 })),
};

export type State = StateOf<typeof fields>;

/** One layer as the table shows it. */
export interface Row {
  readonly path: Path;
  readonly layer: Layer;
  /** `3`, or `3.2` inside a block. */
  readonly number: string;
  /** The road of the block in which it stands. */
  readonly road: Road | undefined;
  readonly depth: number;
  /** What comes in; `undefined` behind a layer that cannot be. */
  readonly before: readonly number[] | undefined;
  readonly description: LayerDescription | undefined;
  readonly fault: NetworkFault | undefined;
}

/** Bytes of one number: float32. */
export const BYTES = 4;

export interface Derived {
  /** In the browser: clipboard, files, texts. */
  readonly outside: Outside | undefined;
  readonly input: readonly number[];
  readonly rows: readonly Row[];
  /** The row of the layer that cannot be. */
  readonly faulty: Row | undefined;
  readonly open: Row | undefined;
  readonly preset: PresetName | undefined;
  /** Of all layers before the first that cannot be. */
  readonly total: {
    readonly shape: readonly number[];
    readonly parameters: number;
    readonly macs: number;
    /** Values of all outputs together, those inside blocks too. */
    readonly values: number;
  };
}

/** The values in a layer's output. */
export const valuesIn = ({ shape }: LayerDescription): number => shape.reduce((product, size) => product * size, 1);

/** Describes layers as far as they can be; `reached` is what stands before them, all of which can be. */
function describeFar(reached: readonly Layer[], layers: readonly Layer[], input: readonly number[]) {
  try {
    const all = describeNetwork([...reached, ...layers], input).layers;
    return { descriptions: all.slice(reached.length), error: undefined };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    const good = layers.slice(0, error.index - reached.length);
    return { descriptions: describeNetwork([...reached, ...good], input).layers.slice(reached.length), error };
  }
}

interface List {
  readonly layers: readonly Layer[];
  /** The layers that what comes in has passed; `undefined` behind a layer that cannot be. */
  readonly reached: readonly Layer[] | undefined;
  readonly before: readonly number[] | undefined;
  readonly pathOf: (index: number) => Path;
  readonly numberOf: (index: number) => string;
  readonly road: Road | undefined;
  readonly depth: number;
}

function rowsOf(list: List, input: readonly number[]): readonly Row[] {
  const { layers, reached, pathOf, numberOf, road, depth } = list;
  const found = reached && describeFar(reached, layers, input);
  const failed = found?.error ? found.descriptions.length : -1;
  let before = list.before;
  return layers.flatMap((layer, index) => {
    const description = found?.descriptions[index];
    const [path, number] = [pathOf(index), numberOf(index)];
    const roads = (['body', 'skip'] as const).map((one) =>
      layer.kind === 'residual'
        ? rowsOf(
            {
              layers: layer[one],
              reached: before && reached && [...reached, ...layers.slice(0, index)],
              before,
              pathOf: (place) => inside(path, one, place),
              numberOf: (place) => `${number}${one === 'body' ? '.' : '′'}${place + 1}`,
              road: one,
              depth: depth + 1,
            },
            input,
          )
        : [],
    );
    const inner = roads.flat();
    const isOwn = index === failed && !inner.some(({ fault }) => fault);
    const fault = isOwn ? found?.error?.fault : undefined;
    const row: Row = { path, layer, number, road, depth, before, description, fault };
    before = index === failed ? undefined : description?.shape;
    return [row, ...inner];
  });
}

export function derive({ channels, rows: height, columns, layers, open }: State, outside?: Outside): Derived {
  const input = [channels, height, columns];
  const rows = rowsOf(
    {
      layers,
      reached: [],
      before: input,
      pathOf: (index) => [index],
      numberOf: (index) => String(index + 1),
      road: undefined,
      depth: 0,
    },
    input,
  );
  const outer = rows.flatMap(({ depth, description }) => (depth === 0 && description ? description : []));
  const known = rows.flatMap(({ path, description }) => (path[0] < outer.length && description ? description : []));
  const sum = (of: (description: LayerDescription) => number, list = outer) =>
    list.reduce((total, description) => total + of(description), 0);
  const preset = presetOf(printStack(layers));
  const isWhole = preset && channels === 3 && [height, columns].every((size) => size === presets[preset].size);
  return {
    outside,
    input,
    rows,
    faulty: rows.find(({ fault }) => fault),
    open: open === null ? undefined : rows[open],
    preset: isWhole ? preset : undefined,
    total: {
      shape: outer.at(-1)?.shape ?? input,
      parameters: sum(({ parameters }) => parameters),
      macs: sum(({ macs }) => macs),
      values: sum(valuesIn, known),
    },
  };
}
