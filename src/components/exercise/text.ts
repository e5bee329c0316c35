import { format, type Mark, segments, type Text } from '@/exercises/kit/text.ts';
import type { Locale, Translated } from '@/state/locale.ts';
import { type Html, html } from './html.ts';

const draw: Readonly<Record<Mark, (text: string) => Html>> = {
  input: (text) => html`<span class="r-input num">${text}</span>`,
  kernel: (text) => html`<span class="r-kernel num">${text}</span>`,
  product: (text) => html`<span class="r-product num">${text}</span>`,
  output: (text) => html`<span class="r-output num">${text}</span>`,
  padding: (text) => html`<span class="r-padding num">${text}</span>`,
  variable: (text) => html`<i>${text}</i>`,
  raised: (text) => html`<sup>${text}</sup>`,
  strong: (text) => html`<b>${text}</b>`,
};

/** Marked text with its hues, variables and exponents. */
export const drawText = (text: Text): Html =>
  html`${segments(text).map(({ text: piece, mark }) => (mark === undefined ? piece : draw[mark](piece)))}`;

/** A value of a block: a number as the site writes numbers, or marked text. */
export const drawValue = (value: number | Text | Translated<Text>, locale: Locale): Html => {
  if (typeof value === 'number') return html`${format(value)}`;
  return drawText(typeof value === 'string' ? value : value[locale]);
};
