import { defineMdastPlugin, type MdastNode, type MdastPluginEntry } from 'satteri';
import { isLocale, type Locale } from '../state/locale.ts';
import { type Found, readGlossary, termFinder } from './glossary.ts';

/** What is not running text, or leads elsewhere already; a question to predict stays without a way out of it. */
const NOT_TEXT = ['heading', 'table', 'link', 'linkReference'];
const NOT_TEXT_IN = ['Predict', 'a'];

type Text = Extract<MdastNode, { type: 'text' }>;

function textsOf(node: MdastNode): Text[] {
  if (node.type === 'text') return [node];
  if (NOT_TEXT.includes(node.type) || !('children' in node)) return [];
  if ('name' in node && NOT_TEXT_IN.includes(node.name ?? '')) return [];
  return node.children.flatMap(textsOf);
}

/** The text with links at the terms. */
function linked(text: string, found: readonly Found[], glossary: string): MdastNode[] {
  const plain = (value: string): MdastNode[] => (value === '' ? [] : [{ type: 'text', value }]);
  let done = 0;
  const parts = found.flatMap(({ id, start, end }): MdastNode[] => {
    const before = plain(text.slice(done, start));
    done = end;
    const value = text.slice(start, end);
    const data = { hProperties: { class: 'to-glossary' } };
    return [...before, { type: 'link', url: `${glossary}#${id}`, data, children: [{ type: 'text', value }] }];
  });
  return [...parts, ...plain(text.slice(done))];
}

/** The language of a lesson, from where its file stands; undefined for other pages. */
function localeOfLesson(file: URL | undefined): Locale | undefined {
  const locale = /\/content\/lessons\/(\w+)\/[^/]+\.mdx$/.exec(file?.pathname ?? '')?.[1];
  return isLocale(locale) ? locale : undefined;
}

/**
 * Links every term of `content/glossary.json` to the glossary where a lesson's running text first uses it.
 * @param base the path that the site is built for: "/x/y/"
 */
export function satteriGlossary(base: string): MdastPluginEntry {
  const terms = readGlossary();
  return ({ fileURL }) => {
    const locale = localeOfLesson(fileURL);
    if (!locale) return undefined;
    const find = termFinder(terms, locale);
    const glossary = `${base.replace(/\/$/, '')}/${locale}/glossary/`;
    return defineMdastPlugin({
      name: 'glossary',
      before: (root, context) => {
        const seen = new Set<string>();
        for (const node of textsOf(root)) {
          const fresh = find(node.value).filter(({ id }) => !seen.has(id) && seen.add(id));
          if (fresh.length > 0) context.replaceNode(node, linked(node.value, fresh, glossary));
        }
      },
    });
  };
}
