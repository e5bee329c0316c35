/** Browsers refuse more than about a hundred changes of the address in ten seconds. */
const PAUSE = 200;

/** A write that is put off while others came just before it. */
export interface Paced {
  /** At once where there was a pause, else as soon as there is one. */
  soon(): void;
  now(): void;
}

/** Paces a write of the address; where the browser refuses it, it is tried again after a longer rest. */
export function paced(write: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  function now(): void {
    clearTimeout(timer);
    timer = undefined;
    last = Date.now();
    try {
      write();
    } catch {
      timer = setTimeout(now, 10 * PAUSE);
    }
  }
  return {
    now,
    soon() {
      timer ??= setTimeout(now, Math.max(0, last + PAUSE - Date.now()));
    },
  };
}
