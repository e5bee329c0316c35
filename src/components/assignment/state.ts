import type { Typed } from '@/exercises/kit/definition.ts';
import { fieldCount } from '@/exercises/kit/fields.ts';
import { type Draft, emptyDraft } from '../exercise/draft.ts';
import type { SetProblem } from '../worksheet/variants.ts';

/** How far a learner is with a set. */
export interface SetState {
  readonly name: string;
  /** One for each problem, in order. */
  readonly drafts: readonly Draft[];
  /** When it was last handed in, in ISO form; empty while it is being worked on. */
  readonly handedIn: string;
  /** How often it was handed in. */
  readonly times: number;
}

export const startState = (problems: readonly SetProblem[]): SetState => ({
  name: '',
  drafts: problems.map(() => emptyDraft),
  handedIn: '',
  times: 0,
});

type Fields = readonly (readonly string[])[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = ({ exercise, problem }: SetProblem) => exercise.parts(problem);

/** The texts of all fields, part by part, without the parts' names. */
const packTyped = (problem: SetProblem, typed: Typed, longest: number): Fields =>
  partsOf(problem).map((part) =>
    Array.from({ length: fieldCount(part) }, (_, index) => (typed[part.id]?.[index] ?? '').slice(0, longest)),
  );

function unpackTyped(problem: SetProblem, value: unknown): Typed {
  const packed: readonly unknown[] = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    partsOf(problem).map((part, place) => {
      const fields: unknown = packed[place];
      const texts = Array.from({ length: fieldCount(part) }, (_, index) => {
        const text: unknown = Array.isArray(fields) ? fields[index] : undefined;
        return typeof text === 'string' ? text : '';
      });
      return [part.id, texts];
    }),
  );
}

const isEmpty = (typed: Typed): boolean => Object.values(typed).every((fields) => fields.every((text) => text === ''));

/** A draft as it is kept: 0 for none; else the fields, those at the last check (1 for the same, 0 for never), the tries. */
function packDraft(problem: SetProblem, draft: Draft, longest: number): unknown {
  const wasJudged = Object.keys(draft.judged).length > 0;
  if (isEmpty(draft.typed) && !wasJudged) return 0;
  const typed = packTyped(problem, draft.typed, longest);
  const judged = packTyped(problem, draft.judged, longest);
  const same = JSON.stringify(typed) === JSON.stringify(judged);
  return [typed, wasJudged ? (same ? 1 : judged) : 0, draft.attempts, draft.rightAt];
}

const countOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

function unpackDraft(problem: SetProblem, value: unknown): Draft {
  if (!Array.isArray(value)) return emptyDraft;
  const [packed, judged, attempts, rightAt]: readonly unknown[] = value;
  const typed = unpackTyped(problem, packed);
  return {
    ...emptyDraft,
    typed,
    judged: judged === 1 ? typed : Array.isArray(judged) ? unpackTyped(problem, judged) : {},
    attempts: countOf(attempts),
    rightAt: countOf(rightAt),
  };
}

/** A state as it is kept; `longest` cuts what stands in a field, where room is scarce. */
export const printState = (
  problems: readonly SetProblem[],
  state: SetState,
  longest = Number.POSITIVE_INFINITY,
): string =>
  JSON.stringify({
    n: state.name,
    h: state.handedIn,
    t: state.times,
    a: problems.map((problem, place) => packDraft(problem, state.drafts[place] ?? emptyDraft, longest)),
  });

/** A state as it was kept for these problems; what cannot be understood counts as empty. Never throws. */
export function readState(problems: readonly SetProblem[], text: string | undefined): SetState {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return startState(problems);
  }
  if (!isRecord(value)) return startState(problems);
  const { n: name, h: handedIn, t: times, a: drafts } = value;
  const packed: readonly unknown[] = Array.isArray(drafts) ? drafts : [];
  return {
    name: typeof name === 'string' ? name : '',
    drafts: problems.map((problem, place) => unpackDraft(problem, packed[place])),
    handedIn: typeof handedIn === 'string' && !Number.isNaN(Date.parse(handedIn)) ? handedIn : '',
    times: countOf(times),
  };
}
