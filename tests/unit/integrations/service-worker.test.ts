import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';

const code = readFileSync(new URL('../../../src/integrations/service-worker.js', import.meta.url), 'utf8');
const origin = 'https://site.test/';
type Version = 'A' | 'B' | 'C';

/** What a server gives in each version: a page, a script with a hash in its name, an icon without, a picture. */
const site = (version: Version): Record<string, string> => ({
  '': `page ${version}`,
  'en/offline/': `offline ${version}`,
  'icon.svg': `icon ${version}`,
  [`_astro/script.${version}.js`]: `script ${version}`,
  'pictures/cat.jpg': `cat ${version}`,
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
const hashes = (files: Record<string, string>, paths: RegExp) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => paths.test(path))
      .map(([path, text]) => [path, hashOf(text)]),
  );

/** Cache storage in memory, with the calls that the worker makes. */
class Stores {
  readonly all = new Map<string, Map<string, string>>();

  async open(name: string) {
    const kept = this.all.get(name) ?? new Map<string, string>();
    this.all.set(name, kept);
    return {
      match: async (url: string | { url: string }) => answer(kept.get(typeof url === 'string' ? url : url.url)),
      put: async (url: string, response: Response) => void kept.set(url, await response.text()),
      delete: async (key: { url: string }) => kept.delete(key.url),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
    };
  }
  async keys() {
    return [...this.all.keys()];
  }
  async delete(name: string) {
    return this.all.delete(name);
  }
  async match(url: string, { cacheName }: { cacheName: string }) {
    return answer(this.all.get(cacheName)?.get(url));
  }
}
const answer = (text: string | undefined) => (text === undefined ? undefined : new Response(text));

let stores: Stores;
let online: Version;
/** The pages that the browser lists. */
let open: { id: string; url: string }[];

/** The network: what the version online has, refused where the hash asked for is another. */
async function network(request: string | { url: string }, options?: { integrity?: string }) {
  const url = typeof request === 'string' ? request : request.url;
  const text = site(online)[url.slice(origin.length)];
  if (options?.integrity && options.integrity !== `sha256-${hashOf(text ?? '')}`) throw new TypeError('integrity');
  return text === undefined ? new Response('', { status: 404 }) : new Response(text);
}

/** A worker of a version, as the browser runs it. */
function worker(version: Version) {
  const listeners = new Map<string, (event: object) => void>();
  const registration = { scope: origin, installing: null, waiting: null };
  const self = {
    registration,
    clients: { matchAll: async () => open },
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  };
  const files = site(version);
  const BUILD = {
    version,
    shell: hashes(files, /^$|offline|icon/),
    rest: {},
    used: hashes(files, /^_astro/),
    pictures: hashes(files, /^pictures/),
  };
  const globals = { BUILD, self, caches: stores, fetch: network, crypto, Response, URL, btoa };
  runInContext(code, createContext(globals));
  const run = async (type: string, given: object = {}) => {
    const works: Promise<unknown>[] = [];
    listeners.get(type)?.({ ...given, waitUntil: (work: Promise<unknown>) => works.push(work) });
    await Promise.all(works);
  };
  /** What is answered: a text, "none" for an error, undefined where the browser asks the network itself. */
  async function fetched(path: string, client: string, mode = 'cors') {
    let response: Promise<Response> | undefined;
    const request = { url: origin + path, method: 'GET', mode };
    const id = mode === 'navigate' ? { clientId: '', resultingClientId: client } : { clientId: client };
    listeners.get('fetch')?.({ request, ...id, respondWith: (work: Promise<Response>) => (response = work) });
    if (!response) return undefined;
    const { type, ok, text } = await response.then(async (got) => ({
      type: got.type,
      ok: got.ok,
      text: await got.text(),
    }));
    return type === 'error' || !ok ? 'none' : text;
  }
  return {
    registration,
    install: (given?: object) => run('install', given),
    activate: () => run('activate'),
    page: (client: string) => fetched('', client, 'navigate'),
    fetched,
  };
}

beforeEach(() => {
  stores = new Stores();
  online = 'A';
  open = [];
});

