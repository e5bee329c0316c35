/** The language switch keeps the query and the widgets' state, and is remembered for the site's first page. */
import { parseHash, printHash } from '../state/hash.ts';
import { writeStored } from '../state/storage.ts';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    writeStored('language', link.dataset['language'] ?? '');
    link.search = location.search;
    // A heading's anchor is made of its words: it means nothing in the other language.
    link.hash = printHash({ ...parseHash(location.hash), anchor: '' });
  });
}
