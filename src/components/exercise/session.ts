import type { Exercise, Level, Problem, Typed } from '@/exercises/kit/definition.ts';
import type { Place } from '@/exercises/kit/diagnose.ts';
import { type Message, messages } from '@/exercises/kit/feedback.ts';
import { generate } from '@/exercises/kit/generate.ts';
import { plain } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import { recordEvent, reportNotKept } from '@/state/progress.ts';
import { readStored, writeStored } from '@/state/storage.ts';
import type { CardView, Note } from './card.ts';
import { checked, type Draft, eventOf, judge, printDraft, readDraft, withField } from './draft.ts';
import { spokenMessage } from './feedback.ts';
import { type PastedBlock, placeBlock, sizeOf } from './paste.ts';
import { freshSeed, goTo, isSame, type ProblemRef, printTrail, step, type Trail } from './trail.ts';
import { type CardWords, cardWords } from './words.ts';

/** What the page around a card adds to its view. */
type Surroundings = Pick<CardView, 'id' | 'label' | 'next' | 'hosted'>;

/**
 * One reader at one card: which problem, what was typed, what is open. Keeps all of it on the device and records what
 * counts. Methods change the state and return what is to be spoken (notes speak for themselves); the element draws.
 */
export class Session {
  readonly exercise: Exercise;
  readonly #locale: Locale;
  readonly #words: CardWords;
  /** Under what name the trail is kept. */
  readonly #key: string;
  #trail: Trail;
  #problem: Problem = {};
  #draft: Draft = readDraft(undefined);
  #messages: readonly Message[] = [];
  #beforePaste: Draft | undefined;
  #isKept = true;
  notes: readonly Note[] = [];
  folded = false;
  stepsOpen = false;
  #peek = false;

  /** Throws where the trail's problem cannot be made. */
  constructor(exercise: Exercise, locale: Locale, key: string, trail: Trail) {
    this.exercise = exercise;
    this.#locale = locale;
    this.#words = cardWords[locale];
    this.#key = key;
    this.#trail = trail;
    this.#open();
  }

  get current(): ProblemRef {
    const problem = this.#trail.problems[this.#trail.place];
    if (problem === undefined) throw new Error(`The trail of ${this.#key} is empty.`);
    return problem;
  }

