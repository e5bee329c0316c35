import type { Translated } from '@/state/locale.ts';
import type { TaskFault } from './tasks.ts';

/** The words of the worksheet's page and of the paper itself. */
export interface SheetWords {
  readonly title: string;
  readonly lead: string;
  readonly description: string;
  readonly noScript: string;
  readonly choose: string;
  lesson(order: number, title: string): string;
  readonly wholeLesson: string;
  chosen(kinds: number, problems: number): string;
  readonly level: string;
  levelOf(level: number): string;
  readonly rising: string;
  readonly count: string;
  countOf(count: number): string;
  readonly paperHead: string;
  readonly sheetTitle: string;
  readonly titleHint: string;
  readonly seed: string;
  readonly freshSeed: string;
  badSeed: string;
  readonly variants: string;
  variantsOf(count: number): string;
  readonly paper: string;
  readonly papers: { readonly a4: string; readonly letter: string };
  readonly columns: string;
  columnsOf(count: number): string;
  readonly room: string;
  readonly rooms: { readonly some: string; readonly much: string; readonly none: string };
  readonly keyOf: string;
  readonly keys: { readonly full: string; readonly answers: string; readonly none: string };
  readonly print: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly preview: string;
  /** What is printed before the sheet is drawn. */
  readonly notDrawn: string;
  readonly nothing: string;
  total(problems: number, variants: number): string;
  full(most: number): string;
  /** Of a kind with fewer different problems than the sheet asks for. */
  repeats(title: string): string;
  readonly failed: string;
  /** On the paper. */
  readonly untitled: string;
  variant(letter: string): string;
  readonly key: string;
  readonly name: string;
  readonly date: string;
  codes(address: string): string;
  fromSeed(seed: number): string;
  readonly worked: string;
  readonly slips: string;
  /** Beside an answer that is not the only right one. */
  readonly oneOfSeveral: string;
  /** For a class. */
  readonly classHead: string;
  readonly classText: string;
  readonly feedback: string;
  readonly feedbacks: { readonly once: string; readonly end: string };
  readonly steps: string;
  readonly stepsOf: { readonly open: string; readonly held: string };
  readonly heldNote: string;
  readonly openSet: string;
  readonly copySet: string;
  readonly scorm: string;
  readonly scormText: string;
  readonly scormMade: string;
  readonly scormFailed: string;
  readonly checkResults: string;
  readonly openCode: string;
  /** What of an address could not be used. */
  readonly faults: Readonly<Record<TaskFault['why'], (text: string) => string>>;
  unknownSetting(name: string): string;
  badSetting(name: string, text: string): string;
  readonly names: Readonly<Record<string, string>>;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const sheetWords: Translated<SheetWords> = {
  en: {
    title: 'Worksheets to print',
    lead: 'Problems on paper, with room to write and a key that names the slips to look for. The address holds every setting: the same address is the same sheet.',
    description:
      'Printable worksheets on convolutional networks: choose kinds and levels, up to four variants, and a key with worked steps.',
    noScript:
      'Worksheets are drawn in your browser from a seed, and that needs JavaScript. Switch it on for this site and load the page again.',
    choose: 'What is on it',
    lesson: (order, title) => `Lesson ${order}: ${title}`,
    wholeLesson: 'All of these',
    chosen: (kinds, problems) =>
      kinds === 0 ? '' : `${plural(kinds, 'kind', 'kinds')}, ${plural(problems, 'problem', 'problems')}`,
    level: 'Level',
    levelOf: (level) => `Level ${level}`,
    rising: 'Levels 1 to 3',
    count: 'Problems',
    countOf: (count) => `${count} ×`,
    paperHead: 'How it is printed',
    sheetTitle: 'Title',
    titleHint: 'Worksheet',
    seed: 'Seed',
    freshSeed: 'Other numbers',
    badSeed: 'A seed is a whole number from 0 to 4,294,967,295. The sheet keeps its old one.',
    variants: 'Variants',
    variantsOf: (count) => ['One sheet', 'A and B', 'A to C', 'A to D'][count - 1] ?? '',
    paper: 'Paper',
    papers: { a4: 'A4', letter: 'Letter' },
    columns: 'Columns',
    columnsOf: (count) => (count === 1 ? 'One' : 'Two'),
    room: 'Room to write',
    rooms: { some: 'Some', much: 'Much', none: 'None' },
    keyOf: 'Key',
    keys: { full: 'Answers, worked steps, slips', answers: 'Answers only', none: 'No key' },
    print: 'Print',
    copyLink: 'Copy link to this sheet',
    copied: 'The link is copied.',
    notCopied: 'The browser would not let the page copy. This is the link:',
    preview: 'Preview',
    notDrawn: 'The sheet was not drawn yet when this was printed. Wait until the preview shows it, then print again.',
    nothing: 'Nothing is chosen yet. Tick a kind of problem, or a whole lesson.',
    total: (problems, variants) =>
      `${plural(problems, 'problem', 'problems')}${variants > 1 ? ` in each of ${variants} variants` : ''}.`,
    full: (most) => `A sheet holds at most ${most} problems.`,
    repeats: (title) => `“${title}” has too few different problems for this sheet: in some variant one stands twice.`,
    failed: 'The sheet could not be drawn. With a connection, load the page again; your settings are in its address.',
    untitled: 'Worksheet',
    variant: (letter) => `Variant ${letter}`,
    key: 'Key',
    name: 'Name',
    date: 'Date',
    codes: (address) => `To have a problem checked, type its code at ${address}`,
    fromSeed: (seed) => `Seed ${seed}`,
    worked: 'Worked steps',
    slips: 'Slips to look for, and what they give',
    oneOfSeveral: 'There may be other right answers: open the problem by its code to have one checked.',
    classHead: 'For a class',
    classText:
      'The same problems as a set to be done on screen: the link opens it, at the end there is a score and a result to hand in. Nothing is sent anywhere by itself.',
    feedback: 'Right or wrong is said',
    feedbacks: { once: 'At each check', end: 'After handing in' },
    steps: 'Worked steps',
    stepsOf: { open: 'Open after handing in', held: 'Held back' },
    heldNote:
      'Codes on the paper then end in -H and open the problem without hints and steps. Whoever knows the site can leave the -H out.',
    openSet: 'Open the set',
    copySet: 'Copy its link',
    scorm: 'SCORM 1.2 package',
    scormText:
      'For Moodle and other learning platforms: a zip that runs there by itself and reports score and completion.',
    scormMade: 'The package is in your downloads.',
    scormFailed:
      'The package could not be made: a part of it could not be loaded. With a connection, try again; the settings are kept.',
    checkResults: 'Check results that were handed in',
    openCode: 'Open a problem by its code',
    faults: {
      kind: (text) => `The address asks for the exercise “${text}”, which is not here; it was left out.`,
      twice: (text) => `The address names the exercise “${text}” twice; the first counts.`,
      level: (text) => `The address asks for level “${text}”, which is none: there are 1, 2, 3 and 1-3. It is level 1.`,
      count: (text) => `The address asks for “${text}” problems of a kind: there can be 1 to 12. It is one.`,
      many: (text) => `The address asks for more than 40 problems; from “${text}” on they were cut.`,
    },
    unknownSetting: (name) => `The address has a setting “${name}” that is not known here; it was passed over.`,
    badSetting: (name, text) => `The address sets ${name} to “${text}”, which it cannot be; the usual value stands.`,
    names: {
      title: 'the title',
      tasks: 'the problems',
      seed: 'the seed',
      feedback: 'when right or wrong is said',
      steps: 'the worked steps',
      variants: 'the variants',
      paper: 'the paper',
      columns: 'the columns',
      room: 'the room to write',
      key: 'the key',
    },
  },
  zh: {
    title: '可打印的练习卷',
    lead: '把题目印在纸上：留出演算的地方，附上答案，并列出值得留意的错法。所有设置都在网址里，同一个网址就是同一张卷。',
    description: '卷积网络的可打印练习卷：自选题型和难度，最多四个版本，答案附解题步骤。',
    noScript: '练习卷由浏览器按种子现场生成，需要JavaScript。请为本站打开它，再重新载入页面。',
    choose: '选题',
    lesson: (order, title) => `第${order}课：${title}`,
    wholeLesson: '全选',
    chosen: (kinds, problems) => (kinds === 0 ? '' : `${kinds}种，${problems}题`),
    level: '难度',
    levelOf: (level) => `难度${level}`,
    rising: '难度1到3',
    count: '题数',
    countOf: (count) => `${count}题`,
    paperHead: '版面',
    sheetTitle: '标题',
    titleHint: '练习卷',
    seed: '种子',
    freshSeed: '换一批数',
    badSeed: '种子是0到4,294,967,295的整数。这张卷仍用原来的种子。',
    variants: '版本',
    variantsOf: (count) => ['一个版本', 'A、B卷', 'A到C卷', 'A到D卷'][count - 1] ?? '',
    paper: '纸张',
    papers: { a4: 'A4', letter: 'Letter' },
    columns: '分栏',
    columnsOf: (count) => (count === 1 ? '一栏' : '两栏'),
    room: '演算空间',
    rooms: { some: '小', much: '大', none: '无' },
    keyOf: '答案',
    keys: { full: '答案、步骤和常见错法', answers: '只有答案', none: '不要答案' },
    print: '打印',
    copyLink: '复制这张卷的链接',
    copied: '链接已复制。',
    notCopied: '浏览器不让网页复制。链接在这里：',
    preview: '预览',
    notDrawn: '打印时练习卷还没有生成好。请等预览显示出来再打印。',
    nothing: '还没有选题。勾选一种题型，或者一整课。',
    total: (problems, variants) => (variants > 1 ? `${variants}个版本，每个${problems}题。` : `共${problems}题。`),
    full: (most) => `一张卷最多${most}题。`,
    repeats: (title) => `“${title}”的不同题目不够这张卷用：有的版本里同一道题会出现两次。`,
    failed: '练习卷没能生成。有网时请重新载入页面，设置都在网址里。',
    untitled: '练习卷',
    variant: (letter) => `${letter}卷`,
    key: '答案',
    name: '姓名',
    date: '日期',
    codes: (address) => `想让网站批改某一题，在${address}输入它的代码`,
    fromSeed: (seed) => `种子${seed}`,
    worked: '解题步骤',
    slips: '留意这些错法，以及它们得出的答案',
    oneOfSeveral: '正确答案可能不止这一个：别的答案，可按代码打开题目来批改。',
    classHead: '布置给班级',
    classText:
      '把同样的题目做成一套在屏幕上完成的作业：打开链接就能做，最后有得分和可以上交的结果。网页不会自动发送任何内容。',
    feedback: '什么时候告诉对错',
    feedbacks: { once: '每次检查时', end: '交卷之后' },
    steps: '解题步骤',
    stepsOf: { open: '交卷后可看', held: '不给看' },
    heldNote: '纸上的代码会以-H结尾，打开后没有提示和步骤。熟悉本站的人去掉-H就能看到。',
    openSet: '打开作业',
    copySet: '复制作业链接',
    scorm: 'SCORM 1.2课件包',
    scormText: '用于Moodle等教学平台：一个zip，在平台里独立运行，并报告得分和完成情况。',
    scormMade: '课件包已下载。',
    scormFailed: '课件包没能做成：有一部分没能加载。有网时请再试，设置都还在。',
    checkResults: '核对交上来的结果',
    openCode: '按代码打开题目',
    faults: {
      kind: (text) => `网址里的练习“${text}”不存在，已略去。`,
      twice: (text) => `网址里练习“${text}”出现了两次，以第一次为准。`,
      level: (text) => `网址里的难度“${text}”不存在：只有1、2、3和1-3。这里按难度1。`,
      count: (text) => `网址里某种题要“${text}”道：每种只能是1到12道。这里按1道。`,
      many: (text) => `网址里的题目超过40道，从“${text}”起截断。`,
    },
    unknownSetting: (name) => `网址里的设置“${name}”无法识别，已略过。`,
    badSetting: (name, text) => `网址把${name}设为“${text}”，这不可以，仍用平常的值。`,
    names: {
      title: '标题',
      tasks: '题目',
      seed: '种子',
      feedback: '告诉对错的时间',
      steps: '解题步骤',
      variants: '版本',
      paper: '纸张',
      columns: '分栏',
      room: '演算空间',
      key: '答案',
    },
  },
};
