import type { Root } from '../kit/dom.ts';

/** Paints greys, one a pixel, on a canvas of that size. On the server, and before a picture has come, nothing is painted. */
export function paint(canvas: Root, greys: ArrayLike<number>, columns: number, rows: number): void {
  const node = canvas.node();
  if (typeof HTMLCanvasElement === 'undefined' || !(node instanceof HTMLCanvasElement)) return;
  node.width = columns;
  node.height = rows;
  const context = node.getContext('2d');
  if (!context) return;
  const image = context.createImageData(columns, rows);
  for (let index = 0; index < columns * rows; index++) {
    const grey = greys[index] ?? 0;
    image.data.set([grey, grey, grey, 255], index * 4);
  }
  context.putImageData(image, 0, 0);
}
