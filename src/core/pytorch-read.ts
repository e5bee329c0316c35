import type { Layer } from './network-layers.ts';
import { isModule, type ModuleProblem, moduleName, readModule, valueText } from './pytorch-modules.ts';
import { type Call, isCall, pytorchSyntax, type SyntaxProblem, type Value } from './pytorch-syntax.ts';

/** Something in the source that is not in the layers: where, as it is written, and why. */
export type ReadProblem =
  | SyntaxProblem
  | ModuleProblem
  | {
      readonly code: /** A module that is no layer here; it is left out. */
        | 'unknown-layer'
        /** A module that is read as its parts, one after the other. */
        | 'parts'
        /** The name of something that the source does not define. */
        | 'unknown-name';
      readonly line: number;
      readonly text: string;
    };

export interface PytorchReading {
  readonly layers: readonly Layer[];
  /** C×H×W of the picture that the source makes (`torch.zeros(1, 3, 224, 224)`), if it makes one. */
  readonly inputShape: readonly number[] | undefined;
  readonly problems: readonly ReadProblem[];
}

/** The name in the comment beside a layer: `# conv1: 64×55×55`. */
const COMMENT = /^([\w.-]+): \d+(?:×\d+)*$/;
const PICTURE = /^torch\.(zeros|ones|rand|randn|empty)$/;

/** The parts of torchvision's residual blocks in the order in which they work; each ends in a ReLU after the sum. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  BasicBlock: ['conv1', 'bn1', 'relu', 'conv2', 'bn2'],
  Bottleneck: ['conv1', 'bn1', 'relu', 'conv2', 'bn2', 'relu', 'conv3', 'bn3'],
};

/** So many values are looked at: more than any network that can be read has, and less than `x = nn.Sequential(x, x)`, over and over. */
const MOST_VALUES = 20_000;

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/**
 * The layers that PyTorch source describes: `nn.Sequential(…)`, modules made one after another, a printed network.
 * Never throws: what cannot be read is left out and is in `problems`; of very many layers only the first ones are read.
 */
export function readPytorch(source: string): PytorchReading {
  const { statements, comments, problems: syntaxProblems, classes } = pytorchSyntax(source);
  const problems: ReadProblem[] = [...syntaxProblems];
  const told = new Set<string>();
  let inputShape: readonly number[] | undefined;

  /** The same about the same name is said once. */
  const once = (code: 'unknown-layer' | 'parts' | 'unknown-name', text: string, line: number) => {
    if (code !== 'unknown-name' && told.has(`${code} ${text}`)) return;
    told.add(`${code} ${text}`);
    problems.push({ code, line, text });
  };

  const named = (layer: Layer, line: number, path: readonly string[]): Layer => {
    const own = path.at(-1);
    const isNamed = own !== undefined && !/^\d*$/.test(own);
    const name = COMMENT.exec(comments.get(line) ?? '')?.[1] ?? (isNamed ? path.join('.') : undefined);
    return name ? { ...layer, name } : layer;
  };

  let values = 0;
  function layersOf(value: Value, line: number, path: readonly string[]): readonly Layer[] {
    values += 1;
    if (values > MOST_VALUES) return [];
    if (isCall(value)) return layersOfCall(value, path);
    if (isList(value)) {
      const [name, part] = value;
      // A pair of an OrderedDict.
      if (typeof name === 'string' && part !== undefined) return layersOf(part, line, [...path, name]);
      return value.flatMap((item) => layersOf(item, line, path));
    }
    if (value !== null) once('unknown-name', valueText(value), line);
    return [];
  }

  function layersOfCall(call: Call, path: readonly string[]): readonly Layer[] {
    const name = moduleName(call.name);
    const { line, parts, keywords, positional } = call;
    if (name === 'Identity') return [];
    if (isModule(name)) {
      const reading = readModule(call);
      problems.push(...reading.problems);
      return reading.layer ? [named(reading.layer, line, path)] : [];
    }
    const inside = (label: string, value: Value) => layersOf(value, line, [...path, label]);
    const block = BLOCKS[name];
    if (block && parts.length > 0) return residualBlock(call, block, path);
    const roads = ['body', 'skip'].map((road) => parts.find(([label]) => label === road)?.[1] ?? keywords.get(road));
    const [body, skip] = roads;
    if (name === 'Residual' && body !== undefined && skip !== undefined)
      return [named({ kind: 'residual', body: inside('body', body), skip: inside('skip', skip) }, line, path)];
    if (name === 'OrderedDict') return positional.flatMap((value) => layersOf(value, line, path));
    const all = [...positional.map((value, index) => [String(index), value] as const), ...parts];
    const isContainer = parts.length > 0 || positional.some((value) => isCall(value) || isList(value));
    if (name !== 'Sequential') once(isContainer ? 'parts' : 'unknown-layer', call.name, line);
    if (name !== 'Sequential' && !isContainer) return [];
    return all.flatMap(([label, value]) => (isOrdered(value) ? layersOf(value, line, path) : inside(label, value)));
  }

  function residualBlock({ parts, line }: Call, order: readonly string[], path: readonly string[]): readonly Layer[] {
    const part = (label: string) => {
      const value = parts.find(([one]) => one === label)?.[1];
      return value === undefined ? [] : layersOf(value, line, [...path, label]);
    };
    const body = order.flatMap(part);
    const uses = new Set([...order, 'downsample']);
    for (const [label, value] of parts)
      if (!uses.has(label)) once('unknown-name', `${label}: ${valueText(value)}`, line);
    return [{ kind: 'residual', body, skip: part('downsample') }, ...part('relu')];
  }

  const used = new Set<Value>();
  const mark = (value: Value, own: boolean): void => {
    if (used.has(value)) return;
    if (!own) used.add(value);
    if (isCall(value)) {
      for (const inner of [...value.positional, ...value.keywords.values(), ...value.parts.map(([, part]) => part)])
        mark(inner, false);
    } else if (isList(value)) for (const inner of value) mark(inner, false);
  };
  for (const { value } of statements) mark(value, true);

  const layers = statements.flatMap(({ name, value, line }): readonly Layer[] => {
    if (!isCall(value) || used.has(value)) return [];
    if (PICTURE.test(value.name)) {
      const sizes = value.positional.flat().filter((size) => typeof size === 'number');
      if (sizes.length === 4) inputShape = sizes.slice(1);
      return [];
    }
    // `network.eval()`, `network = Net()`: no layers.
    const isOwn =
      classes.has(value.name) ||
      statements.some((other) => other.name !== undefined && value.name.startsWith(`${other.name}.`));
    if (isOwn && ![...value.positional, ...value.parts].some((part) => typeof part === 'object')) return [];
    return layersOf(value, line, name !== undefined && isModule(value.name) ? [name] : []);
  });
  return { layers, inputShape, problems: problems.sort((a, b) => a.line - b.line) };
}

const isOrdered = (value: Value): boolean => isCall(value) && moduleName(value.name) === 'OrderedDict';
