/** Cuts what was typed into words, and tells where a text has them. */

/** Words written with blanks between them; Chinese has none. */
const LETTERS = '[\\p{Script=Latin}\\p{Script=Greek}\\p{N}]';
const SPACED = new RegExp(`${LETTERS}+`, 'gu');
const ONLY_SPACED = new RegExp(`^${LETTERS}+$`, 'u');
/** Not the end of "string" or "speed". */
const VERB_ENDING = /(?<=...)(?<=[aeiouy].*)(?:(?<!e)ed|ing)$/;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** What is left of an English word without the endings of plural and verb: one for "stride", "strides", "striding". */
export function stem(word: string): string {
  const singular = word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<=[^suia])s$/, '') : word;
  const plain = singular
    .replace(/(?<=..)ied$/, 'y')
    .replace(VERB_ENDING, '')
    .replace(/(?<=ion)al$/, '');
  const undoubled = plain === singular ? plain : plain.replace(/(?<=..)([bdgmnprt])\1$/, '$1');
  return undoubled.replace(/(?<=...)e$/, '');
}

const plain = (word: string) =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\p{P}+|\p{P}+$/gu, '')
    // "3x3" is how a keyboard writes 3×3.
    .replace(/(?<=\d)[x*](?=\d)/g, '×');

/** The words asked for, in small letters; marks around and between them do not count, nor does the width of letters. */
export const wordsOf = (typed: string): string[] =>
  typed
    .split(/[\s，。、；：？！“”‘’（）《》「」]+/u)
    .map(plain)
    .filter((word) => word !== '');

/** All words of some texts that are written with blanks between them, in small letters, with their stems. */
export const vocabularyOf = (texts: readonly string[]): ReadonlyMap<string, string> => {
  const words = new Set(texts.flatMap((text) => text.toLowerCase().match(SPACED) ?? []));
  return new Map([...words].map((word) => [word, stem(word)]));
};

/**
 * The source of a regular expression for one word asked for; undefined where no text can have it.
 * An English word is found in its other forms and where it begins a longer one. Everything else is found where it stands
 * as it was typed: no dictionary decides where a Chinese word ends.
 */
export function sourceOf(word: string, vocabulary: ReadonlyMap<string, string>): string | undefined {
  if (/^[\d×]+$/.test(word) && word.includes('×')) return `(?<!\\d)${word.replaceAll('×', '\\s*×\\s*')}(?!\\d)`;
  if (!ONLY_SPACED.test(word)) return literal(word);
  const wanted = stem(word);
  const forms = [...vocabulary].flatMap(([known, its]) => (known.startsWith(word) || its === wanted ? [known] : []));
  return forms.length > 0 ? `(?<!${LETTERS})(?:${forms.join('|')})(?!${LETTERS})` : undefined;
}