const versionsStored = async () =>
  (await stores.keys()).filter((name) => name.startsWith('site ')).map((name) => name.at(-1));

/** Version A in use; B is online, installed and waits. */
async function update() {
  const a = worker('A');
  await a.install();
  await a.activate();
  expect(await a.fetched('_astro/script.A.js', 'first')).toBe('script A');
  online = 'B';
  const b = worker('B');
  await b.install();
  Object.assign(a.registration, { waiting: b });
  return { a, b };
}

describe('the service worker', () => {
  it('answers a page that the version before had begun from that version, after it has taken over', async () => {
    const { a, b } = await update();
    expect(await a.page('late')).toBe('page A');
    await b.activate(); // The browser does not list the page yet.
    expect(await b.fetched('_astro/script.A.js', 'late')).toBe('script A');
    expect(await b.fetched('icon.svg', 'late')).toBe('icon A');
    expect(await b.page('next')).toBe('page B');
    expect(await b.fetched('icon.svg', 'next')).toBe('icon B');
    expect(await b.fetched('icon.svg', 'late')).toBe('icon A');
  });

  it('gives such a page no file of the new version in place of one that is no longer to be had', async () => {
    const { a, b } = await update();
    await a.page('late');
    await b.activate();
    expect(await b.fetched('pictures/cat.jpg', 'late')).toBe('none');
    expect(await b.fetched('pictures/cat.jpg', 'next')).toBe('cat B');
  });

  it('drops the store of the version before, and keeps it while a page needs it', async () => {
    const { a, b } = await update();
    await b.activate();
    expect(await versionsStored()).toEqual(['B']);
    expect(await a.fetched('icon.svg', 'first')).toBe('none');
    stores = new Stores();
    online = 'A';
    const again = await update();
    await again.a.page('late');
    await again.b.activate();
    expect(await versionsStored()).toEqual(['A', 'B']);
    // The next version finds it open, and the one after that closed.
    open = [{ id: 'late', url: origin }];
    online = 'C';
    const c = worker('C');
    await c.install();
    await c.activate();
    expect(await versionsStored()).toEqual(['A', 'C']);
    expect(await c.fetched('icon.svg', 'late')).toBe('icon A');
  });

  it('forgets a page that is closed, a minute after it was answered', async () => {
    const { a, b } = await update();
    await a.page('late');
    for (const notes of [...stores.all].filter(([name]) => name.startsWith('clients ')).map(([, kept]) => kept))
      for (const [key, text] of notes) notes.set(key, JSON.stringify({ ...JSON.parse(text), at: Date.now() - 61_000 }));
    await b.activate();
    expect(await versionsStored()).toEqual(['B']);
    expect(await b.fetched('icon.svg', 'late')).toBe('icon B');
  });

  it('leaves a page that the network gave in another version to the network', async () => {
    const a = worker('A');
    await a.install();
    await a.activate();
    stores.all.get('site / A')?.delete(origin);
    online = 'B';
    expect(await a.page('ahead')).toBe('page B');
    expect(await a.fetched('icon.svg', 'ahead')).toBe('icon B');
    expect(await a.fetched('icon.svg', 'other')).toBe('icon A');
  });

  it('has the browser ask it before the network, where there are rules for that', async () => {
    const rules: object[] = [];
    await worker('A').install({ addRoutes: async (rule: object) => rules.push(rule) });
    expect(rules).toEqual([{ condition: { urlPattern: { pathname: '/*' } }, source: 'fetch-event' }]);
    online = 'B';
    await worker('B').install({ addRoutes: () => Promise.reject(new TypeError('no such rule')) });
    expect(await versionsStored()).toEqual(['A', 'B']);
  });

  it('notes nothing while there is one version, and leaves networks and other origins alone', async () => {
    const a = worker('A');
    await a.install();
    await a.activate();
    expect(await a.page('first')).toBe('page A');
    expect(stores.all.get('clients /')?.size ?? 0).toBe(0);
    expect(await a.fetched('networks/alexnet.onnx', 'first')).toBeUndefined();
  });
});
