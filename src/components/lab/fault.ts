import type { Locale } from '../../i18n/index.ts';
import { RuntimeError } from '../../runtime/failure.ts';
import { explain } from '../../runtime/words.ts';
import { type Fault, labWords } from './words.ts';

/** Why a picture did not come; its sentence stands in words.ts. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause?: unknown) {
    super(fault, { cause });
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/** What went wrong and what to do, for whatever choosing, preparing and running can throw. */
export function sentenceOf(error: unknown, locale: Locale): string {
  if (error instanceof FaultError) return labWords[locale].faults[error.fault];
  if (error instanceof RuntimeError) return explain(error.failure, locale);
  // Not foreseen: what the browser says of it is all there is to say.
  return explain({ code: 'start-failed', reason: String(error) }, locale);
}
