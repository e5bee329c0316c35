import type { ChoicePart, ChoicesPart, GridPart, NumberPart, Part, ShapePart } from '@/exercises/kit/definition.ts';
import { fieldName } from '@/exercises/kit/feedback.ts';
import { entryOf, fieldCount } from '@/exercises/kit/fields.ts';
import { plain } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import type { Judgement, Mark } from './draft.ts';
import { gridName, withNames } from './given.ts';
import { attributes, type Content, type Html, html, icon } from './html.ts';
import { drawText } from './text.ts';
import { cardWords } from './words.ts';

/** What the drawing of fields needs to know. */
export interface FieldsView {
  /** Unique on the page: the fields' ids begin with it. */
  readonly id: string;
  readonly locale: Locale;
  readonly judgement: Judgement;
  /** The fields show answers that are not the reader's to change. */
  readonly locked: boolean;
}

const signs: Readonly<Record<Mark, Content>> = {
  correct: icon('tick'),
  wrong: icon('cross'),
  unreadable: html`<span aria-hidden="true">?</span>`,
  shown: icon('lamp'),
};

/** The mark at a field's corner: for the eye a sign, for the ear a word. */
const drawMark = (mark: Mark | undefined, id: string, locale: Locale): Content =>
  mark !== undefined &&
  html`<span class="mark" id="${id}">${signs[mark]}<span class="hidden-visually">${cardWords[locale].marks[mark]}</span></span>`;

/** One typed field with its mark. */
function drawField(part: Part, index: number, view: FieldsView): Html {
  const { id, locale, judgement, locked } = view;
  const mark = judgement.marks[part.id]?.[index];
  const text = judgement.texts[part.id]?.[index] ?? '';
  const fieldId = `${id}-${part.id}-${index}`;
  const input = attributes({
    id: fieldId,
    type: 'text',
    inputmode: entryOf(part) === 'integer' ? 'numeric' : 'decimal',
    'data-part': part.id,
    'data-index': index,
    value: mark === 'shown' ? text.replace('-', '−') : text,
    'aria-label': plain(fieldName(part, index, locale)),
    'aria-describedby': mark && `${fieldId}-mark`,
    'aria-invalid': (mark === 'wrong' || mark === 'unreadable') && 'true',
    readonly: locked,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'next',
  });
  return html`<span class="answer"${attributes({ 'data-state': mark })}><input${input}>${drawMark(mark, `${fieldId}-mark`, locale)}</span>`;
}

/** A field under its visible name. */
const drawNamedField = (name: string, part: Part, index: number, view: FieldsView): Html =>
  html`<label class="named-answer"><span class="lab">${name}</span>${drawField(part, index, view)}</label>`;

const drawNumber = (part: NumberPart, view: FieldsView): Html =>
  html`<div class="shape-answer number">${drawNamedField(part.label[view.locale], part, 0, view)}</div>`;

const drawShape = (part: ShapePart, view: FieldsView): Html =>
  html`<div class="shape-block" role="group" aria-label="${part.label[view.locale]}">
    <p class="grid-name ${part.role}">${part.label[view.locale]}</p>
    <div class="shape-answer">${part.axes.map(
      (axis, index) =>
        html`${index > 0 && html`<span class="times-sign" aria-hidden="true">×</span>`}${drawNamedField(axis[view.locale], part, index, view)}`,
    )}</div></div>`;

/** A grid of fields; one with a single row or column is a list that wraps, each field under its own name. */
function drawGrid(part: GridPart, view: FieldsView): Html {
  const { rows, columns, role } = part;
  const { locale } = view;
  const wide = part.entry !== 'integer';
  const cells = Array.from({ length: fieldCount(part) }, (_, index) => index);
  const head = gridName(part.label[locale], role, undefined);
  const names = rows === 1 ? part.columnNames : part.rowNames;
  const single = rows === 1 || columns === 1;
  const group = attributes({
    class: `grid answers${single ? ' line' : ''}${wide ? ' wide-fields' : ''}`,
    role: 'group',
    'aria-label': part.label[locale],
    style: `--cols:${rows === 1 || !single ? columns : 1}`,
  });
  if (single) {
    const fields = cells.map((index) => {
      const name = names?.[index]?.[locale];
      return name === undefined ? drawField(part, index, view) : drawNamedField(name, part, index, view);
    });
    return html`<figure class="grid-block">${head}<div${group}>${fields}</div></figure>`;
  }
  const grid = html`<div${group}>${cells.map((index) => drawField(part, index, view))}</div>`;
  return html`<figure class="grid-block">${head}${withNames(grid, part, rows, columns, locale)}</figure>`;
}

/** Radio buttons or boxes to tick, with the mark at the option that it is about. */
function drawOptions(part: ChoicePart | ChoicesPart, view: FieldsView): Html {
  const { id, locale, judgement, locked } = view;
  const one = part.kind === 'choice';
  const texts = judgement.texts[part.id] ?? [];
  const options = part.options.map((option, place) => {
    const index = one ? 0 : place;
    const chosen = texts[index] === (one ? option.id : 'yes');
    const mark = one && !chosen ? undefined : judgement.marks[part.id]?.[index];
    const fieldId = `${id}-${part.id}-${place}`;
    const input = attributes({
      id: fieldId,
      type: one ? 'radio' : 'checkbox',
      name: one && `${id}-${part.id}`,
      'data-part': part.id,
      'data-index': index,
      value: one ? option.id : 'yes',
      checked: chosen,
      'aria-describedby': mark && `${fieldId}-mark`,
      disabled: locked,
    });
    return html`<label class="choice"${attributes({ 'data-state': mark })}><input${input}><span>${drawText(option.label[locale])}</span>${drawMark(mark, `${fieldId}-mark`, locale)}</label>`;
  });
  const columns = part.kind === 'choices' ? part.columns : undefined;
  return html`<fieldset class="options"><legend>${part.label[locale]}</legend>
    <div class="option-list"${attributes({ style: columns !== undefined && `--cols:${columns}`, 'data-map': columns !== undefined, 'data-row': part.inARow })}>${options}</div></fieldset>`;
}

/** The fields of one part. */
export function drawPart(part: Part, view: FieldsView): Html {
  switch (part.kind) {
    case 'number':
      return drawNumber(part, view);
    case 'shape':
      return drawShape(part, view);
    case 'grid':
      return drawGrid(part, view);
    case 'choice':
    case 'choices':
      return drawOptions(part, view);
  }
}
