import { check, generate, mistake, solve } from '../../src/exercises/index.ts';
import type { Exercise, Level, Part, Problem, Typed } from '../../src/exercises/kit/definition.ts';
import { diagnose } from '../../src/exercises/kit/diagnose.ts';
import { entryOf } from '../../src/exercises/kit/fields.ts';
import { createRandom, type Random } from '../../src/exercises/kit/random.ts';
import { prepare } from '../../src/exercises/kit/rules.ts';

/** How well answers are diagnosed, for one kind at one level. */
export interface DiagnosisRate {
  readonly exercise: string;
  readonly level: Level;
  /** Answers made by the named misconceptions, how many were diagnosed as that one, and how many of these in a tie. */
  readonly mistakes: number;
  readonly recognised: number;
  readonly tied: number;
  /** Answers wrong at random, how many have some slip named all the same, and whether most fields are a grid of four or more. */
  readonly random: number;
  readonly falselyNamed: number;
  readonly hasGrid: boolean;
}

/** Measures one kind at one level on 1,000 seeds: every misconception on every seed, and one random wrong answer a seed. */
export function diagnosisRate(exercise: Exercise, level: Level, seeds = 1000): DiagnosisRate {
  let [mistakes, recognised, tied, falselyNamed, hasGrid] = [0, 0, 0, 0, false];
  for (let seed = 0; seed < seeds; seed += 1) {
    const problem = generate(exercise, seed, level);
    for (const name of Object.keys(exercise.misconceptions)) {
      const typed = mistake(exercise, problem, name);
      if (typed === undefined) continue;
      const named = diagnose(exercise, problem, typed)?.misconceptions ?? [];
      mistakes += 1;
      recognised += named.includes(name) ? 1 : 0;
      tied += named.includes(name) && named.length > 1 ? 1 : 0;
    }
    const guess = randomAnswer(exercise, problem, createRandom(seed));
    falselyNamed += diagnose(exercise, problem, guess)?.kind === 'unexplained' ? 0 : 1;
    hasGrid ||= prepare(exercise, problem).parts.some(isGrid);
  }
  return { exercise: exercise.id, level, mistakes, recognised, tied, random: seeds, falselyNamed, hasGrid };
}

/** A value for one field of a part, drawn from all that the solution and the wrong rules put into that part. */
function likelyValue(exercise: Exercise, problem: Problem, part: Part, random: Random): string {
  const answers = [
    solve(exercise, problem),
    ...[...prepare(exercise, problem).rules.values()].map(({ typed }) => typed),
  ];
  return random.pick(answers.flatMap((typed) => typed[part.id] ?? []).filter((text) => text !== ''));
}

/** The solution with every field of its grids of four or more holding a likely value; `undefined` where there is no such grid. */
export function guess(exercise: Exercise, problem: Problem, random: Random): Typed | undefined {
  const grids = prepare(exercise, problem).parts.filter(isGrid);
  if (grids.length === 0) return undefined;
  const solution = solve(exercise, problem);
  const guessed = grids.map((part) => [
    part.id,
    (solution[part.id] ?? []).map(() => likelyValue(exercise, problem, part, random)),
  ]);
  return { ...solution, ...Object.fromEntries(guessed) };
}

/** A wrong rule's answer with a likely value in one field of a grid of four or more: a second slip. */
export function slipInRule(exercise: Exercise, problem: Problem, rule: Typed, random: Random): Typed | undefined {
  const grids = prepare(exercise, problem).parts.filter(isGrid);
  const places = grids.flatMap((part) =>
    (rule[part.id] ?? []).flatMap((text, index) => (text === '' ? [] : [{ part, index }])),
  );
  if (places.length === 0) return undefined;
  const { part, index } = random.pick(places);
  return { ...rule, [part.id]: (rule[part.id] ?? []).with(index, likelyValue(exercise, problem, part, random)) };
}

const isGrid = (part: Part): boolean => part.kind === 'grid' && part.rows * part.columns >= 4;

/**
 * The solution with some fields wrong at random (any number of them, each as likely), each within 9 of the truth: whole
 * numbers by 1 to 9, decimals by 1 to 9 units of the last place, fractions by up to 9 in the numerator, choices by another option.
 * Where there is a grid of four or more fields, only grids are spoilt.
 */
export function randomAnswer(exercise: Exercise, problem: Problem, random: Random): Typed {
  const solution = solve(exercise, problem);
  const { parts } = prepare(exercise, problem);
  const spoilt = parts.some(isGrid) ? parts.filter(isGrid) : parts;
  const places = spoilt.flatMap((part) => (solution[part.id] ?? []).map((_, index) => ({ part, index })));
  const chosen = random.shuffle(places).slice(0, random.integer(1, places.length));
  const typed = Object.fromEntries(Object.entries(solution).map(([id, fields]) => [id, [...fields]]));
  for (const { part, index } of chosen) {
    const fields = typed[part.id] ?? [];
    fields[index] = otherThan(part, fields[index] ?? '', random);
  }
  const isWrong = Object.values(check(exercise, problem, typed)).some((part) => part.status === 'wrong');
  return isWrong ? typed : randomAnswer(exercise, problem, random);
}

function otherThan(part: Part, right: string, random: Random): string {
  if (part.kind === 'choices') return right === 'yes' ? 'no' : 'yes';
  if (part.kind === 'choice') return random.pick(part.options.map((option) => option.id).filter((id) => id !== right));
  const shift = random.integer(1, 9) * random.pick([1, -1]);
  const entry = entryOf(part);
  if (typeof entry === 'object') return (Number(right) + shift / 10 ** entry.places).toFixed(entry.places);
  const [numerator, denominator] = right.split('/');
  return denominator === undefined ? `${Number(right) + shift}` : `${Number(numerator) + shift}/${denominator}`;
}
