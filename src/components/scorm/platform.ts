import type { Score } from '../assignment/session.ts';
import type { ScormApi } from './api.ts';
import { pack, unpack } from './pack.ts';

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
  #fits = true;
  #isTaken = true;
  #isCommitted = true;
  /** Whether the platform has the score. */
  isReported: boolean;

  constructor(api: ScormApi, now: () => number = Date.now) {
    this.#api = api;
    this.#now = now;
    this.#begun = now();
    this.#isTaken = this.#did(() => api.LMSInitialize(''));
    const status = this.#get('cmi.core.lesson_status');
    this.isReported = ['completed', 'passed', 'failed'].includes(status);
    if (['', 'not attempted', 'unknown'].includes(status)) {
      this.#isTaken = this.#set('cmi.core.lesson_status', 'incomplete');
      this.commit();
    }
  }

  /** Why what is typed will not be there at the next visit: the platform takes nothing, or has no room. */
  get trouble(): 'refused' | 'full' | undefined {
    if (!this.#isTaken || !this.#isCommitted) return 'refused';
    return this.#fits ? undefined : 'full';
  }

  #try(call: () => unknown): unknown {
    try {
      return call();
    } catch {
      return '';
    }
  }

  #did(call: () => unknown): boolean {
    return String(this.#try(call)) === 'true';
  }

  #get(element: string): string {
    return String(this.#try(() => this.#api.LMSGetValue(element)) ?? '');
  }

  #set(element: string, value: string): boolean {
    return this.#did(() => this.#api.LMSSetValue(element, value));
  }

  /** What an earlier visit kept. */
  get kept(): string {
    return unpack(this.#get('cmi.suspend_data'));
  }

  /** Keeps how far the learner is, packed and its fields cut as far as must be; false where the platform has it not. */
  keep(print: (longest: number) => string): boolean {
    const plain = ascii(print(60));
    const fitting =
      plain.length <= longestSuspend
        ? plain
        : [60, 20, 10].map((longest) => pack(print(longest))).find((text) => text.length <= longestSuspend);
    this.#fits = fitting !== undefined;
    if (fitting !== undefined) this.#isTaken = this.#set('cmi.suspend_data', fitting);
    return this.trouble === undefined;
  }

  /** Reports a set that was handed in: its score in hundredths, and that it is done. */
  complete({ right, problems }: Score) {
    // A platform may know no least and greatest score.
    this.#set('cmi.core.score.min', '0');
    this.#set('cmi.core.score.max', '100');
    const raw = String(problems === 0 ? 0 : Math.round((100 * right) / problems));
    const isTaken = this.#set('cmi.core.score.raw', raw) && this.#set('cmi.core.lesson_status', 'completed');
    this.isReported = this.commit() && isTaken;
  }

  /** False where the platform did not save what it was told. */
  commit(): boolean {
    this.#isCommitted = this.#did(() => this.#api.LMSCommit(''));
    return this.#isCommitted;
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
