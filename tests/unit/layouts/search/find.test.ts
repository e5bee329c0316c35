import { describe, expect, it } from 'vitest';
import { searcher } from '../../../../src/layouts/search/find.ts';
import type { SearchPage } from '../../../../src/layouts/search/pages.ts';

const page = (path: string, title: string, text: string, more: Partial<SearchPage> = {}): SearchPage => ({
  path,
  title,
  terms: [],
  sections: [{ id: 'a', heading: 'Part', text }],
  ...more,
});
const paths = (pages: readonly SearchPage[], typed: string) => searcher(pages)(typed).map(({ path }) => path);

describe('the pages found', () => {
  const pages = [
    page('about/', 'About', 'The kernel. Nothing else.'),
    page('lessons/a/', 'Stones', 'A kernel slides over a picture. 批归一化'),
    page('lessons/b/', 'Steps', 'The stride of a window. 归一'),
  ];

  it('have every word that was typed', () => {
    expect(paths(pages, 'kernel')).toEqual(['lessons/a/', 'about/']);
    expect(paths(pages, 'kernels pictures')).toEqual(['lessons/a/']);
    expect(paths(pages, 'kernel stride')).toEqual([]);
    expect(paths(pages, 'kernel unheard')).toEqual([]);
    expect(paths(pages, '')).toEqual([]);
    expect(paths(pages, '?')).toEqual([]);
  });

  it('have Chinese as it was typed, wherever a dictionary would cut it', () => {
    expect(paths(pages, '归一化')).toEqual(['lessons/a/']);
    expect(paths(pages, '一化')).toEqual(['lessons/a/']);
    expect(paths(pages, '归一')).toEqual(['lessons/b/', 'lessons/a/'].toSorted());
    expect(paths(pages, '归化')).toEqual([]);
  });

  it.each(['a'.repeat(5000), '(((((', '$&', '<img onerror=x>', '.*', '\\p{L}', '\0', '{words}', '👍'])(
    'are none, and no error, for %j',
    (typed) => expect(paths(pages, typed)).toEqual([]),
  );
});

describe('the order of the pages', () => {
  it('begins with the lesson that explains the term, then the glossary', () => {
    const often = 'stride '.repeat(50);
    const pages = [
      page('glossary/', 'Glossary', 'how far it moves', {
        terms: ['stride', '步长'],
        sections: [{ id: 'stride', heading: 'stride · 步长', text: 'How far it moves.' }],
      }),
      page('practice/a/', 'Size with stride', often),
      page('lessons/often/', 'Shapes', often),
      page('lessons/stride/', 'Bigger steps', 'The stride.', { terms: ['stride', '步长'] }),
    ];
    const order = ['lessons/stride/', 'glossary/', 'lessons/often/', 'practice/a/'];
    expect(paths(pages, 'strides')).toEqual(order);
    expect(paths(pages.toReversed(), 'strid')).toEqual(order);
  });

  it('puts words that stand together before words that stand apart', () => {
    const pages = [
      page('lessons/apart/', 'A', 'A map of one feature, a map of another, a feature again.'),
      page('lessons/together/', 'B', 'A feature map.'),
    ];
    expect(paths(pages, 'feature map')[0]).toBe('lessons/together/');
  });

  it('puts the glossary’s own entry before longer names', () => {
    const sections = ['max pooling · 最大池化', 'pooling · 池化'].map((heading, at) => ({
      id: `${at}`,
      heading,
      text: 'A pooling of poolings pools. 池化池化',
    }));
    const find = searcher([page('glossary/', 'Glossary', '', { sections })]);
    for (const typed of ['pooling', '池化', 'pool']) expect(find(typed)[0]?.sections[0]?.id, typed).toBe('1');
  });
});

describe('the excerpt', () => {
  const excerpt = (text: string, typed: string) =>
    searcher([page('lessons/a/', 'A', text, { sections: [{ id: '', heading: '', text }] })])(typed)[0]
      ?.excerpt.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');

  it('marks what was found, and is nothing but text', () => {
    expect(excerpt('A <b>kernel</b> & two kernels.', 'kernel')).toBe('A <b>[kernel]</b> & two [kernels].');
    expect(excerpt('卷积核滑过图片，就是卷积。', '卷积')).toBe('[卷积]核滑过图片，就是[卷积]。');
  });

  it('begins with the sentence, or at a word', () => {
    const before = 'Something else altogether stands here, and it goes on for quite a while. ';
    expect(excerpt(`${before}Here is the kernel.`, 'kernel')).toBe('…Here is the [kernel].');
    const long = excerpt(`${'unrelated '.repeat(30)}kernel${' more'.repeat(60)}`, 'kernel') ?? '';
    expect(long).toMatch(/^…unrelated (unrelated )*\[kernel\]( more)+…$/);
    expect(long.length).toBeLessThan(170);
    expect(excerpt(`${'无关的字'.repeat(40)}。步长${'又一些字'.repeat(40)}`, '步长')).toMatch(
      /^…\[步长\]又一.{60,80}…$/,
    );
  });

  it('is as long as its language needs, whatever words of the other stand in it', () => {
    const english = `kernel · 卷积核 · ${'A small grid of weights. '.repeat(20)}`;
    expect(excerpt(english, 'kernel')?.length).toBeGreaterThan(145);
  });

  it('shows the place where all words stand', () => {
    expect(excerpt(`A map. ${'Other things. '.repeat(20)} A feature of the map.`, 'feature map')).toContain(
      'A [feature] of the [map].',
    );
  });
});
