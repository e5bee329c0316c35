import type { Working } from '../kit/definition.ts';
import { format } from '../kit/text.ts';
import { lineText } from '../kit/working.ts';
import { type Count, productOf, sumOf } from './counts.ts';

/** One dense layer and what is counted of it. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Count;
  readonly biases: number;
}

/** A layer that joins every output to every input, with a bias for each output. */
export const dense = (inputs: number, outputs: number): Layer => ({
  inputs,
  outputs,
  weights: productOf([inputs, outputs]),
  biases: outputs,
});

/** The sum of the weights of all layers, and of their biases where these are counted. */
export function sumWorking(layers: readonly Layer[], withBiases: boolean): Working {
  const biases = withBiases ? layers.map((layer) => layer.biases) : [];
  const [weights, written] = [
    layers.map((layer) => layer.weights.value),
    layers.map((layer, index) => `${index === 0 ? '' : '+ '}${lineText(layer.weights, 0)}`),
  ];
  const { lines } = sumOf([...weights, ...biases]);
  const first = [...written, ...biases.map((value) => `+ ${format(value)}`)];
  return { lines: first.length === 1 ? [first, ...lines.slice(1)] : [first, ...lines] };
}

export const total = (counts: readonly number[]): number => sumOf(counts).value;
