// Runs in the head of an embedded figure, before the first paint: the theme that its page asks for, or the system's.
{
  const asked = new URLSearchParams(location.search).get('theme');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = asked === 'light' || asked === 'dark' ? asked : system;
}
