import type { Exercise } from '@/exercises/kit/definition.ts';

const kinds = import.meta.glob<Exercise>(['../../exercises/*.ts', '!../../exercises/index.ts'], { import: 'default' });

/** Loads one kind of exercise; rejects where there is none of that name. */
export async function loadKind(id: string): Promise<Exercise> {
  const load = kinds[`../../exercises/${id}.ts`];
  if (load === undefined) throw new Error(`There is no exercise "${id}".`);
  return load();
}

/** The ids of all kinds there are. */
export const kindNames: ReadonlySet<string> = new Set(
  Object.keys(kinds).map((path) => path.replace(/^.*\/|\.ts$/g, '')),
);
