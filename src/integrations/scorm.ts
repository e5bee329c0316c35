import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';

/** The player of SCORM packages, in one script and one style sheet that ask for nothing else; pages put it into the zip. */
export default function scorm(): AstroIntegration {
  const source = new URL('../', import.meta.url);
  return {
    name: 'scorm',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          root: fileURLToPath(source),
          resolve: { alias: { '@': fileURLToPath(source) } },
          build: {
            outDir: fileURLToPath(new URL('scorm/', dir)),
            emptyOutDir: false,
            lib: {
              entry: fileURLToPath(new URL('components/scorm/player.ts', source)),
              formats: ['iife'],
              name: 'player',
              fileName: () => 'player.js',
              cssFileName: 'player',
            },
          },
        });
      },
    },
  };
}
