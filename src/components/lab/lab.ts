import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import { loadManifest, runtime } from '../../runtime/client.ts';
import { RuntimeError } from '../../runtime/failure.ts';
import { newest } from '../../runtime/newest.ts';
import type { BackendChoice } from '../../runtime/types.ts';
import { type LabField, readAddress, writeAddress } from './address.ts';
import { AnswerView } from './answer-view.ts';
import { CameraPanel } from './camera-panel.ts';
import { part, parts } from './dom.ts';
import { isOfPicture, sentenceOf } from './fault.ts';
import { listenForPictures } from './intake.ts';
import { NetworkList } from './network-list.ts';
import { PictureView } from './picture-view.ts';
import { Samples } from './samples.ts';
import { fromFile, fromFrame, fromSample, type Source } from './source.ts';
import { type Fault, type LabWords, labWords } from './words.ts';

type State = 'idle' | 'loading' | 'running' | 'done' | 'failed';

/**
 * A picture, a network, an answer. Of several choices the newest wins: what an older one still brings is dropped. The page is
 * drawn by Lab.astro; this gives it life.
 */
export class Lab {
  private readonly host: HTMLElement;
  private readonly locale: Locale;
  private readonly words: LabWords;
  private readonly next = newest();
  private readonly answer: AnswerView;
  private readonly picture: PictureView;
  private readonly networks: NetworkList;
  private readonly samples: Samples;
  private readonly camera: CameraPanel;
  private source: Source | undefined;
  /** The one whose picture stands on the page. */
  private shown: Source | undefined;

  /** @param signal aborted when the element leaves the page */
  constructor(host: HTMLElement, locale: Locale, signal: AbortSignal) {
    this.host = host;
    this.locale = locale;
    this.words = labWords[locale];
    const complain = (fault: Fault) => this.answer.alert(this.words.faults[fault]);
    this.answer = new AnswerView(host, locale);
    this.picture = new PictureView(part(host, '[data-views]', HTMLElement), locale);
    this.networks = new NetworkList(host, this.words.state, () => this.networkChosen(), signal);
    this.samples = new Samples(host, locale, (sample) => this.choose(fromSample(sample)), signal);
    const receiver = {
      taken: (bitmap: ImageBitmap) => this.choose(fromFrame(bitmap)),
      failed: (error: unknown) => this.answer.alert(sentenceOf(error, locale)),
    };
    this.camera = new CameraPanel(host, receiver, signal);
    const take = (file: Blob, name: string, more: boolean) => {
      this.choose(fromFile(file));
      if (more) this.answer.notice(fill(this.words.several, { name }));
    };
    listenForPictures(host, { take, complain }, signal);
    for (const radio of this.backends) radio.addEventListener('change', () => this.backendChosen(), { signal });
    part(host, '[data-classify]', HTMLButtonElement).addEventListener('click', () => this.work(), { signal });
    signal.addEventListener('abort', () => this.next());
    for (const hidden of parts(host, '[data-live-only]', HTMLElement)) hidden.hidden = false;
    this.open();
  }

  private get backends(): HTMLInputElement[] {
    return parts(this.host, 'input[data-backend-choice]', HTMLInputElement);
  }

  private get backend(): BackendChoice {
    return this.backends.some((radio) => radio.value === 'wasm' && radio.checked) ? 'wasm' : 'auto';
  }

  private set state(state: State) {
    this.host.dataset['state'] = state;
  }

  /** What the address asks for is shown; nothing is fetched but the photo it names, and nothing is classified unasked. */
  private open(): void {
    const given = readAddress(location.search, { networks: this.networks.ids, samples: this.samples.files });
    this.networks.choose(given.network);
    this.showNetwork();
    for (const radio of this.backends) radio.checked = radio.value === given.backend;
    runtime().choose(given.backend);
    const sample = given.sample === undefined ? undefined : this.samples.find(given.sample);
    if (sample) this.source = fromSample(sample);
    this.samples.press(sample?.file);
    if (sample) this.work(false);
    if (given.refused.length > 0) this.refuse(given.refused);
  }

  private refuse(fields: readonly LabField[]): void {
    const { title } = this.networks;
    const sentences = fields.map((field) => fill(this.words.refused[field], { title }));
    this.answer.notice(sentences.join(this.locale === 'zh' ? '' : ' '));
  }

  private choose(source: Source): void {
    this.camera.stop();
    this.source?.close?.();
    this.source = source;
    this.samples.press(source.sample?.file);
    this.keepAddress();
    this.work();
  }

  private showNetwork(): void {
    this.host.dataset['network'] = this.networks.chosen;
    this.answer.example(this.networks.chosen);
  }

  private networkChosen(): void {
    this.showNetwork();
    this.keepAddress();
    this.work();
  }

  private backendChosen(): void {
    runtime().choose(this.backend);
    this.keepAddress();
    this.work();
  }

  private keepAddress(): void {
    const query = writeAddress(location.search, {
      network: this.networks.chosen,
      sample: this.source?.sample?.file,
      backend: this.backend,
    });
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  }

  /** Shows the chosen picture and, unless `run` is false, has the chosen network classify it. */
  private async work(run = true): Promise<void> {
    const signal = this.next();
    const { source } = this;
    const id = this.networks.chosen;
    this.answer.clear();
    this.answer.notice('');
    this.networks.giveUp();
    if (!source) {
      this.clearPicture();
      this.state = 'idle';
      return;
    }
    this.state = run ? 'loading' : 'idle';
    this.answer.progress({ stage: 'reading' });
    try {
      const manifest = await loadManifest(id);
      signal.throwIfAborted();
      const picture = await source.prepare(manifest.preprocessing, signal);
      signal.throwIfAborted();
      this.picture.show(picture, manifest.preprocessing, source.sample?.alt ?? this.words.ownAlt);
      this.samples.say(source);
      this.shown = source;
      if (!run) return this.offer();
      this.networks.mark(id, 'loading');
      this.answer.progress({ stage: 'starting' });
      const request = { id, manifest, input: picture.input };
      const answer = await runtime().run(request, {
        signal,
        onProgress: (progress) => {
          if (signal.aborted) return;
          if (progress.stage === 'running') this.state = 'running';
          this.answer.progress(progress);
        },
      });
      signal.throwIfAborted();
      this.networks.mark(id, 'verified');
      this.host.dataset['backend'] = answer.backend.backend;
      this.answer.show({ manifest, picture, answer, truth: source.sample?.class });
      this.state = 'done';
    } catch (error) {
      if (!signal.aborted) this.fail(error, id);
    }
  }

  private offer(): void {
    this.answer.clear();
    this.answer.offer('classify');
  }

  /** The error stands alone: no answer of before beside it. A picture that cannot be read is let go; else it can be tried again. */
  private fail(error: unknown, id: string): void {
    this.answer.clear();
    this.answer.alert(sentenceOf(error, this.locale));
    const code = error instanceof RuntimeError ? error.failure.code : undefined;
    if (isOfPicture(error)) {
      this.source = undefined;
      this.samples.press(undefined);
    } else {
      this.answer.offer('again');
      if (code && code !== 'sample-unreachable') this.networks.mark(id, 'failed');
    }
    if (this.shown !== this.source) this.clearPicture();
    this.state = 'failed';
  }

  private clearPicture(): void {
    this.picture.clear();
    this.samples.say(undefined);
    this.shown = undefined;
  }
}
