import type { Exercise } from '@/exercises/kit/definition.ts';
import { kindNames, loadKind } from '../exercise/kinds.ts';
import type { Task } from './tasks.ts';

export { kindNames };

/** The kinds that tasks name, loaded. Rejects where one cannot be loaded. */
export async function loadKinds(tasks: readonly Task[]): Promise<ReadonlyMap<string, Exercise>> {
  const loaded = await Promise.all(tasks.map(({ kind }) => loadKind(kind)));
  return new Map(loaded.map((exercise) => [exercise.id, exercise]));
}
