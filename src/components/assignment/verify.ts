import type { Exercise, Typed } from '@/exercises/kit/definition.ts';
import { decode } from '@/state/codec.ts';
import { parseHash, settingsOf } from '@/state/hash.ts';
import { printCode } from '../worksheet/code.ts';
import { type SetSettings, setFields, setScope } from '../worksheet/settings.ts';
import { readTasks, type Task } from '../worksheet/tasks.ts';
import { type SetProblem, setProblems } from '../worksheet/variants.ts';
import { type Answered, canonical, type Result, resultForm, resultVersion, sha256 } from './result.ts';
import { isRight } from './session.ts';

/** What a result in a text turns out to be. */
export type Verdict =
  /** No result at all; the beginning of one that cannot be read; one that only a newer site can read. */
  | { readonly kind: 'none' | 'broken' | 'newer' }
  /** `altered`: the checksum does not fit; `other-set`: the problems are not those of the set it names. */
  | { readonly kind: 'sound' | 'altered' | 'other-set'; readonly result: Result; readonly checked: Checked };

/** What checking the answers once more gives. */
export interface Checked {
  readonly settings: SetSettings;
  readonly problems: readonly SetProblem[];
  /** For each problem, whether its answer is right. */
  readonly right: readonly boolean[];
}

/** Of a longer text the rest is not read: it is no class's results. */
export const longestText = 4_000_000;

interface Known {
  has(kind: string): boolean;
}
type Load = (tasks: readonly Task[]) => Promise<ReadonlyMap<string, Exercise>>;

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

type Json = Readonly<Record<string, unknown>>;

/** A result begins so; within one, a quotation mark that was typed has a backslash before it. */
const begin = /(?=\{"form":)/;
/** A result to its checksum, its last entry; else, as one of a newer form may be, to the last brace. */
const ends = [/^.*?"checksum":"[^"\\]*"\}/s, /^.*\}/s];

/** What each beginning of a result leads to; `undefined` where it is broken. */
const readEach = (text: string): (Json | undefined)[] =>
  text
    .split(begin)
    .filter((piece) => begin.test(piece))
    .map((piece) => ends.map((end) => readJson(end.exec(piece)?.[0])).find((value) => value !== undefined));

function readJson(text: string | undefined): Json | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The results in a text: those in its whole lines, then those that a mail broke or quoted, put together again. */
function findRecords(text: string): (Json | undefined)[] {
  const lines = text.slice(0, longestText).split(/[\r\n]+/);
  const whole = lines.map((line) => readEach(line).filter((value) => value !== undefined));
  const rest = lines.filter((_, place) => whole[place]?.length === 0);
  return [...whole.flat(), ...readEach(rest.map((line) => line.replace(/^[>\s]+/, '').replaceAll(' ', '')).join(''))];
}

/**
 * Reads what was handed in, one result or several: makes each set's problems anew, checks every answer again and compares
 * the checksum. Rejects only where the exercises cannot be loaded.
 */
export async function verify(text: string, known: Known, load: Load): Promise<readonly Verdict[]> {
  const found = findRecords(text).filter((value) => value === undefined || value['form'] === resultForm);
  if (found.length === 0) return [{ kind: 'none' }];
  return Promise.all(found.map((value) => verifyOne(value, known, load)));
}

async function verifyOne(value: Json | undefined, known: Known, load: Load): Promise<Verdict> {
  if (typeof value?.['version'] === 'number' && value['version'] > resultVersion) return { kind: 'newer' };
  if (value === undefined || !isResult(value)) return { kind: 'broken' };
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
