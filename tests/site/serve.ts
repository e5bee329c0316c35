import type { TestProject } from 'vitest/node';
import { serve as start } from '../../scripts/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site, with its real headers; ends with "/". */
    origin: string;
  }
}

export default async function serve(project: TestProject) {
  const { server, address } = await start({ directory: new URL('../../dist/', import.meta.url) });
  project.provide('origin', address);
  return () => server.close();
}
