/**
 * Measures how well answers are diagnosed, for every kind of exercise that content/diagnosis.json has no rows for (with
 * `--all`: for every kind), and stores it there for the about page. Run with `npm run store:diagnosis`; a minute a kind.
 * `npm run test:long` measures all of it again and fails where a row is no longer true.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { exercises } from '../src/exercises/index.ts';
import { type DiagnosisRate, diagnosisRate } from '../tests/conformance/diagnosis-rates.ts';

const file = new URL('../content/diagnosis.json', import.meta.url);
const all = process.argv.includes('--all');

const stored: DiagnosisRate[] = JSON.parse(await readFile(file, 'utf8'));
const rows: DiagnosisRate[] = [];
for (const exercise of exercises) {
  const kept = stored.filter((rate) => rate.exercise === exercise.id);
  const isKept = kept.length > 0 && !all;
  rows.push(...(isKept ? kept : exercise.levels.map((level) => diagnosisRate(exercise, level))));
  if (!isKept) console.log(`Measured ${exercise.id}.`);
}
await writeFile(file, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
