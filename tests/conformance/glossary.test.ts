import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type MdastNode, mdxToJs, mdxToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { topics } from '@/components/practice/topics.ts';
import { readGlossary, type Term } from '@/plugins/glossary.ts';
import { satteriGlossary } from '@/plugins/satteri-glossary.ts';
import { type Locale, localeKeys } from '@/state/locale.ts';

const terms = readGlossary();
const features = { math: true, frontmatter: true };

/** The terms that a text of MDX links, in order, with the words that are linked. */
async function linksIn(mdx: string, locale: Locale, slug = 'example', base = '/x/y/'): Promise<string[]> {
  const fileURL = pathToFileURL(`content/lessons/${locale}/${slug}.mdx`);
  const { code } = await mdxToJs(mdx, { features, mdastPlugins: [satteriGlossary(base)], fileURL, jsx: true });
  const root = base.replace(/\/$/, '');
  const pattern = new RegExp(`href="${root}/${locale}/glossary/#([^"]*)"[^>]*>\\{?"?([^"<{}]*)`, 'g');
  return [...code.matchAll(pattern)].map(([, id, words]) => `${id}: ${words}`);
}

/** What a lesson says outside of headings, tables, links, code and predictions. */
function sentences(node: MdastNode): string[] {
  if (node.type === 'text') return [node.value];
  if (/heading|table|link/.test(node.type) || ('name' in node && node.name === 'Predict')) return [];
  return 'children' in node ? node.children.flatMap(sentences) : [];
}

/** A term that is looked for by its own words occurs in a text, and not as part of a longer one. */
function occurs(term: Term, text: string, locale: Locale): boolean {
  const { term: word } = term[locale];
  const longer = terms
    .flatMap((other) => [other[locale].term, ...(other[locale].others ?? [])])
    .filter((other) => other !== word && other.includes(word));
  const rest = longer.reduce((left, other) => left.replaceAll(other, ' / '), text);
  return locale === 'zh' ? rest.includes(word) : new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(rest);
}

describe('the terms', () => {
  it('are all there are in the plan of words, each once, in both languages', () => {
    expect(terms.length).toBeGreaterThan(80);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    for (const locale of localeKeys) expect(new Set(terms.map((term) => term[locale].term)).size).toBe(terms.length);
  });

  it.each(terms)('$id', ({ lesson, en, zh }) => {
    if (lesson !== undefined) expect(topics.map(({ slug }) => slug)).toContain(lesson);
    expect(en.text).toMatch(/[.?]$/);
    expect(zh.text).toMatch(/[。？]$/);
    expect(zh.text).toMatch(/\p{Script=Han}/u);
    expect(en.text).not.toMatch(/\p{Script=Han}|[!—]/u);
    expect(zh.text).not.toMatch(/[\u4e00-\u9fff][,.;:?!()]|[！—]|[\u4e00-\u9fff] +\S|\S +[\u4e00-\u9fff]/);
  });
});

describe.each(localeKeys)('lessons in %s', (locale) => {
  const slugs = readdirSync(`content/lessons/${locale}`).map((file) => file.replace('.mdx', ''));
  it.each(slugs)('%s: links every term of its text exactly once', async (slug) => {
    const mdx = readFileSync(`content/lessons/${locale}/${slug}.mdx`, 'utf8');
    const linked = (await linksIn(mdx, locale, slug)).map((link) => link.split(':')[0]);
    expect(linked.length).toBeGreaterThan(5);
    expect(new Set(linked).size).toBe(linked.length);
    const ids = terms.map(({ id }) => id);
    expect(linked.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    const text = sentences(mdxToMdast(mdx, { features })).join('\n');
    const used = terms.filter((term) => term[locale].match === undefined && occurs(term, text, locale));
    expect(used.map(({ id }) => id).filter((id) => !linked.includes(id))).toEqual([]);
  });
});

describe('a link', () => {
  it('stands at the first use, in the plural and at the beginning of a sentence too', async () => {
    expect(
      await linksIn('## The kernel\n\nKernels slide. A kernel has *weights*. A **feature map** has channels.', 'en'),
    ).toEqual(['kernel: Kernels', 'weight: weights', 'feature-map: feature map', 'channel: channels']);
  });

  it('takes the longest term in Chinese', async () => {
    expect(await linksIn('有效感受野比感受野小。全局平均池化不是平均池化，特征图也不是特征。', 'zh')).toEqual([
      'effective-receptive-field: 有效感受野',
      'receptive-field: 感受野',
      'global-average-pooling: 全局平均池化',
      'average-pooling: 平均池化',
      'feature-map: 特征图',
      'feature: 特征',
    ]);
  });

  it('is in no heading, link, code, formula, table or prediction', async () => {
    const mdx = [
      '# Stride',
      'See [stride](https://a.example), `stride`, $stride$, a stride-ruler.',
      '| stride |\n|---|\n| stride |',
      '<Predict options={["stride"]}>\nWhich stride?\n</Predict>',
      '```\nstride\n```',
    ].join('\n\n');
    expect(await linksIn(mdx, 'en')).toEqual([]);
    expect(await linksIn(`${mdx}\n\nA stride.`, 'en')).toEqual(['stride: stride']);
  });

  it('has the base path, with or without a slash at its end', async () => {
    for (const base of ['/', '/deep', '/x/y/'])
      expect(await linksIn('A kernel.', 'en', 'example', base)).toEqual(['kernel: kernel']);
  });

  it('is in lessons only', async () => {
    const plugins = { mdastPlugins: [satteriGlossary('/')] };
    const about = { ...plugins, fileURL: pathToFileURL('content/pages/en/about.mdx') };
    expect((await mdxToJs('A kernel.', about)).code).not.toContain('glossary');
  });
});
