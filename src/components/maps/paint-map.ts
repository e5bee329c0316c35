import { type Shade, shade } from '../../widgets/kit/scale.ts';
import type { Channel } from './channels.ts';

type Colour = readonly [red: number, green: number, blue: number];
export type Palette = (shade: Shade) => Colour;

const STEPS = [1, 2, 3, 4, 5] as const;
const SHADES: readonly Shade[] = ['zero', ...STEPS.flatMap((step) => [`pos${step}`, `neg${step}`] as const)];

/** The theme's scale in bytes, read from its tokens by painting with them. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const canvas = document.createElement('canvas');
  canvas.width = SHADES.length;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  const token = (name: Shade) => `--${name.replace(/\d/, '-$&')}`;
  for (const [x, name] of SHADES.entries()) {
    if (!context) break;
    context.fillStyle = style.getPropertyValue(token(name)).trim();
    context.fillRect(x, 0, 1, 1);
  }
  const bytes = context?.getImageData(0, 0, SHADES.length, 1).data;
  const colours = new Map(
    SHADES.map((name, x): [Shade, Colour] => [
      name,
      [bytes?.[4 * x] ?? 0, bytes?.[4 * x + 1] ?? 0, bytes?.[4 * x + 2] ?? 0],
    ]),
  );
  return (name) => colours.get(name) ?? [0, 0, 0];
}

/** Draws a channel, one pixel a value, on the scale up to `max`. */
export function paintMap(canvas: HTMLCanvasElement, { rows, columns, values }: Channel, max: number, palette: Palette) {
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  for (const [place, value] of values.entries()) image.data.set([...palette(shade(value, max)), 255], 4 * place);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
