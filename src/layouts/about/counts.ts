import { getCollection } from 'astro:content';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import diagnosis from '../../../content/diagnosis.json';
import { exercises } from '../../exercises/index.ts';

const GOLDENS = 'tests/goldens';
const goldens = z.looseObject({ made_by: z.string().startsWith('PyTorch'), cases: z.array(z.unknown()) });

const goldenCases = () =>
  readdirSync(GOLDENS)
    .filter((file) => file.endsWith('.json'))
    .reduce(
      (sum, file) =>
        sum + (goldens.safeParse(JSON.parse(readFileSync(`${GOLDENS}/${file}`, 'utf8'))).data?.cases.length ?? 0),
      0,
    );

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** The largest share, in percent, of answers wrong at random that were given a slip's name. */
const mostFalselyNamed = (withGrid: boolean) =>
  Math.max(
    ...diagnosis
      .filter(({ hasGrid }) => hasGrid === withGrid)
      .map(({ falselyNamed, random }) => Math.round((1000 * falselyNamed) / random) / 10),
  );

/** What the page on evidence counts, taken from the things themselves when the site is built. */
export const counts = {
  /** Results of PyTorch that core is compared with. */
  goldenCases,
  exercises: () => exercises.length,
  misconceptions: () => sum(exercises.map(({ misconceptions }) => Object.keys(misconceptions).length)),
  /** Answers made by slips in the measurement of the diagnosis, how many were recognised, and problems a kind and level. */
  mistakes: () => sum(diagnosis.map(({ mistakes }) => mistakes)),
  recognised: () => sum(diagnosis.map(({ recognised }) => recognised)),
  problems: () => diagnosis[0]?.random ?? 0,
  falselyNamedInGrids: () => mostFalselyNamed(true),
  falselyNamedElsewhere: () => mostFalselyNamed(false),
  /** The widest tolerance of any network's scores. */
  tolerance: async () => Math.max(...(await getCollection('networks')).map(({ data }) => data.golden.tolerance)),
} satisfies Record<string, () => number | Promise<number>>;
