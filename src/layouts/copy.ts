/** The copy buttons of code blocks. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const words = button.querySelector('[role=status]');
  const first = words?.textContent ?? '';
  button.hidden = false;
  button.addEventListener('click', async () => {
    const code = button.closest('figure')?.querySelector('pre')?.textContent ?? '';
    let said = button.dataset['copied'];
    try {
      await navigator.clipboard.writeText(code);
    } catch {
      said = button.dataset['failed'];
    }
    if (words) words.textContent = said ?? '';
    setTimeout(() => {
      if (words) words.textContent = first;
    }, 4000);
  });
}
