import { getCollection } from 'astro:content';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
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

/** What the page on evidence counts, taken from the things themselves when the site is built. */
export const counts = {
  /** Results of PyTorch that core is compared with. */
  goldenCases,
  exercises: () => exercises.length,
  misconceptions: () => exercises.reduce((sum, { misconceptions }) => sum + Object.keys(misconceptions).length, 0),
  /** The widest tolerance of any network's scores. */
  tolerance: async () => Math.max(...(await getCollection('networks')).map(({ data }) => data.golden.tolerance)),
} satisfies Record<string, () => number | Promise<number>>;
