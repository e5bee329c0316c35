import type { Typed } from '@/exercises/kit/definition.ts';
import { sha256 as sha256OfBytes } from '@/runtime/sha256.ts';
import { printCode } from '../worksheet/code.ts';
import { printSet, type SetSettings } from '../worksheet/settings.ts';
import type { SetProblem } from '../worksheet/variants.ts';
import { isRight } from './session.ts';
import type { SetState } from './state.ts';

/** The name of the form, and its version: a newer one is told from a broken one. */
export const resultForm = 'convolution-by-hand/result';
export const resultVersion = 1;

/** What a learner hands in. */
export interface Result {
  readonly form: typeof resultForm;
  readonly version: number;
  /** The set, as its address says it. */
  readonly set: string;
  readonly name: string;
  /** When it was handed in, in ISO form, and how often. */
  readonly time: string;
  readonly times: number;
  readonly right: number;
  readonly answers: readonly Answered[];
  /** SHA-256 of all of the above, in hexadecimal digits. */
  readonly checksum: string;
}

export interface Answered {
  readonly code: string;
  readonly tries: number;
  readonly typed: Typed;
}

/** All that the checksum covers, in one order: the same result always gives the same text. */
export function canonical({ form, version, set, name, time, times, right, answers }: Omit<Result, 'checksum'>): string {
  const typed = (fields: Typed) => Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = answers.map((answer) => [answer.code, answer.tries, typed(answer.typed)]);
  return JSON.stringify([form, version, set, name, time, times, right, rows]);
}

/** SHA-256 of a text (as UTF-8), in hexadecimal digits. */
export const sha256 = (text: string): Promise<string> => sha256OfBytes(new TextEncoder().encode(text.toWellFormed()));

/** So much of a field is handed in: what is longer is never right, and would make a result that no mail takes. */
const longestField = 100;

const cut = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([part, fields]) => [part, fields.map((text) => text.slice(0, longestField))]),
  );

/** The result of a set as it was handed in. */
export async function makeResult(
  settings: SetSettings,
  problems: readonly SetProblem[],
  state: SetState,
): Promise<Result> {
  const answers = problems.map((problem, place): Answered => {
    const draft = state.drafts[place];
    return { code: printCode(problem), tries: draft?.attempts ?? 0, typed: cut(draft?.typed ?? {}) };
  });
  const right = problems.filter(({ exercise, problem }, place) =>
    isRight(exercise, problem, answers[place]?.typed ?? {}),
  );
  const body = {
    form: resultForm,
    version: resultVersion,
    set: printSet(settings),
    name: state.name.toWellFormed(),
    time: state.handedIn,
    times: state.times,
    right: right.length,
    answers,
  } as const;
  return { ...body, checksum: await sha256(canonical(body)) };
}

/** The checksum as it is compared by eye: its first 16 digits in groups of four. */
export const shortChecksum = (checksum: string): string => checksum.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
