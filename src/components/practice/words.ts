import type { Reason } from '@/practice/choose.ts';
import type { Level, Result } from '@/practice/reviews.ts';
import type { Standing } from '@/practice/standing.ts';
import type { Locale, Translated } from '@/state/locale.ts';
import { relativeTime } from './relative-time.ts';

/** The words of the practice pages. `{name}` stands for a value. */
interface PracticeWords {
  readonly title: string;
  readonly lead: string;
  readonly description: string;
  readonly kindDescription: string;
  readonly kindLead: string;
  readonly noScript: string;
  /** A lesson in a list, by number and topic, and by number alone. */
  readonly lesson: string;
  readonly lessonNumber: string;
  /** The link from a kind's page to the list. */
  readonly all: string;
  readonly list: string;
  readonly mastered: string;
  readonly begun: string;
  summary(mastered: number, begun: number, due: number, kinds: number): string;
  standing(standing: Standing, now: number): string;
  readonly why: string;
  reason(reason: Reason | undefined, level: Level, now: number): string;
  readonly choosing: string;
  badKind(kind: string): string;
  readonly round: string;
  readonly roundEmpty: string;
  result(place: number, result: Result): string;
  readonly roundNow: string;
  readonly tally: Readonly<Record<'atOnce' | 'later' | 'missed', string>>;
  readonly slips: string;
  slipTimes(times: number): string;
  readonly narrow: string;
  readonly narrowAll: string;
  narrowed(lessons: readonly string[]): string;
  readonly narrowHelp: string;
  readonly narrowLater: string;
  again(times: number): string;
  readonly againLesson: string;
  readonly againNoLesson: string;
  readonly toLesson: string;
  easier(level: Level): string;
  fresh(level: Level): string;
}

