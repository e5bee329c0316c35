import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import type { Locale } from '../state/locale.ts';

const side = z.strictObject({
  /** The word to use. */
  term: z.string(),
  /** Words for the same, or nearly the same, that readers meet elsewhere. */
  others: z.array(z.string()).optional(),
  /**
   * A regular expression for the term in running text, in place of the words themselves, where those have other forms
   * or also other meanings. Empty for a word of everyday language: a lesson does not link it.
   */
  match: z.string().optional(),
  /** What it means, in a sentence or two for a beginner. */
  text: z.string(),
});

/** One term in both languages, an entry of `content/glossary.json`. */
export const termSchema = z.strictObject({
  /** Its anchor on the glossary's page, in both languages. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Slug of the lesson that teaches it; a word of this site's own has none. */
  lesson: z.string().optional(),
  en: side,
  zh: side,
});
export type Term = z.infer<typeof termSchema>;

/** All terms, in the order of the course. */
export const readGlossary = (): Term[] =>
  z.array(termSchema).parse(JSON.parse(readFileSync('content/glossary.json', 'utf8')));

/** A term where it stands in a text. */
export interface Found {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** English: whole words, with their plural, at the beginning of a sentence too. Chinese has no blanks between words. */
function patternOf({ term, others = [], match }: Term[Locale], locale: Locale): RegExp | undefined {
  if (match === '') return undefined;
  const words = [term, ...others].map(literal);
  if (locale === 'zh') return new RegExp(match ?? words.join('|'), 'giu');
  const forms = words.map((word) => `${word.replaceAll(' ', '\\s+')}(?:e?s)?`);
  return new RegExp(`(?<![\\w-])(?:${match ?? forms.join('|')})(?![\\w-])`, 'giu');
}

/** A function that finds the terms in a text of one language, in order; of two that overlap the first, then the longest. */
export function termFinder(terms: readonly Term[], locale: Locale): (text: string) => Found[] {
  const patterns = terms.flatMap((term) => {
    const pattern = patternOf(term[locale], locale);
    return pattern ? [{ id: term.id, pattern }] : [];
  });
  return (text) => {
    const all = patterns.flatMap(({ id, pattern }) =>
      [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ id, start: index, end: index + word.length })),
    );
    let free = 0;
    return all
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ start, end }) => {
        const fits = start >= free;
        if (fits) free = end;
        return fits;
      });
  };
}
