import type { Locale } from '../../i18n/index.ts';
import { RuntimeError } from '../../runtime/failure.ts';
import { explain } from '../../runtime/words.ts';

/** The picture is to blame: trying it again would change nothing. */
export const isOfPicture = (error: unknown): boolean =>
  error instanceof RuntimeError && error.failure.code.startsWith('picture-');

/** What went wrong and what to do, for whatever choosing, preparing and running can throw. */
export function sentenceOf(error: unknown, locale: Locale): string {
  if (error instanceof RuntimeError) return explain(error.failure, locale);
  // Not foreseen: what the browser says of it is all there is to say.
  return explain({ code: 'start-failed', reason: String(error) }, locale);
}
