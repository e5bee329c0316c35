import { html } from './html.ts';
import type { CardWords } from './words.ts';

/** Keys for what a phone's number keyboard lacks, above the keyboard while a field has the focus. One bar a page. */
let bar: HTMLElement | undefined;
let field: HTMLInputElement | undefined;

/** Types a sign where the caret is, as the keyboard would. */
function type(sign: string): void {
  if (field === undefined) return;
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(sign, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: sign, inputType: 'insertText' }));
}

/** Keeps the bar on the lower edge of what is visible: the keyboard covers the page's own. */
function place(): void {
  if (bar === undefined || visualViewport === null) return;
  const hidden = document.documentElement.clientHeight - visualViewport.offsetTop - visualViewport.height;
  bar.style.transform = `translateY(${-Math.max(0, hidden)}px)`;
}

function create(words: CardWords['keys']): HTMLElement {
  const made = document.createElement('div');
  made.className = 'touch-keys';
  made.role = 'toolbar';
  made.ariaLabel = words.label;
  made.innerHTML = html`<button type="button" class="btn" aria-label="${words.minus}" data-sign="−">−</button>
    <button type="button" class="btn" aria-label="${words.slash}" data-sign="/">/</button>`.text;
  // The field keeps the focus, and with it the keyboard.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  made.addEventListener('click', (event) => {
    const key = event.target instanceof Element ? event.target.closest('[data-sign]') : null;
    if (key !== null) type(key.getAttribute('data-sign') ?? '');
  });
  document.body.append(made);
  visualViewport?.addEventListener('resize', place);
  visualViewport?.addEventListener('scroll', place);
  return made;
}

/** Shows the keys for a field, on devices without a mouse. */
export function offerKeys(target: HTMLInputElement, words: CardWords['keys']): void {
  if (!matchMedia('(pointer: coarse)').matches) return;
  bar ??= create(words);
  field = target;
  bar.hidden = false;
  place();
}

/** Takes the keys away, unless another field has got them meanwhile. */
export function withdrawKeys(target: HTMLInputElement): void {
  if (bar === undefined || field !== target) return;
  bar.hidden = true;
  field = undefined;
}
