import { fromRows, linear, relu } from '../../core/index.ts';
import type { Answer, Level, Matrix, Working } from '../kit/definition.ts';
import { drawUntil, type Random } from '../kit/random.ts';
import { format, type Text } from '../kit/text.ts';
import { sumOfProducts } from '../kit/working.ts';
import { cellAt, columnsOf, drawMatrix, matrix, rowsOf } from './maps.ts';

/** A dense layer: one row of weights and one bias for each output. */
export interface Dense {
  readonly weights: Matrix;
  readonly biases: readonly number[];
  readonly relu: boolean;
}

/** An input and the layers that it passes through. */
export interface DenseOutput {
  readonly input: readonly number[];
  /** One layer, or two in a row. */
  readonly layers: readonly Dense[];
}

/** How someone works out the outputs. */
export interface DenseRules {
  /** The weights as they are read, a row for each output. */
  weights(weights: Matrix): Matrix;
  /** What is added to the products of one output. */
  biases(biases: readonly number[], output: number, inputs: readonly number[]): readonly number[];
  /** What becomes of the sum, and how that is written around it: `max(0, ` and `)`. */
  activate(sum: number, layer: Dense): { readonly value: number; readonly around?: readonly [string, string] };
  /** What the second layer reads. */
  passesOn(outputs: readonly number[], input: readonly number[]): readonly number[];
}

/** ReLU. */
export const rectified = (sum: number) => ({ value: Math.max(0, sum), around: ['max(0, ', ')'] as const });

/** The right rules. */
export const trueRules: DenseRules = {
  weights: (weights) => weights,
  biases: (biases, output) => biases.slice(output, output + 1),
  activate: (sum, layer) => (layer.relu ? rectified(sum) : { value: sum }),
  passesOn: (outputs) => outputs,
};

/** A line of a sum with signs before its first piece and after its last. */
const within =
  ([before, after]: readonly [string, string]) =>
  (pieces: readonly Text[]): Text[] =>
    pieces.map((piece, index) => `${index === 0 ? before : ''}${piece}${index === pieces.length - 1 ? after : ''}`);

/** The outputs of every layer under these rules, each with its calculation. */
function walkBy(rules: DenseRules, { input, layers }: DenseOutput) {
  let inputs = input;
  return layers.map((layer) => {
    const outputs = rules.weights(layer.weights).map((weights, output) => {
      const pairs = inputs.map((value, index) => [value, weights[index] ?? 0] as const);
      const added = rules.biases(layer.biases, output, inputs);
      const sum = [...pairs.map(([value, weight]) => value * weight), ...added].reduce(
        (total, next) => total + next,
        0,
      );
      const { value, around } = rules.activate(sum, layer);
      const lines = sumOfProducts(pairs, added).lines;
      return { sum, value, lines: around === undefined ? lines : [...lines.map(within(around)), [format(value)]] };
    });
    inputs = rules.passesOn(
      outputs.map(({ value }) => value),
      input,
    );
    return outputs;
  });
}

/** The parts that ask for the outputs of each layer, in order. */
export const partIds = ({ layers }: DenseOutput): readonly string[] =>
  layers.length === 1 ? ['output'] : ['hidden', 'output'];

const asAnswer = (problem: DenseOutput, values: readonly (readonly number[])[]): Answer =>
  Object.fromEntries(partIds(problem).map((id, layer) => [id, values[layer] ?? []]));

/** The outputs by the site's own dense layer and ReLU. */
export function trueOutputs(problem: DenseOutput): Answer {
  let values = fromRows(problem.input);
  const layers = problem.layers.map((layer) => {
    const sums = linear(values, fromRows(layer.weights), fromRows(layer.biases));
    values = layer.relu ? relu(sums) : sums;
    return [...values.data];
  });
  return asAnswer(problem, layers);
}

/** The calculation of one output under these rules. */
export function workingBy(rules: DenseRules, problem: DenseOutput, part: string, index: number): Working | undefined {
  const found = walkBy(rules, problem)[partIds(problem).indexOf(part)]?.[index];
  return found && { lines: found.lines };
}

/** A wrong rule that works out the outputs in another way; `undefined` where that makes no difference. */
export const wrongly = (changed: Partial<DenseRules>) => {
  const rules = { ...trueRules, ...changed };
  return {
    answer(problem: DenseOutput) {
      const values = walkBy(rules, problem).map((outputs) => outputs.map(({ value }) => value + 0));
      const answer = asAnswer(problem, values);
      return JSON.stringify(answer) === JSON.stringify(trueOutputs(problem)) ? undefined : answer;
    },
    working: (problem: DenseOutput, part: string, index: number) => workingBy(rules, problem, part, index),
  };
};

export const hasRelu = ({ layers }: DenseOutput): boolean => layers.some((layer) => layer.relu);

/** The numbers read down the columns, and written into rows of the same length. */
export function readDown(weights: Matrix): Matrix {
  const [rows, columns] = [rowsOf(weights), columnsOf(weights)];
  const down = (place: number) => cellAt(weights, place % rows, Math.floor(place / rows));
  return matrix(rows, columns, (row, column) => down(row * columns + column));
}

/** Layers whose ReLU, where they have one, changes something and leaves something. */
export function drawDense(random: Random, level: Level): DenseOutput {
  const layer = (inputs: number, outputs: number, withRelu: boolean): Dense => ({
    weights: drawMatrix(random, outputs, inputs, -2, level === 2 ? 3 : 2),
    biases: Array.from({ length: outputs }, () => random.pick([-3, -2, -1, 1, 2, 3])),
    relu: withRelu,
  });
  const input = (count: number) => drawMatrix(random, 1, count, level === 1 ? 0 : -2, level === 1 ? 4 : 3)[0] ?? [];
  return drawUntil(
    () => {
      if (level === 1) return { input: input(3), layers: [layer(3, 2, false)] };
      if (level === 2) return { input: input(4), layers: [layer(4, 3, true)] };
      return { input: input(3), layers: [layer(3, 3, true), layer(3, 2, false)] };
    },
    (problem) =>
      walkBy(trueRules, problem).every((outputs, index) => {
        const signs = new Set(outputs.map(({ sum }) => Math.sign(sum)));
        return !problem.layers[index]?.relu || (signs.has(1) && signs.has(-1));
      }),
  );
}
