import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import { whole } from '../../i18n/quantities.ts';
import { runtime } from '../../runtime/client.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import { newest } from '../../runtime/newest.ts';
import type { PreparedPicture } from '../../runtime/types.ts';
import { part } from '../lab/dom.ts';
import { isOfPicture } from '../lab/fault.ts';
import { paint } from '../lab/picture-view.ts';
import { showProgress } from '../lab/progress.ts';
import { arrow } from '../maps/arrow-keys.ts';
import { listener, nowLive, prepare, type State, showFault, whenThemeChanges } from '../network-figure/live.ts';
import { PhotoChoice } from '../network-figure/photo-choice.ts';
import { FieldView } from './field-view.ts';
import { type Changes, disturbed, noChanges, takeDown } from './measure.ts';
import { type FieldWords, fieldWords } from './words.ts';

/** Pixels changed in one run: few, so that a slow device is not silent for long and a cancel is soon heard. */
const BATCH = 16;

/** Measures which pixels change a cell of a network's layer, and how much; FieldMeasure.astro draws the frame. */
export class FieldMeasure {
  private readonly host: HTMLElement;
  private readonly locale: Locale;
  private readonly words: FieldWords;
  private readonly id: string;
  private readonly next = newest();
  private readonly layers: HTMLSelectElement;
  private readonly photos: PhotoChoice;
  private view: FieldView | undefined;

  /** @param signal aborted when the element leaves the page */
  constructor(host: HTMLElement, locale: Locale, signal: AbortSignal) {
    this.host = host;
    this.locale = locale;
    this.words = fieldWords[locale];
    this.id = host.dataset['network'] ?? '';
    this.layers = part(host, 'select[data-layers]', HTMLSelectElement);
    this.photos = new PhotoChoice(host, locale, () => this.stop(), signal);
    this.listen(signal);
    signal.addEventListener('abort', () => this.next());
    nowLive(host);
  }

  private listen(signal: AbortSignal): void {
    const on = listener(this.host, signal);
    on('[data-measure]', 'click', () => this.measure());
    on('[data-cancel]', 'click', () => this.stop(this.words.cancelled));
    on('[data-layers]', 'change', () => this.stop());
    on('[data-heat]', 'keydown', (event) => {
      const move = arrow(event);
      if (move) this.view?.move(move);
    });
    for (const selector of ['[data-heat]', '[data-picture]'])
      on(selector, 'pointerdown', ({ clientX, clientY }) => {
        const { left, top, width, height } = part(this.host, selector, HTMLElement).getBoundingClientRect();
        this.view?.pointAt((clientY - top) / height, (clientX - left) / width);
      });
    whenThemeChanges(() => this.view?.show(), signal);
  }

  private set state(state: State) {
    this.host.dataset['state'] = state;
  }

  /** Back to the question; what was under way is dropped. */
  private stop(sentence = ''): void {
    this.next();
    this.clear();
    this.state = 'idle';
    part(this.host, '[data-status]', HTMLElement).textContent = sentence;
    if (sentence) part(this.host, '[data-measure]', HTMLElement).focus();
  }

  private clear(): void {
    this.view = undefined;
    for (const selector of ['[data-result]', '[data-progress]']) part(this.host, selector, HTMLElement).hidden = true;
    part(this.host, '[role=alert]', HTMLElement).replaceChildren();
    part(this.host, '[data-status]', HTMLElement).textContent = '';
  }

  private async measure(): Promise<void> {
    const signal = this.next();
    this.clear();
    this.state = 'loading';
    const layer = this.layers.value;
    showProgress(this.progress, { stage: 'reading' }, this.locale);
    part(this.host, '[data-cancel]', HTMLElement).focus();
    try {
      const { manifest, picture } = await prepare(this.id, this.photos.source, signal);
      const changes = await this.changes(manifest, layer, picture, signal);
      signal.throwIfAborted();
      paint(part(this.host, '[data-picture] canvas', HTMLCanvasElement), picture.seen);
      this.progress.hidden = true;
      part(this.host, '[data-result]', HTMLElement).hidden = false;
      this.view = new FieldView(this.host, manifest.layers, layer, changes, this.locale);
      this.state = 'done';
      part(this.host, '[data-heat]', HTMLElement).focus();
    } catch (error) {
      if (signal.aborted) return;
      if (isOfPicture(error)) this.photos.refuseOwn();
      this.clear();
      showFault(this.host, error, this.locale);
      this.state = 'failed';
    }
  }

  /** Runs the network once for each pixel of its input, some at a time. */
  private async changes(
    manifest: NetworkManifest,
    layer: string,
    { input }: PreparedPicture,
    signal: AbortSignal,
  ): Promise<Changes> {
    const [, , rows = 1, columns = 1] = input.shape;
    const all = rows * columns;
    let changes: Changes | undefined;
    for (let from = 0; from < all; from += BATCH) {
      const pixels = Array.from({ length: Math.min(BATCH, all - from) }, (_, index) => from + index);
      const { layers } = await runtime().run(
        { id: this.id, manifest, input: disturbed(input, pixels, manifest.preprocessing), layers: [layer] },
        { signal, onProgress: (step) => changes || showProgress(this.progress, step, this.locale) },
      );
      signal.throwIfAborted();
      const maps = layers[layer];
      if (!maps) throw new RangeError(`The answer has no layer "${layer}".`);
      const [, , high = 1, wide = 1] = maps.shape;
      changes ??= noChanges([rows, columns], [high, wide]);
      takeDown(changes, pixels, maps);
      this.state = 'running';
      this.showDone(from + pixels.length, all);
    }
    if (!changes) throw new RangeError('The network’s input has no pixels.');
    return changes;
  }

  private get progress(): HTMLElement {
    return part(this.host, '[data-progress]', HTMLElement);
  }

  private showDone(done: number, all: number): void {
    const bar = part(this.progress, '.progress', HTMLElement);
    const share = Math.round((100 * done) / all);
    bar.hidden = false;
    bar.setAttribute('aria-valuenow', String(share));
    part(bar, 'i', HTMLElement).style.width = `${share}%`;
    part(this.progress, 'span', HTMLElement).textContent = fill(this.words.measuring, {
      done: whole(done),
      all: whole(all),
    });
  }
}
