import type { Exercise, Level, Problem, Typed } from './definition.ts';
import { createRandom } from './random.ts';
import { isRight, ruleAnswer, runRule } from './rules.ts';

/** After so many draws a kind is taken to be unable to part its wrong rules from the truth. */
const mostDraws = 2000;
/** So many draws look for a problem on which no two wrong rules agree, before one with a tie will do. */
const drawsWithoutTies = 20;

/**
 * One problem: always the same for the same seed and level. Draws again while a wrong rule that applies gives the
 * right answer, and for a while as long as two wrong rules give the same. Throws an `Error` naming the kind and the
 * rule if no such problem turns up.
 */
export function generate<P extends Problem>(exercise: Exercise<P>, seed: number, level: Level): P {
  const random = createRandom(seed);
  const clashes = new Map<string, number>();
  let withTies: P | undefined;
  for (let draw = 1; draw <= mostDraws; draw += 1) {
    const problem = exercise.generate(random, level);
    const clash = ruleThatIsRight(exercise, problem);
    if (clash !== undefined) {
      clashes.set(clash, (clashes.get(clash) ?? 0) + 1);
    } else if (!rulesTie(exercise, problem)) {
      return problem;
    } else {
      withTies ??= problem;
    }
    if (draw >= drawsWithoutTies && withTies !== undefined) return withTies;
  }
  const [worst] = [...clashes].sort((a, b) => b[1] - a[1])[0] ?? [''];
  throw new Error(
    `The exercise ${exercise.id} found no problem for seed ${seed}, level ${level} in ${mostDraws} draws: ` +
      `the wrong rule "${worst}" kept giving the right answer. Let it return undefined where it does not apply.`,
  );
}

/** The first wrong rule that applies and yet gives the right answer. */
const ruleThatIsRight = (exercise: Exercise, problem: Problem): string | undefined =>
  Object.keys(exercise.misconceptions).find((name) => {
    const run = ruleAnswer(exercise, problem, name);
    return run !== undefined && isRight(exercise, problem, run);
  });

function rulesTie(exercise: Exercise, problem: Problem): boolean {
  const answers = Object.keys(exercise.misconceptions)
    .map((name) => runRule(exercise, problem, name)?.typed)
    .filter((typed): typed is Typed => typed !== undefined)
    .map((typed) => JSON.stringify(typed));
  return new Set(answers).size < answers.length;
}
