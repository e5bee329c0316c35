import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { compressText } from './compress.ts';
import { readHeaders } from './headers.ts';

export interface ServeOptions {
  /** Folder of the built site. */
  readonly directory: URL;
  /** Base path it was built for, "/" or "/x/y/". */
  readonly base?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface Served {
  readonly server: Server;
  /** The site's address, ending with the base path. */
  readonly address: string;
}

/** Whether a range is "from" or "from to"; others are to be passed over, and sirv would throw at one that ends before it begins. */
function readableRange(range = ''): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? [];
  return from !== undefined && (!to || Number(from) <= Number(to));
}

/** Serves a built site as a static host does that reads `_headers`: its real headers, texts in gzip, `404.html`, folders as `index.html`. */
export async function serve({ directory, base = '/', port = 0, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const headersOf = readHeaders(new URL('_headers', directory));
  const missing = readFileSync(new URL('404.html', directory));
  // `dev` looks at the folder anew for each request: a build made meanwhile is served, not half of the one before.
  const files = sirv(fileURLToPath(directory), { etag: true, dev: true });
  const server = createServer((request, response) => {
    // Not `new URL`: it throws at what anyone may ask for, as "//".
    const [pathname = '/'] = (request.url ?? '/').split('?');
    if (!readableRange(request.headers.range)) delete request.headers.range;
    if (!pathname.startsWith(base)) {
      const atBase = pathname === base.slice(0, -1);
      response.writeHead(atBase ? 308 : 404, atBase ? { Location: base } : {}).end();
      return;
    }
    const path = `/${pathname.slice(base.length)}`;
    for (const [name, value] of headersOf(path)) response.setHeader(name, value);
    request.url = path + (request.url?.slice(pathname.length) ?? '');
    compressText(request, response);
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(missing);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, address: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}${base}` };
}
