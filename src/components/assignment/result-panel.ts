import { type Html, html, icon } from '../exercise/html.ts';
import { download } from '../worksheet/download.ts';
import { drawScore } from './draw.ts';
import { reportText } from './report.ts';
import { makeResult, type Result } from './result.ts';
import type { SetSession } from './session.ts';
import { setWords } from './words.ts';

/** What follows a set that was handed in: the score, the text and file to hand in, what the checksum is worth. */
export class ResultPanel {
  #result: Result | undefined;
  #text = '';
  #said = '';

  /** Makes the text and its checksum. */
  async prepare({ settings, problems, state, locale }: SetSession): Promise<void> {
    this.#result = await makeResult(settings, problems, state);
    this.#text = reportText(this.#result, settings.title, problems, locale);
    this.#said = '';
  }

  draw(session: SetSession): Html {
    const words = setWords[session.locale];
    return html`<section class="set-result" aria-labelledby="set-result" data-checksum="${this.#result?.checksum ?? ''}">
      <h2 id="set-result" tabindex="-1" data-result>${words.resultHead}</h2>${drawScore(session)}
      <p>${words.resultText}${session.state.name.trim() === '' && html` <b>${words.noName}</b>`}</p>
      <label class="field"><span>${words.resultLabel}</span><textarea class="result-text" rows="9" readonly data-text>${this.#text}</textarea></label>
      <p class="set-actions"><button type="button" class="btn primary" data-copy-text>${icon('copy')} ${words.copy}</button>
        <button type="button" class="btn" data-save>${icon('down')} ${words.file}</button>
        <button type="button" class="btn plain" data-go-on>${words.goOn}</button></p>
      <p role="status">${this.#said}</p><p class="quiet">${words.notProof}</p></section>`;
  }

  async copy({ locale }: SetSession): Promise<void> {
    const words = setWords[locale];
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#said = words.copied;
    } catch {
      this.#said = words.notCopied;
    }
  }

  /** Offers the text as a file; its name is made of the learner's. */
  save({ locale, state }: SetSession): void {
    const name = state.name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40);
    download(
      `${[setWords[locale].fileName, name].filter(Boolean).join('-')}.txt`,
      new Blob([this.#text], { type: 'text/plain' }),
    );
  }
}
