import { describe, expect, it } from 'vitest';
import { exercises } from '@/exercises';
import stored from '../../content/diagnosis.json';
import { diagnosisRate } from './diagnosis-rates.ts';
import { draw, faultsOf, writingFaultsOf } from './exercise-faults.ts';

const levels = [1, 2, 3] as const;
const cases = exercises.flatMap((exercise) => levels.map((level) => ({ id: exercise.id, exercise, level })));

describe('10,000 seeds', () => {
  it.each(cases)('$id, level $level', ({ exercise, level }) => {
    const faults: string[] = [];
    for (let seed = 0; seed < 10_000 && faults.length < 5; seed += 1) {
      const drawn = draw(exercise, seed, level);
      faults.push(...faultsOf(drawn));
      if (seed % 10 === 0) faults.push(...writingFaultsOf(drawn));
    }
    expect(faults).toEqual([]);
  });
});

it('diagnoses every misconception, and names few where there is none', () => {
  const rates = cases.map(({ exercise, level }) => diagnosisRate(exercise, level));
  console.table(
    rates.map(({ exercise, level, mistakes, recognised, tied, random, falselyNamed, hasGrid }) => ({
      exercise,
      level,
      mistakes,
      recognised: percent(recognised / mistakes),
      'in a tie': percent(tied / mistakes),
      'falsely named': percent(falselyNamed / random),
      grid: hasGrid ? 'yes' : '',
    })),
  );
  expect(rates.filter(({ mistakes, recognised }) => recognised < mistakes)).toEqual([]);
  expect(rates.filter(({ hasGrid, random, falselyNamed }) => hasGrid && falselyNamed / random >= 0.02)).toEqual([]);
  expect(stored, 'run `npm run store:diagnosis -- --all` and look at what changed').toEqual(rates);
});

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
