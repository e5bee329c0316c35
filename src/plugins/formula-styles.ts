import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const folder = new URL('../styles/formulas/', import.meta.url);

/** All that KaTeX's fonts hold: for other characters, Chinese ones above all, no font need be asked. */
const WHOLE = 'U+0-2BFF,U+E000-F8FF';

const rangeOf = (characters: string): string =>
  [...characters].map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join(',');

/** The characters that each small font of src/styles/formulas holds. */
const readCharacters = (): Record<string, string> =>
  JSON.parse(readFileSync(new URL('characters.json', folder), 'utf8'));

/** One of KaTeX's fonts: whole, and before it the small one that `npm run store:fonts` has cut out of it. */
function faces(declarations: string, font: string, characters: string | undefined): string {
  const face = (address: string, range: string) =>
    `@font-face{${declarations};font-display:swap;src:url("${address}") format("woff2");unicode-range:${range}}`;
  const small = `/src/styles/formulas/${font}.woff2`;
  // Of two faces that hold a character, the later one is asked.
  const isCut = characters !== undefined && existsSync(new URL(`${font}.woff2`, folder));
  return face(`fonts/${font}.woff2`, WHOLE) + (isCut ? face(small, rangeOf(characters)) : '');
}

/** KaTeX's eleven sizes, in em. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** From one size to another by division, in place of KaTeX's 121 rules, one for each pair: a third of its style sheet. */
const sizing = `${SIZES.map((em, index) => `.katex .reset-size${index + 1}{--from:${em}}.katex .size${index + 1}{--to:${em}}`).join('')}.katex .fontsize-ensurer,.katex .katex-sizing{font-size:calc(1em*var(--to)/var(--from))}`;

/**
 * KaTeX's style sheet as the site sends it: sizes by division; of each font the woff2 alone, which every browser reads
 * that can run the site, and the small one first.
 */
export function formulaStyles(): Plugin {
  return {
    name: 'formula-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('/katex/dist/katex.min.css')) return undefined;
      const characters = readCharacters();
      const sized = `${code.replace(/\.katex [^{}]*\.reset-size[^{}]*\{[^{}]*\}/g, '')}${sizing}`;
      return sized.replace(
        /@font-face\{font-display:block;(.*?);src:url\(fonts\/([\w-]+)\.woff2\).*?\}/g,
        (_, declarations, font) => faces(declarations, font, characters[font]),
      );
    },
  };
}
