/** The reader's progress as a file: written whole, and read only if every word of it is understood. Pure. */
import type { Kept, KeptEvent, LessonVisit, ProblemEvent } from './summary.ts';

const format = 'convolution-by-hand progress';
const version = 1;
/** A file of more signs is not looked at: it would hold some 200,000 answers. */
export const longestFile = 32_000_000;

/** Why a file was refused: it is none of this site's, is damaged, or was written by a later version of the site. */
export type Refusal = 'foreign' | 'broken' | 'newer';

export type FileReading =
  | { readonly accepted: true; readonly kept: Kept }
  | { readonly accepted: false; readonly why: Refusal };

/** The text of the file. `time` is when it was written, in milliseconds since 1970. */
export const printProgress = ({ events, visits }: Kept, time: number): string =>
  `${JSON.stringify({ format, version, written: new Date(time).toISOString(), events, visits }, undefined, 1)}\n`;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** The last millisecond that a `Date` can name. */
const isTime = (value: unknown): value is number => isCount(value, 8.64e15);

const isName = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}$/i.test(value);

const isAct = (value: unknown): value is ProblemEvent['act'] =>
  value === 'right' || value === 'wrong' || value === 'hint' || value === 'shown';

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 100 && value.every(isName);

function readEvent(value: unknown): KeptEvent | undefined {
  if (!isFields(value)) return undefined;
  const { exercise, level, seed, time, act, hints, misconceptions, name } = value;
  const isProblem = isName(exercise) && isCount(level, 3) && level > 0 && isCount(seed, 0xffffffff);
  if (!isProblem || !isTime(time) || !isAct(act) || !isCount(hints, 100)) return undefined;
  if (!isNames(misconceptions) || !isName(name)) return undefined;
  return { exercise, level, seed, time, act, hints, misconceptions, name };
}

function readVisit(value: unknown): LessonVisit | undefined {
  if (!isFields(value)) return undefined;
  const { lesson, begun, time } = value;
  return isName(lesson) && isTime(begun) && isTime(time) && begun <= time ? { lesson, begun, time } : undefined;
}

/** Every item read; `undefined` where the list is none or one of it is not understood. */
function readAll<T>(values: unknown, read: (value: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(values)) return undefined;
  const items = values.map(read).filter((item) => item !== undefined);
  return items.length === values.length ? items : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const refuse = (why: Refusal): FileReading => ({ accepted: false, why });

/** Reads a file; never throws, and takes nothing of a file of which it does not understand all. */
export function readProgressFile(text: string): FileReading {
  if (text.length > longestFile) return refuse('foreign');
  const file = parse(text);
  if (!isFields(file)) return refuse(text.includes(format) ? 'broken' : 'foreign');
  if (file['format'] !== format) return refuse('foreign');
  if (typeof file['version'] === 'number' && file['version'] > version) return refuse('newer');
  const events = readAll(file['events'], readEvent);
  const visits = readAll(file['visits'], readVisit);
  if (file['version'] !== version || events === undefined || visits === undefined) return refuse('broken');
  return { accepted: true, kept: { events, visits } };
}