  get parts() {
    return this.exercise.parts(this.#problem);
  }

  get isRight(): boolean {
    return this.#draft.rightAt > 0;
  }

  view(surroundings: Surroundings): CardView {
    const { exercise, notes, folded, stepsOpen } = this;
    const shared = { exercise, notes, folded, stepsOpen, locale: this.#locale, problem: this.#problem, live: true };
    return {
      ...surroundings,
      ...shared,
      ...this.current,
      draft: this.#draft,
      messages: this.#messages,
      peek: this.#peek,
      before: step(this.#trail, -1) !== undefined,
      after: step(this.#trail, 1) !== undefined,
    };
  }

  get standing() {
    return judge(this.exercise, this.#problem, this.#draft).standing;
  }

  /** Makes the trail's problem and takes up what is kept of it. */
  #open() {
    const { seed, level } = this.current;
    this.#problem = generate(this.exercise, seed, level);
    this.#takeUp(readStored(this.draftKey));
    this.notes = [];
    this.folded = false;
    this.stepsOpen = false;
    this.#peek = false;
  }

  #takeUp(kept: string | undefined) {
    this.#draft = readDraft(kept);
    this.#diagnose();
    this.#forgetPaste();
  }

  /** Takes over what another tab kept of the problem; not where this one could not keep its own, which would be lost. */
  follow(kept: string | undefined) {
    if (this.#isKept && kept !== printDraft(this.#draft)) this.#takeUp(kept);
  }

  /** Under what name what was typed into the problem is kept. */
  get draftKey(): string {
    const { seed, level } = this.current;
    return `exercise:${this.exercise.id}:${level}:${seed}`;
  }

  #diagnose() {
    const { judged, rightAt, hints } = this.#draft;
    const isChecked = Object.keys(judged).length > 0;
    const found = isChecked ? messages(this.exercise, this.#problem, judged, this.#locale) : [];
    const head = `${this.#words.rightAt(rightAt, hints)}${this.#locale === 'en' ? '.' : '。'}`;
    this.#messages = found.map((message) =>
      message.status === 'correct' && rightAt > 0 ? { ...message, head } : message,
    );
  }

  #keep(draft: Draft) {
    this.#draft = draft;
    this.#isKept = writeStored(this.draftKey, printDraft(draft));
    if (!this.#isKept) reportNotKept();
  }

  #record(act: 'right' | 'wrong' | 'hint' | 'shown', misconceptions: readonly string[] = []) {
    const { seed, level } = this.current;
    void recordEvent({ exercise: this.exercise.id, level, seed }, eventOf(act, this.#draft, misconceptions));
  }

  /** What was pasted can be taken back until something else is done. */
  #forgetPaste() {
    this.#beforePaste = undefined;
    this.notes = this.notes.filter((note) => note.undo !== true);
  }

  type({ part, index }: Place, text: string) {
    this.#forgetPaste();
    this.#keep(withField(this.#draft, part, index, text));
  }

  /** Takes over what was typed before script answered. */
  adopt(typed: Typed) {
    for (const [part, fields] of Object.entries(typed)) {
      for (const [index, text] of fields.entries()) if (text !== '') this.type({ part, index }, text);
    }
  }

  check(): string {
    const { draft, act, misconceptions } = checked(this.exercise, this.#problem, this.#draft);
    this.#keep(draft);
    this.#diagnose();
    this.notes = [];
    if (act !== undefined) this.#record(act, misconceptions);
    const { right, fields } = judge(this.exercise, this.#problem, draft);
    return [...this.#messages.map(spokenMessage), this.#words.tally(right, fields)].join(' ');
  }

  hint(): string {
    const hints = this.exercise.words[this.#locale].hints(this.#problem);
    const hint = hints[this.#draft.hints];
    if (hint === undefined) return '';
    this.#keep({ ...this.#draft, hints: this.#draft.hints + 1 });
    this.#record('hint');
    return `${this.#words.hintOf(this.#draft.hints, hints.length)}. ${plain(hint)}`;
  }

  show(): string {
    this.#keep({ ...this.#draft, shown: true });
    this.stepsOpen = true;
    this.#record('shown');
    return `${this.#words.shown.head} ${this.#words.shown.text}`;
  }

  peek(): string {
    this.#peek = !this.#peek;
    return this.#peek ? this.#words.myAnswers : this.#words.rightAnswers;
  }

  /** Lays a pasted block on the fields from this one on; what does not fit changes nothing. A note says which. */
  paste({ part: id, index }: Place, block: PastedBlock) {
    const part = this.parts.find((other) => other.id === id);
    const size = part === undefined ? undefined : sizeOf(part);
    if (size === undefined) return;
    const placed = placeBlock(block, size, index);
    if (!placed.fits) {
      const { pasteRagged, pasteSize } = this.#words;
      const text =
        placed.why === 'ragged'
          ? pasteRagged
          : pasteSize(placed.rows, placed.columns, placed.roomRows, placed.roomColumns);
      this.notes = [{ text }];
      return;
    }
    const before = this.#draft;
    let draft = before;
    for (const [field, value] of placed.fields) draft = withField(draft, id, field, value);
    this.#keep(draft);
    this.#beforePaste = before;
    this.notes = [{ text: this.#words.pasted(placed.fields.size), undo: true }];
  }

  undoPaste(): string {
    if (this.#beforePaste !== undefined) this.#keep(this.#beforePaste);
    this.#beforePaste = undefined;
    this.notes = [{ text: this.#words.undone }];
    return '';
  }

  /** Another problem of this level; what was typed in the one before stays kept. */
  fresh(level: Level = this.current.level): string {
    return this.go({ seed: freshSeed(), level });
  }

  /** A problem of another level: the last one of it that is still to be done, else a fresh one. */
  toLevel(level: Level): string {
    const unfinished = this.#trail.problems.findLast(
      (problem) => problem.level === level && !isSame(problem, this.current) && !this.#isFinished(problem),
    );
    return unfinished === undefined ? this.fresh(level) : this.go(unfinished);
  }

  #isFinished({ seed, level }: ProblemRef): boolean {
    const draft = readDraft(readStored(`exercise:${this.exercise.id}:${level}:${seed}`));
    return draft.shown || draft.rightAt > 0;
  }

  step(by: -1 | 1): string {
    const to = step(this.#trail, by);
    const problem = to?.problems[to.place];
    return problem === undefined ? '' : this.go(problem);
  }

  /** Throws, and stays where it is, where the problem cannot be made. */
  go(problem: ProblemRef): string {
    const before = this.#trail;
    this.#trail = goTo(before, problem);
    try {
      this.#open();
    } catch (error) {
      this.#trail = before;
      throw error;
    }
    this.keepTrail();
    return this.#words.fresh(problem.level);
  }

  keepTrail() {
    if (!writeStored(this.#key, printTrail(this.#trail))) reportNotKept();
  }

  /** Folds a card to one line, or opens it again. */
  fold(folded: boolean): string {
    this.folded = folded;
    return '';
  }
}
