/** The theme switch: changes `data-theme`, remembers it where storage allows, follows the system until then. */
import { readStored, writeStored } from '../state/storage.ts';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

for (const button of document.querySelectorAll('[data-theme-toggle]')) {
  button.addEventListener('click', () => {
    const theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    writeStored('theme', theme);
  });
}
dark.addEventListener('change', () => {
  if (readStored('theme') === undefined) root.dataset['theme'] = dark.matches ? 'dark' : 'light';
});
// Another tab switched.
addEventListener('storage', ({ key, newValue }) => {
  if (key === 'theme' && (newValue === 'light' || newValue === 'dark')) root.dataset['theme'] = newValue;
});
