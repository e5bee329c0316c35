import type { Translated } from '@/state/locale.ts';

const en = {
  title: 'Glossary',
  description: 'The terms of the course in English and Chinese, each explained in a sentence or two.',
  lead: 'One word for one thing, in both languages. In the lessons a term leads here from where it is first used.',
  find: 'Find a term, in either language',
  order: 'Order',
  alphabet: 'A to Z',
  course: 'as the course goes',
  all: '{total} terms',
  some: '{count} of {total} terms',
  none: 'No term has “{words}” in it.',
  also: 'Also met',
  colon: ': ',
  comma: ', ',
};

/** The words of the glossary's page. */
export const glossaryWords: Translated<typeof en> = {
  en,
  zh: {
    title: '术语',
    description: '全部术语的中英文对照，每个用一两句话讲明白。',
    lead: '一个词只指一件事，中英文都列出来。课文里第一次用到一个术语时，点它就到这里。',
    find: '找术语，中英文都行',
    order: '排列',
    alphabet: '按拼音',
    course: '按课程顺序',
    all: '共{total}个',
    some: '共{total}个，找到{count}个',
    none: '没有哪个术语里有“{words}”。',
    also: '还会见到',
    colon: '：',
    comma: '、',
  },
};
