// Runs in the head, before the first paint: the reader's theme, or the system's.
{
  let theme;
  try {
    theme = localStorage.getItem('theme');
  } catch {
    // Storage is blocked: the system's theme it is.
  }
  if (theme !== 'light' && theme !== 'dark')
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
}
