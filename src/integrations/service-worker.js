// @ts-check
/*
 * The service worker. `offline.ts` writes it to `sw.js` with BUILD, the list of the built files, before it.
 *
 * A page keeps the version it began with: this worker never takes over open pages (no skipWaiting, no claim), answers from its
 * own version's store, and takes a file from the network only where it has this version's hash. A page that came from the
 * network in another version is left to the network altogether. The next version begins when the last page of this one closes.
 * A page that is on its way just then may become the next worker's: it is noted which version answered it, and that one's store
 * goes on answering it.
 */

/**
 * Paths under the scope, "" for the first page, each with its SHA-256 in base 64.
 * @typedef {Readonly<Record<string, string>>} Files
 * @typedef {{ version: string, shell: Files, rest: Files, used: Files, pictures: Files }} Build
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} Extendable
 * @typedef {Extendable & { addRoutes?(rules: object): Promise<void> }} Installing
 * @typedef {Extendable & { request: Request, clientId: string, resultingClientId: string, respondWith(answer: Promise<Response>): void }} Fetching
 * @typedef {Extendable & { data: { used?: string[], rest?: boolean } }} Message
 * @typedef {{ id: string, url: string }} Client
 * @typedef {{ scope: string, installing: object | null, waiting: object | null }} Registration
 * @typedef {{ registration: Registration, clients: { matchAll(options: object): Promise<Client[]> }, addEventListener(type: string, listener: (event: never) => void): void }} Scope
 */

/** @type {object} */
const here = globalThis; // The checker takes it for a window.
/** @type {Build} */
const build = Reflect.get(here, 'BUILD');
/** @type {Scope} */
const worker = Reflect.get(here, 'self');

const { scope } = worker.registration;
const PREFIX = `site ${new URL(scope).pathname} `;
const NAME = PREFIX + build.version;
const PICTURES = 'pictures';
const CLIENTS = `clients ${new URL(scope).pathname}`;
/** How long a page may be on its way before the browser lists it, in milliseconds. */
const ON_ITS_WAY = 60_000;
/** @type {Files} What this version stores; sample pictures have a store of their own, which outlives versions. */
const files = Object.assign(Object.create(null), build.shell, build.rest, build.used);

/** @param {string} path */
const address = (path) => new URL(path, scope).href;
/** Where a version notes which files it is made of. */
const LIST = address('.files');
/** @param {string | undefined} hash */
const pictureKey = (hash) => address(`.pictures/${hash}`);
/** @param {string} client */
const clientKey = (client) => address(`.client/${client}`);

/**
 * The path of an address under the scope, undefined for any other address.
 * @param {string} url
 */
function pathOf(url) {
  const { origin, pathname } = new URL(url);
  const whole = origin + pathname;
  return whole.startsWith(scope) ? decodeURI(whole.slice(scope.length)).replace(/(^|\/)index\.html$/, '$1') : undefined;
}

/**
 * A file from the network, or a TypeError where it is not the one of this version.
 * @param {string} path @param {string | undefined} hash
 */
async function fresh(path, hash) {
  const cache = /^_astro\//.test(path) ? 'default' : 'no-cache';
  const response = await fetch(address(path), { cache, integrity: `sha256-${hash}` });
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return response;
}

/** @param {Cache} cache @param {string} path */
async function store(cache, path) {
  if (await cache.match(address(path), { ignoreVary: true })) return;
  await cache.put(address(path), await fresh(path, files[path]));
}

/** @param {Cache} cache @returns {Promise<Files>} the files that the version of a store is made of */
const listOf = async (cache) => (await (await cache.match(LIST))?.json()) ?? {};

/** The stores of other versions of this site, with the files each is made of. */
async function otherVersions() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  return Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name);
      return { cache, list: await listOf(cache) };
    }),
  );
}

/**
 * Takes over what an earlier version had stored: unchanged files as they are, changed ones anew, so that nothing that worked
 * offline stops to.
 * @param {Cache} cache
 */
async function inherit(cache) {
  for (const { cache: other, list } of await otherVersions()) {
    for (const { url } of await other.keys()) {
      const path = pathOf(url);
      if (path === undefined || !files[path]) continue;
      const same = list[path] === files[path] ? await other.match(url, { ignoreVary: true }) : undefined;
      if (same) await cache.put(url, same);
      else if (!build.used[path]) await store(cache, path);
    }
  }
}

