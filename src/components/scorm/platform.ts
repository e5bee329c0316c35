import type { Score } from '../assignment/session.ts';
import type { ScormApi } from './api.ts';

/** Longest suspend_data of SCORM 1.2. */
export const longestSuspend = 4096;

/** A span of time as SCORM 1.2 writes it: HHHH:MM:SS.SS. */
export function timeSpan(milliseconds: number): string {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const seconds = Math.floor(hundredths / 100);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

/** Only ASCII: some platforms take nothing else. JSON stays the same JSON. */
const ascii = (json: string): string =>
  json.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One visit of a learner to a set in a learning platform. A platform that errs never stops the learner. */
export class Platform {
  readonly #api: ScormApi;
  readonly #begun: number;
  readonly #now: () => number;
  #isOver = false;

  constructor(api: ScormApi, now: () => number = Date.now) {
    this.#api = api;
    this.#now = now;
    this.#begun = now();
    this.#try(() => api.LMSInitialize(''));
    if (['', 'not attempted', 'unknown'].includes(this.#get('cmi.core.lesson_status'))) {
      this.#set('cmi.core.lesson_status', 'incomplete');
      this.commit();
    }
  }

  #try(call: () => unknown): unknown {
    try {
      return call();
    } catch {
      return '';
    }
  }

  #get(element: string): string {
    return String(this.#try(() => this.#api.LMSGetValue(element)) ?? '');
  }

  #set(element: string, value: string): boolean {
    return String(this.#try(() => this.#api.LMSSetValue(element, value))) === 'true';
  }

  /** What an earlier visit kept. */
  get kept(): string {
    return this.#get('cmi.suspend_data');
  }

  /** Keeps how far the learner is, shortened as far as it must be; false where it does not fit. */
  keep(print: (longest: number) => string): boolean {
    const fitting = [60, 20, 10].map((longest) => ascii(print(longest))).find((text) => text.length <= longestSuspend);
    return fitting !== undefined && this.#set('cmi.suspend_data', fitting);
  }

  /** Reports a set that was handed in: its score in hundredths, and that it is done. */
  complete({ right, problems }: Score) {
    this.#set('cmi.core.score.min', '0');
    this.#set('cmi.core.score.max', '100');
    this.#set('cmi.core.score.raw', String(problems === 0 ? 0 : Math.round((100 * right) / problems)));
    this.#set('cmi.core.lesson_status', 'completed');
    this.commit();
  }

  commit() {
    this.#try(() => this.#api.LMSCommit(''));
  }

  /** The learner leaves; `isDone` once the set is handed in. */
  finish(isDone: boolean) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#set('cmi.core.session_time', timeSpan(this.#now() - this.#begun));
    this.#set('cmi.core.exit', isDone ? '' : 'suspend');
    this.commit();
    this.#try(() => this.#api.LMSFinish(''));
  }
}
