import type { KitWords } from './words.ts';

/** Makes a button show the widget in a full-screen dialog, and bring it back. The widget's element stays where it is. */
export function enlarges(host: HTMLElement, button: HTMLButtonElement, words: KitWords, signal: AbortSignal): void {
  const icon = button.querySelector('use');
  const show = (isLarge: boolean) => {
    button.setAttribute('aria-label', isLarge ? words.close : words.enlarge);
    button.title = isLarge ? words.close : words.enlarge;
    icon?.setAttribute('href', isLarge ? '#i-cross' : '#i-expand');
  };
  const open = () => {
    const dialog = document.createElement('dialog');
    const content = document.createElement('div');
    const placeholder = document.createElement('div');
    dialog.className = 'widget-dialog';
    content.className = 'widget-enlarged';
    const title = host.querySelector('h1, h2, h3')?.textContent;
    if (title) dialog.setAttribute('aria-label', title);
    // The page below must not jump while the figure is away.
    placeholder.style.blockSize = `${host.getBoundingClientRect().height}px`;
    content.append(...host.children);
    dialog.append(content);
    host.append(placeholder, dialog);
    dialog.addEventListener('close', () => {
      host.append(...content.children);
      placeholder.remove();
      dialog.remove();
      show(false);
      button.focus();
    });
    dialog.showModal();
    show(true);
    button.focus();
  };
  button.addEventListener(
    'click',
    () => {
      const dialog = button.closest('dialog');
      if (dialog) dialog.close();
      else open();
    },
    { signal },
  );
}
