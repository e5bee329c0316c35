/// <reference types="vite/client" />
import { describe, expect, it, vi } from 'vitest';
import { exercises, generate, mistake } from '@/exercises';
import type { Exercise } from '@/exercises/kit/definition';
import { localeKeys } from '@/state/locale';
import measured from '../../content/diagnosis.json';
import stored from '../goldens/problems.json';
import { type Drawn, draw, faultsOf, writingFaultsOf } from './exercise-faults.ts';

vi.setConfig({ testTimeout: 120_000 });

const modules = import.meta.glob<{ default: Exercise }>(['/src/exercises/*.ts', '!/src/exercises/index.ts'], {
  eager: true,
});
const found = Object.entries(modules).map(([path, module]) => ({
  file: path.replace('/src/exercises/', '').replace('.ts', ''),
  exercise: module.default,
}));
const levels = [1, 2, 3] as const;
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe('the list of exercises', () => {
  it('is the folder', () => {
    expect(exercises.map((exercise) => exercise.id).toSorted()).toEqual(found.map(({ file }) => file).toSorted());
  });
});

describe.each(found)('$file', ({ file, exercise }) => {
  const drawn = levels.map((level) => ({ level, problems: seeds.map((seed) => draw(exercise, seed, level)) }));

  it('is named as its file and has three levels', () => {
    expect(exercise.id).toBe(file);
    expect(exercise.levels).toEqual([1, 2, 3]);
    expect(exercise.lesson).toMatch(/^[a-z-]+$/);
  });

  it('names its slips in both languages', () => {
    const names = Object.keys(exercise.misconceptions);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const locale of localeKeys) {
      const heads = names.map((name) => exercise.misconceptions[name]?.words[locale].head);
      expect(new Set(heads).size).toBe(names.length);
    }
  });

  it.each(drawn)('keeps all rules at level $level', ({ problems }) => {
    expect(problems.flatMap(faultsOf).slice(0, 5)).toEqual([]);
    expect(new Set(problems.map(({ problem }) => JSON.stringify(problem))).size).toBeGreaterThan(20);
  });

  it.each(drawn)('says and shows it rightly at level $level', ({ problems }) => {
    expect(problems.slice(0, 50).flatMap(writingFaultsOf).slice(0, 5)).toEqual([]);
  });

  it.each(Object.keys(exercise.misconceptions))('meets the slip %s', (name) => {
    const applies = ({ problem }: Drawn) => mistake(exercise, problem, name) !== undefined;
    expect(drawn.some(({ problems }) => problems.some(applies))).toBe(true);
  });

  it('gives the stored problems for their seeds', () => {
    const samples = stored.filter((sample) => sample.exercise === exercise.id);
    expect(samples.length, 'run `npm run store:problems` for a new kind').toBeGreaterThanOrEqual(6);
    for (const level of levels) {
      for (const sample of samples.filter((one) => one.level === level)) {
        expect(generate(exercise, sample.seed, level)).toEqual(sample.problem);
      }
    }
  });
});

it('has measured how well each kind is diagnosed', () => {
  const rows = exercises.flatMap(({ id, levels }) => levels.map((level) => [id, level]));
  expect(
    measured.map(({ exercise, level }) => [exercise, level]),
    'run `npm run store:diagnosis` for a new kind',
  ).toEqual(rows);
});

it('stores problems of known kinds only', () => {
  const known = found.map(({ file }) => file);
  expect(stored.filter((sample) => !known.includes(sample.exercise))).toEqual([]);
});
