import { describeNetwork, type Layer, type LayerDescription, type PairOption, sizeOf } from '../../src/core/index.ts';
import { float, message } from './protobuf.ts';

type Attribute = readonly [name: string, value: number | readonly number[]];
type Field = readonly [number: number, value: string | number | Uint8Array];

/** Numbers that look random and are the same every time, about 0, scaled so that values neither grow nor vanish. */
function weights(count: number, inputs: number): Uint8Array {
  const values = new Float32Array(count);
  const scale = Math.sqrt(6 / inputs);
  for (let i = 0, state = 1; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[i] = (state / 2 ** 31 - 1) * scale;
  }
  return new Uint8Array(values.buffer);
}

const pair = (value: PairOption | undefined, otherwise: number): readonly number[] =>
  typeof value === 'object' ? value : [value ?? otherwise, value ?? otherwise];
const twice = (values: readonly number[]) => [...values, ...values];

/** Nodes and weights of a graph, in the order of the layers. */
class Writer {
  readonly graph: Field[] = [];
  private count = 0;

  node(kind: string, name: string, inputs: readonly string[], ...attributes: Attribute[]): string {
    this.graph.push([
      1,
      message(
        ...inputs.map((input) => [1, input] as const),
        [2, name],
        [3, name],
        [4, kind],
        ...attributes.map(([key, value]) => [5, this.attribute(key, value)] as const),
      ),
    ]);
    return name;
  }

  private attribute(name: string, value: number | readonly number[]): Uint8Array {
    if (typeof value !== 'number') return message([1, name], ...value.map((each) => [8, each] as const), [20, 7]);
    if (Number.isInteger(value)) return message([1, name], [3, value], [20, 2]);
    return Buffer.concat([message([1, name], [20, 1]), float(2, value)]);
  }

  weight(name: string, shape: readonly number[], bytes: Uint8Array): string {
    this.graph.push([5, message(...shape.map((size) => [1, size] as const), [2, 1], [8, name], [9, bytes])]);
    return name;
  }

  private random(name: string, shape: readonly number[]): string {
    return this.weight(name, shape, weights(sizeOf(shape), sizeOf(shape) / (shape[0] ?? 1)));
  }

  private constant(name: string, count: number, value: number): string {
    return this.weight(name, [count], new Uint8Array(new Float32Array(count).fill(value).buffer));
  }

  private layer(layer: Layer, from: string, before: readonly number[], after: LayerDescription): string {
    const { name = `${layer.kind}${++this.count}` } = layer;
    const [channels = 1] = before;
    switch (layer.kind) {
      case 'conv2d': {
        const kernel = pair(layer.kernel, 1);
        const weight = this.random(`${name}.weight`, [layer.outputs, channels / (layer.groups ?? 1), ...kernel]);
        const bias = layer.bias === false ? [] : [this.constant(`${name}.bias`, layer.outputs, 0)];
        const pads = twice(pair(layer.padding, 0));
        return this.node(
          'Conv',
          name,
          [from, weight, ...bias],
          ['kernel_shape', kernel],
          ['strides', pair(layer.stride, 1)],
          ['pads', pads],
          ['dilations', pair(layer.dilation, 1)],
          ['group', layer.groups ?? 1],
        );
      }
      case 'batchNorm2d': {
        const parts = [
          ['weight', 1],
          ['bias', 0],
          ['mean', 0],
          ['variance', 1],
        ] as const;
        return this.node('BatchNormalization', name, [
          from,
          ...parts.map(([part, value]) => this.constant(`${name}.${part}`, channels, value)),
        ]);
      }
      case 'maxPool2d':
      case 'averagePool2d': {
        const window = pair(layer.window, 1);
        const stride = layer.stride === undefined ? window : pair(layer.stride, 1);
        const kind = layer.kind === 'maxPool2d' ? 'MaxPool' : 'AveragePool';
        return this.node(
          kind,
          name,
          [from],
          ['kernel_shape', window],
          ['strides', stride],
          ['pads', twice(pair(layer.padding, 0))],
        );
      }
      case 'linear': {
        const weight = this.random(`${name}.weight`, [layer.outputs, channels]);
        return this.node('Gemm', name, [from, weight, this.constant(`${name}.bias`, layer.outputs, 0)], ['transB', 1]);
      }
      case 'residual': {
        const body = this.stack(layer.body, from, before, after.body ?? []);
        const skip = this.stack(layer.skip, from, before, after.skip ?? []);
        return this.node('Add', name, [body, skip]);
      }
      case 'adaptiveAveragePool2d':
        if (pair(layer.outputSize, 1).some((size) => size !== 1)) throw new RangeError(`${name}: only 1×1 is written.`);
        return this.node('GlobalAveragePool', name, [from]);
      case 'dropout':
        return from;
      default:
        return this.node(layer.kind === 'relu' ? 'Relu' : 'Flatten', name, [from]);
    }
  }

  stack(layers: readonly Layer[], from: string, before: readonly number[], after: readonly LayerDescription[]): string {
    let [value, shape] = [from, before];
    for (const [i, layer] of layers.entries()) {
      const description = after[i];
      if (!description) throw new Error(`Layer ${i} has no description.`);
      value = this.layer(layer, value, shape, description);
      shape = description.shape;
    }
    return value;
  }
}

const valueInfo = (name: string, shape: readonly number[]) => {
  const dimensions = message(...[1, ...shape].map((size) => [1, message([1, size])] as const));
  return message([1, name], [2, message([1, message([1, 1], [2, dimensions])])]);
};

export interface WrittenNetwork {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly input: 'picture';
  /** The name of the last layer's value. */
  readonly output: string;
}

/**
 * An ONNX file (opset 17) of these layers with weights that are not trained: only to measure.
 * Its input is 1×C×H×W, of the `shape` C×H×W; layers without a name get one.
 */
export function writeOnnx(layers: readonly Layer[], shape: readonly number[]): WrittenNetwork {
  const { layers: described } = describeNetwork(layers, shape);
  const writer = new Writer();
  const input = 'picture';
  const output = writer.stack(layers, input, shape, described);
  const graph = message(
    ...writer.graph,
    [2, 'untrained'],
    [11, valueInfo(input, shape)],
    [12, valueInfo(output, described.at(-1)?.shape ?? [])],
  );
  const model = message([1, 8], [2, 'convolution-by-hand'], [7, graph], [8, message([1, ''], [2, 17])]);
  return { bytes: Buffer.from(model), input, output };
}
