/** The menu of a narrow screen closes once a link in it was chosen, at a press or focus beside it, and with Escape. */
const menu = document.querySelector<HTMLDetailsElement>('details.menu');

function closeBeside({ target }: Event) {
  if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
}
addEventListener('pointerdown', closeBeside);
addEventListener('focusin', closeBeside);
menu?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) menu.open = false;
});
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !menu?.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
