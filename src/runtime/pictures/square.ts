import type { Pixels } from '../types.ts';
import { squarePlan } from './plan.ts';
import { resample } from './strips.ts';

/** The middle square of a bitmap as size × size pixels, on white. The bitmap stays open. */
export const squareOf = (bitmap: ImageBitmap, size: number): Promise<Pixels> =>
  resample(bitmap, squarePlan(size, bitmap.width, bitmap.height));
