import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';

/** What static hosts compress; WebAssembly goes as it is, since on the machine itself that is quicker. */
const TEXT = /^(text\/|image\/svg|application\/(javascript|json|manifest|xml))/;

/** Has a response sent in gzip, as static hosts do, if it is a whole text and the browser takes gzip. Call it before the headers are sent. */
export function compressText(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.range || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return;
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);

  function compress(): void {
    const gzip = createGzip();
    gzip.on('data', (chunk) => write(chunk) || gzip.pause());
    gzip.on('drain', () => response.emit('drain'));
    gzip.on('end', () => end());
    response.on('drain', () => gzip.resume());
    Object.assign(response, {
      write: (chunk: Uint8Array) => gzip.write(chunk),
      end: (chunk?: Uint8Array) => gzip.end(chunk),
    });
  }

  Object.assign(response, {
    writeHead: (status: number, { 'Content-Length': length, ...headers }: OutgoingHttpHeaders = {}) => {
      if (status !== 200 || !TEXT.test(String(headers['Content-Type'])))
        return writeHead(status, length === undefined ? headers : { ...headers, 'Content-Length': length });
      compress();
      return writeHead(status, { ...headers, 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    },
  });
}
