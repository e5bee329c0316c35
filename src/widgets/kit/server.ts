/** Draws widgets on the server: the first picture, before script, in print and without it. Only the build imports this. */
import { select } from 'd3';
import { parseHTML } from 'linkedom';
import type { Locale, Translated } from '../../state/locale.ts';
import type { Widget } from './definition.ts';
import type { First } from './frame.ts';
import type { Instance } from './instance.ts';
import { kitWords } from './words.ts';

type Words = Readonly<Record<string, string>>;

const widgets = import.meta.glob<Widget>('../*/draw.ts', { eager: true, import: 'default' });
const tables = import.meta.glob<Translated<Words>>(['../*/words.ts', '!../kit/words.ts'], {
  eager: true,
  import: 'default',
});

const idOf = (path: string): string => path.split('/').at(-2) ?? '';

/** The ids of all widgets: their folders. */
export const widgetIds: readonly string[] = Object.keys(widgets).map(idOf).sort();

/** A widget and its words, found by its folder's name. */
export function findWidget(id: string): { readonly widget: Widget; readonly words: Translated<Words> } {
  const [widget, words] = [widgets[`../${id}/draw.ts`], tables[`../${id}/words.ts`]];
  if (!widget || !words) throw new Error(`There is no widget "${id}"; there are ${widgetIds.join(', ')}.`);
  return { widget, words };
}

/** A widget drawn on a DOM of its own. */
export function drawOnServer(
  id: string,
  locale: Locale,
  overrides: Readonly<Record<string, unknown>> = {},
  first?: First,
): { readonly root: HTMLElement; readonly instance: Instance } {
  const { widget, words } = findWidget(id);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const root = document.body;
  if (first) root.className = `${first}-first`;
  const instance = widget.start({ root, words: words[locale], kitWords: kitWords[locale], overrides });
  return { root, instance };
}

/** What only the live widget needs, which draws itself anew: a page with large grids is a tenth smaller without. */
const FOR_SCRIPT = ['data-index', 'data-value', 'inputmode', 'enterkeyhint', 'spellcheck', 'autocomplete'];

/** What a page needs of a widget in one language; throws a sentence about an unknown widget, setting or value. */
export function renderWidget(
  id: string,
  locale: Locale,
  overrides: Readonly<Record<string, unknown>> = {},
  first?: First,
) {
  const { root, instance } = drawOnServer(id, locale, overrides, first);
  // Without script a field cannot change the figure: it is read only until the widget is live.
  select(root).selectAll('input').attr('readonly', '');
  for (const name of FOR_SCRIPT) select(root).selectAll(`[${name}]`).attr(name, null);
  select(root).selectAll('button, select, input[type="range"], input[type="checkbox"]').attr('disabled', '');
  return {
    html: root.innerHTML,
    sentence: instance.sentence(),
    words: { own: findWidget(id).words[locale], kit: kitWords[locale] },
  };
}
