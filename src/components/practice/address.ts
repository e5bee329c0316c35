import { printAddress, readAddress } from '@/components/exercise/address.ts';
import { freshSeed, type ProblemRef } from '@/components/exercise/trail.ts';
import type { Locale } from '@/state/locale.ts';
import { practiceWords } from './words.ts';

/** A problem of mixed practice: of which kind, and which. */
export interface MixedProblem extends ProblemRef {
  readonly exercise: string;
}

/** What the query of the practice page names; what it leaves open is `undefined`. */
export interface MixedAddress {
  readonly exercise: string | undefined;
  readonly seed: number | undefined;
  readonly level: ProblemRef['level'] | undefined;
  /** Sentences about what of it could not be had. */
  readonly notes: readonly string[];
}

/** Longest piece of a hostile address that is repeated to the reader. */
const longest = 30;

/** Reads `?exercise=&seed=&level=`; a value that is no good falls back alone. */
export function readMixedAddress(search: string, kinds: readonly string[], locale: Locale): MixedAddress {
  const query = new URLSearchParams(search);
  const { seed, level, notes } = readAddress(search, locale);
  const asked = query.get('exercise');
  const exercise = kinds.find((kind) => kind === asked);
  const isBad = asked !== null && exercise === undefined;
  return {
    exercise,
    seed,
    level: query.has('level') && exercise !== undefined ? level : undefined,
    notes: isBad ? [practiceWords[locale].badKind(asked.slice(0, longest)), ...notes] : notes,
  };
}

/** The query that names a problem of mixed practice. */
export const printMixedAddress = (problem: MixedProblem): string =>
  `?exercise=${problem.exercise}&${printAddress(problem).slice(1)}`;

/** A problem that nothing decides but chance. */
export const freshProblem = (exercise: string, level: ProblemRef['level']): MixedProblem => ({
  exercise,
  level,
  seed: freshSeed(),
});
