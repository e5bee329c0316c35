import type { Translated } from '@/state/locale.ts';
import type { Refusal } from '@/state/progress-file.ts';

/** The words about the reader's progress as a whole. */
interface KeeperWords {
  readonly title: string;
  readonly text: string;
  readonly save: string;
  readonly add: string;
  readonly erase: string;
  kept(answers: number, problems: number, lessons: number): string;
  readonly nothing: string;
  readonly saved: string;
  added(added: number, same: number): string;
  readonly refused: Readonly<Record<Refusal | 'unread', (file: string) => string>>;
  readonly unchanged: string;
  readonly notKept: string;
  readonly sure: string;
  readonly sureText: string;
  readonly eraseAll: string;
  readonly keep: string;
  readonly erased: string;
  readonly notErased: string;
}

/** One thing or several: "1 answer", "2 answers". */
const count = (times: number, one: string, several = `${one}s`): string => `${times} ${times === 1 ? one : several}`;

export const keeperWords: Translated<KeeperWords> = {
  en: {
    title: 'Your progress',
    text: 'It is kept in this browser, on this device, and nowhere else. Save it as a file to take it along: another device adds it to its own, and nothing is overwritten.',
    save: 'Save as a file',
    add: 'Add from a file',
    erase: 'Erase all',
    kept: (answers, problems, lessons) =>
      `Kept: ${count(problems, 'problem')} with ${count(answers, 'answer')}, ${count(lessons, 'lesson')} opened.`,
    nothing: 'Nothing is kept yet.',
    saved: 'The file is saved.',
    added: (added, same) =>
      `${count(added, 'entry', 'entries')} added${same === 0 ? '' : `; ${same} ${same === 1 ? 'was' : 'were'} here already`}.`,
    refused: {
      foreign: (file) => `“${file}” is not a progress file of this site.`,
      broken: (file) => `“${file}” is damaged: a part of it cannot be understood.`,
      newer: (file) =>
        `“${file}” was saved by a newer version of this site. Load this page again to get that version, then add the file.`,
      unread: (file) => `The browser could not read “${file}”.`,
    },
    unchanged: 'Nothing was changed.',
    notKept:
      'This browser keeps nothing for this site: its storage is blocked or full. You can practise all the same, but what you do is lost when the page is closed, unless you save it as a file first.',
    sure: 'Erase all progress?',
    sureText:
      'All answers, the marks on the course map, and what you typed in exercises, predictions and assignments, your name there included, will be gone from this device. This cannot be undone, but a file that you saved can be added again.',
    eraseAll: 'Erase all of it',
    keep: 'Keep it',
    erased: 'All progress is erased.',
    notErased: 'The browser would not erase everything. Its settings for this site can: clear the site data there.',
  },
  zh: {
    title: '你的进度',
    text: '进度只保存在这台设备的这个浏览器里。存成文件就能带走：另一台设备会把它加进自己的进度，不会覆盖什么。',
    save: '存成文件',
    add: '从文件加入',
    erase: '全部清除',
    kept: (answers, problems, lessons) => `已保存：${problems}道题，作答${answers}次，打开过${lessons}课。`,
    nothing: '还没有保存什么。',
    saved: '文件已保存。',
    added: (added, same) => (same === 0 ? `加入了${added}条记录。` : `加入了${added}条记录，另有${same}条原来就有。`),
    refused: {
      foreign: (file) => `“${file}”不是本站的进度文件。`,
      broken: (file) => `“${file}”已损坏，其中有无法识别的内容。`,
      newer: (file) => `“${file}”是本站更新的版本保存的。请重新打开本页，换到新版本后再加入。`,
      unread: (file) => `浏览器无法读取“${file}”。`,
    },
    unchanged: '什么都没有改。',
    notKept:
      '这个浏览器不为本站保存任何东西：存储被禁用了，或者已满。照样可以练习，但关掉页面，做过的就没有了，除非先存成文件。',
    sure: '清除全部进度？',
    sureText:
      '这台设备上的作答记录、课程图上的标记，还有在练习、“先猜一猜”和作业里填过的内容（连同姓名），都会清除，无法撤销。存过的文件以后还可以加回来。',
    eraseAll: '全部清除',
    keep: '保留',
    erased: '进度已全部清除。',
    notErased: '浏览器没能全部清除。请到浏览器的设置里清除本站的数据。',
  },
};
