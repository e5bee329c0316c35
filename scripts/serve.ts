/** `npm run preview`: serves the built site in `dist` with its real headers. Options: --port (4321), --host (127.0.0.1), --base (SITE_BASE). */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serve } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: '127.0.0.1' },
    base: { type: 'string', default: process.env['SITE_BASE'] ?? '/' },
  },
});
const directory = new URL('../dist/', import.meta.url);
const port = Number(values.port);

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!existsSync(new URL('index.html', directory)))
  stop('There is no built site in dist: run `npm run build` first, or `npm start`, which does both.');
if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop(`--port is "${values.port}"; it should be a whole number from 0 (any free port) to 65535.`);
try {
  const { address } = await serve({ directory, base: values.base, host: values.host, port });
  console.log(`Convolution by Hand is at ${address} (Ctrl+C stops it)`);
} catch (error) {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    stop(`Port ${port} is taken: choose another, as in npm run preview -- --port ${port + 1}`);
  throw error;
}
