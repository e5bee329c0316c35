/** The language switch keeps the query and a widget's state, and is remembered for the site's first page. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    try {
      localStorage.setItem('language', link.dataset['language'] ?? '');
    } catch {
      // Blocked or full: the first page asks the browser instead.
    }
    // A heading's anchor is made of its words, so only `name=value` parts mean the same in the other language.
    const state = location.hash.slice(1).split('&');
    link.search = location.search;
    link.hash = state.filter((part) => part.includes('=')).join('&');
  });
}
