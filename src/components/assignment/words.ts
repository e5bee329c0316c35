import type { Translated } from '@/state/locale.ts';

/** The words of a set: doing it, handing it in, and looking through what was handed in. */
export interface SetWords {
  readonly title: string;
  readonly description: string;
  readonly noScript: string;
  readonly untitled: string;
  /** On an assignment's page without a set. */
  readonly nothing: string;
  readonly makeOne: string;
  readonly failed: string;
  /** Of a link without the sign at its end, and of one that does not fit its sign. */
  readonly unsigned: string;
  readonly changed: string;
  readonly notKept: string;
  intro(problems: number, feedback: 'once' | 'end'): string;
  readonly held: string;
  readonly name: string;
  problem(number: number): string;
  filled(empty: number): string;
  readonly handIn: string;
  asks(empty: number): string;
  readonly handInAllTheSame: string;
  score(right: number, problems: number): string;
  readonly goOn: string;
  readonly resultHead: string;
  readonly resultText: string;
  readonly resultLabel: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly file: string;
  readonly fileName: string;
  readonly notProof: string;
  readonly noName: string;
  /** The lines of the text that is handed in. */
  readonly lines: {
    set(title: string): string;
    name(name: string): string;
    time(time: string, times: number): string;
    problem(number: number, title: string, code: string, isRight: boolean, tries: number): string;
    checksum(short: string): string;
    readonly keep: string;
  };
  /** In a learning platform. */
  readonly platform: {
    readonly reported: string;
    readonly alone: string;
    readonly notReported: string;
    /** Tries once more to report. */
    readonly report: string;
    /** Why what is typed is not kept. */
    readonly refused: string;
    readonly full: string;
  };
  readonly results: {
    readonly title: string;
    readonly lead: string;
    readonly description: string;
    readonly noScript: string;
    readonly files: string;
    readonly paste: string;
    readonly check: string;
    readonly clear: string;
    readonly columns: {
      readonly name: string;
      readonly set: string;
      readonly score: string;
      readonly time: string;
      readonly checksum: string;
      readonly verdict: string;
    };
    readonly verdicts: { readonly sound: string; readonly altered: string; readonly 'other-set': string };
    none(source: string): string;
    broken(source: string): string;
    newer(source: string): string;
    /** Of results that claim the same checksum. */
    copies(names: readonly string[]): string;
    /** Where the list holds more sets than one. */
    several(sets: number): string;
    readonly pasted: string;
    readonly failed: string;
    readonly answers: string;
    times(times: number): string;
    said(read: number): string;
  };
  readonly codes: {
    readonly title: string;
    readonly lead: string;
    readonly description: string;
    readonly noScript: string;
    readonly label: string;
    readonly open: string;
    bad(code: string): string;
    readonly held: string;
  };
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const setWords: Translated<SetWords> = {
  en: {
    title: 'Assignment',
    description: 'A set of problems on convolutional networks, with a score and a result to hand in.',
    noScript:
      'An assignment is drawn and checked in your browser, and that needs JavaScript. Switch it on for this site and load the page again.',
    untitled: 'Assignment',
    nothing:
      'This address holds no set of problems. An assignment comes as a link from your teacher; open the whole link.',
    makeOne: 'Make a set of your own',
    failed: 'The set could not be loaded. With a connection, load the page again; what you typed is kept.',
    unsigned:
      'This link has no check sign at its end: it is an older one, or it was cut on its way. If the problems are not those you expect, ask your teacher for the link again.',
    changed:
      'This link does not fit the check sign at its end: it was changed on its way, and the problems may not be those of your teacher. Ask for the link again.',
    notKept:
      'This browser does not keep your answers for this site: they last until the page is closed. Hand in before that.',
    intro: (problems, feedback) =>
      `${plural(problems, 'problem', 'problems')}. ${feedback === 'once' ? 'Check each as often as you like; tries are counted.' : 'Right and wrong are shown after you hand in.'} Your answers are kept on this device.`,
    held: 'The worked steps are held back.',
    name: 'Your name (it stands in the result only)',
    problem: (number) => `Problem ${number}`,
    filled: (empty) =>
      empty === 0 ? 'Every field is filled in.' : `${plural(empty, 'field is', 'fields are')} empty.`,
    handIn: 'Hand in',
    asks: (empty) => `${plural(empty, 'field is', 'fields are')} still empty. Hand in all the same?`,
    handInAllTheSame: 'Hand in all the same',
    score: (right, problems) => `${right} of ${plural(problems, 'problem', 'problems')} right.`,
    goOn: 'Go on working',
    resultHead: 'Your result',
    resultText: 'Send this text or this file to your teacher; nothing is sent by itself.',
    resultLabel: 'The result as text',
    copy: 'Copy the text',
    copied: 'The text is copied.',
    notCopied: 'The browser would not let the page copy. Select the text and copy it.',
    file: 'Save as a file',
    fileName: 'result',
    notProof:
      'The checksum shows whether the result was changed by accident or by hand. It is not proof against forging: whoever knows how can compute a fitting one, and who did the work it cannot tell.',
    noName: 'You have not given a name.',
    lines: {
      set: (title) => `Result: ${title}`,
      name: (name) => `Name: ${name}`,
      time: (time, times) => `Handed in: ${time}${times > 1 ? ` (${times} times)` : ''}`,
      problem: (number, title, code, isRight, tries) =>
        `${number}. ${title} (${code}): ${isRight ? 'right' : 'not right'}, ${plural(tries, 'try', 'tries')}`,
      checksum: (short) => `Checksum: ${short} …`,
      keep: 'For the check, leave the next line as it is:',
    },
    platform: {
      reported: 'Your score has been reported to the learning platform.',
      alone: 'No learning platform was found around this page. You can work on the problems, but no score is reported.',
      notReported:
        'Your score could not be reported: the learning platform did not take it. Try again; if that does not help, tell your teacher your score.',
      report: 'Report again',
      refused:
        'The learning platform does not keep what you type: it will not be there when you come back. You may have been logged out there. Note your answers down, then open the set from the platform again.',
      full: 'The learning platform has no room for more: what you type from now on will not be there when you come back.',
    },
    results: {
      title: 'Check results',
      lead: 'Choose the files that were handed in, or paste their texts, several at once if you like. The problems are made anew and every answer is checked once more, in this browser.',
      description: 'For teachers: check the results of assignments, by checksum and by checking every answer again.',
      noScript:
        'Results are checked in your browser, and that needs JavaScript. Switch it on for this site and load the page again.',
      files: 'Files',
      paste: 'Or a text',
      check: 'Check the text',
      clear: 'Clear the list',
      columns: { name: 'Name', set: 'Set', score: 'Right', time: 'Handed in', checksum: 'Checksum', verdict: 'Check' },
      verdicts: {
        sound: 'In order: checksum and answers agree',
        altered: 'Changed after it was made',
        'other-set': 'From another version of the exercises: its problems are not those of the set today',
      },
      none: (source) => `${source}: there is no result of an assignment in it.`,
      broken: (source) => `${source}: a result in it is incomplete and cannot be read. Ask for it again, as a file.`,
      copies: (names) =>
        `${names.map((name) => `“${name}”`).join(', ')}: these results have the same checksum, so they are copies of one result; at most one of them is unchanged.`,
      several: (sets) =>
        `The list holds results of ${sets} different sets. The sign beside a set’s title tells which: it stands at the end of the set’s link.`,
      newer: (source) =>
        `${source}: it comes from a newer version of this site. Load the page again, with a connection.`,
      pasted: 'The text',
      failed: 'The exercises could not be loaded. With a connection, try again.',
      answers: 'Answers',
      times: (times) => `${times} times`,
      said: (read) => `${plural(read, 'result', 'results')} in the list.`,
    },
    codes: {
      title: 'Open a problem',
      lead: 'Type the code that stands beside a problem on a worksheet: you get exactly that problem, and can have it checked.',
      description: 'Open a problem of a printed worksheet by its code.',
      noScript: 'Opening a problem by its code needs JavaScript. Switch it on for this site and load the page again.',
      label: 'Code',
      open: 'Open',
      bad: (code) =>
        `No problem has the code “${code}”. A code looks like GC2-6JMF5; it has no letter O or I, only digits 0 and 1.`,
      held: 'The sheet that this code stands on holds hints and worked steps back.',
    },
  },
  zh: {
    title: '作业',
    description: '一套关于卷积网络的题目，最后有得分和可以上交的结果。',
    noScript: '作业由浏览器现场生成和批改，需要JavaScript。请为本站打开它，再重新载入页面。',
    untitled: '作业',
    nothing: '这个网址里没有题目。作业是老师发来的链接，请打开完整的链接。',
    makeOne: '自己出一套题',
    failed: '题目没能加载。有网时请重新载入页面，你填的都还在。',
    unsigned: '这个链接末尾没有校验码：可能是早先的链接，也可能在途中被截断了。如果题目看起来不对，请让老师重发链接。',
    changed: '这个链接与末尾的校验码不符：它在途中被改动过，题目可能不是老师布置的那套。请让老师重发链接。',
    notKept: '浏览器没有为本站保存你的答案：关掉页面就没有了，请在那之前交卷。',
    intro: (problems, feedback) =>
      `共${problems}题。${feedback === 'once' ? '每题可以随时检查，会记下检查的次数。' : '对错在交卷后显示。'}答案一直保存在这台设备上。`,
    held: '这套题不提供解题步骤。',
    name: '姓名（只写在结果里）',
    problem: (number) => `第${number}题`,
    filled: (empty) => (empty === 0 ? '每一格都填好了。' : `还有${empty}格没填。`),
    handIn: '交卷',
    asks: (empty) => `还有${empty}格没填，仍要交卷吗？`,
    handInAllTheSame: '仍然交卷',
    score: (right, problems) => `${problems}题中对了${right}题。`,
    goOn: '继续做',
    resultHead: '你的结果',
    resultText: '把这段文字或这个文件发给老师；网页不会自动发送。',
    resultLabel: '文字形式的结果',
    copy: '复制文字',
    copied: '文字已复制。',
    notCopied: '浏览器不让网页复制。请选中文字自行复制。',
    file: '存为文件',
    fileName: '结果',
    notProof: '校验和能看出结果有没有被无意或随手改动。它不能防伪造：懂的人可以算出相符的校验和，它也看不出是谁做的。',
    noName: '你还没有填姓名。',
    lines: {
      set: (title) => `结果：${title}`,
      name: (name) => `姓名：${name}`,
      time: (time, times) => `交卷时间：${time}${times > 1 ? `（第${times}次）` : ''}`,
      problem: (number, title, code, isRight, tries) =>
        `${number}. ${title}（${code}）：${isRight ? '对' : '不对'}，试了${tries}次`,
      checksum: (short) => `校验和：${short} …`,
      keep: '核对要用下面这一行，请不要改动：',
    },
    platform: {
      reported: '得分已报告给教学平台。',
      alone: '没有找到教学平台。题目可以照做，但得分不会报告。',
      notReported: '得分没能报告：教学平台没有接收。请再报告一次；还是不行，就把得分告诉老师。',
      report: '再报告一次',
      refused:
        '教学平台没有保存你填的内容，下次打开时就不在了。可能是登录已经失效：请先记下答案，再从平台重新打开这套题。',
      full: '教学平台存不下更多内容：从现在起填的，下次打开时就不在了。',
    },
    results: {
      title: '核对结果',
      lead: '选择交上来的文件，或者粘贴文字，几份一起也可以。题目会重新生成，每个答案都会在这个浏览器里再批改一遍。',
      description: '给老师：按校验和核对作业结果，并把每个答案再批改一遍。',
      noScript: '结果由浏览器现场核对，需要JavaScript。请为本站打开它，再重新载入页面。',
      files: '文件',
      paste: '或者文字',
      check: '核对文字',
      clear: '清空列表',
      columns: { name: '姓名', set: '作业', score: '做对', time: '交卷时间', checksum: '校验和', verdict: '核对' },
      verdicts: {
        sound: '无误：校验和与答案都相符',
        altered: '生成之后被改动过',
        'other-set': '来自另一个版本的练习：题目和现在这套不同',
      },
      none: (source) => `${source}：里面没有作业结果。`,
      broken: (source) => `${source}：里面有一份结果不完整，无法读取。请让对方重新发来，最好发文件。`,
      copies: (names) =>
        `${names.map((name) => `“${name}”`).join('、')}：这几份结果的校验和相同，是同一份结果的副本，其中最多一份没有改动过。`,
      several: (sets) => `列表里有${sets}套不同作业的结果。标题旁的校验码能区分它们：它就在作业链接的末尾。`,
      newer: (source) => `${source}：来自本站更新的版本。请在有网时重新载入页面。`,
      pasted: '这段文字',
      failed: '练习没能加载。有网时请再试。',
      answers: '答案',
      times: (times) => `第${times}次`,
      said: (read) => `列表里有${read}份结果。`,
    },
    codes: {
      title: '打开一道题',
      lead: '输入练习卷上题目旁边的代码，打开的就是那道题，可以让网站批改。',
      description: '按代码打开练习卷上的一道题。',
      noScript: '按代码打开题目需要JavaScript。请为本站打开它，再重新载入页面。',
      label: '代码',
      open: '打开',
      bad: (code) => `没有代码为“${code}”的题目。代码形如GC2-6JMF5，里面没有字母O和I，只有数字0和1。`,
      held: '这张练习卷不提供提示和解题步骤。',
    },
  },
};
