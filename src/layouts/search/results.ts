import { fill } from '../../i18n/fill.ts';
import { href, pageHref } from '../../i18n/links.ts';
import { type Locale, localeKeys, type Translated } from '../../state/locale.ts';
import { type Hit, searcher } from './find.ts';
import type { SearchPage } from './pages.ts';

const TAGS: Translated = { en: 'en', zh: 'zh-CN' };
/** Pages shown: the best stand first. */
const SHOWN = 8;

interface Found extends Hit {
  readonly locale: Locale;
}

async function load(locale: Locale) {
  const response = await fetch(href(`search/${locale}.json`));
  if (!response.ok) throw new Error(`The search's file answers ${response.status}.`);
  const pages: readonly SearchPage[] = await response.json();
  return { locale, find: searcher(pages) };
}

let searchers: Promise<Awaited<ReturnType<typeof load>>[]> | undefined;

/** The pages found, the page's language first; a page of another language only where its twin is not among them. */
async function find(words: string, own: Locale): Promise<Found[]> {
  const order = localeKeys.toSorted((a, b) => Number(b === own) - Number(a === own));
  searchers ??= Promise.all(order.map(load));
  const found = (await searchers).flatMap(({ locale, find }) => find(words).map((hit) => ({ ...hit, locale })));
  const first = new Map<string, Found>();
  for (const hit of found) if (!first.has(hit.path)) first.set(hit.path, hit);
  return [...first.values()];
}

function element(name: string, properties: Partial<HTMLAnchorElement>, ...children: (string | Node)[]) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function item({ path, title, excerpt, sections, locale }: Found, own: Locale, otherLanguage: string): HTMLElement {
  const lang = locale === own ? '' : TAGS[locale];
  const address = pageHref(locale, path);
  const note = lang ? [element('small', {}, ` ${otherLanguage}`)] : [];
  const text = excerpt.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text));
  const links = sections.slice(0, 3).map(({ id, heading }) => element('a', { href: `${address}#${id}` }, heading));
  return element(
    'li',
    {},
    element('a', { href: address, lang }, title),
    ...note,
    element('p', { lang }, ...text),
    ...(links.length > 0 ? [element('p', { className: 'search-sections', lang }, ...links)] : []),
  );
}

/** The arrow keys move through the field and the links. */
function move(dialog: HTMLDialogElement, event: KeyboardEvent) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [...dialog.querySelectorAll<HTMLElement>('input, [data-results] a')];
  const at = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
  const next = stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const begun = new WeakSet<HTMLDialogElement>();

/** Makes the dialog answer; loads the index. */
export function begin(dialog: HTMLDialogElement, field: HTMLInputElement) {
  if (begun.has(dialog)) return;
  begun.add(dialog);
  const locale = dialog.dataset['locale'] === 'zh' ? 'zh' : 'en';
  const words: Record<string, string> = JSON.parse(dialog.dataset['words'] ?? '{}');
  const said = dialog.querySelector('[data-said]');
  const list = dialog.querySelector('[data-results]');
  const say = (name: string, values = {}) => {
    if (said) said.textContent = fill(words[name] ?? '', values);
  };
  const saySum = (count: number, shown: number, looked: string) => {
    if (count === 0) return say('none', { words: looked });
    if (count === 1) return say('one');
    return say(shown < count ? 'more' : 'many', { count, shown });
  };

  let newest = 0;
  const look = async () => {
    const turn = ++newest;
    const looked = field.value.trim();
    if (looked === '') {
      list?.replaceChildren();
      return say('hint');
    }
    try {
      const pages = await find(looked, locale);
      if (turn !== newest) return;
      const shown = pages.slice(0, SHOWN);
      list?.replaceChildren(...shown.map((page) => item(page, locale, words['otherLanguage'] ?? '')));
      saySum(pages.length, shown.length, looked);
    } catch {
      searchers = undefined;
      if (turn !== newest) return;
      list?.replaceChildren();
      say('failed');
    }
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  };
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) lookSoon();
  });
  field.addEventListener('compositionend', lookSoon);
  dialog.addEventListener('keydown', (event) => move(dialog, event));
  lookSoon();
}
