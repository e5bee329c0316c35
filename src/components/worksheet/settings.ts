import { seedCode } from '@/exercises/kit/seed.ts';
import { encode, type Pair } from '@/state/codec.ts';
import { choice, integer, type StateOf, text } from '@/state/fields.ts';
import { printHash } from '@/state/hash.ts';
import { scatter } from './scatter.ts';

/** A set of problems for a class: what an assignment's address says. */
export const setFields = {
  /** Typed by a teacher; shown as text only. */
  title: text({ maxLength: 80 }),
  tasks: text({ maxLength: 2000 }),
  seed: integer({ initial: 1, min: 0, max: 0xffffffff }),
  /** When the learner hears what is right: at each check, or when all is handed in. */
  feedback: choice(['once', 'end']),
  /** Whether the worked steps are open after handing in. */
  steps: choice(['open', 'held']),
};

/** A set on paper: what a worksheet's address says. */
export const sheetFields = {
  ...setFields,
  tasks: text({ initial: 'convolve-map,1-3,3;padded-size,2,2', maxLength: 2000 }),
  variants: integer({ initial: 1, min: 1, max: 4 }),
  paper: choice(['a4', 'letter']),
  columns: integer({ initial: 2, min: 1, max: 2 }),
  room: choice(['some', 'much', 'none']),
  key: choice(['full', 'answers', 'none']),
};

export type SetSettings = StateOf<typeof setFields>;
export type SheetSettings = StateOf<typeof sheetFields>;

/** The names under which the settings stand in the address: `#set.tasks=…`. */
export const setScope = 'set';
export const sheetScope = 'sheet';

/** The part of an assignment's address after `#`; the same set always gives the same text. */
export function printSet({ title, tasks, seed, feedback, steps }: SetSettings): string {
  const pairs = encode(setFields, { title, tasks, seed, feedback, steps });
  return printHash({ anchor: '', settings: pairs.map(([key, value]): Pair => [`${setScope}.${key}`, value]) });
}

/** The setting at the end of a link that tells whether the link came whole. */
const checkName = 'check';

/** The sign of a set, four letters and digits: other sets have others, as good as always. */
export const setSign = (settings: SetSettings): string => seedCode(scatter(printSet(settings)) >>> 12).padStart(4, '0');

/** What a link to a set says after `#`: the set, then its sign. */
export const printLink = (settings: SetSettings): string =>
  `${printSet(settings)}&${setScope}.${checkName}=${setSign(settings)}`;

/** Takes the sign off a link's settings; a full stop that a mail put after it is none of it. */
export function takeSign(pairs: readonly Pair[]): {
  readonly rest: readonly Pair[];
  readonly sign: string | undefined;
} {
  const sign = pairs
    .find(([key]) => key === checkName)?.[1]
    .slice(0, 4)
    .toUpperCase();
  return { rest: pairs.filter(([key]) => key !== checkName), sign };
}
