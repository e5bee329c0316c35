import { readdirSync } from 'node:fs';

/** The networks that have a manifest. */
export const networkIds: readonly string[] = readdirSync(new URL('../../content/networks/', import.meta.url))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();
