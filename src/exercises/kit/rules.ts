import type { Exercise, Part, Problem, Typed, Value, Values } from './definition.ts';
import { agrees, entryOf, fieldCount, readField, typedValue } from './fields.ts';

/** The name of the one wrong rule that every kind with decimals shares: cut off where it should be rounded. */
export const cutOff = 'cut-off';

/** What a rule fills in, part by part: its values, and the same as a learner would type them (empty where it has none). */
export interface RuleAnswer {
  readonly values: Readonly<Record<string, Values>>;
  readonly typed: Typed;
}

/** Turns one part's values into typed fields; `undefined` where one does not fit. */
function typePart(part: Part, values: Values): string[] | undefined {
  const fields = Array.from({ length: fieldCount(part) }, (_, index) => {
    const value = values[index];
    return value === undefined ? '' : typedValue(part, value);
  });
  const typed = fields.filter((field) => field !== undefined);
  return typed.length === fields.length ? typed : undefined;
}

function typeAll(parts: readonly Part[], values: Readonly<Record<string, Values>>): Typed | undefined {
  const entries: [string, string[]][] = [];
  for (const part of parts) {
    const fields = typePart(part, values[part.id] ?? []);
    if (fields === undefined) return undefined;
    entries.push([part.id, fields]);
  }
  return Object.fromEntries(entries);
}

/** The right answer as a learner would type it. Throws where a kind's own answer does not fit its fields. */
export function solve(exercise: Exercise, problem: Problem): Typed {
  const typed = typeAll(exercise.parts(problem), exercise.solve(problem));
  if (typed === undefined || Object.values(typed).some((fields) => fields.includes(''))) {
    throw new Error(`The exercise ${exercise.id} gives a solution that does not fit its parts; see its solve().`);
  }
  return typed;
}

/** A decimal without the digits after its last place: 0.6657 becomes 0.665. */
function cut(value: Value | undefined, part: Part): Value | undefined {
  const entry = entryOf(part);
  if (typeof entry !== 'object' || typeof value !== 'number') return value;
  const scale = 10 ** entry.places;
  return Math.trunc(value * scale + Math.sign(value) * 1e-9) / scale;
}

/**
 * What a learner who holds a wrong rule answers, right in the parts that the rule leaves alone; `undefined` where the
 * rule does not apply, does not fit the fields, or gives the right answer.
 */
export function runRule(exercise: Exercise, problem: Problem, name: string): RuleAnswer | undefined {
  const run = ruleAnswer(exercise, problem, name);
  return run === undefined || isRight(exercise, problem, run) ? undefined : run;
}

/** The same, also where it gives the right answer: `generate` looks for those. */
export function ruleAnswer(exercise: Exercise, problem: Problem, name: string): RuleAnswer | undefined {
  const parts = exercise.parts(problem);
  const truth = exercise.solve(problem);
  const rule = Object.hasOwn(exercise.misconceptions, name) ? exercise.misconceptions[name] : undefined;
  const changed =
    rule === undefined && name === cutOff
      ? Object.fromEntries(parts.map((part) => [part.id, (truth[part.id] ?? []).map((value) => cut(value, part))]))
      : rule?.answer(problem);
  if (changed === undefined) return undefined;
  const values = { ...truth, ...changed };
  const typed = typeAll(parts, values);
  return typed === undefined ? undefined : { values, typed };
}

/** Whether a rule's answer, typed in, would be right in every field. */
export function isRight(exercise: Exercise, problem: Problem, run: RuleAnswer): boolean {
  return exercise.parts(problem).every((part) => {
    const typed = run.typed[part.id] ?? [];
    const right = rightValues(exercise, problem, part, typed);
    return typed.every((field, index) => fieldAgrees(part, field, right[index]));
  });
}

/** The right values of one part; where several answers are right, those nearest to what was typed. */
export function rightValues(exercise: Exercise, problem: Problem, part: Part, typed: readonly string[]): Values {
  const right = exercise.solve(problem)[part.id] ?? [];
  if (exercise.nearest === undefined) return right;
  const read = Array.from({ length: fieldCount(part) }, (_, index) => readValue(part, typed[index] ?? ''));
  return exercise.nearest(problem, part.id, read);
}

/** What a field says as a plain value; `undefined` where it is empty or unreadable. */
export function readValue(part: Part, typed: string): Value | undefined {
  const read = readField(part, typed);
  if (!read.readable) return undefined;
  return typeof read.value === 'string' ? read.value : Number(read.value.numerator) / Number(read.value.denominator);
}

/** Whether a typed field can be read and is the value. */
export function fieldAgrees(part: Part, typed: string, value: Value | undefined): boolean {
  const read = readField(part, typed);
  return read.readable && value !== undefined && agrees(part, read.value, value);
}

/** The names of all rules of a kind, the shared one last. */
export function ruleNames(exercise: Exercise, problem: Problem): string[] {
  const rounds = exercise.parts(problem).some((part) => typeof entryOf(part) === 'object');
  return [...Object.keys(exercise.misconceptions), ...(rounds ? [cutOff] : [])];
}
