import { fill } from '../../i18n/fill.ts';
import type { Locale } from '../../i18n/index.ts';
import { decimal, sizes } from '../../i18n/quantities.ts';
import { runtime } from '../../runtime/client.ts';
import type { NetworkManifest } from '../../runtime/manifest.ts';
import { newest } from '../../runtime/newest.ts';
import type { PreparedPicture, RunAnswer } from '../../runtime/types.ts';
import { words as runtimeWords } from '../../runtime/words.ts';
import { part } from '../lab/dom.ts';
import { isOfPicture } from '../lab/fault.ts';
import { paint } from '../lab/picture-view.ts';
import { showProgress } from '../lab/progress.ts';
import { listener, nowLive, prepare, type State, showFault, whenThemeChanges } from '../network-figure/live.ts';
import { PhotoChoice } from '../network-figure/photo-choice.ts';
import { arrow, neighbour } from './arrow-keys.ts';
import { foldVector, layerValues } from './channels.ts';
import { MapsView } from './maps-view.ts';
import { scoresOf, scoresTable } from './scores-view.ts';
import { type MapsWords, mapsWords } from './words.ts';

/** One layer of a network, computed on request for a sample photo or the reader's own; Network.astro draws the frame. */
export class NetworkMaps {
  private readonly host: HTMLElement;
  private readonly locale: Locale;
  private readonly words: MapsWords;
  private readonly id: string;
  private readonly layer: string;
  private readonly next = newest();
  private readonly photos: PhotoChoice;
  private view: MapsView | undefined;
  /** The reader has asked: from now on another photo is computed at once. */
  private asked = false;

  /** @param signal aborted when the element leaves the page */
  constructor(host: HTMLElement, locale: Locale, signal: AbortSignal) {
    this.host = host;
    this.locale = locale;
    this.words = mapsWords[locale];
    this.id = host.dataset['network'] ?? '';
    this.layer = host.dataset['layer'] ?? '';
    this.photos = new PhotoChoice(host, locale, () => this.chosen(), signal);
    this.listen(signal);
    signal.addEventListener('abort', () => this.next());
    nowLive(host);
  }

  private listen(signal: AbortSignal): void {
    const on = listener(this.host, signal);
    on('[data-compute]', 'click', () => this.compute());
    on('[data-order]', 'change', () => this.view?.order(this.strongest));
    on('[data-scale]', 'change', () => this.view?.scale(this.ownScale));
    on('[data-tiles]', 'click', ({ target }) => this.tileClicked(target));
    on('[data-tiles]', 'keydown', (event) => this.tileKey(event));
    on('[data-map]', 'pointerdown', ({ clientX, clientY }) => this.view?.pointAt(clientX, clientY));
    on('[data-map]', 'keydown', (event) => this.mapKey(event));
    whenThemeChanges(() => this.view?.repaint(), signal);
  }

  private get strongest(): boolean {
    return part(this.host, '[data-order]', HTMLSelectElement).value === 'strongest';
  }

  private get ownScale(): boolean {
    return part(this.host, '[data-scale]', HTMLSelectElement).value === 'own';
  }

  private set state(state: State) {
    this.host.dataset['state'] = state;
  }

  private get isOwn(): boolean {
    return this.photos.source.origin === 'file';
  }

  private chosen(): void {
    this.clear();
    if (this.asked || this.isOwn) this.compute();
    else this.state = 'idle';
  }

  /** The reader's own picture is shown once it is read, a sample at once. */
  private showPhoto(ownIsRead: boolean): void {
    part(this.host, '[data-own-photo]', HTMLElement).hidden = !ownIsRead;
    part(this.host, '[data-photo]', HTMLElement).hidden = this.isOwn;
  }

  private clear(): void {
    this.view = undefined;
    this.host.removeAttribute('data-seen');
    part(this.host, '[data-seen-canvas]', HTMLCanvasElement).width = 0;
    this.showPhoto(false);
    for (const selector of ['[data-result]', '[data-progress]', '[data-scores]'])
      part(this.host, selector, HTMLElement).hidden = true;
    part(this.host, '[role=alert]', HTMLElement).replaceChildren();
    part(this.host, '[data-status]', HTMLElement).textContent = '';
  }

