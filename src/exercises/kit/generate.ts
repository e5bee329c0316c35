import type { Exercise, Level, Problem } from './definition.ts';
import { createRandom } from './random.ts';
import { cutOff, type Prepared, prepare } from './rules.ts';

/** After so many draws a kind is taken to be unable to part its wrong rules from the truth. */
const mostDraws = 2000;
/** So many draws look for a problem on which no two wrong rules agree, before one with a tie will do. */
const drawsWithoutTies = 60;

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
    const prepared = prepare(exercise, problem);
    for (const name of prepared.clashes) clashes.set(name, (clashes.get(name) ?? 0) + 1);
    if (prepared.clashes.length === 0) {
      if (!rulesTie(prepared.rules)) return problem;
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

/** Whether two wrong rules give the same answer. */
function rulesTie(rules: Prepared['rules']): boolean {
  const answers = [...rules].filter(([name]) => name !== cutOff).map(([, { typed }]) => JSON.stringify(typed));
  return new Set(answers).size < answers.length;
}
