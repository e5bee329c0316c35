/** Changes of a stack: each gives a new one. A path is `[3]`, or `[3, 'body', 0]` inside a residual block. */
import type { Layer, Pool2dLayer } from '../../core/index.ts';
import type { Kind, Option } from './kinds.ts';
import { countLayers, MOST_LAYERS } from './stack-text.ts';

export type Road = 'body' | 'skip';
export type Path = readonly [number] | readonly [number, Road, ...(number | Road)[]];

type Edit = (list: readonly Layer[], index: number) => readonly Layer[];

/** Changes the list in which a path ends. */
function editList(layers: readonly Layer[], path: readonly (number | Road)[], edit: Edit): readonly Layer[] {
  const [index, road, ...rest] = path;
  if (typeof index !== 'number') return layers;
  if (road !== 'body' && road !== 'skip') return edit(layers, index);
  return layers.map((layer, place) =>
    place === index && layer.kind === 'residual' ? { ...layer, [road]: editList(layer[road], rest, edit) } : layer,
  );
}

export const insert = (layers: readonly Layer[], path: Path, layer: Layer): readonly Layer[] =>
  editList(layers, path, (list, index) => [...list.slice(0, index), layer, ...list.slice(index)]);

export const remove = (layers: readonly Layer[], path: Path): readonly Layer[] =>
  editList(layers, path, (list, index) => [...list.slice(0, index), ...list.slice(index + 1)]);

export const replace = (layers: readonly Layer[], path: Path, change: (layer: Layer) => Layer): readonly Layer[] =>
  editList(layers, path, (list, index) => list.map((layer, place) => (place === index ? change(layer) : layer)));

/** The layer with another value in one setting; the field of the stack refuses what may not stand there. */
export const withSetting = (layer: Layer, key: Option['key'], value: unknown): Layer => ({ ...layer, [key]: value });

/** The layer at a path. */
function layerAt(layers: readonly Layer[], path: Path): Layer | undefined {
  let found: Layer | undefined;
  editList(layers, path, (list, index) => {
    found = list[index];
    return list;
  });
  return found;
}

/** Whether a layer still fits in. */
export const hasRoomFor = (layers: readonly Layer[], layer: Layer): boolean =>
  countLayers(layers) + countLayers([layer]) <= MOST_LAYERS;

/** The path so many places further in the same list. */
export function shifted(path: Path, by: number): Path {
  const [index, road, ...rest] = path;
  if (road === undefined) return [index + by];
  const last = rest.at(-1);
  return typeof last === 'number' ? [index, road, ...rest.slice(0, -1), last + by] : path;
}

/** The path of a place inside a residual block. */
export const inside = (path: Path, road: Road, index: number): Path => {
  const [first, ...rest] = path;
  const [second, ...more] = [...rest, road, index];
  return second === 'body' || second === 'skip' ? [first, second, ...more] : path;
};

const samePath = (a: Path | undefined, b: Path | undefined): boolean => a?.join() === b?.join();

/** Every place where a layer can stand, from the top to the bottom; blocks are entered unless `shallow`. */
function gaps(layers: readonly Layer[], shallow: boolean, at: (index: number) => Path = (index) => [index]): Path[] {
  const found: Path[] = [];
  for (const [index, layer] of layers.entries()) {
    found.push(at(index));
    if (layer.kind !== 'residual' || shallow) continue;
    for (const road of ['body', 'skip'] as const)
      found.push(...gaps(layer[road], false, (place) => inside(at(index), road, place)));
  }
  return [...found, at(layers.length)];
}

/** A stack in which a layer stands elsewhere, and where it stands now. */
export interface Moved {
  readonly layers: readonly Layer[];
  readonly path: Path;
}

/** Moves a layer one place up or down, into residual blocks and out of them; a block itself goes past the others. */
export function step(layers: readonly Layer[], path: Path, by: -1 | 1): Moved | undefined {
  const layer = layerAt(layers, path);
  if (!layer) return undefined;
  const rest = remove(layers, path);
  const places = gaps(rest, layer.kind === 'residual' && path.length === 1);
  const now = places.findIndex((place) => samePath(place, path));
  const next = places[now + by];
  return now >= 0 && next ? { layers: insert(rest, next, layer), path: next } : undefined;
}

/** Moves a layer to stand before what is at `target`; `undefined` where it would stand in itself. */
export function moveTo(layers: readonly Layer[], path: Path, target: Path): Moved | undefined {
  const layer = layerAt(layers, path);
  const isInside = path.every((part, index) => target[index] === part) && target.length > path.length;
  if (!layer || isInside || (layer.kind === 'residual' && target.length > 1)) return undefined;
  const gone: Layer = { kind: 'flatten' };
  const moved = { ...layer };
  const left = without(
    insert(
      replace(layers, path, () => gone),
      target,
      moved,
    ),
    gone,
    moved,
  );
  const now = gaps(left, false).find((place) => layerAt(left, place) === moved);
  return now && { layers: left, path: now };
}

/** The layers without `gone`; `kept` stays the same object. */
const without = (layers: readonly Layer[], gone: Layer, kept: Layer): readonly Layer[] =>
  layers
    .filter((layer) => layer !== gone)
    .map((layer) =>
      layer.kind === 'residual' && layer !== kept
        ? { ...layer, body: without(layer.body, gone, kept), skip: without(layer.skip, gone, kept) }
        : layer,
    );

/** A second one like it, below it and without its name. */
export function duplicated(layers: readonly Layer[], path: Path): Moved {
  const [layer, place] = [layerAt(layers, path), shifted(path, 1)];
  return layer ? { layers: insert(layers, place, { ...layer, name: undefined }), path: place } : { layers, path };
}

/** A new layer of a kind, with settings that can be. */
export function newLayer(kind: Kind): Layer {
  switch (kind) {
    case 'conv2d':
      return { kind, outputs: 16, kernel: 3, padding: 1 };
    case 'maxPool2d':
    case 'averagePool2d':
      return { kind, window: 2 };
    case 'adaptiveAveragePool2d':
      return { kind, outputSize: 1 };
    case 'linear':
      return { kind, outputs: 10 };
    case 'residual':
      return {
        kind,
        body: [
          { kind: 'conv2d', outputs: 16, kernel: 3, padding: 1 },
          { kind: 'relu' },
          { kind: 'conv2d', outputs: 16, kernel: 3, padding: 1 },
        ],
        skip: [],
      };
    default:
      return { kind };
  }
}

const isPool = (layer: Layer): layer is Pool2dLayer => layer.kind === 'maxPool2d' || layer.kind === 'averagePool2d';

/** The layer with another kind: it keeps its name, a pooling its window, a layer with weights how many come out. */
export function withKind(layer: Layer, kind: Kind): Layer {
  const fresh = { ...newLayer(kind), name: layer.name };
  if (isPool(layer) && isPool(fresh)) return { ...layer, kind: fresh.kind };
  return 'outputs' in layer && 'outputs' in fresh ? { ...fresh, outputs: layer.outputs, bias: layer.bias } : fresh;
}

/** The path of every layer, in the order of the rows. */
const pathsOf = (layers: readonly Layer[]): readonly Path[] =>
  gaps(layers, false).filter((path) => layerAt(layers, path) !== undefined);

/** The row in which a layer stands. */
export const rowOf = (layers: readonly Layer[], path: Path): number =>
  pathsOf(layers).findIndex((one) => samePath(one, path));
