import type { Locale } from '../../i18n/index.ts';
import { loadManifest } from '../../runtime/client.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import type { PreparedPicture } from '../../runtime/types.ts';
import { element, icon, part } from '../lab/dom.ts';
import { sentenceOf } from '../lab/fault.ts';
import type { Source } from '../lab/source.ts';

/** Where a figure that runs a network stands: its `data-state`. */
export type State = 'idle' | 'loading' | 'running' | 'done' | 'failed';

/** Listens to parts of a figure, each named by a selector, until `signal` is aborted. */
export const listener =
  (host: HTMLElement, signal: AbortSignal) =>
  <Name extends keyof HTMLElementEventMap>(
    selector: string,
    name: Name,
    handle: (event: HTMLElementEventMap[Name]) => void,
  ) =>
    part(host, selector, HTMLElement).addEventListener(name, handle, { signal });

/** Acts when the reader changes between light and dark: what is painted on a canvas must be painted again. */
export function whenThemeChanges(act: () => void, signal: AbortSignal): void {
  const theme = new MutationObserver(act);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => theme.disconnect());
}

/** Shows the controls that need the script, and says that the figure answers. */
export function nowLive(host: HTMLElement): void {
  for (const control of host.querySelectorAll('[data-live-only]')) control.removeAttribute('hidden');
  host.dataset['ready'] = '';
}

/**
 * The network's manifest, and the picture made ready for it.
 * @throws RuntimeError where the network is missing or the picture cannot be read; the signal's reason once it is aborted.
 */
export async function prepare(
  id: string,
  source: Source,
  signal: AbortSignal,
): Promise<{ manifest: NetworkManifest; picture: PreparedPicture }> {
  const manifest = await loadManifest(id);
  const picture = await source.prepare(manifest.preprocessing, signal);
  signal.throwIfAborted();
  return { manifest, picture };
}

/** Says in the figure what went wrong. */
export function showFault(host: HTMLElement, error: unknown, locale: Locale): void {
  part(host, '[role=alert]', HTMLElement).append(icon('alert'), element('span', '', sentenceOf(error, locale)));
}
