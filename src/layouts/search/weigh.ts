/** How well a page answers to what was typed. */
import { BETWEEN_NAMES, type SearchPage } from './pages.ts';

/** What is looked for: a word, or all words where they stand together. */
export interface Wanted {
  readonly pattern: RegExp;
  /** Of what was typed. */
  readonly length: number;
}

/** What a word weighs in the title of a page, and in a heading; its text weighs up to 1. */
const TITLE = 3;
const HEADING = 2;
/** So often a word weighs half of what a text can. */
const HALF = 8;
/** What a page weighs more that explains the term. */
export const EXPLAINED = 8;
/** How much of its weight a page keeps: what teaches stands before what asks. */
const KINDS = [
  ['lessons/', 1],
  ['glossary/', 0.6],
  ['practice/', 0.15],
] as const;
const OTHER_KIND = 0.5;

export const kindOf = ({ path }: SearchPage) => KINDS.find(([start]) => path.startsWith(start))?.[1] ?? OTHER_KIND;
export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What a heading weighs: the most if it begins with the word and has nothing else, "pooling" before "max pooling". */
function weighHeading(heading: string, { pattern, length }: Wanted): number {
  const names = heading.split(BETWEEN_NAMES).map((name) => ({ place: name.search(pattern), whole: name.length }));
  const alike = names.filter(({ place }) => place >= 0);
  return Math.max(0, ...alike.map(({ place, whole }) => HEADING + Number(place === 0) + Math.min(1, length / whole)));
}

const weighText = (times: number) => times / (times + HALF);

/** What a page and each of its sections weigh for one word; 0 where they do not have it. */
export function weigh({ title, sections }: SearchPage, wanted: Wanted) {
  const times = sections.map(({ text }) => text.match(wanted.pattern)?.length ?? 0);
  const headings = sections.map(({ heading }) => weighHeading(heading, wanted));
  const titled = title.search(wanted.pattern) >= 0 ? TITLE : 0;
  return {
    page: titled + Math.max(0, ...headings) + weighText(sum(times)),
    sections: headings.map((weight, place) => weight + weighText(times[place] ?? 0)),
  };
}
