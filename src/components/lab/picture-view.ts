import type { Locale } from '../../i18n/index.ts';
import { sizes } from '../../i18n/quantities.ts';
import type { Preprocessing } from '../../runtime/manifest.ts';
import type { Pixels, PreparedPicture } from '../../runtime/types.ts';
import { cropOf } from './crop.ts';
import { part } from './dom.ts';

/** Draws pixels at their own size; CSS sets how large they stand. */
export function paint(canvas: HTMLCanvasElement, { data, width, height }: Pixels): void {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
}

/** Width to height. */
const WIDEST = 2;
const TALLEST = 3 / 4;

const share = (value: number) => `${(value * 100).toFixed(2)}%`;

/** The photo with the part that is used marked on it, and beside it what the network is given. */
export class PictureView {
  private readonly root: HTMLElement;
  private readonly photo: HTMLCanvasElement;
  private readonly seen: HTMLCanvasElement;
  private readonly crop: HTMLElement;
  private readonly locale: Locale;

  constructor(root: HTMLElement, locale: Locale) {
    this.root = root;
    this.locale = locale;
    this.photo = part(root, '[data-photo]', HTMLCanvasElement);
    this.seen = part(root, '[data-seen]', HTMLCanvasElement);
    this.crop = part(root, '[data-crop]', HTMLElement);
  }

  /** @param title what a screen reader says for the photo */
  show(picture: PreparedPicture, preprocessing: Preprocessing, title: string): void {
    paint(this.photo, picture.preview);
    paint(this.seen, picture.seen);
    this.photo.setAttribute('aria-label', title);
    const { width, height } = picture;
    // The box takes the photo's shape within limits; a longer one stands in its middle.
    const ratio = Math.min(WIDEST, Math.max(TALLEST, width / height));
    const wide = Math.min(1, width / height / ratio);
    const high = Math.min(1, ratio / (width / height));
    const crop = cropOf(preprocessing, width, height);
    this.photo.parentElement?.style.setProperty('--ratio', String(ratio));
    Object.assign(this.crop.style, {
      left: share((1 - wide) / 2 + crop.left * wide),
      top: share((1 - high) / 2 + crop.top * high),
      width: share(crop.width * wide),
      height: share(crop.height * high),
    });
    this.sizes([width, height], picture.input.shape.slice(1));
    this.root.dataset['shown'] = '';
  }

  private sizes(photo: readonly number[], seen: readonly number[]): void {
    part(this.root, '[data-photo-size]', HTMLElement).textContent = sizes(photo, this.locale);
    part(this.root, '[data-seen-size]', HTMLElement).textContent = sizes(seen, this.locale);
  }

  clear(): void {
    delete this.root.dataset['shown'];
    for (const canvas of [this.photo, this.seen]) canvas.width = 0;
    this.photo.removeAttribute('aria-label');
    this.sizes([], []);
  }
}
