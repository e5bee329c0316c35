/**
 * Adds a sample of the problems of every new kind of exercise to tests/goldens/problems.json. What is stored never
 * changes: a test holds every kind to it for ever, since printed sheets and links name a problem by its seed.
 * Run with `npm run store:problems`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { exercises, generate } from '../src/exercises/index.ts';

const file = new URL('../tests/goldens/problems.json', import.meta.url);
const seeds = [1, 2026, 4294967295];

const stored: { exercise: string }[] = JSON.parse(await readFile(file, 'utf8'));
const known = new Set(stored.map((sample) => sample.exercise));
const added = exercises
  .filter((exercise) => !known.has(exercise.id))
  .flatMap((exercise) =>
    exercise.levels.flatMap((level) =>
      seeds.map((seed) => ({ exercise: exercise.id, level, seed, problem: generate(exercise, seed, level) })),
    ),
  );
const lines = [...stored, ...added].map((sample) => `  ${JSON.stringify(sample)}`);
await writeFile(file, `[\n${lines.join(',\n')}\n]\n`);
console.log(`Added ${added.length} problems; ${stored.length} were there before.`);
