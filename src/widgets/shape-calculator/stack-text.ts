/**
 * A stack of layers as one short text, for the address and for lessons: layers parted by commas, each a word with its
 * numbers, settings that PyTorch would assume left out. `conv64k11s4p2,relu,max3s2,res(conv64k3p1b0,norm/),dense10`.
 * `conv1:` before a layer names it; `3x5` is rows × columns.
 */
import type { Layer } from '../../core/index.ts';
import { allows, type Kind, kindNames, kinds, type Option, settingOf } from './kinds.ts';

/** Layers in all, those inside residual blocks too. */
export const MOST_LAYERS = 250;
const DEEPEST = 3;
const LONGEST_TEXT = 12_000;
export const NAME = /^[\w.-]{1,40}$/;

const roads = ['body', 'skip'] as const;

/** Layers in all, those inside residual blocks too. */
export const countLayers = (layers: readonly Layer[]): number =>
  layers.reduce(
    (sum, layer) => sum + 1 + (layer.kind === 'residual' ? countLayers(layer.body) + countLayers(layer.skip) : 0),
    0,
  );

const isKind = (value: unknown): value is Kind => kindNames.some((kind) => kind === value);

function isLayer(value: unknown, depth: number): value is Layer {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !isKind(value.kind)) return false;
  const { options } = kinds[value.kind];
  const inside = value.kind === 'residual' ? roads : [];
  const known: readonly string[] = ['kind', 'name', ...inside, ...options.map(({ key }) => key)];
  const name: unknown = Reflect.get(value, 'name');
  return (
    Object.keys(value).every((key) => known.includes(key)) &&
    (name === undefined || (typeof name === 'string' && NAME.test(name))) &&
    options.every((option) => allows(option, Reflect.get(value, option.key))) &&
    inside.every((road) => isList(Reflect.get(value, road), depth + 1))
  );
}

const isList = (value: unknown, depth: number): value is readonly Layer[] =>
  Array.isArray(value) && depth <= DEEPEST && value.every((layer) => isLayer(layer, depth));

/** Whether a value is a stack of layers whose settings all lie within their limits. */
export const isStack = (value: unknown): value is readonly Layer[] =>
  isList(value, 0) && countLayers(value) <= MOST_LAYERS;

const same = (a: unknown, b: unknown): boolean => String(valueText(a)) === String(valueText(b));

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value[0] === value[1] ? String(value[0]) : value.join('x');
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

function settingText(layer: Layer, { key, letter, standard }: Option): string {
  const value = settingOf(layer, key);
  const assumed = key === 'stride' && standard === undefined ? settingOf(layer, 'window') : standard;
  return value === undefined || same(value, assumed) ? '' : letter + valueText(value);
}

function layerText(layer: Layer): string {
  const { word, options } = kinds[layer.kind];
  const settings = options.map((option) => settingText(layer, option)).join('');
  const inside = layer.kind === 'residual' ? `(${printStack(layer.body)}/${printStack(layer.skip)})` : '';
  return `${layer.name ? `${layer.name}:` : ''}${word}${settings}${inside}`;
}

/** The stack as its text. */
export const printStack = (layers: readonly Layer[]): string => layers.map(layerText).join(',');

function readSetting(option: Option, text: string): unknown {
  if (option.type === 'flag') return text === '1' ? true : text === '0' ? false : undefined;
  const numbers = text.split('x').map(Number);
  return numbers.length === 1 ? numbers[0] : numbers;
}

const NAMED = /^(?:([\w.-]+):)?(.*)$/s;
const SETTINGS = /^(?:[a-z]?\d+(?:\.\d+)?(?:x\d+)?)*$/;
const SETTING = /([a-z]?)(\d+(?:\.\d+)?(?:x\d+)?)/g;
const BLOCK = /^(?:([\w.-]+):)?res\((.*)\)$/s;

function readLayer(text: string, depth: number): unknown {
  const block = BLOCK.exec(text);
  if (block) {
    const [body, skip, more] = parts(block[2] ?? '', '/').map((road) => readList(road, depth + 1));
    return body && skip && !more
      ? { kind: 'residual', ...(block[1] ? { name: block[1] } : {}), body, skip }
      : undefined;
  }
  const [, name, plain = ''] = NAMED.exec(text) ?? [];
  const kind = kindNames.find((one) => plain.startsWith(kinds[one].word));
  const settings = kind ? plain.slice(kinds[kind].word.length) : '';
  if (!kind || !SETTINGS.test(settings)) return undefined;
  const layer: Record<string, unknown> = { kind, ...(name ? { name } : {}) };
  for (const [, letter, value = ''] of settings.matchAll(SETTING)) {
    const option = kinds[kind].options.find((one) => one.letter === letter);
    if (!option || option.key in layer) return undefined;
    layer[option.key] = readSetting(option, value);
  }
  return layer;
}

/** Parts a text at a sign, but not inside parentheses. */
function parts(text: string, sign: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === sign && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}

function readList(text: string, depth: number): readonly unknown[] | undefined {
  if (text === '') return [];
  if (depth > DEEPEST) return undefined;
  const layers = parts(text, ',').map((part) => readLayer(part, depth));
  return layers.includes(undefined) ? undefined : layers;
}

/** The stack that a text stands for; `undefined` where it stands for none. */
export function parseStack(text: string): readonly Layer[] | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const layers = readList(text, 0);
  return isStack(layers) ? layers : undefined;
}
