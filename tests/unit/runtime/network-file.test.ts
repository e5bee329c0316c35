import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RuntimeError } from '@/runtime/failure.ts';
import type { NetworkFile } from '@/runtime/messages.ts';
import { type LoadOptions, loadFile } from '@/runtime/network-file.ts';

const content = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) >>> 3);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digest = sha256Of(content);

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.headers.range);
  answer(request, response);
});
const address = (name = 'a') => `http://127.0.0.1:${port}/${name}`;
let port = 0;

/** The store of the browser: a map, which may be made to fail. */
class FakeStore {
  readonly files = new Map<string, ArrayBuffer>();
  full = false;
  blocked = false;
  async open() {
    if (this.blocked) throw new DOMException('blocked', 'SecurityError');
    return this;
  }
  async match(key: string) {
    const file = this.files.get(key);
    return file && new Response(file.slice(0));
  }
  async put(key: string, response: Response) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.files.set(key, await response.arrayBuffer());
  }
  async delete(key: string) {
    return this.files.delete(key);
  }
  async keys() {
    return [...this.files.keys()].map((url) => ({ url }));
  }
}

let store: FakeStore;
const file = (more: Partial<NetworkFile> = {}): NetworkFile => ({
  id: 'net',
  addresses: [address()],
  bytes: content.length,
  sha256: digest,
  input: 'picture',
  output: 'logits',
  layers: [],
  ...more,
});
const options = (more: Partial<LoadOptions> = {}): LoadOptions => ({
  room: 0,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...more,
});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it succeeded',
    (error: unknown) => (error instanceof RuntimeError ? error.failure : error),
  );

const whole = (_: IncomingMessage, response: ServerResponse) => response.end(content);
/** Sends the first bytes and breaks the connection. */
const cutAt = (count: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': content.length });
  response.write(content.subarray(0, count), () => setTimeout(() => response.destroy(), 50));
};
/** Answers a request for a range with the rest. */
const rest = (request: IncomingMessage, response: ServerResponse) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  response.writeHead(from > 0 ? 206 : 200).end(content.subarray(from));
};

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound: AddressInfo | string | null = server.address();
  port = typeof bound === 'object' ? (bound?.port ?? 0) : 0;
});
afterAll(() => server.close());
beforeEach(() => {
  store = new FakeStore();
  asked = [];
  answer = whole;
  vi.stubGlobal('caches', store);
  vi.stubGlobal('self', { caches: store, location: new URL('http://site.test/x/') });
});
afterEach(() => vi.unstubAllGlobals());

describe('a good download', () => {
  it('gives the bytes, keeps them, and does not ask again', async () => {
    const first = await loadFile(file(), options());
    expect(first.storage).toBe('kept');
    expect(Buffer.compare(first.bytes, content)).toBe(0);
    const second = await loadFile(file(), options());
    expect(Buffer.compare(second.bytes, content)).toBe(0);
    expect(asked).toHaveLength(1);
  });

  it('tells how much has come, to the last byte', async () => {
    const steps: number[][] = [];
    await loadFile(file(), options({ onProgress: (loaded, total) => steps.push([loaded, total]) }));
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.at(-1)).toEqual([content.length, content.length]);
    expect(steps.every(([loaded = 0], i) => i === 0 || loaded > (steps[i - 1]?.[0] ?? 0))).toBe(true);
  });

  it('leaves room behind the file, fresh or kept', async () => {
    for (const _ of ['fresh', 'kept']) {
      const { bytes } = await loadFile(file(), options({ room: 7 }));
      expect(bytes).toHaveLength(content.length + 7);
      expect(Buffer.compare(bytes.subarray(0, content.length), content)).toBe(0);
    }
  });

  it('lets go of an older file of the same network, and of no other', async () => {
    store.files.set('http://site.test/.networks/net/old', new ArrayBuffer(1));
    store.files.set('http://site.test/.networks/net-2/old', new ArrayBuffer(1));
    await loadFile(file(), options());
    expect([...store.files.keys()].sort()).toEqual([
      `http://site.test/.networks/net-2/old`,
      `http://site.test/.networks/net/${digest}`,
    ]);
  });
});

describe('a store that does not work', () => {
  it.each(['full', 'blocked'] as const)('%s: runs from memory and says so', async (trouble) => {
    store[trouble] = true;
    const { bytes, storage } = await loadFile(file(), options());
    expect(storage).toBe('memory');
    expect(Buffer.compare(bytes, content)).toBe(0);
  });

  it('is absent: runs from memory', async () => {
    vi.stubGlobal('caches', undefined);
    vi.stubGlobal('self', { location: new URL('http://site.test/') });
    expect((await loadFile(file(), options())).storage).toBe('memory');
  });

  it.each([
    ['changed', (bytes: Uint8Array) => bytes.fill(1, 1000, 1001)],
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, 1000)],
  ])('holds a file that was %s: downloads it again', async (_, spoil) => {
    store.files.set(`http://site.test/.networks/net/${digest}`, Uint8Array.from(spoil(content.slice())).buffer);
    const { bytes } = await loadFile(file(), options());
    expect(Buffer.compare(bytes, content)).toBe(0);
    expect(asked).toHaveLength(1);
    expect(store.files.get(`http://site.test/.networks/net/${digest}`)?.byteLength).toBe(content.length);
  });
});

