import { parseHTML } from 'linkedom';
import { BETWEEN_NAMES, type SearchPage, type Section } from '../layouts/search/pages.ts';

/** No text to read, and most of a page: cut before it is parsed. The numbers of figures change under the reader's hands. */
const CUT = /<(lesson-widget|pre|script|style|svg|noscript)\b.*?<\/\1>/gs;
/** What repeats other text, works something, or is a table of bare numbers. */
const SKIPPED =
  'nav, .contents, .anchor, .code-head, .grid, button, select, .hidden-visually, [hidden], [aria-hidden="true"]';
const APART = '.btn';
const HEADINGS = 'h2[id], h3[id]';
/** Elements inside a line; each other one ends it, and so do buttons. */
const IN_LINE = /^(a|abbr|b|bdi|cite|code|dfn|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/i;
/** Found, but never shown for the text of a lesson. */
const ASIDE = 'exercise-card, .sources';
/** Stands for a heading in the page's text. */
const BREAK = '\0';

const tidy = (text = '') => text.replace(/\s+/g, ' ').trim();

/** Takes the elements out of the page. */
function take(main: Element, selector: string): Element[] {
  const elements = [...main.querySelectorAll(selector)];
  for (const element of elements) element.remove();
  return elements;
}

/** The text of a built page, section by section; undefined for a page that keeps out of the search. */
export function readPage(html: string): Pick<SearchPage, 'title' | 'sections'> | undefined {
  const { document } = parseHTML(/<main.*<\/main>/s.exec(html.replace(CUT, ''))?.[0] ?? '');
  const main = document.querySelector('main[data-searchable]');
  if (!main) return undefined;
  take(main, SKIPPED);
  // A formula's text is no sentence: its place is left open.
  for (const formula of main.querySelectorAll('.katex')) formula.replaceWith('…');
  for (const element of main.querySelectorAll('*'))
    if (!IN_LINE.test(element.tagName) || element.matches(APART)) {
      element.before(' ');
      element.after(' ');
    }
  for (const name of main.querySelectorAll('h1 [lang], h2 [lang]')) name.before(BETWEEN_NAMES);
  const [title] = take(main, 'h1');
  const aside = take(main, ASIDE).map(({ textContent }) => textContent);
  const headings = [...main.querySelectorAll(HEADINGS)];
  for (const heading of headings) heading.replaceWith(BREAK);
  const sections = main.textContent.split(BREAK).map((text, index): Section => {
    const heading = headings[index - 1];
    return { id: heading?.id ?? '', heading: tidy(heading?.textContent), text: tidy(text) };
  });
  return {
    title: tidy(title?.textContent),
    sections: [...sections, { id: '', heading: '', text: tidy(aside.join(' ')) }].filter(
      ({ heading, text }) => heading + text !== '',
    ),
  };
}
