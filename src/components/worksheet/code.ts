import type { Level } from '@/exercises/kit/definition.ts';
import { seedCode, seedFromCode } from '@/exercises/kit/seed.ts';
import { isLevel } from '../exercise/trail.ts';
import { scatter } from './scatter.ts';

/** One problem of all there are. */
export interface ProblemName {
  readonly kind: string;
  readonly level: Level;
  readonly seed: number;
}

/** A problem's code, read off paper. */
export interface CodeReading extends ProblemName {
  /** The sheet it stands on holds the worked steps back. */
  readonly held: boolean;
}

/** 13 bits for the kind and 2 for the level: three signs. A test holds the kinds' numbers apart. */
const kindNumber = (kind: string): number => scatter(kind) >>> 19;

const prefixOf = (kind: string, level: Level): string => seedCode(kindNumber(kind) * 4 + level).padStart(3, '0');

/**
 * The short code of a problem, for paper: three signs for the kind and level, then its seed, both in Crockford's base 32
 * (`5TD-3K9QX`). `-H` after it says that the worked steps are held back.
 */
export const printCode = ({ kind, level, seed }: ProblemName, held = false): string =>
  `${prefixOf(kind, level)}-${seedCode(seed)}${held ? '-H' : ''}`;

/** An H straight after five signs is the mark: no sheet has a problem with a longer seed. */
const gluedMark = /^(\s*[0-9A-Za-z]{3}[\s\p{Pd}−]*[0-9A-Za-z]{5})[Hh]\s*$/u;

/** The problem of a code, in any case and with any dashes; `undefined` where it is none or its kind is not known. */
export function readCode(text: string, kinds: Iterable<string>): CodeReading | undefined {
  const plain = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
  const cleaned = plain.replace(gluedMark, '$1-H');
  const [, prefix = '', digits = '', mark] =
    /^\s*([0-9A-Za-z]{3})[\s\p{Pd}−]*([0-9A-Za-z]{1,7}?)(?:[\s\p{Pd}−]+([Hh]))?\s*$/u.exec(cleaned) ?? [];
  const [number, seed] = [seedFromCode(prefix), seedFromCode(digits)];
  if (number === undefined || seed === undefined) return undefined;
  const level = number % 4;
  const kind = [...kinds].find((name) => kindNumber(name) === Math.floor(number / 4));
  return kind === undefined || !isLevel(level) ? undefined : { kind, level, seed, held: mark !== undefined };
}
