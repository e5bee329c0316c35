import type { Level } from '@/exercises/kit/definition.ts';
import { seedFromAddress } from '@/exercises/kit/seed.ts';
import type { Locale } from '@/state/locale.ts';
import { isLevel, type ProblemRef } from './trail.ts';
import { cardWords } from './words.ts';

/** What the query of a practice page asks for, and the sentences about what of it could not be had. */
export interface AddressReading {
  /** `undefined` where no seed, or none that exists, is named: then a fresh problem is due. */
  readonly seed: number | undefined;
  readonly level: Level;
  readonly notes: readonly string[];
}

/** Longest piece of a hostile address that is repeated to the reader. */
const longest = 30;

const quoted = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** Reads `?seed=&level=`; a value that is no good falls back alone. */
export function readAddress(search: string, locale: Locale): AddressReading {
  const words = cardWords[locale];
  const query = new URLSearchParams(search);
  const [seedText, levelText] = [query.get('seed'), query.get('level')];
  const seed = seedFromAddress(seedText);
  const level = levelText === null ? 1 : Number(levelText);
  const badSeed = seedText !== null && seed === undefined ? [words.badSeed(quoted(seedText))] : [];
  if (isLevel(level) && levelText?.length !== 0) return { seed, level, notes: badSeed };
  return { seed, level: 1, notes: [...badSeed, words.badLevel(quoted(levelText ?? ''))] };
}

/** The query that names a problem. */
export const printAddress = ({ seed, level }: ProblemRef): string => `?seed=${seed}&level=${level}`;
