/** Opens the search; what it needs is loaded when it first opens. */
const dialog = document.querySelector<HTMLDialogElement>('[data-search-dialog]');
const field = dialog?.querySelector('input');

function open() {
  if (!dialog || !field || dialog.open) return;
  dialog.showModal();
  field.select();
  void import('./results.ts').then(
    ({ begin }) => begin(dialog, field),
    () => {
      const said = dialog.querySelector('[data-said]');
      const words: unknown = JSON.parse(dialog.dataset['words'] ?? '{}');
      const failed = typeof words === 'object' && words !== null && 'failed' in words ? words.failed : '';
      if (said) said.textContent = String(failed);
    },
  );
}

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

for (const button of document.querySelectorAll('[data-search]')) {
  button.addEventListener('click', () => {
    button.closest('details')?.removeAttribute('open');
    open();
  });
}
addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !takesText(event.target);
  const control = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if ((!slash && !control) || event.isComposing || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  open();
});
dialog?.addEventListener('click', (event) => {
  const { target } = event;
  // A click beside the dialog's contents is one on the dialog itself: its backdrop.
  if (target === dialog || (target instanceof Element && target.closest('[data-close], a'))) dialog.close();
});
