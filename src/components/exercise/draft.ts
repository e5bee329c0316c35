import { check, fitTyped, overallStatus, type Result, type Status } from '@/exercises/kit/check.ts';
import type { Exercise, Part, Problem, Typed } from '@/exercises/kit/definition.ts';
import { diagnose } from '@/exercises/kit/diagnose.ts';
import { solve } from '@/exercises/kit/rules.ts';
import type { ProblemEvent } from '@/state/summary.ts';

/** What the reader did with one problem so far: all that is kept of it on the device. */
export interface Draft {
  readonly typed: Typed;
  /** What stood in the fields when they were last checked; a field that still holds the same keeps its mark. */
  readonly judged: Typed;
  /** Checks that ended in right or wrong, up to the right one. */
  readonly attempts: number;
  readonly hints: number;
  /** The attempt that was right; 0 for none yet. */
  readonly rightAt: number;
  /** The reader asked for the answers. */
  readonly shown: boolean;
}

export const emptyDraft: Draft = { typed: {}, judged: {}, attempts: 0, hints: 0, rightAt: 0, shown: false };

export const isUntouched = (draft: Draft): boolean =>
  !draft.shown &&
  draft.hints === 0 &&
  Object.values(draft.typed).every((fields) => fields.every((field) => field === ''));

/** A mark at a field's corner: how its text stood at the last check, or that the text is an answer that was shown. */
export type Mark = Status | 'shown';

/** How a card stands. */
export type Standing = 'open' | 'correct' | 'wrong' | 'unreadable' | 'shown';

/** Everything that a card shows of a draft. */
export interface Judgement {
  readonly standing: Standing;
  /** What each field shows: what was typed, or the answer that is shown. */
  readonly texts: Typed;
  readonly marks: Readonly<Record<string, readonly (Mark | undefined)[]>>;
  /** Fields that are marked right, of all there are. */
  readonly right: number;
  readonly fields: number;
}

/** The draft after a field was typed into. */
export function withField(draft: Draft, part: string, index: number, text: string): Draft {
  const fields = [...(draft.typed[part] ?? [])];
  while (fields.length <= index) fields.push('');
  fields.splice(index, 1, text);
  return { ...draft, typed: { ...draft.typed, [part]: fields } };
}

/**
 * Boxes left unticked say no, once one of theirs was ticked or every other part is filled in: until then the reader may
 * not have come to them.
 */
function withUnticked(parts: readonly Part[], typed: Typed): Typed {
  const isFull = (part: Part) => (typed[part.id] ?? []).every((field) => field.trim() !== '');
  const boxes = parts.filter((part) => part.kind === 'choices');
  const restIsFull = parts.every((part) => part.kind === 'choices' || isFull(part));
  const settled = boxes.flatMap((part): [string, string[]][] => {
    const fields = typed[part.id] ?? [];
    const settle = restIsFull || fields.some((field) => field !== '');
    return settle ? [[part.id, fields.map((field) => (field === '' ? 'no' : field))]] : [];
  });
  return { ...typed, ...Object.fromEntries(settled) };
}

const isSame = (a: Typed, b: Typed): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The draft after a check, and what to record: nothing where nothing was wrong but something is missing. */
export function checked(
  exercise: Exercise,
  problem: Problem,
  draft: Draft,
): { readonly draft: Draft; readonly act?: 'right' | 'wrong'; readonly misconceptions: readonly string[] } {
  const typed = withUnticked(exercise.parts(problem), fitTyped(exercise, problem, draft.typed));
  const again = isSame(typed, fitTyped(exercise, problem, draft.judged));
  const judged = { ...draft, typed, judged: typed };
  const status = overallStatus(check(exercise, problem, typed));
  if (status === 'unreadable' || again || draft.rightAt > 0 || draft.shown)
    return { draft: judged, misconceptions: [] };
  const attempts = draft.attempts + 1;
  if (status === 'correct')
    return { draft: { ...judged, attempts, rightAt: attempts }, act: 'right', misconceptions: [] };
  const misconceptions = diagnose(exercise, problem, typed)?.misconceptions ?? [];
  return { draft: { ...judged, attempts }, act: 'wrong', misconceptions };
}

/** An event for the reader's progress. */
export const eventOf = (
  act: ProblemEvent['act'],
  draft: Draft,
  misconceptions: readonly string[] = [],
): ProblemEvent => ({ act, time: Date.now(), hints: draft.hints, misconceptions });

/** Marks and standing of a draft. `peek` looks at the reader's own answers after the right ones were shown. */
export function judge(exercise: Exercise, problem: Problem, draft: Draft, peek = false): Judgement {
  const typed = fitTyped(exercise, problem, draft.typed);
  const judged = fitTyped(exercise, problem, draft.judged);
  const result = check(exercise, problem, judged);
  const marks = Object.fromEntries(
    Object.entries(typed).map(([part, texts]) => [
      part,
      texts.map((text, index) => markOf(result, judged, part, index, text)),
    ]),
  );
  const all = Object.values(marks).flat();
  const right = all.filter((mark) => mark === 'correct').length;
  const counted = { fields: all.length, right };
  if (draft.shown && !peek) return { ...counted, ...withAnswers(exercise, problem, typed, marks), standing: 'shown' };
  const standing = draft.shown ? 'shown' : standingOf(all);
  return { ...counted, standing, texts: typed, marks };
}

/** The mark of a field: none where it is empty or was edited since the check. */
function markOf(result: Result, judged: Typed, part: string, index: number, text: string): Mark | undefined {
  if (text.trim() === '' || judged[part]?.[index] !== text) return undefined;
  return result[part]?.fields[index];
}

function standingOf(marks: readonly (Mark | undefined)[]): Standing {
  if (marks.includes('wrong')) return 'wrong';
  if (marks.includes('unreadable')) return 'unreadable';
  return marks.every((mark) => mark === 'correct') ? 'correct' : 'open';
}

/** What the reader had right stays; every other field shows its answer. */
function withAnswers(exercise: Exercise, problem: Problem, typed: Typed, marks: Judgement['marks']) {
  const answers = solve(exercise, problem);
  const isRight = (part: string, index: number) => marks[part]?.[index] === 'correct';
  // Where several answers are right, the fields of one part belong together.
  const keeps = (part: string) =>
    exercise.nearest === undefined || (marks[part] ?? []).every((mark) => mark === 'correct');
  const parts = Object.entries(typed);
  return {
    texts: Object.fromEntries(
      parts.map(([part, texts]) => [
        part,
        texts.map((text, index) => (keeps(part) && isRight(part, index) ? text : (answers[part]?.[index] ?? ''))),
      ]),
    ),
    marks: Object.fromEntries(
      parts.map(([part, texts]) => [
        part,
        texts.map((_, index): Mark => (keeps(part) && isRight(part, index) ? 'correct' : 'shown')),
      ]),
    ),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readTyped = (value: unknown): Typed =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([part, fields]) => [
          part,
          Array.isArray(fields) ? fields.map((field) => (typeof field === 'string' ? field : '')) : [],
        ]),
      )
    : {};

const readCount = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

/** A draft as it was kept; what cannot be understood counts as empty. */
export function readDraft(text: string | undefined): Draft {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return emptyDraft;
  }
  if (!isRecord(value)) return emptyDraft;
  return {
    typed: readTyped(value['typed']),
    judged: readTyped(value['judged']),
    attempts: readCount(value['attempts']),
    hints: readCount(value['hints']),
    rightAt: readCount(value['rightAt']),
    shown: value['shown'] === true,
  };
}

/** A draft as it is kept. */
export const printDraft = (draft: Draft): string => JSON.stringify(draft);
