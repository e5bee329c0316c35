/** Registers the service worker and tells it what this page used, so that the page works offline from its first visit on. */

/** A reader who saves data has only what was used stored. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  const asked =
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
  return asked || matchMedia('(prefers-reduced-data: reduce)').matches;
}

const whenIdle = (act: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(act, { timeout: 10_000 }) : setTimeout(act, 3000);

async function keep() {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  await navigator.serviceWorker.register(`${base}sw.js`, { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const used = (urls: string[]) => active?.postMessage({ used: urls });
  used([location.href]);
  // What the page has asked for so far, then what it will.
  new PerformanceObserver((list) => used(list.getEntries().map(({ name }) => name))).observe({
    type: 'resource',
    buffered: true,
  });
  if (!savesData()) whenIdle(() => active?.postMessage({ rest: true }));
}

// Without a service worker, or with one that could not be stored, the site works online.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const begin = () => void keep().catch(() => {});
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
