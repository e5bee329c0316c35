import { all, fields, textOf } from './protobuf.ts';

/** Names and sizes in an ONNX file: field numbers from onnx.proto (ModelProto.graph = 7, ...). */
export interface OnnxGraph {
  readonly nodes: readonly { name: string; kind: string; outputs: readonly string[] }[];
  readonly outputs: readonly string[];
  /** How many numbers each weight has. */
  readonly weights: Readonly<Record<string, number>>;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Reads an ONNX file; a `graph` that appears twice is merged, as protobuf demands. */
export function readOnnx(file: Uint8Array): OnnxGraph {
  const graphs = all(file, 7);
  const inGraph = (number: number) => graphs.flatMap((graph) => all(graph, number));
  const weights = inGraph(5).map((tensor) => {
    const packed = all(tensor, 1)[0];
    const sizes = packed
      ? [...packed]
      : fields(tensor).flatMap(({ number, value }) => (number === 1 && typeof value === 'number' ? [value] : []));
    return [textOf(tensor, 8), sizes.reduce((product, size) => product * size, 1)] as const;
  });
  return {
    nodes: inGraph(1).map((node) => ({
      name: textOf(node, 3),
      kind: textOf(node, 4),
      outputs: all(node, 2).map(text),
    })),
    outputs: inGraph(12).map((output) => textOf(output, 1)),
    weights: Object.fromEntries(weights),
  };
}
