import { localeOf } from '@/state/locale.ts';
import { mergeProgress } from '@/state/merge.ts';
import {
  addProgress,
  eraseProgress,
  readProgress,
  reportNotKept,
  tryStore,
  watchProgress,
  whenNotKept,
} from '@/state/progress.ts';
import { longestFile, printProgress, type Refusal, readProgressFile } from '@/state/progress-file.ts';
import { forgetStored } from '@/state/storage.ts';
import { keeperWords } from './keeper-words.ts';

/** What the device keeps of answers beside the progress itself: drafts, trails, predictions, chosen lessons, assignments, problems of codes. */
const ownKeys = ['exercise:', 'trail:', 'predict.', 'practice:', 'assignment:', 'problem:'];

/** A file's name as it is repeated to the reader. */
const shortName = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** `<progress-keeper>`: says how much progress there is; saves it as a file, adds one, erases all after a question. */
class ProgressKeeper extends HTMLElement {
  readonly #words = keeperWords[localeOf(document.documentElement.lang.slice(0, 2))];
  #ended = new AbortController();

  connectedCallback() {
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    signal.addEventListener(
      'abort',
      watchProgress(() => void this.#count()),
    );
    this.querySelector('[data-acts]')?.removeAttribute('hidden');
    this.#button('[data-save]')?.addEventListener('click', () => void this.#save(), { signal });
    this.#button('[data-erase]')?.addEventListener('click', () => this.#dialog?.showModal(), { signal });
    this.querySelector('[data-add]')?.addEventListener('change', (event) => void this.#add(event), { signal });
    this.#dialog?.addEventListener('close', () => void this.#erase(), { signal });
    whenNotKept(() => this.#put('[data-not-kept]', this.#words.notKept));
    void tryStore();
    void this.#count();
  }

  disconnectedCallback() {
    this.#ended.abort();
  }

  #button(selector: string) {
    return this.querySelector<HTMLButtonElement>(selector);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  #put(selector: string, text: string) {
    const element = this.querySelector(selector);
    if (element !== null) element.textContent = text;
  }

  /** Speaks, also where the same was said before. */
  #say(...sentences: readonly string[]) {
    this.#put('[data-said]', '');
    setTimeout(() => this.#put('[data-said]', sentences.join(document.documentElement.lang === 'en' ? ' ' : '')), 50);
  }

  async #count() {
    const { events, problems, visits } = await readProgress();
    const answers = events.filter(({ act }) => act === 'right' || act === 'wrong').length;
    const isEmpty = events.length === 0 && visits.length === 0;
    this.#put('[data-kept]', isEmpty ? this.#words.nothing : this.#words.kept(answers, problems.length, visits.length));
  }

  async #save() {
    const now = Date.now();
    const file = new Blob([printProgress(await readProgress(), now)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `convolution-by-hand-${new Date(now).toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.#say(this.#words.saved);
  }

  async #add({ target: input }: Event) {
    if (!(input instanceof HTMLInputElement)) return;
    const file = input.files?.[0];
    if (file === undefined) return;
    const refuse = (why: Refusal | 'unread') =>
      this.#say(this.#words.refused[why](shortName(file.name)), this.#words.unchanged);
    const text = file.size > longestFile ? '' : await file.text().catch(() => undefined);
    input.value = '';
    if (text === undefined) return refuse('unread');
    const reading = readProgressFile(text);
    if (!reading.accepted) return refuse(reading.why);
    const before = await readProgress();
    const total = reading.kept.events.length;
    const added = mergeProgress(before, reading.kept).events.length - before.events.length;
    this.#say(this.#words.added(added, total - added));
    await addProgress(reading.kept);
  }

  async #erase() {
    const dialog = this.#dialog;
    const isWanted = dialog?.returnValue === 'erase';
    if (dialog !== null) dialog.returnValue = '';
    if (!isWanted) return;
    const isForgotten = forgetStored(ownKeys);
    const isErased = await eraseProgress();
    if (!isForgotten) reportNotKept();
    this.#say(isErased ? this.#words.erased : this.#words.notErased);
  }
}

customElements.define('progress-keeper', ProgressKeeper);
