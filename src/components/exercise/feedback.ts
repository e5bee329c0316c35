import type { Message } from '@/exercises/kit/feedback.ts';
import { plain, type Text } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import { type Content, type Html, html, icon } from './html.ts';
import { drawText } from './text.ts';

const looks = {
  wrong: 'cross',
  unreadable: 'ask',
  correct: 'tick',
  open: 'pencil',
  hint: 'lamp',
} as const satisfies Record<Message['status'] | 'hint', string>;

/** A block of feedback: a heading in the state's colour with its mark, then ink. */
export const drawBlock = (status: keyof typeof looks, head: Content, body: Content): Html =>
  html`<div class="feedback ${status}">${icon(looks[status])}<div><span class="head">${head}</span>${body}</div></div>`;

type Calculation = Message['workings'][number];

/** A calculation in one paragraph, what differs from the other one in bold: you have 2 × 1 + 1 = 3. */
const drawCalculation = ({ label, lines }: Calculation): Html =>
  html`<span class="calc"><span>${label}</span> ${lines.map(
    (pieces, line) =>
      html`<span>${line > 0 && '= '}${pieces.map(
        ({ text, differs }, index) =>
          html`${index > 0 && ' '}${differs ? html`<b>${drawText(text)}</b>` : drawText(text)}`,
      )}</span> `,
  )}</span>`;

/** One message of the kit; `extra` follows its text. */
export function drawMessage(message: Message, locale: Locale, extra?: Content): Html {
  const { status, head, typed, slips, text, workings } = message;
  const blank = locale === 'en' && ' ';
  return drawBlock(
    status,
    html`${drawText(head)}${typed !== undefined && html` <span class="typed">${typed}</span>`}`,
    html`${slips.map(
      (slip) => html`<span class="slip" data-misconception="${slip.name}">${drawText(slip.text)}</span>${blank}`,
    )}${text !== '' && html`<span>${drawText(text)}</span>`}${workings.map(drawCalculation)}${extra}`,
  );
}

/** What is spoken of a message: the calculations can be read where they stand. */
export const spokenMessage = ({ head, typed, slips, text }: Message): string =>
  [head, typed ?? '', ...slips.map((slip) => slip.text), text]
    .filter((sentence): sentence is Text => sentence !== '')
    .map(plain)
    .join(' ');
