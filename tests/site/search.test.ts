import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { searcher } from '../../src/layouts/search/find.ts';
import { readGlossary } from '../../src/plugins/glossary.ts';
import { type Locale, localeKeys } from '../../src/state/locale.ts';
import { builtPages } from './pages.ts';

const read = (file: string) => readFileSync(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
const find = { en: searcher(JSON.parse(read('search/en.json'))), zh: searcher(JSON.parse(read('search/zh.json'))) };

const withoutTags = (html: string, blank: string) => html.replace(/<[^>]*>/g, blank).replace(/\s+/g, ' ');

/** The main part of a built page that the search shows: whole, and only what is certainly text in it. */
function textsOf(path: string) {
  const main = /<main[^>]*data-searchable.*<\/main>/s.exec(read(`${path}index.html`))?.[0] ?? '';
  const still = main.replace(/<(lesson-widget|pre|script|style|svg|nav)\b.*?<\/\1>/gs, '');
  const prose = [...still.matchAll(/<(p|li|h[1-3]|td|dt)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , text = '']) => text);
  // A Chinese word may have a tag within it, English words are apart where there is one.
  const blank = path.startsWith('zh/') ? '' : ' ';
  return {
    path: path.slice(3),
    whole: withoutTags(main, blank),
    prose: prose.map((text) => withoutTags(text, blank)).join('\n'),
  };
}
const inLanguage = (locale: Locale) => builtPages().filter((path) => path.startsWith(`${locale}/`));
const pages = { en: inLanguage('en').map(textsOf), zh: inLanguage('zh').map(textsOf) };

/** What is found is every page that has the text, and no other. */
function expectExact(locale: Locale, typed: string, text: RegExp) {
  const found = find[locale](typed).map(({ path }) => path);
  const having = (part: 'whole' | 'prose') =>
    pages[locale].filter((page) => text.test(page[part])).map(({ path }) => path);
  expect(
    having('prose').filter((path) => !found.includes(path)),
    'missed',
  ).toEqual([]);
  expect(
    found.filter((path) => !having('whole').includes(path)),
    'found without it',
  ).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

describe('the search in Chinese', () => {
  it.each([
    ['卷积', 'lessons/convolution/'],
    ['卷积核', 'lessons/convolution/'],
    ['手算卷积', ''],
    ['步长', 'lessons/stride/'],
    ['填充', 'lessons/padding/'],
    ['池化', 'lessons/pooling/'],
    ['最大池化', 'lessons/pooling/'],
    ['感受野', 'lessons/receptive-field/'],
    ['通道', 'lessons/images/'],
    ['独热编码', 'lessons/classification/'],
    ['展平', 'lessons/images/'],
    ['方差', 'glossary/'],
    ['批归一化', 'glossary/'],
    ['缩放', undefined],
    ['练习卷', 'glossary/'],
  ])('finds exactly the pages that have %s, %s first', (typed, first) => {
    const found = expectExact('zh', typed, new RegExp(typed));
    if (first !== undefined) expect(found[0]).toBe(first);
  });
});

describe('the search in English', () => {
  it.each([
    ['kernel', /\bkernel/i, 'lessons/convolution/'],
    ['kernels', /\bkernel/i, 'lessons/convolution/'],
    ['stride', /\bstrid(e|ing)/i, 'lessons/stride/'],
    ['strides', /\bstrid(e|ing)/i, 'lessons/stride/'],
    ['padding', /\bpad(s|ded|ding)?\b/i, 'lessons/padding/'],
    ['pooling', /\bpool/i, 'lessons/pooling/'],
    ['receptive', /\breceptive/i, 'lessons/receptive-field/'],
    ['channels', /\bchannel/i, 'lessons/images/'],
    ['flattened', /\bflatten/i, 'lessons/images/'],
    ['softmax', /\bsoftmax/i, 'lessons/softmax/'],
    ['one-hot', /one-hot/i, 'lessons/classification/'],
    ['worksheets', /\bworksheet/i, 'glossary/'],
    ['gradient', /\bgradient/i, 'glossary/'],
  ])('finds exactly the pages that have %s, %s, %s first', (typed, text, first) => {
    expect(expectExact('en', typed, text)[0]).toBe(first);
  });
});

describe.each(localeKeys)('every term of the glossary in %s', (locale) => {
  it.each(readGlossary().map((term) => [term[locale].term, term] as const))('%s', (name, { id, lesson }) => {
    const hits = find[locale](name);
    const glossary = hits.find(({ path }) => path === 'glossary/');
    expect(glossary?.sections[0]?.id).toBe(id);
    expect(glossary?.excerpt.some(({ marked }) => marked)).toBe(true);
    const place = hits.findIndex(({ path }) => path === `lessons/${lesson}/`);
    // A few terms are taught under another name.
    const page = pages[locale].find(({ path }) => path === `lessons/${lesson}/`);
    if (place >= 0 || page?.prose.toLowerCase().includes(name.toLowerCase())) expect(place).toBeOneOf([0, 1, 2]);
  });
});
