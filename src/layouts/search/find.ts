/** Finds pages by what was typed: those that have all of its words, best first. */
import { excerptOf, type Piece } from './excerpt.ts';
import { BETWEEN_NAMES, type SearchPage, type Section } from './pages.ts';
import { EXPLAINED, kindOf, sum, type Wanted, weigh } from './weigh.ts';
import { sourceOf, stem, vocabularyOf, wordsOf } from './words.ts';

export interface Hit {
  readonly path: string;
  readonly title: string;
  readonly excerpt: readonly Piece[];
  /** The sections that have the words and can be linked to, best first. */
  readonly sections: readonly Section[];
}

/** All words where they stand together say as much as so many words. */
const TOGETHER = 3;

const textsOf = ({ title, sections }: SearchPage) => [
  title,
  ...sections.flatMap(({ heading, text }) => [heading, text]),
];
const shown = (section?: Section) => [section?.heading, section?.text].filter(Boolean).join(BETWEEN_NAMES);
const stems = (text: string) => wordsOf(text).map(stem).join(' ');

/** The words asked for, and where there are several what they are together; none if a word is nowhere. */
function wantedIn(vocabulary: ReadonlyMap<string, string>, words: readonly string[]): Wanted[] {
  const sources = words.map((word) => sourceOf(word, vocabulary)).filter((source) => source !== undefined);
  if (sources.length < words.length) return [];
  const together = sources.length > 1 ? [sources.join('[^\\p{L}\\p{N}]*')] : [];
  return [...sources, ...together].map((source, index) => ({
    pattern: new RegExp(source, 'giu'),
    length: words[index]?.length ?? words.join(' ').length,
  }));
}

/** A search in the pages of one language. */
export function searcher(pages: readonly SearchPage[]): (typed: string) => Hit[] {
  const vocabulary = vocabularyOf(pages.flatMap(textsOf));
  const terms = new Map(pages.map((page) => [page, page.terms.map(stems)]));

  return (typed) => {
    const words = wordsOf(typed);
    const wanted = wantedIn(vocabulary, words);
    const weighed = pages.map((page) => ({ page, weights: wanted.map((one) => weigh(page, one)) }));
    // A rare word says more about a page than one that is everywhere.
    const rareness = wanted.map((_, index) => {
      const having = weighed.filter(({ weights }) => (weights[index]?.page ?? 0) > 0).length;
      return Math.log(1 + pages.length / Math.max(having, 1)) * (index < words.length ? 1 : TOGETHER);
    });
    const mean = (weights: readonly number[]) =>
      sum(weights.map((weight, index) => weight * (rareness[index] ?? 0))) / sum(rareness);
    const asked = stems(typed);

    return weighed
      .filter(({ weights }) => words.length > 0 && words.every((_, index) => (weights[index]?.page ?? 0) > 0))
      .map(({ page, weights }) => {
        const names = terms.get(page)?.filter((name) => name.includes(asked)) ?? [];
        // A part of a term's name counts by its length.
        const explains = EXPLAINED * Math.max(0, ...names.map((name) => asked.length / name.length));
        const sections = page.sections
          .map((section, place) => ({ section, weight: mean(weights.map((weight) => weight.sections[place] ?? 0)) }))
          .filter(({ weight }) => weight > 0)
          .toSorted((a, b) => Number(b.section.id !== '') - Number(a.section.id !== '') || b.weight - a.weight)
          .map(({ section }) => section);
        return { page, sections, weight: kindOf(page) * (explains + mean(weights.map((weight) => weight.page))) };
      })
      .toSorted((a, b) => b.weight - a.weight)
      .map(({ page: { path, title, sections: all }, sections }) => ({
        path,
        title,
        excerpt: excerptOf(
          shown(sections[0] ?? all[0]),
          wanted.map(({ pattern }) => pattern),
        ),
        sections: sections.filter(({ id }) => id !== ''),
      }));
  };
}
