import { type Expression, type Slice, statements } from './python.ts';
import { functionOf, methodOf } from './torch-functions.ts';
import { moduleOf, shapesThrough } from './torch-modules.ts';
import { tensorOf, unknown, type Value } from './torch-values.ts';

/** What one line of a snippet gives: its value, or why it cannot be. */
export interface Outcome {
  readonly line: number;
  readonly value: Value;
  /** The value of a layer within a module: its comment may leave the batch out. */
  readonly inside: boolean;
  readonly error?: string;
}

const PARAMETERS = /sum\((\w+)\.numel\(\) for \1 in (\w+)\.parameters\(\)\)/g;

/** The names of one lesson's snippets; its blocks are read one after the other. */
export class Snippets {
  readonly #names = new Map<string, Value>();

  /** Reads a block and tells what each of its lines gives. */
  read(code: string): Outcome[] {
    const outcomes: Outcome[] = [];
    for (const { target, value, line } of statements(code.replaceAll(PARAMETERS, 'parameters_of($2)'))) {
      try {
        const found = this.#valueOf(printed(value), outcomes);
        if (target !== undefined) this.#names.set(target, found);
        outcomes.push({ line, value: found, inside: false });
      } catch (error) {
        if (target !== undefined) this.#names.set(target, unknown);
        outcomes.push({
          line,
          value: unknown,
          inside: false,
          error: error instanceof Error ? error.message : `${error}`,
        });
      }
    }
    return outcomes;
  }

  #valueOf(expression: Expression, outcomes: Outcome[]): Value {
    const { kind } = expression;
    if (kind === 'number' || kind === 'text') return expression;
    if (kind === 'name') return this.#names.get(expression.name) ?? expression;
    if (kind === 'list') return { kind, items: expression.items.map((item) => this.#valueOf(item, outcomes)) };
    if (kind === 'operation')
      return combined(
        expression.sign,
        this.#valueOf(expression.left, outcomes),
        this.#valueOf(expression.right, outcomes),
      );
    if (kind === 'part') return partOf(this.#valueOf(expression.of, outcomes), expression.at);
    if (kind === 'attribute') return attributeOf(this.#valueOf(expression.of, outcomes), expression.name);
    if (kind === 'call') return this.#called(expression, outcomes);
    return unknown;
  }

  #called({ of, positional, named }: Extract<Expression, { kind: 'call' }>, outcomes: Outcome[]): Value {
    const given = {
      positional: positional.map(({ value }) => this.#valueOf(value, outcomes)),
      named: Object.fromEntries(
        Object.entries(named).map(([name, value]) => [name, this.#valueOf(value, outcomes)] as const),
      ),
    };
    const [first] = given.positional;
    if (of.kind === 'name' && of.name === 'parameters_of')
      return first?.kind === 'module' ? { kind: 'number', value: first.parameters } : unknown;
    if (of.kind === 'attribute' && of.of.kind === 'name' && !this.#names.has(of.of.name)) {
      const lines = positional.map(({ line }) => line);
      if (of.of.name === 'nn') return moduleOf(of.name, given, lines) ?? unknown;
      if (of.of.name === 'torch' || of.of.name === 'F') return functionOf(of.name, given);
    }
    if (of.kind === 'attribute') {
      const isModule = of.of.kind === 'attribute' && of.of.name === 'nn';
      if (isModule)
        return (
          moduleOf(
            of.name,
            given,
            positional.map(({ line }) => line),
          ) ?? unknown
        );
      const owner = this.#valueOf(of.of, outcomes);
      return owner.kind === 'tensor' ? methodOf(owner.shape, of.name, given) : unknown;
    }
    const called = this.#valueOf(of, outcomes);
    if (called.kind !== 'module' || first?.kind !== 'tensor') return unknown;
    const shapes = shapesThrough(called, first.shape);
    for (const [index, { line }] of called.layers.entries()) {
      const shape = shapes[index];
      if (line !== undefined && shape) outcomes.push({ line, value: tensorOf(shape), inside: true });
    }
    return tensorOf(shapes.at(-1) ?? first.shape);
  }
}

/** What `print` is given is what its comment is about. */
function printed(expression: Expression): Expression {
  if (expression.kind !== 'call' || expression.of.kind !== 'name' || expression.of.name !== 'print') return expression;
  const [only, ...others] = expression.positional;
  return only && others.length === 0 ? only.value : expression;
}

function attributeOf(of: Value, name: string): Value {
  if (of.kind === 'module' && (name === 'weight' || name === 'bias')) {
    const shape = of[name];
    return shape ? tensorOf(shape) : unknown;
  }
  if (of.kind === 'tensor' && name === 'shape')
    return { kind: 'list', items: of.shape.map((value) => ({ kind: 'number', value })) };
  return unknown;
}

/** `x[0]`, `x[:, 80:560]`, `x[None]`: each place takes a dimension, leaves it, cuts it or adds one. */
function partOf(of: Value, at: readonly (Expression | Slice)[]): Value {
  if (of.kind !== 'tensor') return unknown;
  const shape: number[] = [];
  const left = [...of.shape];
  for (const place of at) {
    if (place.kind === 'name' && place.name === 'None') {
      shape.push(1);
      continue;
    }
    const size = left.shift();
    if (size === undefined) return unknown;
    if (place.kind === 'number') continue;
    if (place.kind !== 'slice') return unknown;
    const [start, stop] = [endOf(place.start, 0, size), endOf(place.stop, size, size)];
    if (start === undefined || stop === undefined) return unknown;
    shape.push(Math.max(0, stop - start));
  }
  return tensorOf([...shape, ...left]);
}

/** One end of a slice; negative ones count from the end. */
function endOf(end: Expression | undefined, standard: number, size: number): number | undefined {
  if (end === undefined) return standard;
  if (end.kind !== 'number') return undefined;
  return Math.min(size, end.value < 0 ? end.value + size : end.value);
}

const calculated = (sign: string, left: number, right: number): number =>
  sign === '+' ? left + right : sign === '-' ? left - right : sign === '*' ? left * right : left / right;

/** What an operation makes of two values; in tensors sizes of 1 are stretched. */
function combined(sign: string, left: Value, right: Value): Value {
  if (left.kind === 'number' && right.kind === 'number')
    return { kind: 'number', value: calculated(sign, left.value, right.value) };
  if (left.kind === 'tensor' && right.kind === 'number') return left;
  if (left.kind === 'number' && right.kind === 'tensor') return right;
  if (left.kind !== 'tensor' || right.kind !== 'tensor') return unknown;
  const rank = Math.max(left.shape.length, right.shape.length);
  const sizes = Array.from({ length: rank }, (_, index) => {
    const pair = [left, right].map(({ shape }) => shape[index - rank + shape.length] ?? 1);
    return Math.max(...pair);
  });
  return tensorOf(sizes);
}
