import type { Exercise, Part, Problem, Typed } from './definition.ts';
import { agrees, type FieldReading, fieldCount, readField } from './fields.ts';
import type { Unreadable } from './parse.ts';
import { prepare, type RuleAnswer, rightValues } from './rules.ts';

/** How an answer stands. `unreadable` is never counted as wrong. */
export type Status = 'correct' | 'wrong' | 'unreadable';

/** Why a field is unreadable; `readings` are the two ways to read it, where there are two. */
export interface Complaint {
  readonly why: Unreadable;
  readonly readings?: readonly string[];
}

export interface PartResult {
  /** `wrong` if any field is; else `unreadable` if any field is, an empty one too; else `correct`. */
  readonly status: Status;
  readonly fields: readonly Status[];
  /** For each field, why it is unreadable; `undefined` for one that was read. */
  readonly complaints: readonly (Complaint | undefined)[];
  /** On a wrong part: every wrong rule that agrees with all filled fields of the whole problem. */
  readonly misconceptions: readonly string[];
}

export type Result = Readonly<Record<string, PartResult>>;

/** The text of each field there is, empty where nothing was typed; never throws, whatever is handed in. */
function fieldsOf(typed: Typed, part: string, count: number): string[] {
  const fields = Object.hasOwn(typed, part) ? typed[part] : undefined;
  return Array.from({ length: count }, (_, index) => {
    const field = Array.isArray(fields) ? fields[index] : undefined;
    return typeof field === 'string' ? field : '';
  });
}

/** What was typed, brought to the fields that the problem has: missing ones empty, surplus ones dropped. */
export const fitTyped = (exercise: Exercise, problem: Problem, typed: Typed): Typed =>
  Object.fromEntries(
    prepare(exercise, problem).parts.map((part) => [part.id, fieldsOf(typed, part.id, fieldCount(part))]),
  );

/**
 * Checks what was typed, field by field. Missing and surplus parts or fields do no harm.
 */
export function check(exercise: Exercise, problem: Problem, typed: Typed): Result {
  const fitted = fitTyped(exercise, problem, typed);
  const { parts, truth } = prepare(exercise, problem);
  const judged = parts.map((part) => {
    const texts = fitted[part.id] ?? [];
    const right = rightValues(exercise, problem, part, truth, texts);
    const readings = texts.map((text) => readField(part, text));
    const fields = readings.map((read, index): Status => {
      if (!read.readable) return 'unreadable';
      const value = right[index];
      return value !== undefined && agrees(part, read.value, value) ? 'correct' : 'wrong';
    });
    const complaints = readings.map(complaintOf);
    return { part, readings, fields, complaints, status: overall(fields) };
  });
  const explained = judged.some((part) => part.status === 'wrong') ? explaining(exercise, problem, judged) : [];
  return Object.fromEntries(
    judged.map(({ part, fields, complaints, status }) => {
      const misconceptions = status === 'wrong' ? explained : [];
      return [part.id, { status, fields, complaints, misconceptions }];
    }),
  );
}

const complaintOf = (read: FieldReading): Complaint | undefined => {
  if (read.readable) return undefined;
  return read.readings === undefined ? { why: read.why } : { why: read.why, readings: read.readings };
};

function overall(fields: readonly Status[]): Status {
  if (fields.includes('wrong')) return 'wrong';
  return fields.includes('unreadable') ? 'unreadable' : 'correct';
}

/** The state of a whole problem, from its parts. */
export const overallStatus = (result: Result): Status => overall(Object.values(result).map((part) => part.status));

/** The wrong rules that agree with every field that can be read. */
function explaining(
  exercise: Exercise,
  problem: Problem,
  answered: readonly { readonly part: Part; readonly readings: readonly FieldReading[] }[],
): string[] {
  const explains = ({ values }: RuleAnswer): boolean =>
    answered.every(({ part, readings }) =>
      readings.every((read, index) => {
        const value = values[part.id]?.[index];
        return !read.readable || (value !== undefined && agrees(part, read.value, value));
      }),
    );
  return [...prepare(exercise, problem).rules].filter(([, rule]) => explains(rule)).map(([name]) => name);
}
