import type { Channel } from './channels.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** The colour of a level from −5 to 5; between two steps of the scale, their mixture. */
export type Palette = (level: number) => Colour;

const STEPS = 5;
const TOKENS = Array.from({ length: 2 * STEPS + 1 }, (_, index) => {
  const step = index - STEPS;
  return step === 0 ? '--zero' : `--${step < 0 ? 'neg' : 'pos'}-${Math.abs(step)}`;
});

/** The theme's diverging scale, read from its tokens by painting with them. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const canvas = document.createElement('canvas');
  canvas.width = TOKENS.length;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  for (const [x, token] of TOKENS.entries()) {
    if (!context) break;
    context.fillStyle = style.getPropertyValue(token).trim();
    context.fillRect(x, 0, 1, 1);
  }
  const bytes = context?.getImageData(0, 0, TOKENS.length, 1).data;
  const byte = (index: number, channel: number) => bytes?.[4 * index + channel] ?? 0;
  return (level) => {
    const at = Math.min(2 * STEPS, Math.max(0, level + STEPS));
    const below = Math.min(2 * STEPS - 1, Math.floor(at));
    const mix = (channel: number) =>
      byte(below, channel) + (at - below) * (byte(below + 1, channel) - byte(below, channel));
    return [mix(0), mix(1), mix(2)];
  };
}

/** Draws a channel, one pixel a value, on the scale up to `max`. */
export function paintMap(canvas: HTMLCanvasElement, { rows, columns, values }: Channel, max: number, palette: Palette) {
  canvas.width = columns;
  canvas.height = rows;
  const image = new ImageData(columns, rows);
  for (const [place, value] of values.entries())
    image.data.set([...palette(max === 0 ? 0 : (STEPS * value) / max), 255], 4 * place);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
