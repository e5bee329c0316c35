import type { Level } from '@/exercises/kit/definition.ts';
import { isLevel } from '../exercise/trail.ts';

/** The level of a task's problems; `rising` goes through 1, 2, 3 and begins again. */
export type TaskLevel = Level | 'rising';

/** So many problems of one kind. */
export interface Task {
  readonly kind: string;
  readonly level: TaskLevel;
  readonly count: number;
}

/** A part of an address that could not be used as it stands. */
export interface TaskFault {
  /** What became of it: the kind was left out, or its level or number fell back, or the rest is too much. */
  readonly why: 'kind' | 'twice' | 'level' | 'count' | 'many';
  /** What the address said, cut to a length that can be shown. */
  readonly text: string;
}

/** Most problems of one kind, and of a whole set. */
export const mostOfKind = 12;
export const mostProblems = 40;

const longest = 40;
const rising = '1-3';

const printLevel = (level: TaskLevel): string => (level === 'rising' ? rising : String(level));

function readLevel(text: string): TaskLevel | undefined {
  const level = Number(text);
  if (text === rising) return 'rising';
  return /^[1-3]$/.test(text) && isLevel(level) ? level : undefined;
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= mostOfKind;

/** Tasks as they stand in an address: `convolve-map,2,3;padded-size,1-3,6`. */
export const printTasks = (tasks: readonly Task[]): string =>
  tasks.map(({ kind, level, count }) => `${kind},${printLevel(level)},${count}`).join(';');

/**
 * The tasks of an address, in its order. What cannot be used falls back alone: an unknown kind is left out, a level or a
 * number that is none becomes 1, and what is too much is cut; each is reported.
 */
export function readTasks(
  text: string,
  known: { has(kind: string): boolean },
): { readonly tasks: readonly Task[]; readonly faults: readonly TaskFault[] } {
  const tasks: Task[] = [];
  const faults: TaskFault[] = [];
  let room = mostProblems;
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const [kind = '', levelText = '1', countText = '1'] = part.split(',').map((piece) => piece.trim());
    const fault = (why: TaskFault['why'], said: string) => faults.push({ why, text: said.slice(0, longest) });
    if (!known.has(kind)) {
      fault('kind', kind);
      continue;
    }
    if (tasks.some((task) => task.kind === kind)) {
      fault('twice', kind);
      continue;
    }
    const level = readLevel(levelText);
    const count = /^\d{1,4}$/.test(countText) ? Number(countText) : Number.NaN;
    if (level === undefined) fault('level', levelText);
    if (!isCount(count)) fault('count', countText);
    const wanted = isCount(count) ? count : 1;
    if (wanted > room) {
      fault('many', kind);
      if (room === 0) break;
    }
    tasks.push({ kind, level: level ?? 1, count: Math.min(wanted, room) });
    room -= Math.min(wanted, room);
  }
  return { tasks, faults };
}

/** How many problems the tasks ask for. */
export const problemCount = (tasks: readonly Task[]): number => tasks.reduce((sum, { count }) => sum + count, 0);

/** The level of each problem of a task. */
export const levelsOf = ({ level, count }: Task): Level[] =>
  Array.from({ length: count }, (_, place) => {
    if (level !== 'rising') return level;
    return ([1, 2, 3] as const)[place % 3] ?? 1;
  });
