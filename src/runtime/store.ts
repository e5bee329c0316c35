/** Verified network files, kept under their hash apart from the site's own cache, which changes with every version. */
const CACHE = 'networks';

const key = (id: string, sha256 = '') => new URL(`/.networks/${id}/${sha256}`, self.location.origin).href;

/** The kept file, or undefined where there is none or the store is blocked. */
export async function keptFile(id: string, sha256: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(CACHE)).match(key(id, sha256));
  } catch {
    return undefined;
  }
}

/** Keeps a verified file and lets go of older ones of the same network; false where the store is full or blocked. */
export async function keepFile(id: string, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(key(id, sha256), new Response(bytes));
    for (const { url } of await cache.keys())
      if (url.startsWith(key(id)) && url !== key(id, sha256)) await cache.delete(url);
    return true;
  } catch {
    return false;
  }
}

/** Forgets a kept file, as one that no longer has its hash. */
export async function dropFile(id: string, sha256: string): Promise<void> {
  try {
    await (await caches.open(CACHE)).delete(key(id, sha256));
  } catch {
    // A store that is blocked holds nothing that could be forgotten.
  }
}
