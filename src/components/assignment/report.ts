import { plain } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import type { SetProblem } from '../worksheet/variants.ts';
import { type Result, shortChecksum } from './result.ts';
import { isRight } from './session.ts';
import { setWords } from './words.ts';

/** One line, whatever was typed: the text's own lines must stay its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Date and time on the reader's clock: 2026-11-24 13:05. */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return oneLine(iso.slice(0, 40));
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The result as JSON without a blank in it: mails may break it anywhere, and it can be put together again. */
const dataLine = (result: Result): string => JSON.stringify(result).replaceAll(' ', '\\u0020');

/** The result as text to hand in: for people above, for the check in its last line. */
export function reportText(result: Result, title: string, problems: readonly SetProblem[], locale: Locale): string {
  const { lines, score, untitled } = setWords[locale];
  const rows = problems.map(({ exercise, problem }, place) => {
    const { code = '', tries = 0, typed = {} } = result.answers[place] ?? {};
    const name = plain(exercise.words[locale].title);
    return lines.problem(place + 1, name, code, isRight(exercise, problem, typed), tries);
  });
  return [
    lines.set(oneLine(title) || untitled),
    lines.name(oneLine(result.name)),
    lines.time(clockTime(result.time), result.times),
    score(result.right, problems.length),
    '',
    ...rows,
    '',
    lines.checksum(shortChecksum(result.checksum)),
    lines.keep,
    dataLine(result),
  ].join('\n');
}
