import { localeOf } from '@/state/locale.ts';
import { html } from '../exercise/html.ts';
import { morph } from '../exercise/morph.ts';
import { part } from '../lab/dom.ts';
import { answerLines } from '../worksheet/answers.ts';
import { kindNames, loadKinds } from '../worksheet/load-kinds.ts';
import { clockTime } from './report.ts';
import { shortChecksum } from './result.ts';
import { type Verdict, verify } from './verify.ts';
import { setWords } from './words.ts';

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
        chosen.map(async (file): Promise<[string, string]> => [file.name, await file.slice(0, 1_000_000).text()]),
      ),
    );
    files.value = '';
  }

  async #take(texts: readonly (readonly [source: string, text: string])[]) {
    const { none, newer, failed } = this.#words.results;
    const notes: string[] = [];
    for (const [source, text] of texts) {
      try {
        const verdict = await verify(text, kindNames, loadKinds);
        if (!('result' in verdict)) notes.push((verdict.kind === 'newer' ? newer : none)(source));
        else
          this.#judged = [...this.#judged.filter(({ result }) => result.checksum !== verdict.result.checksum), verdict];
      } catch (error) {
        console.error(error);
        notes.push(failed);
      }
    }
    this.#notes = notes;
    this.#render();
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
      html`<div role="status">${this.#notes.map((note) => html`<p class="note-line">${note}</p>`)}<p>${this.#judged.length > 0 && said(this.#judged.length)}</p></div>
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
    const typed = problems.map(({ exercise, problem, kind: id }, place) => {
      const lines = answerLines(exercise, problem, result.answers[place]?.typed ?? {}, this.#locale);
      return html`<li><b>${exercise.words[this.#locale].title}</b> ${result.answers[place]?.code ?? id} ${right[place] === true ? '✓' : '✗'} ${lines.map(({ label, rows }) => html`${label}: ${rows.join(' / ')}; `)}</li>`;
    });
    return html`<tr data-verdict="${kind}"><th scope="row"><bdi>${result.name === '' ? '—' : result.name}</bdi></th>
      <td><bdi>${settings.title === '' ? this.#words.untitled : settings.title}</bdi></td>
      <td class="num">${right.filter(Boolean).length} / ${problems.length}</td>
      <td class="num">${clockTime(result.time)}${result.times > 1 && html`<br>${times(result.times)}`}</td>
      <td class="num">${shortChecksum(result.checksum)} …</td>
      <td>${verdicts[kind]}<details><summary>${answers}</summary><ol>${typed}</ol></details></td></tr>`;
  }
}

customElements.define('handed-in-results', HandedInResults);
