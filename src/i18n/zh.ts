import type { Messages } from './index.ts';

const zh: Messages = {
  site: '手算卷积',
  skip: '跳到正文',
};
export default zh;
