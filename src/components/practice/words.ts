import type { Translated } from '@/state/locale.ts';

/** The words of the practice pages. `{name}` stands for a value. */
interface PracticeWords {
  readonly title: string;
  readonly lead: string;
  readonly description: string;
  readonly kindDescription: string;
  readonly kindLead: string;
  readonly goOn: string;
  readonly start: string;
  readonly random: string;
  readonly others: string;
  readonly lesson: string;
  readonly all: string;
  /** How the reader stands with a kind. */
  readonly right: string;
  readonly seen: string;
  readonly noScript: string;
}

export const practiceWords: Translated<PracticeWords> = {
  en: {
    title: 'Practice',
    lead: 'A new problem each time, checked part by part. The address keeps the problem, so a link to it shows the same numbers to someone else.',
    description:
      'Hand calculations on convolutional networks: a new problem each time, checked part by part, with a diagnosis.',
    kindDescription: 'Practise “{title}”: a new problem each time, checked part by part, with hints and worked steps.',
    kindLead: 'A new problem each time. The address keeps it, so a link shows the same numbers to someone else.',
    goOn: 'Go on: {title}',
    start: 'Start: {title}',
    random: 'Any of these',
    others: 'More exercises',
    lesson: 'Lesson {order}: {title}',
    all: 'All exercises',
    right: '{right} of {seen} right',
    seen: '{seen} seen',
    noScript: 'Without script nothing can be checked here; each exercise shows one problem with its worked steps.',
  },
  zh: {
    title: '练习',
    lead: '每次都是新题，逐格检查。网址记着题目，把链接发给别人，看到的就是同样的数。',
    description: '卷积网络的手算练习：每次都是新题，逐格检查，指出错在哪里。',
    kindDescription: '练习“{title}”：每次都是新题，逐格检查，有提示和解题步骤。',
    kindLead: '每次都是新题。网址记着题目，把链接发给别人，看到的就是同样的数。',
    goOn: '继续：{title}',
    start: '开始：{title}',
    random: '随便来一题',
    others: '更多练习',
    lesson: '第{order}课：{title}',
    all: '全部练习',
    right: '做过{seen}道，对了{right}道',
    seen: '看过{seen}道',
    noScript: '没有脚本就无法检查；每个练习会给出一道题和它的解题步骤。',
  },
};
