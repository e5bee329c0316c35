import type { Translated } from '../../state/locale.ts';

const en = {
  title: 'Find the tip of the tick',
  picture: 'Picture',
  pattern: 'Tip',
  size: '{size} × {size}',
  square: 'Row {row}, column {column}',
  start: 'Nine places are possible. Choose one.',
  partly:
    'Squares that agree: {agree}. Squares that differ: {differ}. {agree} − {differ} = {sum}. Not the tip. Try another.',
  whole:
    'Squares that agree: {agree}. Squares that differ: {differ}. {agree} − {differ} = {sum}. A perfect match. You have just computed a convolution.',
};

export type Words = typeof en;

export default {
  en,
  zh: {
    title: '找出对勾的拐角',
    picture: '大图',
    pattern: '拐角',
    size: '{size} × {size}',
    square: '第{row}行第{column}列',
    start: '一共有九个位置可选，点其中一个。',
    partly: '相同的有{agree}格，不同的有{differ}格：{agree} − {differ} = {sum}。不是这里，再试一处。',
    whole: '相同的有{agree}格，不同的有{differ}格：{agree} − {differ} = {sum}。完全吻合。你刚刚算了一次卷积。',
  },
} satisfies Translated<Words>;
