import { pageHref } from '@/i18n/links.ts';
import { decode, encode, type FieldProblem } from '@/state/codec.ts';
import { localeOf } from '@/state/locale.ts';
import { linkTo, readSettings, watchSettings, writeSettings } from '@/state/url.ts';
import { html } from '../exercise/html.ts';
import { morph } from '../exercise/morph.ts';
import { freshSeed } from '../exercise/trail.ts';
import { part } from '../lab/dom.ts';
import { addressNotes } from './address-notes.ts';
import { ClassPanel } from './class-panel.ts';
import { copyLink } from './copy-link.ts';
import { drawSheets } from './draw-sheet.ts';
import { readForm, showSettings, showTasks, tickedTasks, tickWhole } from './form.ts';
import { kindNames, loadKinds } from './load-kinds.ts';
import { type SheetSettings, sheetFields, sheetScope } from './settings.ts';
import { mostProblems, printTasks, problemCount, readTasks, type Task, type TaskFault } from './tasks.ts';
import { drawVariants, holdsTwice, type SetProblem } from './variants.ts';
import { sheetWords } from './words.ts';

/** Lets the browser answer between two kinds that are drawn. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** `<work-sheet>`: the address and the controls decide what is on the sheet; the preview below them is what is printed. */
class WorkSheet extends HTMLElement {
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = sheetWords[this.#locale];
  #settings: SheetSettings = decode(sheetFields, []).state;
  #tasks: readonly Task[] = [];
  #notes: readonly string[] = [];
  #panel: ClassPanel | undefined;
  /** Counts drawings: an older one that ends late is dropped. */
  #drawing = 0;
  #life = new AbortController();
  /** The problems of one kind in all variants, by what decides them. */
  readonly #drawn = new Map<string, readonly (readonly SetProblem[])[]>();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const form = part(this, 'form', HTMLFormElement);
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('change', ({ target }) => this.#change(form, target), { signal });
    this.addEventListener('click', ({ target }) => this.#click(form, target), { signal });
    this.#panel = new ClassPanel(part(this, '.class-panel', HTMLElement), this.#locale, this.#settings, signal);
    this.#adopt(form);
    signal.addEventListener(
      'abort',
      watchSettings(sheetScope, () => this.#adopt(form)),
    );
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  /** Takes over what the address says. */
  #adopt(form: HTMLFormElement) {
    const { state, problems } = decode(sheetFields, readSettings(sheetScope));
    const { tasks, faults } = readTasks(state.tasks, kindNames);
    this.#show(form, { ...state, tasks: printTasks(tasks) }, tasks, problems, faults);
    showTasks(form, tasks, this.#words, true);
  }

  #change(form: HTMLFormElement, target: EventTarget | null) {
    if (target instanceof HTMLInputElement && target.dataset['whole'] !== undefined) tickWhole(target);
    const ticked = tickedTasks(form);
    const { tasks, faults } = readTasks(printTasks(ticked), kindNames);
    const { settings, refused } = readForm(form, { ...this.#settings, tasks: printTasks(tasks) });
    part(form, '[data-seed-problem]', HTMLElement).hidden = !refused.includes('seed');
    part(form, '[name=seed]', HTMLInputElement).ariaInvalid = refused.includes('seed') ? 'true' : null;
    this.#show(form, settings, tasks, [], []);
    if (faults.length > 0) this.#tell([this.#words.full(mostProblems)]);
    showTasks(form, tasks, this.#words, false);
    this.#keep();
  }

  #show(
    form: HTMLFormElement,
    settings: SheetSettings,
    tasks: readonly Task[],
    problems: readonly FieldProblem[],
    faults: readonly TaskFault[],
  ) {
    this.#settings = settings;
    this.#tasks = tasks;
    this.#tell(addressNotes(problems, faults, this.#words));
    showSettings(form, settings);
    this.#panel?.show(settings);
    void this.#draw();
  }

  #keep() {
    writeSettings(sheetScope, encode(sheetFields, this.#settings));
  }

  #tell(notes: readonly string[]) {
    this.#notes = notes;
    const box = part(this, '[data-notes]', HTMLElement);
    box.replaceChildren(
      ...this.#notes.map((note) => {
        const line = document.createElement('p');
        line.textContent = note;
        return line;
      }),
    );
  }

  #click(form: HTMLFormElement, target: EventTarget | null) {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    if (button.dataset['print'] !== undefined) print();
    if (button.dataset['fresh'] !== undefined) {
      part(form, '[name=seed]', HTMLInputElement).value = String(freshSeed());
      this.#change(form, null);
    }
    if (button.dataset['copySheet'] !== undefined) {
      const link = linkTo(sheetScope, encode(sheetFields, this.#settings));
      void copyLink(link, part(this, '[data-said]', HTMLElement), this.#words);
    }
  }

  async #problems(task: Task, settings: SheetSettings): Promise<readonly (readonly SetProblem[])[]> {
    const key = `${printTasks([task])} ${settings.seed} ${settings.variants}`;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const exercises = await loadKinds([task]);
    await breathe();
    const drawn = drawVariants([task], settings.seed, settings.variants, exercises);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  async #draw() {
    this.#drawing += 1;
    const drawing = this.#drawing;
    const [settings, tasks, words] = [this.#settings, this.#tasks, this.#words];
    const [preview, total] = [part(this, '[data-preview]', HTMLElement), part(this, '[data-total]', HTMLElement)];
    this.#setReady(false);
    try {
      const perTask: (readonly (readonly SetProblem[])[])[] = [];
      for (const task of tasks) {
        perTask.push(await this.#problems(task, settings));
        if (drawing !== this.#drawing) return;
      }
      const sheets = Array.from({ length: settings.variants }, (_, variant) =>
        perTask.flatMap((drawn) => drawn[variant] ?? []),
      );
      const codePage = new URL(pageHref(this.#locale, 'problem/'), location.href).href;
      const empty = html`<p class="empty">${words.nothing}</p>`;
      morph(preview, tasks.length === 0 ? empty : drawSheets({ locale: this.#locale, settings, sheets, codePage }));
      this.#tell([...this.#notes, ...perTask.flatMap((drawn) => this.#repeats(drawn))]);
      total.textContent = tasks.length === 0 ? '' : words.total(problemCount(tasks), settings.variants);
    } catch (error) {
      console.error(error);
      preview.replaceChildren();
      this.#tell([...this.#notes, words.failed]);
    }
    this.#setReady(true);
  }

  /** Says where a kind has too few problems for the sheet. */
  #repeats(drawn: readonly (readonly SetProblem[])[]): string[] {
    const [first] = drawn.flat();
    const repeats = first !== undefined && drawn.some(holdsTwice);
    return repeats ? [this.#words.repeats(first.exercise.words[this.#locale].title)] : [];
  }

  /** Until the sheet is drawn, the preview may show an older one: it is not printed. */
  #setReady(isReady: boolean) {
    this.toggleAttribute('data-ready', isReady);
    part(this, '[data-print]', HTMLButtonElement).disabled = !isReady;
  }
}

customElements.define('work-sheet', WorkSheet);
