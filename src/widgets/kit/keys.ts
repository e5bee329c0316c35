import type { NumberLimits } from '../../state/number-text.ts';
import { child, contextOf, type Root } from './dom.ts';

/** Phones' number keyboards lack the minus and the stroke: while a field of `grid` is in focus, these keys stand below it. */
export function keys(block: Root, grid: Root, { min, whole }: NumberLimits): void {
  const { words } = contextOf(block);
  const row = child(block, 'div', 'keys').attr('class', 'grid-keys');
  const key = (part: string, sign: string, label: string, change: (text: string) => string, hidden: boolean) =>
    child(row, 'button', part)
      .attr('type', 'button')
      .attr('class', 'btn')
      .attr('tabindex', '-1')
      .attr('aria-label', label)
      .attr('hidden', hidden ? '' : null)
      .text(sign)
      // The field keeps the focus, and with it the keyboard stays.
      .on('pointerdown', (event: PointerEvent) => event.preventDefault())
      .on('click', () => {
        const field = grid.select<HTMLInputElement>('input:focus').node();
        if (!field) return;
        field.value = change(field.value);
        field.setSelectionRange(field.value.length, field.value.length);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
  const negate = (text: string) => (/^[-−]/.test(text) ? text.slice(1) : `−${text}`);
  key('sign', '±', words.sign, negate, min >= 0);
  key('slash', '/', words.slash, (text) => `${text}/`, whole);
}
