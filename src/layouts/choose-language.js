// The first page: on to the language chosen before, else the browser's, before anything is painted.
{
  const root = document.documentElement;
  let language;
  try {
    language = localStorage.getItem('language');
  } catch {
    // Storage is blocked: the browser's language it is.
  }
  if (language !== 'en' && language !== 'zh')
    language = navigator.languages
      .map((tag) => tag.slice(0, 2).toLowerCase())
      .find((tag) => tag === 'en' || tag === 'zh');
  root.hidden = true;
  location.replace(`${root.dataset.base}${language ?? 'en'}/${location.search}${location.hash}`);
  // Back from where it led to, or the way there failed: show the links.
  addEventListener('pageshow', (event) => {
    if (event.persisted) root.hidden = false;
  });
  setTimeout(() => {
    root.hidden = false;
  }, 3000);
}
