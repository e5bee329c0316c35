import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Progress } from '../../runtime/types.ts';
import { sizeText, words } from '../../runtime/words.ts';
import { part } from './dom.ts';
import { labWords } from './words.ts';

/** What is being done: the runtime's stages, and before them the reading of the picture. */
export type Step = Progress | { readonly stage: 'reading' };

/** Says what is being done, with a bar where bytes come in. `root` holds a `span` and a `.progress` with an `i`. */
export function showProgress(root: HTMLElement, step: Step, locale: Locale): void {
  const stage = step.stage === 'reading' ? labWords[locale].reading : words[locale].stages[step.stage];
  const bytes = 'total' in step ? step : undefined;
  const bar = part(root, '.progress', HTMLElement);
  root.hidden = false;
  bar.hidden = !bytes;
  part(root, 'span', HTMLElement).textContent = bytes
    ? fill(labWords[locale].bytes, { stage, loaded: sizeText(bytes.loaded), total: sizeText(bytes.total) })
    : stage;
  if (!bytes) return;
  const share = Math.round((100 * bytes.loaded) / bytes.total);
  bar.setAttribute('aria-valuenow', String(share));
  part(bar, 'i', HTMLElement).style.width = `${share}%`;
}
