import type { Exercise, Level, Part, Problem } from '@/exercises/kit/definition.ts';
import { fieldCount } from '@/exercises/kit/fields.ts';
import { generate } from '@/exercises/kit/generate.ts';
import type { ProblemName } from './code.ts';
import { scatter } from './scatter.ts';
import { levelsOf, type Task } from './tasks.ts';

/** A problem of a set, made. */
export interface SetProblem extends ProblemName {
  readonly exercise: Exercise;
  readonly problem: Problem;
}

/** Names the variants on paper. */
export const variantNames = ['A', 'B', 'C', 'D'] as const;

/** So many draws look for a problem that none before it on the sheet is. */
const drawsForNew = 40;
/** So many draws look for one of a variant that also is as large as that of variant A. */
const drawsForLike = 160;

/** 25 bits: five signs on paper. */
const seedOf = (seed: number, variant: number, name: string, place: number, draw: number): number =>
  scatter(`${seed} ${variant} ${name} ${place} ${draw}`) >>> 7;

/** Of options to choose from the number does not matter: they are read, not worked out. */
const partSize = (part: Part): string =>
  part.kind === 'choice' || part.kind === 'choices' ? part.kind : `${part.kind} ${fieldCount(part)}`;

/**
 * What makes two problems of a kind and level equally long to do: the fields to fill in, the sizes of what is given, and
 * whether there are negative numbers.
 */
export function likeness(exercise: Exercise, problem: Problem): string {
  const given = exercise.given(problem).map((block) => {
    if (block.kind === 'grid') return `grid ${block.cells.length} ${block.cells[0]?.length}`;
    if (block.kind === 'table') return `table ${block.rows.length} ${block.heads.length}`;
    return 'items' in block ? `${block.kind} ${block.items.length}` : block.kind;
  });
  const signs = /[:[,]-\d/.test(JSON.stringify(problem)) ? 'negative' : 'positive';
  return [...given, ...exercise.parts(problem).map(partSize), signs].join('; ');
}

/** Draws the problems of one kind for all variants; nothing depends on what else is on the sheet. */
class KindDrawer {
  readonly #exercise: Exercise;
  readonly #seed: number;
  /** The problems there are, as JSON. */
  readonly #drawn = new Set<string>();

  constructor(exercise: Exercise, seed: number) {
    this.#exercise = exercise;
    this.#seed = seed;
  }

  /**
   * The next problem: one that is not there yet and, where `like` is given, of its likeness, as far as so many draws find
   * one; else the first that is new, else the first.
   */
  draw(variant: number, level: Level, place: number, like: string | undefined): SetProblem {
    const exercise = this.#exercise;
    let best: SetProblem | undefined;
    let isNew = false;
    const draws = like === undefined ? drawsForNew : drawsForLike;
    for (let draw = 0; draw < draws; draw += 1) {
      const seed = seedOf(this.#seed, variant, `${exercise.id} ${level}`, place, draw);
      const problem = generate(exercise, seed, level);
      const drawn: SetProblem = { kind: exercise.id, level, seed, exercise, problem };
      const fresh = !this.#drawn.has(JSON.stringify(problem));
      if (fresh && (like === undefined || likeness(exercise, problem) === like)) {
        best = drawn;
        break;
      }
      if (best === undefined || (fresh && !isNew)) [best, isNew] = [drawn, fresh];
    }
    if (best === undefined) throw new Error(`No problem was drawn of ${exercise.id}.`);
    this.#drawn.add(JSON.stringify(best.problem));
    return best;
  }
}

/**
 * The problems of each variant, always the same for the same seed. All variants have the same kinds and levels in the
 * same order, and each problem is as long as its like in variant A. A variant does not depend on how many there are.
 */
export function drawVariants(
  tasks: readonly Task[],
  seed: number,
  variants: number,
  exercises: ReadonlyMap<string, Exercise>,
): SetProblem[][] {
  const sheets: SetProblem[][] = Array.from({ length: variants }, () => []);
  for (const task of tasks) {
    const exercise = exercises.get(task.kind);
    if (exercise === undefined) continue;
    const drawer = new KindDrawer(exercise, seed);
    let likes: string[] = [];
    for (const [variant, sheet] of sheets.entries()) {
      const drawn = levelsOf(task).map((level, place) => drawer.draw(variant, level, place, likes[place]));
      if (variant === 0) likes = drawn.map(({ problem }) => likeness(exercise, problem));
      sheet.push(...drawn);
    }
  }
  return sheets;
}

/** Whether a problem stands on a sheet more than once. */
export const holdsTwice = (sheet: readonly SetProblem[]): boolean =>
  new Set(sheet.map(({ kind, problem }) => kind + JSON.stringify(problem))).size < sheet.length;

/** The problems of a set: always those of variant A. */
export const setProblems = (
  tasks: readonly Task[],
  seed: number,
  exercises: ReadonlyMap<string, Exercise>,
): readonly SetProblem[] => drawVariants(tasks, seed, 1, exercises)[0] ?? [];
