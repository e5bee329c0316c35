import type { Level } from '@/exercises/kit/definition.ts';

/** Which problem of a kind. */
export interface ProblemRef {
  readonly seed: number;
  readonly level: Level;
}

/** The problems that a card has shown, oldest first, and which of them it shows: nothing the reader left is out of reach. */
export interface Trail {
  readonly problems: readonly ProblemRef[];
  readonly place: number;
}

/** So many problems back can be reached from a card; what was typed in older ones is kept all the same. */
const longest = 100;

export const isSame = (a: ProblemRef, b: ProblemRef): boolean => a.seed === b.seed && a.level === b.level;

/** The trail at a problem: at its place where it is known, else as its newest. */
export function goTo(trail: Trail, problem: ProblemRef): Trail {
  const known = trail.problems.findIndex((other) => isSame(other, problem));
  if (known >= 0) return { ...trail, place: known };
  const problems = [...trail.problems, problem].slice(-longest);
  return { problems, place: problems.length - 1 };
}

/** The trail one step before (−1) or after (1) its place; `undefined` where there is none. */
export function step(trail: Trail, by: -1 | 1): Trail | undefined {
  const place = trail.place + by;
  return trail.problems[place] === undefined ? undefined : { ...trail, place };
}

export const isLevel = (value: unknown): value is Level => value === 1 || value === 2 || value === 3;

const isSeed = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffffffff;

/** A trail as it was kept: `2:7 1:4021973 @1`; `undefined` where it cannot be understood. */
export function readTrail(text: string | undefined): Trail | undefined {
  const [, list = '', at = ''] = /^((?:\d:\d+ )+)@(\d+)$/.exec(text ?? '') ?? [];
  const problems = list
    .trim()
    .split(' ')
    .flatMap((pair): ProblemRef[] => {
      const [level, seed] = pair.split(':').map(Number);
      return isLevel(level) && isSeed(seed) ? [{ seed, level }] : [];
    });
  const place = Number(at);
  return problems[place] === undefined ? undefined : { problems, place };
}

/** A trail as it is kept. */
export const printTrail = ({ problems, place }: Trail): string =>
  `${problems.map(({ seed, level }) => `${level}:${seed} `).join('')}@${place}`;

/** A seed that nothing decides but chance. */
export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
