import type { Answer, Exercise, Part, Problem, Typed, Value, Values } from './definition.ts';
import { agrees, entryOf, fieldCount, readField, typedValue } from './fields.ts';

/** The name of the one wrong rule that every kind with decimals shares: cut off where it should be rounded. */
export const cutOff = 'cut-off';

/** What a rule fills in: its values, and the same as a learner would type them (empty where it has none). */
export interface RuleAnswer {
  readonly values: Answer;
  readonly typed: Typed;
}

/** What every question about one problem starts from, worked out once. */
export interface Prepared {
  readonly parts: readonly Part[];
  readonly truth: Answer;
  /** The wrong rules that apply, fit the fields and give another answer than the right one. */
  readonly rules: ReadonlyMap<string, RuleAnswer>;
  /** The rules of the kind that apply and yet give the right answer: `generate` draws again. */
  readonly clashes: readonly string[];
}

const known = new WeakMap<Exercise, WeakMap<Problem, Prepared>>();

/** The parts, the right answer and the answers under all wrong rules of a problem; kept as long as the problem is. */
export function prepare(exercise: Exercise, problem: Problem): Prepared {
  const problems = known.get(exercise) ?? new WeakMap<Problem, Prepared>();
  known.set(exercise, problems);
  const prepared = problems.get(problem) ?? runRules(exercise, problem);
  problems.set(problem, prepared);
  return prepared;
}

function runRules(exercise: Exercise, problem: Problem): Prepared {
  const parts = exercise.parts(problem);
  const truth = exercise.solve(problem);
  const answers: [string, Answer | undefined][] = [
    ...Object.entries(exercise.misconceptions).map(([name, rule]): [string, Answer | undefined] => [
      name,
      rule.answer(problem),
    ]),
    [cutOff, withoutRounding(parts, truth)],
  ];
  const rules = new Map<string, RuleAnswer>();
  const clashes: string[] = [];
  for (const [name, answer] of answers) {
    const values = { ...truth, ...answer };
    const typed = answer === undefined ? undefined : typeAll(parts, values);
    if (typed === undefined) continue;
    if (!isRight(exercise, problem, { parts, truth }, typed)) rules.set(name, { values, typed });
    else if (name !== cutOff) clashes.push(name);
  }
  return { parts, truth, rules, clashes };
}

/** The right answer with every decimal cut off after its last place (0.6657 becomes 0.665); none where there are no decimals. */
function withoutRounding(parts: readonly Part[], truth: Answer): Answer | undefined {
  const rounded = parts.filter((part) => typeof entryOf(part) === 'object');
  if (rounded.length === 0) return undefined;
  return Object.fromEntries(rounded.map((part) => [part.id, (truth[part.id] ?? []).map((value) => cut(value, part))]));
}

function cut(value: Value | undefined, part: Part): Value | undefined {
  const entry = entryOf(part);
  if (typeof entry !== 'object' || typeof value !== 'number') return value;
  const scale = 10 ** entry.places;
  return Math.trunc(value * scale + Math.sign(value) * 1e-9) / scale;
}

/** All parts as typed fields; `undefined` where a value does not fit its field. */
function typeAll(parts: readonly Part[], values: Answer): Typed | undefined {
  const typed: [string, string[]][] = [];
  for (const part of parts) {
    const fields = Array.from({ length: fieldCount(part) }, (_, index) => {
      const value = values[part.id]?.[index];
      return value === undefined ? '' : typedValue(part, value);
    });
    const fitting = fields.filter((field) => field !== undefined);
    if (fitting.length < fields.length) return undefined;
    typed.push([part.id, fitting]);
  }
  return Object.fromEntries(typed);
}

/** The right answer as a learner would type it. Throws where a kind's own answer does not fit its fields. */
export function solve(exercise: Exercise, problem: Problem): Typed {
  const { parts, truth } = prepare(exercise, problem);
  const typed = typeAll(parts, truth);
  if (typed === undefined || Object.values(typed).some((fields) => fields.includes(''))) {
    throw new Error(`The exercise ${exercise.id} gives a solution that does not fit its parts; see its solve().`);
  }
  return typed;
}

/** Whether a whole answer, typed in, would be right in every field. */
function isRight(
  exercise: Exercise,
  problem: Problem,
  { parts, truth }: Pick<Prepared, 'parts' | 'truth'>,
  typed: Typed,
): boolean {
  return parts.every((part) => {
    const fields = typed[part.id] ?? [];
    const right = rightValues(exercise, problem, part, truth, fields);
    return fields.every((field, index) => fieldAgrees(part, field, right[index]));
  });
}

/** The right values of one part; where several answers are right, those nearest to what was typed. */
export function rightValues(
  exercise: Exercise,
  problem: Problem,
  part: Part,
  truth: Answer,
  typed: readonly string[],
): Values {
  if (exercise.nearest === undefined) return truth[part.id] ?? [];
  const read = Array.from({ length: fieldCount(part) }, (_, index) => readValue(part, typed[index] ?? ''));
  return exercise.nearest(problem, part.id, read);
}

/** The right values of all parts, nearest to what was typed. */
export function rightAnswer(exercise: Exercise, problem: Problem, typed: Typed): Answer {
  const { parts, truth } = prepare(exercise, problem);
  return Object.fromEntries(
    parts.map((part) => [part.id, rightValues(exercise, problem, part, truth, typed[part.id] ?? [])]),
  );
}

/** What a field says as a plain value; `undefined` where it is empty or unreadable. */
function readValue(part: Part, typed: string): Value | undefined {
  const read = readField(part, typed);
  if (!read.readable) return undefined;
  return typeof read.value === 'string' ? read.value : Number(read.value.numerator) / Number(read.value.denominator);
}

/** Whether a typed field can be read and is the value. */
export function fieldAgrees(part: Part, typed: string, value: Value | undefined): boolean {
  const read = readField(part, typed);
  return read.readable && value !== undefined && agrees(part, read.value, value);
}
