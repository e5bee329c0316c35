import type { KitWords } from './words.ts';

/** `Predict` holds a figure by writing its own id into the figure's `data-held`, and lets go by taking it out. */
export const heldBy = (host: HTMLElement): string[] => (host.dataset['held'] ?? '').split(' ').filter(Boolean);

export function hold(host: HTMLElement, questionId: string): void {
  host.dataset['held'] = [...new Set([...heldBy(host), questionId])].join(' ');
}

export function letGo(host: HTMLElement, questionId: string): void {
  const left = heldBy(host).filter((id) => id !== questionId);
  if (left.length > 0) host.dataset['held'] = left.join(' ');
  else delete host.dataset['held'];
}

/**
 * What a held figure shows in place of its controls: why, the way to the question, and a way around it. Controls that
 * stand within the picture are marked `data-control`.
 */
export function showHold(host: HTMLElement, words: KitWords): void {
  const [question] = heldBy(host);
  for (const part of host.querySelectorAll<HTMLElement>(
    '.widget-controls, .widget-settings, .widget-foot, [data-control]',
  ))
    part.inert = question !== undefined;
  for (const field of host.querySelectorAll<HTMLInputElement>('.widget-figure input'))
    field.readOnly = question !== undefined;
  host.querySelector('.widget-held')?.remove();
  if (question === undefined) return;
  const notice = document.createElement('p');
  notice.className = 'widget-held';
  const link = document.createElement('a');
  link.href = `#${question}`;
  link.textContent = words.toQuestion;
  const skip = document.createElement('button');
  skip.type = 'button';
  skip.className = 'btn plain';
  skip.textContent = words.skip;
  skip.addEventListener('click', () => document.getElementById(question)?.dispatchEvent(new Event('skip')));
  notice.append(words.held, ' ', link, skip);
  host.querySelector('[data-widget-part="body"]')?.before(notice);
}
