import { localeOf } from '@/state/locale.ts';
import { html } from '../exercise/html.ts';
import { morph } from '../exercise/morph.ts';
import { part } from '../lab/dom.ts';
import { answerLines } from '../worksheet/answers.ts';
import { kindNames, loadKinds } from '../worksheet/load-kinds.ts';
import { setSign } from '../worksheet/settings.ts';
import { clockTime } from './report.ts';
import { type Result, shortChecksum } from './result.ts';
import { longestText, type Verdict, verify } from './verify.ts';
import { setWords } from './words.ts';

const nameOf = ({ name }: Result): string => (name.trim() === '' ? '—' : name.slice(0, 80));

type Judged = Extract<Verdict, { readonly result: unknown }>;

/** `<handed-in-results>`: a teacher's list of results, each checked in this browser. Nothing of it is kept. */
class HandedInResults extends HTMLElement {
  readonly #locale = localeOf(document.documentElement.lang.slice(0, 2));
  readonly #words = setWords[this.#locale];
  #judged: readonly Judged[] = [];
  #notes: readonly string[] = [];
  #life = new AbortController();

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const files = part(this, 'input[type=file]', HTMLInputElement);
    const text = part(this, 'textarea', HTMLTextAreaElement);
    files.addEventListener('change', () => void this.#readFiles(files), { signal });
    part(this, '[data-check]', HTMLButtonElement).addEventListener(
      'click',
      () => void this.#take([[this.#words.results.pasted, text.value]]),
      { signal },
    );
    part(this, '[data-clear]', HTMLButtonElement).addEventListener('click', () => this.#clear(files), { signal });
    this.#render();
    this.dataset['ready'] = '';
  }

  disconnectedCallback() {
    this.#life.abort();
  }

  async #readFiles(files: HTMLInputElement) {
    const chosen = [...(files.files ?? [])];
    await this.#take(
      await Promise.all(
        chosen.map(async (file): Promise<[string, string]> => [file.name, await file.slice(0, longestText).text()]),
      ),
    );
    files.value = '';
  }

  async #take(texts: readonly (readonly [source: string, text: string])[]) {
    const words = this.#words.results;
    const notes: string[] = [];
    for (const [source, text] of texts) {
      try {
        for (const verdict of await verify(text, kindNames, loadKinds)) {
          if ('result' in verdict) this.#add(verdict);
          else notes.push(words[verdict.kind](source));
        }
      } catch (error) {
        console.error(error);
        notes.push(words.failed);
      }
    }
    this.#notes = [...new Set(notes)];
    this.#render();
  }

  /** The same result once; a changed copy of one stands beside it. */
  #add(verdict: Judged) {
    const text = JSON.stringify(verdict.result);
    this.#judged = [...this.#judged.filter(({ result }) => JSON.stringify(result) !== text), verdict];
  }

  /** Says where the results are of more sets than one. */
  get #sets(): string[] {
    const { size } = new Set(this.#judged.map(({ result }) => result.set));
    return size > 1 ? [this.#words.results.several(size)] : [];
  }

  /** Says which results claim one checksum. */
  get #copies(): string[] {
    const results = this.#judged.map(({ result }) => result);
    return [...new Set(results.map(({ checksum }) => checksum))]
      .map((checksum) => results.filter((result) => result.checksum === checksum).map(nameOf))
      .filter((names) => names.length > 1)
      .map((names) => this.#words.results.copies(names));
  }

  #clear(files: HTMLInputElement) {
    this.#judged = [];
    this.#notes = [];
    files.value = '';
    part(this, 'textarea', HTMLTextAreaElement).value = '';
    this.#render();
  }

  #render() {
    const { said, columns } = this.#words.results;
    const heads = Object.values(columns).map((head) => html`<th scope="col">${head}</th>`);
    morph(
      part(this, '[data-list]', HTMLElement),
      html`<div role="status">${[...this.#notes, ...this.#copies, ...this.#sets].map((note) => html`<p class="note-line">${note}</p>`)}<p>${this.#judged.length > 0 && said(this.#judged.length)}</p></div>
        ${
          this.#judged.length > 0 &&
          html`<div class="results-box" tabindex="0" role="region" aria-label="${this.#words.results.title}"><table class="results"><thead><tr>${heads}</tr></thead>
        <tbody>${this.#judged.map((verdict) => this.#drawRow(verdict))}</tbody></table></div>`
        }`,
    );
  }

  #drawRow({ kind, result, checked }: Judged) {
    const { verdicts, times, answers } = this.#words.results;
    const { settings, problems, right } = checked;
    const [colon, end] = this.#locale === 'en' ? [':', ';'] : ['：', '；'];
    const typed = problems.map(({ exercise, problem, kind: id }, place) => {
      const lines = answerLines(exercise, problem, result.answers[place]?.typed ?? {}, this.#locale);
      return html`<li><b>${exercise.words[this.#locale].title}</b> ${result.answers[place]?.code ?? id} ${right[place] === true ? '✓' : '✗'} ${lines.map(({ label, rows }) => html`${label}${colon} ${rows.join(' | ').trim() || '—'}${end} `)}</li>`;
    });
    return html`<tr data-verdict="${kind}"><th scope="row"><bdi>${nameOf(result)}</bdi></th>
      <td><bdi>${settings.title === '' ? this.#words.untitled : settings.title}</bdi> <span class="quiet">${setSign(settings)}</span></td>
      <td class="num">${right.filter(Boolean).length} / ${problems.length}</td>
      <td class="num">${clockTime(result.time)}${result.times > 1 && html`<br>${times(result.times)}`}</td>
      <td class="num">${shortChecksum(result.checksum)} …</td>
      <td>${verdicts[kind]}<details><summary>${answers}</summary><ol>${typed}</ol></details></td></tr>`;
  }
}

customElements.define('handed-in-results', HandedInResults);