  private async compute(): Promise<void> {
    this.asked = true;
    const signal = this.next();
    const progress = part(this.host, '[data-progress]', HTMLElement);
    const button = part(this.host, '[data-compute]', HTMLElement);
    this.clear();
    // Whoever pressed it is led to what takes its place.
    if (button === document.activeElement) part(this.host, '.maps-body', HTMLElement).focus({ preventScroll: true });
    button.hidden = true;
    this.state = 'loading';
    showProgress(progress, { stage: 'reading' }, this.locale);
    try {
      const { manifest, picture } = await prepare(this.id, this.photos.source, signal);
      this.showPicture(picture);
      showProgress(progress, { stage: 'starting' }, this.locale);
      const answer = await runtime().run(
        { id: this.id, manifest, input: picture.input, layers: [this.layer] },
        {
          signal,
          onProgress: (step) => {
            if (signal.aborted) return;
            if (step.stage === 'running') this.state = 'running';
            showProgress(progress, step, this.locale);
          },
        },
      );
      signal.throwIfAborted();
      progress.hidden = true;
      this.show(manifest, answer);
      this.state = 'done';
    } catch (error) {
      if (signal.aborted) return;
      if (isOfPicture(error)) this.photos.refuseOwn();
      else button.textContent = this.words.again;
      this.clear();
      showFault(this.host, error, this.locale);
      button.hidden = false;
      this.state = 'failed';
    }
  }

  private showPicture({ preview, seen }: PreparedPicture): void {
    paint(part(this.host, '[data-seen-canvas]', HTMLCanvasElement), seen);
    if (this.isOwn) paint(part(this.host, '[data-own-photo]', HTMLCanvasElement), preview);
    this.showPhoto(this.isOwn);
    this.host.dataset['seen'] = '';
  }

  private show(manifest: NetworkManifest, answer: RunAnswer): void {
    const tensor = answer.layers[this.layer];
    if (!tensor) throw new RangeError(`The answer has no layer "${this.layer}".`);
    const values = layerValues(tensor);
    const scores = part(this.host, '[data-scores]', HTMLElement);
    const result = part(this.host, '[data-result]', HTMLElement);
    if (this.layer === manifest.output && values.kind === 'vector') {
      const rows = scoresOf(manifest.labels, values.values, answer.probabilities, this.locale);
      scores.replaceChildren(scoresTable(rows, this.locale));
      scores.hidden = false;
    } else {
      const isVector = values.kind === 'vector';
      const channels = isVector ? [foldVector(values.values)] : values.channels;
      this.view = new MapsView(result, this.layer, channels, isVector, this.words);
      if (this.strongest) this.view.order(true);
      if (this.ownScale) this.view.scale(true);
      result.hidden = false;
    }
    const all = tensor.data;
    part(this.host, '[data-status]', HTMLElement).textContent = fill(this.words.done, {
      layer: this.layer,
      shape: sizes(tensor.shape.slice(1), this.locale),
      low: decimal(Math.min(...all), 2),
      high: decimal(Math.max(...all), 2),
      backend: runtimeWords[this.locale].label(answer.backend),
    });
  }

  private tileClicked(target: EventTarget | null): void {
    const tile = target instanceof Element ? target.closest('button') : null;
    if (tile) this.view?.chooseTile(tile);
  }

  private tileKey(event: KeyboardEvent): void {
    const tile = event.target;
    const move = arrow(event);
    if (!move || !(tile instanceof HTMLButtonElement)) return;
    const next = neighbour([...(tile.parentElement?.children ?? [])], tile, move);
    if (!(next instanceof HTMLButtonElement)) return;
    this.view?.chooseTile(next);
    next.focus();
  }

  private mapKey(event: KeyboardEvent): void {
    const move = arrow(event);
    if (move) this.view?.move(...move);
  }
}
