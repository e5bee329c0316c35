import { describe, expect, it } from 'vitest';
import { exercises, generate } from '@/exercises';
import { diagnose } from '@/exercises/kit/diagnose';
import { createRandom } from '@/exercises/kit/random';
import { prepare } from '@/exercises/kit/rules';
import { guess, slipInRule } from './diagnosis-rates.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed);
const problems = exercises.flatMap((exercise) =>
  exercise.levels.flatMap((level) =>
    seeds.map((seed) => ({ exercise, level, random: createRandom(seed), problem: generate(exercise, seed, level) })),
  ),
);
const share = (hits: readonly boolean[]): number => hits.filter(Boolean).length / hits.length;

describe('in grids', { timeout: 120_000 }, () => {
  it('names few slips where likely values stand at random', () => {
    const named = problems.flatMap(({ exercise, level, problem, random }) => {
      const typed = guess(exercise, problem, random);
      if (typed === undefined) return [];
      return [{ kind: `${exercise.id}, ${level}`, partly: diagnose(exercise, problem, typed)?.kind === 'partly' }];
    });
    expect(named.length).toBeGreaterThan(500);
    expect(share(named.map(({ partly }) => partly))).toBeLessThan(0.03);
    const ofKinds = Object.entries(Object.groupBy(named, ({ kind }) => kind));
    const often = ofKinds.filter(([, ones = []]) => share(ones.map(({ partly }) => partly)) > 0.2);
    expect(often.map(([kind]) => kind)).toEqual([]);
  });

  it('names most slips beside which there is another', () => {
    const few = problems.filter((_, index) => index % 5 === 0); // each wrong rule of a problem is a case
    const recognised = few.flatMap(({ exercise, problem, random }) =>
      [...prepare(exercise, problem).rules].flatMap(([name, rule]) => {
        const typed = slipInRule(exercise, problem, rule.typed, random);
        return typed === undefined ? [] : [diagnose(exercise, problem, typed)?.misconceptions.includes(name) ?? false];
      }),
    );
    expect(share(recognised)).toBeGreaterThan(0.8);
  });
});
