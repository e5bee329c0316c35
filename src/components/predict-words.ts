import type { Translated } from '@/i18n/index.ts';

const en = {
  label: 'Predict',
  choose: 'Your prediction',
  submit: 'That is my answer',
  skip: 'Skip',
  note: 'The figure moves once you have answered. A wrong guess costs nothing.',
  noteAlone: 'A wrong guess costs nothing.',
  none: 'Choose one of the answers first, or skip the question.',
  yes: 'Yes.',
  no: 'Look again.',
  skipped: 'Skipped: the figure is free.',
  reason: 'The answer and the reason',
  right: 'right answer',
  forgotten: 'This browser keeps nothing for this site: the answer is forgotten when you leave the page.',
};

/** The words of `Predict.astro`; the question, the options and the reason are the lesson's. */
export const predictWords: Translated<typeof en> = {
  en,
  zh: {
    label: '先猜一猜',
    choose: '你的猜测',
    submit: '就选这个',
    skip: '跳过',
    note: '回答之后，图才会动。猜错了也没关系。',
    noteAlone: '猜错了也没关系。',
    none: '请先选一个答案，也可以跳过。',
    yes: '猜对了。',
    no: '再看一看。',
    skipped: '已跳过，图可以操作了。',
    reason: '答案和原因',
    right: '正确答案',
    forgotten: '这个浏览器不为本站保存内容：离开页面后，这个回答就会忘掉。',
  },
};
