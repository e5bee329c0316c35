import type { Translated } from '@/state/locale.ts';

/** The words of the card itself; what is said about answers is in the exercises' kit. */
export interface CardWords {
  /** The card's name in a lesson. */
  exercise(number: string): string;
  readonly check: string;
  readonly checkAgain: string;
  readonly hint: string;
  hintOf(hint: number, hints: number): string;
  readonly show: string;
  readonly myAnswers: string;
  readonly rightAnswers: string;
  readonly newProblem: string;
  readonly before: string;
  readonly after: string;
  tally(right: number, fields: number): string;
  rightAt(attempt: number, hints: number): string;
  readonly lookAgain: string;
  readonly fold: string;
  readonly next: string;
  /** Passes over a problem where a host decides what comes. */
  readonly another: string;
  readonly steps: string;
  readonly shown: { readonly head: string; readonly text: string; readonly spoken: string };
  readonly level: string;
  levelOf(level: number): string;
  problem(code: string): string;
  readonly thisProblem: string;
  seed(level: number): string;
  readonly copyLink: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly print: string;
  readonly marks: Readonly<Record<'correct' | 'wrong' | 'unreadable' | 'shown', string>>;
  /** What is spoken when another problem comes. */
  fresh(level: number): string;
  pasted(fields: number): string;
  pasteSize(rows: number, columns: number, roomRows: number, roomColumns: number): string;
  readonly pasteRagged: string;
  readonly undo: string;
  readonly undone: string;
  readonly keys: { readonly label: string; readonly minus: string; readonly slash: string };
  readonly notKept: string;
  readonly broken: string;
  badSeed(seed: string): string;
  badLevel(level: string): string;
  noProblem(seed: string): string;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

export const cardWords: Translated<CardWords> = {
  en: {
    exercise: (number) => `Exercise ${number}`,
    check: 'Check',
    checkAgain: 'Check again',
    hint: 'Hint',
    hintOf: (hint, hints) => `Hint ${hint} of ${hints}`,
    show: 'Show me',
    myAnswers: 'What I had',
    rightAnswers: 'The answers',
    newProblem: 'New problem',
    before: 'Problem before',
    after: 'Problem after',
    tally: (right, fields) => `${right} of ${fields} right`,
    rightAt(attempt, hints) {
      const ordinal = ordinals[attempt - 1];
      const when = ordinal === undefined ? `Right at try ${attempt}` : `Right at the ${ordinal} try`;
      if (hints === 0) return when;
      return `${when}, with ${hints === 1 ? 'a hint' : `${hints} hints`}`;
    },
    lookAgain: 'Look at it again',
    fold: 'Fold',
    next: 'Next exercise',
    another: 'Another exercise',
    steps: 'Worked steps',
    shown: {
      head: 'The answers are shown.',
      text: 'This problem counts as seen, not as right. Follow the worked steps, then try a new one.',
      spoken: 'The answers are in the fields.',
    },
    level: 'Level',
    levelOf: (level) => `Level ${level}`,
    problem: (code) => `Problem ${code}`,
    thisProblem: 'This problem',
    seed: (level) => `level ${level}`,
    copyLink: 'Copy link to this problem',
    copied: 'The link is copied. It shows the same numbers to whoever opens it.',
    notCopied: 'The browser would not let the page copy. This is the link:',
    print: 'Print this problem',
    marks: { correct: 'right', wrong: 'wrong', unreadable: 'cannot be read', shown: 'answer shown' },
    fresh: (level) => `Another problem, level ${level}.`,
    pasted: (fields) => (fields === 1 ? 'One field filled.' : `${fields} fields filled.`),
    pasteSize: (rows, columns, roomRows, roomColumns) =>
      `What you pasted has ${rows} × ${columns} values; from this field on there is room for ${roomRows} × ${roomColumns}. Nothing was changed.`,
    pasteRagged: 'The rows that you pasted are not equally long. Nothing was changed.',
    undo: 'Undo',
    undone: 'The fields are as they were.',
    keys: { label: 'Signs that the keyboard may lack', minus: 'minus', slash: 'fraction stroke' },
    notKept: 'This browser does not keep your progress for this site: it lasts until the page is closed.',
    broken: 'This exercise could not be started. Load the page again; the problem and its worked steps stay readable.',
    badSeed: (seed) =>
      `The address asks for problem “${seed}”, which is none: problems are numbered from 0 to 4,294,967,295. Here is a fresh one.`,
    badLevel: (level) =>
      `The address asks for level “${level}”, which is none: there are levels 1, 2 and 3. This is level 1.`,
    noProblem: (seed) => `There is no problem with the number ${seed}. Here is a fresh one.`,
  },
  zh: {
    exercise: (number) => `练习${number}`,
    check: '检查',
    checkAgain: '再检查一次',
    hint: '提示',
    hintOf: (hint, hints) => `提示${hint}（共${hints}条）`,
    show: '看答案',
    myAnswers: '看我填的',
    rightAnswers: '看正确答案',
    newProblem: '换一题',
    before: '上一题',
    after: '下一题',
    tally: (right, fields) => `${fields}格中对了${right}格`,
    rightAt(attempt, hints) {
      const when = attempt === 1 ? '一次做对' : `第${attempt}次做对`;
      return hints === 0 ? when : `${when}，看了${hints}条提示`;
    },
    lookAgain: '再看看',
    fold: '收起',
    next: '下一个练习',
    another: '换一个练习',
    steps: '解题步骤',
    shown: {
      head: '答案已经显示。',
      text: '这道题算看过，不算做对。看懂解题步骤，再换一题试试。',
      spoken: '答案已经填在格子里。',
    },
    level: '难度',
    levelOf: (level) => `难度${level}`,
    problem: (code) => `题目${code}`,
    thisProblem: '这道题',
    seed: (level) => `难度${level}`,
    copyLink: '复制这道题的链接',
    copied: '链接已复制，谁打开它，看到的都是同样的数。',
    notCopied: '浏览器不让网页复制。链接在这里：',
    print: '打印这道题',
    marks: { correct: '对', wrong: '错', unreadable: '无法识别', shown: '显示的答案' },
    fresh: (level) => `换了一道题，难度${level}。`,
    pasted: (fields) => `填好了${fields}格。`,
    pasteSize: (rows, columns, roomRows, roomColumns) =>
      `粘贴的内容是${rows}×${columns}个值，而从这一格起只放得下${roomRows}×${roomColumns}个。什么都没有改。`,
    pasteRagged: '粘贴的各行长短不一。什么都没有改。',
    undo: '撤销',
    undone: '已恢复原样。',
    keys: { label: '键盘上可能没有的符号', minus: '负号', slash: '分数线' },
    notKept: '浏览器没有为本站保存你的进度：关掉页面就没有了。',
    broken: '这个练习没能启动，请重新打开页面。题目和解题步骤仍然可以看。',
    badSeed: (seed) => `网址里的题号“${seed}”不存在：题号是0到4,294,967,295的整数。这里换了一道新题。`,
    badLevel: (level) => `网址里的难度“${level}”不存在：难度只有1、2、3。这里是难度1。`,
    noProblem: (seed) => `没有题号为${seed}的题目。这里换了一道新题。`,
  },
};
