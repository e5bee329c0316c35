import { check, fitTyped, overallStatus } from '@/exercises/kit/check.ts';
import type { Problem, Typed } from '@/exercises/kit/definition.ts';
import type { Place } from '@/exercises/kit/diagnose.ts';
import { type Message, messages } from '@/exercises/kit/feedback.ts';
import { kitWords } from '@/exercises/kit/words.ts';
import type { Locale } from '@/state/locale.ts';
import type { ProblemEvent, ProblemId } from '@/state/summary.ts';
import { checked, type Draft, emptyDraft, eventOf, judge, withField } from '../exercise/draft.ts';
import { spokenMessage } from '../exercise/feedback.ts';
import { type PastedBlock, placeBlock, sizeOf } from '../exercise/paste.ts';
import { cardWords } from '../exercise/words.ts';
import type { SetSettings } from '../worksheet/settings.ts';
import type { SetProblem } from '../worksheet/variants.ts';
import type { SetState } from './state.ts';

/** Where a set is kept, and what else is told of it. */
export interface SetHost {
  /** Keeps the state; false where it could not. */
  keep(state: SetState): boolean;
  /** Something that belongs to the reader's progress. */
  record?(id: ProblemId, event: ProblemEvent): void;
}

export interface Score {
  /** Problems that are all right. */
  readonly right: number;
  readonly problems: number;
  /** Fields that hold nothing. */
  readonly empty: number;
}

/** One learner at one set. Methods change the state and return what is to be spoken. */
export class SetSession {
  readonly problems: readonly SetProblem[];
  readonly settings: SetSettings;
  readonly locale: Locale;
  readonly #host: SetHost;
  #state: SetState;
  /** Notes about a paste, by problem. */
  readonly #notes = new Map<number, string>();
  /** False once something could not be kept. */
  isKept = true;

  constructor(problems: readonly SetProblem[], settings: SetSettings, locale: Locale, state: SetState, host: SetHost) {
    this.problems = problems;
    this.settings = settings;
    this.locale = locale;
    this.#state = state;
    this.#host = host;
  }

  get state(): SetState {
    return this.#state;
  }

  get isHandedIn(): boolean {
    return this.#state.handedIn !== '';
  }

  /** Whether each problem can be checked by itself. */
  get canCheck(): boolean {
    return this.settings.feedback === 'once' && !this.isHandedIn;
  }

  draft(place: number): Draft {
    return this.#state.drafts[place] ?? emptyDraft;
  }

  note(place: number): string | undefined {
    return this.#notes.get(place);
  }

  #set(change: Partial<SetState>) {
    this.#state = { ...this.#state, ...change };
    this.isKept = this.#host.keep(this.#state) && this.isKept;
  }

  #setDraft(place: number, draft: Draft) {
    this.#set({ drafts: this.#state.drafts.map((old, index) => (index === place ? draft : old)) });
  }

  /** Takes over what was kept by another tab; not where this one could not keep its own, which would be lost. */
  adopt(state: SetState) {
    if (this.isKept) this.#state = state;
  }

  rename(name: string) {
    this.#set({ name });
  }

  type(place: number, { part, index }: Place, text: string) {
    if (this.isHandedIn) return;
    this.#notes.delete(place);
    this.#setDraft(place, withField(this.draft(place), part, index, text));
  }

  /** Lays a pasted block on the fields from this one on; what does not fit changes nothing. A note says which. */
  paste(place: number, { part: id, index }: Place, block: PastedBlock) {
    const problem = this.problems[place];
    const part = problem?.exercise.parts(problem.problem).find((other) => other.id === id);
    const size = part === undefined ? undefined : sizeOf(part);
    if (size === undefined || this.isHandedIn) return;
    const words = cardWords[this.locale];
    const placed = placeBlock(block, size, index);
    if (!placed.fits) {
      const { rows, columns, roomRows, roomColumns } =
        placed.why === 'size' ? placed : { rows: 0, columns: 0, roomRows: 0, roomColumns: 0 };
      this.#notes.set(
        place,
        placed.why === 'ragged' ? words.pasteRagged : words.pasteSize(rows, columns, roomRows, roomColumns),
      );
      return;
    }
    let draft = this.draft(place);
    for (const [field, value] of placed.fields) draft = withField(draft, id, field, value);
    this.#setDraft(place, draft);
    this.#notes.set(place, words.pasted(placed.fields.size));
  }

  #judge(place: number) {
    const found = this.problems[place];
    if (found === undefined) return;
    const { draft, act, misconceptions } = checked(found.exercise, found.problem, this.draft(place));
    this.#setDraft(place, draft);
    const { kind: exercise, level, seed } = found;
    if (act !== undefined) this.#host.record?.({ exercise, level, seed }, eventOf(act, draft, misconceptions));
  }

  check(place: number): string {
    if (!this.canCheck) return '';
    this.#notes.delete(place);
    this.#judge(place);
    const { right, fields } = this.judgement(place);
    return [...this.messages(place).map(spokenMessage), cardWords[this.locale].tally(right, fields)].join(' ');
  }

  judgement(place: number) {
    const { exercise, problem } = this.#problem(place);
    return judge(exercise, problem, this.draft(place));
  }

  /** What is said about an answer; where the steps are held back, without the calculations. There are no hints to point to. */
  messages(place: number): Message[] {
    const { exercise, problem } = this.#problem(place);
    const { judged } = this.draft(place);
    if (Object.keys(judged).length === 0) return [];
    const isHeld = this.settings.steps === 'held';
    return messages(exercise, problem, judged, this.locale).map((message) => {
      if (isHeld && message.workings.length > 0) return { ...message, workings: [], windows: [], text: '' };
      return message.text === kitWords[this.locale].unexplained.without ? { ...message, text: '' } : message;
    });
  }

  #problem(place: number): SetProblem {
    const found = this.problems[place];
    if (found === undefined) throw new RangeError(`The set has ${this.problems.length} problems, none at ${place}.`);
    return found;
  }

  isRight(place: number): boolean {
    const { exercise, problem } = this.#problem(place);
    return isRight(exercise, problem, this.draft(place).typed);
  }

  get score(): Score {
    const places = [...this.problems.keys()];
    const typed = places.map((place) => fitted(this.#problem(place), this.draft(place).typed));
    return {
      right: places.filter((place) => this.isRight(place)).length,
      problems: places.length,
      empty: typed.flatMap((fields) => Object.values(fields).flat()).filter((text) => text.trim() === '').length,
    };
  }

  handIn() {
    for (const place of this.problems.keys()) this.#judge(place);
    this.#set({ handedIn: new Date().toISOString(), times: this.#state.times + 1 });
  }

  /** Opens the fields again; what was typed stays. */
  goOn() {
    this.#set({ handedIn: '' });
  }
}

const fitted = ({ exercise, problem }: SetProblem, typed: Typed): Typed => {
  const boxes = new Set(
    exercise
      .parts(problem)
      .filter(({ kind }) => kind === 'choices')
      .map(({ id }) => id),
  );
  // A box left unticked is an answer.
  return Object.fromEntries(Object.entries(fitTyped(exercise, problem, typed)).filter(([part]) => !boxes.has(part)));
};

/** Whether an answer is right in every field. */
export const isRight = (exercise: SetProblem['exercise'], problem: Problem, typed: Typed): boolean =>
  overallStatus(check(exercise, problem, typed)) === 'correct';
