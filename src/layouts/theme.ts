/** The theme switch: changes `data-theme`, remembers it where storage allows, follows the system until then. */
const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

function stored(): string | null {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}

function store(theme: string) {
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Blocked or full: the choice holds for this page.
  }
}

for (const button of document.querySelectorAll('[data-theme-toggle]')) {
  button.addEventListener('click', () => {
    const theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    store(theme);
  });
}
dark.addEventListener('change', () => {
  if (stored() === null) root.dataset['theme'] = dark.matches ? 'dark' : 'light';
});
// Another tab switched.
addEventListener('storage', (event) => {
  if (event.key === 'theme' && event.newValue) root.dataset['theme'] = event.newValue;
});