/** Stores the shell, the open pages and what an earlier version had. Whatever fails, fails the whole: the site stays online. */
async function install() {
  try {
    const cache = await caches.open(NAME);
    await cache.put(LIST, Response.json({ ...files, ...build.pictures }));
    await inherit(cache);
    const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
    const pages = open.map(({ url }) => pathOf(url) ?? '').filter((path) => files[path]);
    await Promise.all([...Object.keys(build.shell), ...pages].map((path) => store(cache, path)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/**
 * Notes which version a page has, "" for one that no store holds.
 * @param {string} client @param {string} version
 */
async function note(client, version) {
  const notes = await caches.open(CLIENTS);
  await notes.put(clientKey(client), Response.json({ version, at: Date.now() }));
}

/**
 * What is noted of the page under a key.
 * @param {string} key @returns {Promise<{ version?: string, at?: number }>}
 */
const noted = async (key) => (await (await caches.match(key, { cacheName: CLIENTS }))?.json()) ?? {};

/** Forgets the pages that are closed. @returns {Promise<Set<string>>} the stores that open pages need. */
async function needed() {
  const clients = await worker.clients.matchAll({ includeUncontrolled: true });
  const open = new Set(clients.map(({ id }) => clientKey(id)));
  const notes = await caches.open(CLIENTS);
  const names = new Set([NAME]);
  for (const key of await notes.keys()) {
    const { version, at = 0 } = await noted(key.url);
    if (open.has(key.url) || Date.now() - at < ON_ITS_WAY) names.add(PREFIX + version);
    else await notes.delete(key);
  }
  return names;
}

/**
 * Has Chromium ask this worker first. Without the rule it asks the network for every page too while the worker starts ("auto
 * preload"), though the page is stored.
 * @param {Installing} event
 */
async function alwaysAsked(event) {
  const everything = { urlPattern: { pathname: '/*' } };
  await event.addRoutes?.({ condition: everything, source: 'fetch-event' }).catch(() => {});
}

/** Begins once no page of an earlier version is open, or only such as were on their way: their store stays until the next begins. */
async function activate() {
  const stays = await needed();
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !stays.has(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * A page: as stored, else from the network, else the page that says that it is not stored.
 * @param {Request} request @param {string} path
 * @returns {Promise<{ response: Response, version: string }>}
 */
async function pageAndVersion(request, path) {
  const { version } = build;
  const cache = await caches.open(NAME);
  const stored = await cache.match(address(path), { ignoreVary: true });
  if (stored) return { response: stored, version };
  try {
    const response = await fetch(request);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
    if (btoa(String.fromCharCode(...hash)) !== files[path]) return { response, version: '' };
    await cache.put(address(path), response.clone()).catch(() => {});
    return { response, version };
  } catch {
    const language = path.startsWith('zh/') || path.startsWith('embed/zh/') ? 'zh' : 'en';
    const offline = await cache.match(address(`${language}/offline/`), { ignoreVary: true });
    return { response: offline ?? Response.error(), version };
  }
}

/**
 * A page, its version noted where another worker may come to answer it.
 * @param {Fetching} event @param {string} path
 */
async function page({ request, resultingClientId }, path) {
  const { response, version } = await pageAndVersion(request, path);
  const { installing, waiting } = worker.registration;
  if (resultingClientId && (installing || waiting || version !== build.version))
    await note(resultingClientId, version).catch(() => {});
  return response;
}

/**
 * A sample picture, kept under its hash once it was used.
 * @param {string} path
 */
async function picture(path) {
  const cache = await caches.open(PICTURES);
  const kept = await cache.match(pictureKey(build.pictures[path]));
  if (kept) return kept;
  const response = await fresh(path, build.pictures[path]);
  await cache.put(pictureKey(build.pictures[path]), response.clone()).catch(() => {});
  return response;
}

/**
 * A file for a page of an earlier version: as it was then, or a TypeError; one that was no part of that version passes.
 * @param {Request} request @param {string} path @param {string} version
 */
async function earlier(request, path, version) {
  const cache = await caches.open(PREFIX + version);
  const stored = await cache.match(address(path), { ignoreVary: true });
  if (stored) return stored;
  const hash = (await listOf(cache))[path];
  if (!hash) return fetch(request);
  return (await caches.match(pictureKey(hash), { cacheName: PICTURES })) ?? fresh(path, hash);
}

/**
 * A file that a page asks for: of the page's version, or none. A path that this version does not know passes.
 * @param {Fetching} event @param {string} path
 */
async function file({ request, clientId }, path) {
  const { version = build.version } = await noted(clientKey(clientId));
  if (version === '') return fetch(request);
  if (version !== build.version) return earlier(request, path, version).catch(() => Response.error());
  if (build.pictures[path]) return picture(path).catch(() => Response.error());
  if (!files[path]) return fetch(request);
  const cache = await caches.open(NAME);
  const stored = await cache.match(address(path), { ignoreVary: true });
  if (stored) return stored;
  const response = await fresh(path, files[path]).catch(() => Response.error());
  if (response.ok) await cache.put(address(path), response.clone()).catch(() => {});
  return response;
}

/** @param {Message} event */
async function keep({ data }) {
  const cache = await caches.open(NAME);
  for (const url of data.used ?? []) {
    const path = pathOf(url);
    if (path !== undefined && files[path]) await store(cache, path);
    else if (path !== undefined && build.pictures[path]) await picture(path);
  }
  if (data.rest) for (const path of Object.keys(build.rest)) await store(cache, path);
}

worker.addEventListener('install', (/** @type {Installing} */ event) => {
  event.waitUntil(install());
  event.waitUntil(alwaysAsked(event));
});
worker.addEventListener('activate', (/** @type {Extendable} */ event) => event.waitUntil(activate()));
// A full store or a site that has moved on ends the storing; what is stored stays.
worker.addEventListener('message', (/** @type {Message} */ event) => event.waitUntil(keep(event).catch(() => {})));
worker.addEventListener('fetch', (/** @type {Fetching} */ event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || path === undefined) return;
  if (request.mode === 'navigate') event.respondWith(page(event, path));
  // Networks have a verified store of their own.
  else if (!path.startsWith('networks/')) event.respondWith(file(event, path));
});
