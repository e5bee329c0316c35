/** This device's small store. A browser may block it or it may be full: nothing here throws, and the caller is told. */

/** The text kept under `key`; `undefined` for none or where the store is blocked. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text; false where the browser refused, so that the page can say that it will be forgotten. */
export function writeStored(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls back with what is kept under `key()` when another tab changed it, and when the reader comes back to this one: a
 * sleeping tab hears nothing.
 */
export function watchStored(key: () => string, tell: (text: string | undefined) => void, signal: AbortSignal): void {
  const again = () => {
    const text = readStored(key());
    if (text !== undefined) tell(text);
  };
  const hear = (event: StorageEvent) => {
    if (event.key === key()) tell(readStored(key()));
  };
  addEventListener('storage', hear, { signal });
  addEventListener('pageshow', again, { signal });
  document.addEventListener('visibilitychange', again, { signal });
}

/** Forgets everything kept under keys that begin so; false where the browser refused. */
export function forgetStored(beginnings: readonly string[]): boolean {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    for (const key of keys) if (beginnings.some((beginning) => key.startsWith(beginning))) localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
