/** The language switch keeps the query, the place and the widgets' state, and is remembered for the site's first page. */
import { parseHash, printHash } from '../state/hash.ts';
import { writeStored } from '../state/storage.ts';

/** A lesson's heading has an id made of its words (Heading.astro): it means nothing in the other language. Other ids do. */
const isOfWords = (id: string) => document.getElementById(id)?.matches(':has(> .anchor)') === true;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    writeStored('language', link.dataset['language'] ?? '');
    link.search = location.search;
    const { anchor, settings } = parseHash(location.hash);
    link.hash = printHash({ anchor: isOfWords(anchor) ? '' : anchor, settings });
  });
}
