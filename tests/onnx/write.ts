import { describeNetwork, type LayerDescription, type PairOption, sizeOf } from '@/core/index.ts';
import type { NetworkLayer } from '@/runtime/manifest.ts';
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

/** Writes networks without trained weights as ONNX files: only to measure, and to have a large file. */
class Writer {
  readonly graph: Field[] = [];

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

  private layer(layer: NetworkLayer, from: string, before: readonly number[], after: LayerDescription): string {
    const { name } = layer;
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
        return this.node('GlobalAveragePool', name, [from]);
      case 'dropout':
        return from;
      default:
        return this.node(layer.kind === 'relu' ? 'Relu' : 'Flatten', name, [from]);
    }
  }

  stack(
    layers: readonly NetworkLayer[],
    from: string,
    before: readonly number[],
    after: readonly LayerDescription[],
  ): string {
    let [value, shape] = [from, before];
    for (const [i, layer] of layers.entries()) {
      const description = after[i];
      if (!description) throw new Error(`${layer.name} has no description`);
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

/** An ONNX file (opset 17) of these layers: input `picture` 1×C×H×W, output the last layer's name. */
export function writeOnnx(layers: readonly NetworkLayer[], shape: readonly number[]): Buffer {
  const { layers: described } = describeNetwork(layers, shape);
  const writer = new Writer();
  const output = writer.stack(layers, 'picture', shape, described);
  const graph = message(
    ...writer.graph,
    [2, 'untrained'],
    [11, valueInfo('picture', shape)],
    [12, valueInfo(output, described.at(-1)?.shape ?? [])],
  );
  return Buffer.from(message([1, 8], [2, 'convolution-by-hand'], [7, graph], [8, message([1, ''], [2, 17])]));
}