describe('a bad download', () => {
  it.each([404, 403, 500])('answered with %i says so', async (status) => {
    answer = (_, response) => response.writeHead(status).end('no');
    expect(await failure(loadFile(file(), options()))).toEqual({ code: 'network-missing', address: address(), status });
  });

  it('without a server', async () => {
    const nowhere = 'http://127.0.0.1:9/';
    expect(await failure(loadFile(file({ addresses: [nowhere] }), options()))).toEqual({
      code: 'network-unreachable',
      address: nowhere,
    });
  });

  it('with one bit changed is not used and not kept', async () => {
    answer = (_, response) => response.end(content.map((byte, i) => (i === 1234 ? byte ^ 1 : byte)));
    expect(await failure(loadFile(file(), options()))).toEqual({ code: 'network-hash', address: address() });
    expect(store.files.size).toBe(0);
  });

  it('that is longer than the file stops', async () => {
    answer = (_, response) => response.end(Buffer.concat([content, content]));
    expect(await failure(loadFile(file(), options()))).toMatchObject({ code: 'network-hash' });
  });

  it('that ends early, in good order, says where', async () => {
    answer = (_, response) => response.end(content.subarray(0, 5000));
    expect(await failure(loadFile(file({ sha256: 'e1' }), options()))).toEqual({
      code: 'network-cut',
      loaded: 5000,
      total: content.length,
    });
    expect(store.files.size).toBe(0);
  });

  it('tries the next address', async () => {
    answer = (request, response) => (request.url === '/b' ? response.end(content) : response.writeHead(404).end());
    const { bytes } = await loadFile(file({ addresses: [address('a'), address('b')] }), options());
    expect(Buffer.compare(bytes, content)).toBe(0);
  });

  it('that stands still for 15 s is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 1000));
    };
    let loaded = 0;
    const result = failure(
      loadFile(
        file({ sha256: 'e2' }),
        options({
          onProgress: (count) => {
            loaded = count;
          },
        }),
      ),
    );
    await vi.waitUntil(() => loaded === 1000, { timeout: 5000, interval: 5 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await result).toEqual({ code: 'network-stalled', loaded: 1000, total: content.length });
    vi.useRealTimers();
  });
});

describe('going on', () => {
  it('asks for the rest after a break, and takes it', async () => {
    answer = cutAt(100_000);
    const broken = await failure(loadFile(file(), options()));
    expect(broken).toMatchObject({ code: 'network-cut', total: content.length });
    const { loaded } = { loaded: 0, ...(broken instanceof Object ? broken : {}) };
    answer = rest;
    const { bytes } = await loadFile(file(), options());
    expect(asked).toEqual([undefined, `bytes=${loaded}-`]);
    expect(Buffer.compare(bytes, content)).toBe(0);
  });

  it.each([
    ['the connection is gone', (_: IncomingMessage, response: ServerResponse) => response.destroy()],
    ['the server is out of order', (_: IncomingMessage, response: ServerResponse) => response.writeHead(503).end()],
  ])('keeps what has come where %s at the next try, and while another file comes', async (_, trouble) => {
    answer = cutAt(100_000);
    await failure(loadFile(file(), options()));
    answer = trouble;
    await failure(loadFile(file(), options()));
    const other = content.subarray(0, 3);
    answer = (_, response) => response.end(other);
    await loadFile(file({ id: 'other', bytes: 3, sha256: sha256Of(other) }), options());
    answer = rest;
    await loadFile(file(), options());
    expect(asked.map(Boolean)).toEqual([false, true, false, true]);
  });

  it.each([416, 404])('starts over after an answer of %i', async (status) => {
    answer = cutAt(100_000);
    await failure(loadFile(file(), options()));
    answer = (_, response) => response.writeHead(status).end();
    await failure(loadFile(file(), options()));
    answer = whole;
    await loadFile(file(), options());
    expect(asked.map(Boolean)).toEqual([false, true, false]);
  });

  it('starts over where the server sends all again', async () => {
    answer = cutAt(100_000);
    await failure(loadFile(file(), options()));
    answer = whole;
    expect(Buffer.compare((await loadFile(file(), options())).bytes, content)).toBe(0);
  });

  it('starts over where the glued file is wrong', async () => {
    answer = cutAt(100_000);
    await failure(loadFile(file(), options()));
    const spoiled = content.map((byte) => byte ^ 1);
    answer = (request, response) =>
      request.headers.range
        ? response.writeHead(206).end(spoiled.subarray(Number(request.headers.range.slice(6, -1))))
        : whole(request, response);
    expect(Buffer.compare((await loadFile(file(), options())).bytes, content)).toBe(0);
    expect(asked.map(Boolean)).toEqual([false, true, false]);
  });

  it('cancels when it is told to, and goes on from there', async () => {
    const control = new AbortController();
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 50_000));
    };
    const first = failure(
      loadFile(
        file(),
        options({ signal: control.signal, onProgress: (loaded) => loaded === 50_000 && control.abort() }),
      ),
    );
    expect(await first).toMatchObject({ name: 'AbortError' });
    answer = rest;
    expect(Buffer.compare((await loadFile(file(), options())).bytes, content)).toBe(0);
    expect(asked).toEqual([undefined, 'bytes=50000-']);
  });
});
