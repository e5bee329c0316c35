/** Gives a new signal at each call and aborts the one it gave before: the newest request wins. */
export function newest(): () => AbortSignal {
  let last: AbortController | undefined;
  return () => {
    last?.abort();
    last = new AbortController();
    return last.signal;
  };
}
