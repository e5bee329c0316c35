import { type Tensor, tensor } from '../../core/index.ts';
import { HEIGHT, WIDTH } from './model.ts';

/** Brightness of RGBA bytes by ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, rounded to whole numbers from 0 to 255. */
export function brightness(pixels: Uint8ClampedArray): Float64Array {
  const grey = new Float64Array(pixels.length / 4);
  for (let index = 0; index < grey.length; index++) {
    const at = index * 4;
    grey[index] = Math.round(0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0));
  }
  return grey;
}

/** A picture of any size as 1×480×640 greys: scaled to cover that, the middle kept. */
export function greyOf(
  picture: CanvasImageSource,
  width: number,
  height: number,
  canvas: HTMLCanvasElement,
): Tensor | undefined {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || width === 0 || height === 0) return undefined;
  const scale = Math.max(WIDTH / width, HEIGHT / height);
  const [x, y] = [(WIDTH - width * scale) / 2, (HEIGHT - height * scale) / 2];
  context.drawImage(picture, x, y, width * scale, height * scale);
  return tensor([1, HEIGHT, WIDTH], brightness(context.getImageData(0, 0, WIDTH, HEIGHT).data));
}
