import type { Exercise, Typed } from '@/exercises/kit/definition.ts';
import { decode } from '@/state/codec.ts';
import { parseHash, settingsOf } from '@/state/hash.ts';
import { printCode } from '../worksheet/code.ts';
import { type SetSettings, setFields, setScope } from '../worksheet/settings.ts';
import { readTasks, type Task } from '../worksheet/tasks.ts';
import { type SetProblem, setProblems } from '../worksheet/variants.ts';
import { type Answered, canonical, type Result, resultForm, resultVersion, sha256 } from './result.ts';
import { isRight } from './session.ts';

/** What a text that was handed in turns out to be. */
export type Verdict =
  | { readonly kind: 'none' | 'newer' }
  /** `altered`: the checksum does not fit; `other-set`: the problems are not those of the set it names. */
  | { readonly kind: 'sound' | 'altered' | 'other-set'; readonly result: Result; readonly checked: Checked };

/** What checking the answers once more gives. */
export interface Checked {
  readonly settings: SetSettings;
  readonly problems: readonly SetProblem[];
  /** For each problem, whether its answer is right. */
  readonly right: readonly boolean[];
}

/** A text longer than this is no result. */
const longest = 200_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTyped = (value: unknown): value is Typed =>
  isRecord(value) &&
  Object.values(value).every((fields) => Array.isArray(fields) && fields.every((text) => typeof text === 'string'));

const isAnswered = (value: unknown): value is Answered =>
  isRecord(value) && typeof value['code'] === 'string' && Number.isInteger(value['tries']) && isTyped(value['typed']);

const isResult = (value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Result =>
  value['form'] === resultForm &&
  ['set', 'name', 'time', 'checksum'].every((key) => typeof value[key] === 'string') &&
  ['version', 'times', 'right'].every((key) => Number.isInteger(value[key])) &&
  Array.isArray(value['answers']) &&
  value['answers'].length <= 100 &&
  value['answers'].every(isAnswered);

/** The result in a text: one of its lines, or, where a mail broke or quoted the line, what its pieces make together. */
function findRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  const cut = text.slice(0, longest);
  const joined = cut.replace(/[\r\n]+[>\s]*/g, '').replaceAll(' ', '');
  const whole = joined.slice(joined.lastIndexOf('{"form":'), joined.lastIndexOf('}') + 1);
  for (const candidate of [...cut.split('\n').toReversed(), whole]) {
    if (!candidate.trim().startsWith('{')) continue;
    try {
      const value: unknown = JSON.parse(candidate);
      if (isRecord(value)) return value;
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/**
 * Reads what was handed in: makes the set's problems anew, checks every answer again and compares the checksum. Rejects
 * only where the exercises cannot be loaded.
 */
export async function verify(
  text: string,
  known: { has(kind: string): boolean },
  load: (tasks: readonly Task[]) => Promise<ReadonlyMap<string, Exercise>>,
): Promise<Verdict> {
  const value = findRecord(text);
  if (value?.['form'] !== resultForm) return { kind: 'none' };
  if (typeof value['version'] === 'number' && value['version'] > resultVersion) return { kind: 'newer' };
  if (!isResult(value)) return { kind: 'none' };
  const { state: settings } = decode(setFields, settingsOf(parseHash(value.set), setScope));
  const { tasks } = readTasks(settings.tasks, known);
  const problems = setProblems(tasks, settings.seed, await load(tasks));
  const right = problems.map(({ exercise, problem }, place) =>
    isRight(exercise, problem, value.answers[place]?.typed ?? {}),
  );
  const checked = { settings, problems, right };
  const codes = problems.map((problem) => printCode(problem)).join();
  const isWhole = (await sha256(canonical(value))) === value.checksum;
  const isSet = codes === value.answers.map(({ code }) => code).join();
  const isScore = right.filter(Boolean).length === value.right;
  if (isWhole && !isSet) return { kind: 'other-set', result: value, checked };
  return { kind: isWhole && isScore ? 'sound' : 'altered', result: value, checked };
}