const sentences = (locale: Locale, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(locale === 'en' ? ' ' : '');

export const practiceWords: Translated<PracticeWords> = {
  en: {
    title: 'Practice',
    lead: 'One problem after another, of all kinds, checked part by part. What went wrong comes back soon; what you have right comes back later and later.',
    description:
      'Hand calculations on convolutional networks: a new problem each time, checked part by part, with a diagnosis.',
    kindDescription: 'Practise “{title}”: a new problem each time, checked part by part, with hints and worked steps.',
    kindLead: 'A new problem each time. The address keeps it, so a link shows the same numbers to someone else.',
    noScript:
      'Without script nothing can be chosen or checked here; each exercise in the list shows one problem with its worked steps.',
    lesson: 'Lesson {order}: {title}',
    lessonNumber: 'Lesson {order}',
    all: 'All exercises',
    list: 'All exercises',
    mastered: 'mastered: level 3 right at the first try',
    begun: 'begun',
    summary: (mastered, begun, due, kinds) =>
      `${kinds} kinds: ${mastered} mastered, ${begun} begun${due === 0 ? '' : `, ${due} due now`}`,
    standing({ level, due, right, answered, mastered }, now) {
      const back = due <= now ? 'due now' : `back ${relativeTime(due - now, 'en')}`;
      return `${right} of ${answered} right, ${mastered ? 'mastered' : `now level ${level}`}, ${back}`;
    },
    why: 'Why this one?',
    reason(reason, level, now) {
      if (reason === undefined) return 'The address names this problem.';
      if (reason.why === 'new')
        return reason.opened
          ? 'You have not met this kind yet, and you have opened its lesson.'
          : 'You have not met this kind yet.';
      const { last, due } = reason;
      const ago = relativeTime(last.time - now, 'en');
      const results = {
        'at-once': `You had this kind right ${ago}. Now is the time to see whether it has stayed.`,
        later: `You had this kind right ${ago}, but not at the first try or not without a hint.`,
        wrong: `This kind went wrong ${ago}, so it comes back soon.`,
        shown: `You let the answers be shown ${ago}, so this kind comes back soon.`,
      };
      const first =
        reason.why === 'due'
          ? results[last.result]
          : `Nothing is due now. Of what you know, this comes back first: ${relativeTime(due - now, 'en')}.`;
      const up = last.level < level ? `One level up, because level ${last.level} was right at once.` : '';
      const down = last.level > level ? 'One level down, to have it right there first.' : '';
      return sentences('en', first, up, down);
    },
    choosing: 'Choosing an exercise…',
    badKind: (kind) => `The address asks for the exercise “${kind}”, which is none. Here is another.`,
    round: 'This round',
    roundEmpty: 'Nothing is answered yet. A problem that you give up counts as seen, never as right.',
    result: (place, result) =>
      `${place}: ${{ 'at-once': 'right at the first try', later: 'right later or with a hint', wrong: 'left wrong', shown: 'answers shown' }[result]}`,
    roundNow: 'this one',
    tally: { atOnce: 'right at the first try', later: 'right later or with a hint', missed: 'wrong or shown' },
    slips: 'Slips',
    slipTimes: (times) => `${times} ×`,
    narrow: 'Lessons:',
    narrowAll: 'all',
    narrowed: (lessons) => lessons.join(', '),
    narrowHelp: 'Practise these lessons only. With none ticked, all of them.',
    narrowLater: 'From the next exercise on.',
    again: (times) => (times === 2 ? 'The same slip, twice.' : `The same slip, ${times} times.`),
    againLesson: 'Look it up in the lesson, or try an easier one first. What you typed here stays.',
    againNoLesson: 'Try an easier one first. What you typed here stays.',
    toLesson: 'Lesson {order}: what goes wrong here',
    easier: (level) => `An easier one, level ${level}`,
    fresh: (level) => `A fresh one, level ${level}`,
  },
  zh: {
    title: '练习',
    lead: '各种题目混着来，逐格检查。做错的很快再出现，做对的隔得越来越久才回来。',
    description: '卷积网络的手算练习：每次都是新题，逐格检查，指出错在哪里。',
    kindDescription: '练习“{title}”：每次都是新题，逐格检查，有提示和解题步骤。',
    kindLead: '每次都是新题。网址记着题目，把链接发给别人，看到的就是同样的数。',
    noScript: '没有脚本就无法选题和检查；列表里的每个练习会给出一道题和它的解题步骤。',
    lesson: '第{order}课：{title}',
    lessonNumber: '第{order}课',
    all: '全部练习',
    list: '全部练习',
    mastered: '已掌握：难度3一次做对',
    begun: '在学',
    summary: (mastered, begun, due, kinds) =>
      `共${kinds}种：掌握${mastered}种，在学${begun}种${due === 0 ? '' : `，现在该复习${due}种`}`,
    standing({ level, due, right, answered, mastered }, now) {
      const back = due <= now ? '现在该复习' : `${relativeTime(due - now, 'zh')}再来`;
      return `做了${answered}道，对${right}道，${mastered ? '已掌握' : `该做难度${level}`}，${back}`;
    },
    why: '为什么是这题？',
    reason(reason, level, now) {
      if (reason === undefined) return '这道题是网址里指定的。';
      if (reason.why === 'new')
        return reason.opened ? '这种题你还没做过，它那一课你已经打开过。' : '这种题你还没做过。';
      const { last, due } = reason;
      const ago = relativeTime(last.time - now, 'zh');
      const results = {
        'at-once': `这种题你${ago}做对了，现在看看还会不会。`,
        later: `这种题你${ago}做对了，不过不是一次做对，或者看了提示。`,
        wrong: `这种题你${ago}做错了，所以很快再来一题。`,
        shown: `这种题你${ago}看了答案，所以很快再来一题。`,
      };
      const first =
        reason.why === 'due'
          ? results[last.result]
          : `现在没有该复习的题。做过的里面，这种最先回来：${relativeTime(due - now, 'zh')}。`;
      const up = last.level < level ? `难度加一级，因为难度${last.level}你一次就做对了。` : '';
      const down = last.level > level ? '难度降一级，先在这一级做对。' : '';
      return sentences('zh', first, up, down);
    },
    choosing: '正在选题……',
    badKind: (kind) => `网址里的练习“${kind}”不存在，这里换了一个。`,
    round: '这一轮',
    roundEmpty: '还没有答过题。看了答案的题只算看过，不算做对。',
    result: (place, result) =>
      `第${place}题：${{ 'at-once': '一次做对', later: '后来做对，或看了提示', wrong: '没做对', shown: '看了答案' }[result]}`,
    roundNow: '这一题',
    tally: { atOnce: '一次做对', later: '后来做对，或看了提示', missed: '没做对，或看了答案' },
    slips: '错在哪里',
    slipTimes: (times) => `${times}次`,
    narrow: '课程范围：',
    narrowAll: '全部',
    narrowed: (lessons) => `第${lessons.join('、')}课`,
    narrowHelp: '只练这几课。一课都不勾，就是全部。',
    narrowLater: '从下一题起生效。',
    again: (times) => (times === 2 ? '同样的错，已经两次。' : `同样的错，已经${times}次。`),
    againLesson: '回课里看看这一处，或者先做一道容易的。这里填的都会留着。',
    againNoLesson: '先做一道容易的。这里填的都会留着。',
    toLesson: '第{order}课：这里错在哪',
    easier: (level) => `做一道容易的，难度${level}`,
    fresh: (level) => `换一道新题，难度${level}`,
  },
};
