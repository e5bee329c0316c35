import { fill } from '../i18n/fill.ts';
import { isLocale, type Locale } from '../state/locale.ts';

/** What of Pagefind's answers is used here. */
interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly { readonly url: string; readonly title: string }[];
}
interface Index {
  mergeIndex(path: string, options: object): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<Page> }[] }>;
}
interface Pagefind {
  createInstance(options: object): Index;
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const TAGS = { en: 'en', zh: 'zh-CN' } as const;
/** Pages looked at and pages shown: the best stand first. */
const LOOKED_AT = 20;
const SHOWN = 8;

let index: Promise<Index> | undefined;

/** The index of the page's language with the other one's behind it. */
async function load(locale: Locale): Promise<Index> {
  const { createInstance }: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  const options = { baseUrl: base, excerptLength: 24 };
  const found = createInstance({ ...options, noWorker: true });
  // With its origin: Pagefind takes the same path for the same index and skips it.
  await found.mergeIndex(`${location.origin}${base}pagefind/`, {
    ...options,
    language: TAGS[locale === 'en' ? 'zh' : 'en'].toLowerCase(),
    indexWeight: 0.5,
  });
  return found;
}

const localeOfUrl = (url: string) => url.slice(base.length).split('/')[0];
const withoutLocale = (url: string) => url.slice(base.length).replace(/^\w+\//, '');

/** Pagefind looks for ever shorter beginnings of a word that it does not know: half of the word is the least that counts. */
function isNear(excerpt: string, words: string): boolean {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.trim().length));
  return (
    2 * longest([...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text = '']) => text)) >=
    longest(words.split(/\s+/))
  );
}

/** The pages found, best first; a page of the other language only where its twin is not among them. */
async function find(words: string, locale: Locale): Promise<Page[]> {
  index ??= load(locale);
  const { results } = await (await index).search(words);
  const all = await Promise.all(results.slice(0, LOOKED_AT).map((result) => result.data()));
  const pages = all.filter(({ excerpt }) => isNear(excerpt, words));
  const own = pages.filter(({ url }) => localeOfUrl(url) === locale);
  const known = new Set(own.map(({ url }) => withoutLocale(url)));
  return [...own, ...pages.filter(({ url }) => localeOfUrl(url) !== locale && !known.has(withoutLocale(url)))];
}

function element(name: string, properties: Partial<HTMLAnchorElement>, ...children: (string | Node)[]) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/** Pagefind marks the words found in an escaped text: only text and marks are taken over. */
function marked(excerpt: string): (string | Node)[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node instanceof HTMLElement ? element('mark', {}, text) : text;
  });
}

function item(page: Page, locale: Locale, otherLanguage: string): HTMLElement {
  const found = localeOfUrl(page.url);
  const lang = isLocale(found) && found !== locale ? TAGS[found] : '';
  const title = element('a', { href: page.url, lang }, page.meta.title ?? page.url);
  const note = lang ? [element('small', {}, ` ${otherLanguage}`)] : [];
  const sections = page.sub_results.filter(({ url }) => url.includes('#')).slice(0, 3);
  const links = sections.map(({ url, title: name }) => element('a', { href: url }, name.replace(/\s*#$/, '')));
  return element(
    'li',
    {},
    title,
    ...note,
    element('p', { lang }, ...marked(page.excerpt)),
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
      index = undefined;
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
