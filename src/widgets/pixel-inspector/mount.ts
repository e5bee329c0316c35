import { squareOf } from '../../runtime/pictures/square.ts';
import type { Tools } from '../kit/definition.ts';
import { pictureSource } from '../kit/picture-source.ts';
import { pictureAddress } from './address.ts';
import type { Resource, State } from './model.ts';
import type { Picture } from './pixels.ts';

/** The most pixels along a side that are kept of a photo. */
const KEPT = 512;

/** Keeps the middle square of each picture. */
export const mount = (tools: Tools<State, Resource>): (() => void) => {
  let picture: Picture | undefined;
  return pictureSource(
    tools,
    ({ picture, side }) => pictureAddress(picture, side),
    async (standing, bitmap) => {
      if (bitmap) {
        const { width, data } = await squareOf(bitmap, Math.min(bitmap.width, bitmap.height, KEPT));
        picture = { side: width, data };
      }
      tools.provide({ ...standing, picture });
    },
  );
};
