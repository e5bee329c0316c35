import type { Root } from '../kit/dom.ts';
import type { Picture } from './pixels.ts';

/** What each canvas shows. */
const painted = new WeakMap<HTMLCanvasElement, { readonly picture: Picture; readonly tinted: boolean }>();

/** Paints a picture, or one channel of it: in greys, or tinted in its own colour. On the server nothing is painted. */
export function paint(canvas: Root, picture: Picture, channel: number, tinted: boolean): void {
  const node = canvas.node();
  if (typeof HTMLCanvasElement === 'undefined' || !(node instanceof HTMLCanvasElement)) return;
  const last = painted.get(node);
  if (last?.picture === picture && last.tinted === tinted) return;
  painted.set(node, { picture, tinted });
  const { side, data } = picture;
  node.width = side;
  node.height = side;
  const shown = data.slice();
  if (channel >= 0) {
    for (let at = 0; at < shown.length; at += 4) {
      const value = data[at + channel] ?? 0;
      for (let other = 0; other < 3; other++) shown[at + other] = tinted && other !== channel ? 0 : value;
    }
  }
  node.getContext('2d')?.putImageData(new ImageData(shown, side, side), 0, 0);
}

/** What each channel adds to a colour's luminance (WCAG 2). */
const LUMINANCE = [0.2126, 0.7152, 0.0722];

/** The colours of a cell with one value: grey, or tinted where a channel is given; and digits that can be read on it. */
export function shadeOf(value: number | undefined, channel?: number): { paper: string; ink: string } {
  if (value === undefined) return { paper: '', ink: '' };
  const rgb = [0, 1, 2].map((each) => (channel === undefined || channel === each ? value : 0));
  const share = channel === undefined ? 1 : (LUMINANCE[channel] ?? 1);
  const luminance = share * (value / 255) ** 2.2;
  return { paper: `rgb(${rgb.join(' ')})`, ink: luminance > 0.179 ? '#000' : '#fff' };
}
